package io.lanewise.arrow;

/** How the values of one column, or of one dictionary, lie in memory. */
sealed interface Storage {

  /** Integers, and whatever is stored as one: dates, times, timestamps, small decimals. */
  record Integers(IntegerWidth width) implements Storage {}

  /** IEEE 754 numbers. */
  record Floats(FloatWidth width) implements Storage {}

  /** Decimals of two or four 64-bit words, the low one first. */
  record Decimals(int words) implements Storage {}

  /** One bit a row. */
  record Bits() implements Storage {}

  /** Byte strings that lie between offsets of 32 bits, or of 64 where {@code large}. */
  record Offsets(boolean large) implements Storage {}

  /** Byte strings of 16-byte views: short ones inside, long ones in further buffers. */
  record Views() implements Storage {}

  /** Byte strings of one width. */
  record FixedBytes(int width) implements Storage {}

  /** No buffers at all: every row is null. */
  record Nulls() implements Storage {}

  /** Anything that is skipped. */
  record Nested() implements Storage {}
}
