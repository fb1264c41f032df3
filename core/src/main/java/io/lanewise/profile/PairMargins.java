package io.lanewise.profile;

import java.util.List;

/**
 * Holds the tables of pairs against the counts of their columns: rows were counted in both, so each
 * coarse symbol occurs as often in a table's margin as in its column.
 *
 * <p>So it is after merging, subtracting, folding and taking rare values out. Counts that {@link
 * DecayingCounts} rounded, columns and tables each by themselves, may differ by some rows.
 */
final class PairMargins {

  private PairMargins() {}

  /**
   * Checks all tables of a profile.
   *
   * @throws IllegalArgumentException if a margin differs; the message names both columns
   */
  static void check(Profile profile) {
    PairSpace space = profile.reference().pairs();
    long[][] expected = new long[profile.columns().size()][];
    for (int i = 0; i < space.pairs().size(); i++) {
      ColumnPair pair = space.pairs().get(i);
      JointCounts table = profile.pairs().get(i);
      check(profile, expected, pair, pair.x(), table.rowSums());
      check(profile, expected, pair, pair.y(), table.columnSums());
    }
  }

  /**
   * Checks one margin.
   *
   * @param expected by column, how often its coarse symbols occur; null before it is needed
   */
  private static void check(
      Profile profile, long[][] expected, ColumnPair pair, int column, long[] margin) {
    if (expected[column] == null) {
      expected[column] = coarse(profile, column);
    }
    for (int symbol = 0; symbol < margin.length; symbol++) {
      if (margin[symbol] != expected[column][symbol]) {
        List<ReferenceColumn> columns = profile.reference().columns();
        throw new IllegalArgumentException(
            "the table of columns '%s' and '%s' has %d rows with coarse symbol %d of '%s', the column has %d"
                .formatted(
                    columns.get(pair.x()).name(),
                    columns.get(pair.y()).name(),
                    margin[symbol],
                    symbol,
                    columns.get(column).name(),
                    expected[column][symbol]));
      }
    }
  }

  private static long[] coarse(Profile profile, int column) {
    Coarsening coarsening = profile.reference().pairs().coarsenings().get(column);
    long[] sums = new long[coarsening.symbolCount()];
    switch (profile.columns().get(column)) {
      case BinCounts bins -> {
        long[] counts = bins.toArray();
        for (int code = 0; code < counts.length; code++) {
          add(sums, coarsening.of(code), counts[code]);
        }
      }
      case CategoryCounts categories ->
          categories.forEachCode((code, count) -> add(sums, coarsening.of(code), count));
    }
    return sums;
  }

  private static void add(long[] sums, int symbol, long count) {
    sums[symbol] = Math.addExact(sums[symbol], count);
  }
}
