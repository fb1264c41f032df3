package io.lanewise.profile;

/** The validity bits of a block: bit {@code i} is 1 where row {@code i} is not null. */
final class NullBits {

  private NullBits() {}

  static boolean isValid(long[] validity, int row) {
    return (validity[row / Long.SIZE] >>> row & 1) != 0;
  }

  /** Gives {@code code} to each of the first {@code length} rows whose validity bit is 0. */
  static void fill(long[] validity, int length, int code, int[] codes) {
    for (int row = 0; row < length; row += Long.SIZE) {
      int rows = Math.min(Long.SIZE, length - row);
      long nulls = ~validity[row / Long.SIZE] & -1L >>> (Long.SIZE - rows);
      while (nulls != 0) {
        codes[row + Long.numberOfTrailingZeros(nulls)] = code;
        nulls &= nulls - 1;
      }
    }
  }
}
