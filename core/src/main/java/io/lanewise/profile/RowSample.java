package io.lanewise.profile;

/**
 * Which rows of a table are looked at to fit a reference: all of a small table, otherwise about
 * {@value #EXPECTED} of them, chosen by a hash of the row's ordinal. How the rows are cut into
 * batches, and which thread reads them, does not change the choice.
 */
final class RowSample {

  /** Most rows of a table that is not sampled but read whole. */
  static final int SIZE = 1 << 16;

  /**
   * Expected rows of a sample. Eight standard deviations below {@link Categories#CAP}, so that even
   * a column without two equal values does not pass the cap, and is seen as an identifier.
   */
  static final int EXPECTED = SIZE - (1 << 11);

  private final boolean all;
  private final long threshold;
  private final long salt;

  RowSample(long rowCount, long seed) {
    this.all = rowCount <= SIZE;
    // Of 2^64 hashes, EXPECTED / rowCount are below; the product stays inside an unsigned long.
    this.threshold = all ? 0 : Long.divideUnsigned(-1L, rowCount) * EXPECTED;
    this.salt = SymbolHash.mix(seed);
  }

  boolean all() {
    return all;
  }

  /** Writes those of the rows {@code [from, to)} that a sample takes; returns how many. */
  int select(long firstRow, int from, int to, int[] rows) {
    int selected = 0;
    for (int row = from; row < to; row++) {
      if (Long.compareUnsigned(SymbolHash.mix(firstRow + row + salt), threshold) < 0) {
        rows[selected++] = row;
      }
    }
    return selected;
  }
}
