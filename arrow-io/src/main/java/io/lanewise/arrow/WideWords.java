package io.lanewise.arrow;

import io.lanewise.column.Column;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;

/**
 * Integers of one, two or four 64-bit words, the low word first.
 *
 * @param data holds {@code words} longs a value
 * @param words 1, 2 or 4
 * @param signed two's complement, or not
 */
record WideWords(MemorySegment data, int words, boolean signed) {

  /** Copies the words of values {@code [from, from + count)}. */
  void read(int from, int count, long[] staged) {
    MemorySegment.copy(
        data, LittleEndian.LONG, ((long) from * words) << 3, staged, 0, count * words);
  }

  /** The first {@code length} values, in longs where all of them fit. */
  Column column(Place place, int length, Validity validity) {
    return fitLong(length, validity)
        ? new LowWordColumn(place, length, validity, this)
        : new WideIntegerColumn(place, length, validity, this);
  }

  /** Whether every valid value among {@code length} fits into a signed long. */
  private boolean fitLong(int length, Validity validity) {
    long[] staged = Scratch.own().longs;
    long[] valid = Scratch.own().validity;
    for (int from = 0; from < length; from = nextBlock(from)) {
      int count = Math.min(Column.BLOCK, length - from);
      read(from, count, staged);
      int nulls = validity.read(from, count, valid);
      for (int i = 0; i < count; i++) {
        if (!fitsLong(staged, i) && (nulls == 0 || ArrowColumn.valid(valid, i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The start of the block after the one at {@code from}, saturating. */
  private static int nextBlock(int from) {
    return from > Integer.MAX_VALUE - Column.BLOCK ? Integer.MAX_VALUE : from + Column.BLOCK;
  }

  /** Value {@code i} of a staged block. */
  BigInteger value(long[] staged, int i) {
    if (fitsLong(staged, i)) {
      return BigInteger.valueOf(staged[i * words]);
    }
    byte[] magnitude = new byte[words << 3];
    for (int b = 0; b < magnitude.length; b++) {
      magnitude[magnitude.length - 1 - b] = (byte) (staged[i * words + (b >> 3)] >>> (b << 3));
    }
    return signed ? new BigInteger(magnitude) : new BigInteger(1, magnitude);
  }

  private boolean fitsLong(long[] staged, int i) {
    long low = staged[i * words];
    if (!signed && low < 0) {
      return false;
    }
    long extension = low >> 63;
    for (int w = 1; w < words; w++) {
      if (staged[i * words + w] != extension) {
        return false;
      }
    }
    return true;
  }
}
