package io.lanewise.arrow;

import io.lanewise.column.Column;
import java.util.Objects;

/** What every column over Arrow buffers has: its place, its length and its validity. */
abstract class ArrowColumn {

  /** Where to say that something went wrong. */
  final Place place;

  final int length;
  final Validity validity;

  ArrowColumn(Place place, int length, Validity validity) {
    this.place = place;
    this.length = length;
    this.validity = validity;
  }

  public final int length() {
    return length;
  }

  /**
   * Checks the caller's arguments, so that what is thrown afterwards is the data's fault.
   *
   * @return number of rows to read
   */
  final int checkBlock(int from, int to, int valueCapacity, int validityCapacity) {
    Objects.checkFromToIndex(from, to, length);
    int count = to - from;
    if (count > Column.BLOCK) {
      throw new IllegalArgumentException(
          "a block of " + count + " rows, expected at most " + Column.BLOCK);
    }
    if (valueCapacity < count) {
      throw new IllegalArgumentException(
          "values has room for " + valueCapacity + ", expected at least " + count);
    }
    if (validityCapacity << 6 < count) {
      throw new IllegalArgumentException(
          "validity has room for " + (validityCapacity << 6) + ", expected at least " + count);
    }
    return count;
  }

  /** Whether row {@code i} of a staged block of which some are null is valid. */
  static boolean valid(long[] words, int i) {
    return (words[i >> 6] >>> i & 1) != 0;
  }
}
