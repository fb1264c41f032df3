package io.lanewise.profile;

import java.util.List;
import java.util.Optional;

/**
 * The symbol space that two data sets are compared in: fitted once on the real data, then frozen.
 *
 * @param columns the columns that are counted, in the order of the real data
 * @param pairs the pairs of them that are counted together
 */
public record Reference(List<ReferenceColumn> columns, PairSpace pairs) {

  /** Copies the list and checks that each column has a coarsening, if there are any. */
  public Reference {
    columns = List.copyOf(columns);
    int coarsened = pairs.coarsenings().size();
    if (coarsened > 0 && coarsened != columns.size()) {
      throw new IllegalArgumentException(
          coarsened + " coarsenings for " + columns.size() + " columns");
    }
  }

  /** A reference of columns that are counted one by one. */
  public Reference(List<ReferenceColumn> columns) {
    this(columns, PairSpace.NONE);
  }

  /**
   * How another reference differs from this one.
   *
   * @return words that name the first column that differs; empty if the two are equal
   */
  Optional<String> difference(Reference other) {
    if (columns.size() != other.columns.size()) {
      return Optional.of(
          "%d columns and %d columns".formatted(columns.size(), other.columns.size()));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).equals(other.columns.get(i))) {
        return Optional.of(difference(columns.get(i), other.columns.get(i)));
      }
    }
    return pairs.equals(other.pairs) ? Optional.empty() : Optional.of("other pairs of columns");
  }

  private static String difference(ReferenceColumn a, ReferenceColumn b) {
    if (!a.name().equals(b.name()) || a.occurrence() != b.occurrence()) {
      return "column '%s' and column '%s'".formatted(a.name(), b.name());
    }
    if (!a.type().equals(b.type())) {
      return "column '%s' is %s and %s".formatted(a.name(), a.type().name(), b.type().name());
    }
    return "column '%s' has other %s"
        .formatted(a.name(), a.binning().equals(b.binning()) ? "marks" : "symbols");
  }
}
