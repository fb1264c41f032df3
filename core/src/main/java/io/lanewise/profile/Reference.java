package io.lanewise.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The symbol space that two data sets are compared in: fitted once on the real data, then frozen.
 *
 * @param columns the columns that are counted, in the order of the real data
 * @param pairs the pairs of them that are counted together
 */
public record Reference(List<ReferenceColumn> columns, PairSpace pairs) {

  /**
   * Copies the list and checks that no column is there twice, that each has a coarsening, if there
   * are any, and that no identifier is in a pair.
   */
  public Reference {
    columns = List.copyOf(columns);
    Set<Place> places = new HashSet<>();
    for (ReferenceColumn column : columns) {
      if (!places.add(new Place(column.name(), column.occurrence()))) {
        throw new IllegalArgumentException(
            "column '%s' of occurrence %d is there twice"
                .formatted(column.name(), column.occurrence()));
      }
    }
    int coarsened = pairs.coarsenings().size();
    if (coarsened > 0 && coarsened != columns.size()) {
      throw new IllegalArgumentException(
          coarsened + " coarsenings for " + columns.size() + " columns");
    }
    for (ColumnPair pair : pairs.pairs()) {
      checkPaired(columns.get(pair.x()));
      checkPaired(columns.get(pair.y()));
    }
  }

  private static void checkPaired(ReferenceColumn column) {
    if (column.identifier()) {
      throw new IllegalArgumentException(
          "column '" + column.name() + "' is marked as an identifier and in a pair");
    }
  }

  /** By what a column is found in data. */
  private record Place(String name, int occurrence) {}

  /** A reference of columns that are counted one by one. */
  public Reference(List<ReferenceColumn> columns) {
    this(columns, PairSpace.NONE);
  }

  /**
   * How another reference differs from this one.
   *
   * @return words that name the first column that differs, and both values; empty if the two are
   *     equal
   */
  public Optional<String> difference(Reference other) {
    return ReferenceDifference.of(this, other);
  }
}
