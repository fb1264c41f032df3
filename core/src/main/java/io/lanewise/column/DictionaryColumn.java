package io.lanewise.column;

/**
 * A column of indices into a dictionary of values. Booleans come in this form too, with the
 * dictionary {@code false, true}.
 */
public non-sealed interface DictionaryColumn extends Column {

  /**
   * The values. May hold nulls (a row that points at one is null), duplicates, and values that no
   * row uses. The same object for as long as the dictionary stays the same, so that what is
   * computed for it can be kept.
   */
  Column dictionary();

  /**
   * Copies a block of indices, each at least 0 and below the dictionary's length.
   *
   * @param from first row
   * @param to one past the last row, at most {@code from + BLOCK}
   * @param indices receives the indices at 0 and up; 0 beside a null
   * @param validity receives the validity bits where there is a null
   * @return number of nulls among the rows, not counting nulls of the dictionary
   */
  int read(int from, int to, int[] indices, long[] validity);
}
