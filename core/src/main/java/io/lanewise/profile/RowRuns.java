package io.lanewise.profile;

import io.lanewise.column.Column;

/** The selected rows of a block, as runs of neighbours. One thread. */
final class RowRuns {

  private final int[] starts = new int[Column.BLOCK];
  private final int[] ends = new int[Column.BLOCK];
  private int count;

  void clear() {
    count = 0;
  }

  /** Adds the rows {@code [from, to)}, which lie behind all rows so far. */
  void add(int from, int to) {
    if (count > 0 && ends[count - 1] == from) {
      ends[count - 1] = to;
    } else {
      starts[count] = from;
      ends[count++] = to;
    }
  }

  int count() {
    return count;
  }

  int start(int run) {
    return starts[run];
  }

  int end(int run) {
    return ends[run];
  }
}
