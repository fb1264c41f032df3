package io.lanewise.column;

/** A column of floating-point values, each widened exactly to a double. */
public non-sealed interface DoubleColumn extends Column {

  /**
   * Copies a block of values.
   *
   * @param from first row
   * @param to one past the last row, at most {@code from + BLOCK}
   * @param values receives the values at 0 and up
   * @param validity receives the validity bits where there is a null
   * @return number of nulls among the rows
   */
  int read(int from, int to, double[] values, long[] validity);
}
