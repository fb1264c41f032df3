package io.lanewise.profile;

/**
 * Which rows of a table are looked at: all of a small table, of others a sample chosen by a hash of
 * the row's ordinal. How the rows are cut into batches, and which thread reads them, does not
 * change the choice.
 */
final class RowSample {

  private final boolean all;
  private final long threshold;
  private final long salt;

  private RowSample(boolean all, long threshold, long salt) {
    this.all = all;
    this.threshold = threshold;
    this.salt = salt;
  }

  /**
   * All rows of a table of up to {@code size}; of a larger one {@link #expected} rows, more or
   * less.
   */
  static RowSample of(long rowCount, int size, long seed) {
    // Of 2^64 hashes, expected / rowCount are below; the product stays inside an unsigned long.
    return rowCount <= size
        ? new RowSample(true, 0, 0)
        : new RowSample(
            false, Long.divideUnsigned(-1L, rowCount) * expected(size), SymbolHash.mix(seed));
  }

  /** Expected rows of a sample: a thirty-second less than its size, so that few are larger. */
  static int expected(int size) {
    return size - size / 32;
  }

  boolean all() {
    return all;
  }

  /** Finds those of the rows {@code [from, to)}, at most a block, that the sample takes. */
  void select(long firstRow, int from, int to, RowRuns runs) {
    runs.clear();
    if (all) {
      runs.add(from, to);
      return;
    }
    for (int row = from; row < to; row++) {
      if (Long.compareUnsigned(SymbolHash.mix(firstRow + row + salt), threshold) < 0) {
        runs.add(row, row + 1);
      }
    }
  }
}
