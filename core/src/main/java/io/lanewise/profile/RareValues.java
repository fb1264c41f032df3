package io.lanewise.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Takes rare values out of profiles that leave the house: they are counted in hash buckets, and
 * named nowhere.
 *
 * <p>Values of columns that are categories alone. Edges of bins stay, and they are values of the
 * data, the least and the greatest among them. A bucket still tells 12 bits of a value's hash.
 *
 * @param least a value that occurs less often is rare, at least 1
 */
public record RareValues(long least) {

  /** Checks the number. */
  public RareValues {
    if (least < 1) {
      throw new IllegalArgumentException("least: got " + least + ", expected at least 1");
    }
  }

  /**
   * A profile whose reference does not list what is rare in it, over a reference of its own: for
   * data that the reference was fitted to.
   *
   * <p>What was a symbol of its own in the column's pairs, and is rare, counts there with the rest.
   */
  public Profile unlisted(Profile profile) {
    List<ReferenceColumn> columns = new ArrayList<>();
    List<Counts> counts = new ArrayList<>();
    List<ListedSymbols> listed = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      ReferenceColumn column = profile.reference().columns().get(i);
      ListedSymbols kept = ListedSymbols.of(column.binning(), profile.columns().get(i), least);
      listed.add(kept);
      columns.add(
          new ReferenceColumn(
              column.name(),
              column.occurrence(),
              column.type(),
              kept.binning(),
              column.identifier()));
      counts.add(folded(over(kept.binning(), profile.columns().get(i)), kept.binning()));
    }
    PairSpace space = profile.reference().pairs();
    if (space.pairs().isEmpty()) {
      return new Profile(new Reference(columns), profile.rows(), counts, List.of());
    }
    List<ListedSymbols.Renamed> renamed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      renamed.add(listed.get(i).rename(space.coarsenings().get(i)));
    }
    List<JointCounts> pairs = new ArrayList<>();
    for (int i = 0; i < space.pairs().size(); i++) {
      ColumnPair pair = space.pairs().get(i);
      pairs.add(joined(profile.pairs().get(i), renamed.get(pair.x()), renamed.get(pair.y())));
    }
    PairSpace joined =
        new PairSpace(
            renamed.stream().map(ListedSymbols.Renamed::coarsening).toList(), space.pairs());
    return new Profile(new Reference(columns, joined), profile.rows(), counts, pairs);
  }

  /**
   * The profile with each column folded in which a value that the reference does not list is rare:
   * for data counted over a given reference, which stays.
   */
  public Profile folded(Profile profile) {
    List<Counts> counts = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      counts.add(folded(profile.columns().get(i), profile.reference().columns().get(i).binning()));
    }
    return new Profile(profile.reference(), profile.rows(), counts, profile.pairs());
  }

  private Counts folded(Counts counts, Binning binning) {
    if (counts instanceof CategoryCounts values && binning instanceof Categories categories) {
      boolean namesRare =
          values.symbols().entrySet().stream()
              .anyMatch(
                  entry ->
                      entry.getValue() < least
                          && !entry.getKey().isNull()
                          && !categories.lists(entry.getKey()));
      return namesRare ? values.folded() : values;
    }
    return counts;
  }

  private static Counts over(Binning binning, Counts counts) {
    return counts instanceof CategoryCounts values && binning instanceof Categories categories
        ? CategoryCounts.of(categories, new TreeMap<>(values.symbols()), values.buckets())
        : counts;
  }

  private static JointCounts joined(
      JointCounts counts, ListedSymbols.Renamed x, ListedSymbols.Renamed y) {
    int rows = x.coarsening().symbolCount();
    int columns = y.coarsening().symbolCount();
    long[] sums = new long[rows * columns];
    long[] cells = counts.toArray();
    for (int cell = 0; cell < cells.length; cell++) {
      int row = x.symbols()[cell / counts.columns()];
      int column = y.symbols()[cell % counts.columns()];
      sums[row * columns + column] += cells[cell];
    }
    return new JointCounts(rows, columns, sums);
  }
}
