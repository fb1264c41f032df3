package io.lanewise.profile;

/**
 * Which rows of a table are looked at: all of a small table, of a larger one a sample that depends
 * on the rows' ordinals alone. How the rows are cut into batches, and which thread reads them, does
 * not change the choice.
 *
 * <p>The table is cut into as many stretches of equal length as rows are wanted, and a hash chooses
 * one row of each: a hash per sampled row, not per row.
 */
final class RowSample {

  private final long rowCount;
  private final int size;
  private final long salt;

  private RowSample(long rowCount, int size, long salt) {
    this.rowCount = rowCount;
    this.size = size;
    this.salt = salt;
  }

  /** All rows of a table of up to {@code size}, and so many of a larger one. */
  static RowSample of(long rowCount, int size, long seed) {
    return new RowSample(rowCount, size, SymbolHash.mix(seed));
  }

  boolean all() {
    return rowCount <= size;
  }

  /** Finds those of the rows {@code [from, to)}, at most a block, that the sample takes. */
  void select(long firstRow, int from, int to, RowRuns runs) {
    runs.clear();
    if (all()) {
      runs.add(from, to);
      return;
    }
    long first = firstRow + from;
    long end = firstRow + to;
    // Near the stretch that holds the first row, but not behind it.
    int stretch = Math.clamp((long) ((double) first / rowCount * size) - 1, 0, size - 1);
    for (; stretch < size && start(stretch) < end; stretch++) {
      long row = row(stretch);
      if (row >= first && row < end) {
        runs.add((int) (row - firstRow), (int) (row - firstRow) + 1);
      }
    }
  }

  /** The row that is taken of a stretch. */
  private long row(int stretch) {
    long start = start(stretch);
    long length = start(stretch + 1) - start;
    return start + Long.remainderUnsigned(SymbolHash.mix(stretch + salt), length);
  }

  /** First row of a stretch: its share of all rows, without overflow. */
  private long start(int stretch) {
    return stretch * (rowCount / size) + stretch * (rowCount % size) / size;
  }
}
