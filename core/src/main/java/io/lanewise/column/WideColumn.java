package io.lanewise.column;

import java.math.BigInteger;

/**
 * A {@link LongColumn} whose values need more than 64 signed bits: wide decimals, unsigned integers
 * from 2<sup>63</sup> up. Exact, and slow.
 */
public non-sealed interface WideColumn extends Column {

  /**
   * Copies a block of values.
   *
   * @param from first row
   * @param to one past the last row, at most {@code from + BLOCK}
   * @param values receives the values at 0 and up; zero beside a null
   * @param validity receives the validity bits where there is a null
   * @return number of nulls among the rows
   */
  int read(int from, int to, BigInteger[] values, long[] validity);
}
