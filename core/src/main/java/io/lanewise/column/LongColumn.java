package io.lanewise.column;

/**
 * A column of values that are whole multiples of their type's step: integers, decimals, dates,
 * times. A value is its stored integer; {@link ColumnType#step()} tells what one is worth.
 */
public non-sealed interface LongColumn extends Column {

  /**
   * Copies a block of values.
   *
   * @param from first row
   * @param to one past the last row, at most {@code from + BLOCK}
   * @param values receives the values at 0 and up
   * @param validity receives the validity bits where there is a null
   * @return number of nulls among the rows
   */
  int read(int from, int to, long[] values, long[] validity);
}
