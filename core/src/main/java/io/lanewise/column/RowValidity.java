package io.lanewise.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.Objects;

/** Which rows of a column are not null, and the checks that every read of a column begins with. */
final class RowValidity {

  private final int length;

  /** Bit {@code i % 64} of word {@code i / 64} is set where row i is valid; empty if all are. */
  private final long[] words;

  private RowValidity(int length, long[] words) {
    this.length = length;
    this.words = words;
  }

  static RowValidity all(int length) {
    return new RowValidity(length, new long[0]);
  }

  /** Copies the bits. */
  static RowValidity without(BitSet nulls, int length) {
    if (nulls.length() > length) {
      throw new IllegalArgumentException(
          "row %d is marked as null, expected rows below %d".formatted(nulls.length() - 1, length));
    }
    BitSet valid = (BitSet) nulls.clone();
    valid.flip(0, length);
    return nulls.isEmpty()
        ? all(length)
        : new RowValidity(length, words(valid.toLongArray(), length));
  }

  /** Copies a bitmap, bit {@code i % 8} of byte {@code i / 8} set where row i is valid. */
  static RowValidity of(MemorySegment bitmap, int length) {
    long bytes = (length + 7L) / 8;
    if (bitmap.byteSize() < bytes) {
      throw new IllegalArgumentException(
          "validity has %d bytes, expected at least %d for %d rows"
              .formatted(bitmap.byteSize(), bytes, length));
    }
    BitSet valid = BitSet.valueOf(bitmap.asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE));
    return new RowValidity(length, words(valid.toLongArray(), length));
  }

  private static long[] words(long[] set, int length) {
    long[] words = new long[length / Long.SIZE + 1];
    System.arraycopy(set, 0, words, 0, Math.min(set.length, words.length));
    return words;
  }

  int length() {
    return length;
  }

  /** Checks that the rows are there and no more than a block. */
  void check(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    if (to - from > Column.BLOCK) {
      throw new IllegalArgumentException(
          "a block of %d rows, expected at most %d".formatted(to - from, Column.BLOCK));
    }
  }

  /** Copies a block's bits to the start of {@code block}, if any of its rows is null. */
  int read(int from, int to, long[] block) {
    int nulls = 0;
    for (int row = from; words.length > 0 && row < to; row += Long.SIZE) {
      int rows = Math.min(Long.SIZE, to - row);
      nulls += rows - Long.bitCount(word(row) & -1L >>> (Long.SIZE - rows));
    }
    if (nulls > 0) {
      for (int row = from; row < to; row += Long.SIZE) {
        block[(row - from) / Long.SIZE] = word(row);
      }
    }
    return nulls;
  }

  boolean isValid(int row) {
    return words.length == 0 || (words[row / Long.SIZE] >>> row & 1) != 0;
  }

  /** The 64 bits from {@code row} on; beyond the last word, zeros. */
  private long word(int row) {
    int index = row / Long.SIZE;
    int shift = row % Long.SIZE;
    long low = words[index] >>> shift;
    return shift == 0 || index + 1 == words.length
        ? low
        : low | words[index + 1] << (Long.SIZE - shift);
  }
}
