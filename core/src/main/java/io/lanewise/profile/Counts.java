package io.lanewise.profile;

/** The counts of one column's symbols: integers, added when profiles merge. */
public sealed interface Counts permits BinCounts, CategoryCounts {

  /** Number of rows counted. */
  long total();

  /** How many of them are null. */
  long nulls();

  /**
   * The counts of both.
   *
   * @throws IllegalArgumentException if they are over other symbols
   * @throws ArithmeticException if one passes 2^63 - 1
   */
  Counts plus(Counts other);

  /**
   * These counts without others that are part of them.
   *
   * @throws IllegalArgumentException if they are over other symbols, or not part of these
   */
  Counts minus(Counts other);
}
