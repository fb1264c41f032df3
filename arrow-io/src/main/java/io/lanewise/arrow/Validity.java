package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The validity bitmap of a column; where there is none, every row is valid. */
final class Validity {

  /** Every row is valid. */
  static final Validity ALL = new Validity(null);

  private final @Nullable MemorySegment bits;

  private Validity(@Nullable MemorySegment bits) {
    this.bits = bits;
  }

  /**
   * The bitmap in {@code buffer}, which a writer leaves empty where there is no null. The null
   * count in the metadata is not asked: writers leave it out or get it wrong.
   */
  static Validity of(MemorySegment buffer, int rowCount) {
    if (buffer.byteSize() == 0) {
      return ALL;
    }
    long needed = (rowCount + 7L) >>> 3;
    if (buffer.byteSize() < needed) {
      throw new MalformedException(
          String.format(
              "validity has %d bytes, expected at least %d for %d rows",
              buffer.byteSize(), needed, rowCount));
    }
    return new Validity(buffer);
  }

  /**
   * Copies the bits of rows {@code [from, from + count)} to bit 0 and up of {@code words}, which
   * are left as they were where no row is null.
   *
   * @return number of nulls
   */
  int read(int from, int count, long[] words) {
    if (bits == null) {
      return 0;
    }
    int nulls = 0;
    for (int w = 0; w << 6 < count; w++) {
      int valid = Math.min(64, count - (w << 6));
      long word = word(bits, (long) from + (w << 6), valid);
      int missing = valid - Long.bitCount(word);
      if (missing != 0 && nulls == 0) {
        for (int before = 0; before < w; before++) {
          words[before] = -1L;
        }
      }
      nulls += missing;
      if (nulls != 0) {
        words[w] = word;
      }
    }
    return nulls;
  }

  /** Bits {@code [bit, bit + count)} of a bitmap, {@code count} in 1..64, the others zero. */
  static long word(MemorySegment bitmap, long bit, int count) {
    long at = bit >>> 3;
    int shift = (int) (bit & 7);
    int byteCount = (shift + count + 7) >>> 3;
    long word;
    if (at + Long.BYTES <= bitmap.byteSize()) {
      word = bitmap.get(LittleEndian.LONG, at) >>> shift;
    } else {
      word = 0;
      for (int b = 0; b < Math.min(byteCount, Long.BYTES); b++) {
        word |= (bitmap.get(LittleEndian.BYTE, at + b) & 0xFFL) << (b << 3);
      }
      word >>>= shift;
    }
    if (byteCount > Long.BYTES) {
      word |= (bitmap.get(LittleEndian.BYTE, at + Long.BYTES) & 0xFFL) << (Long.SIZE - shift);
    }
    return count == Long.SIZE ? word : word & ((1L << count) - 1);
  }
}
