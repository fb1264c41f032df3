package io.lanewise.profile;

/** The counts of one column's symbols: integers, added when profiles merge. */
public sealed interface Counts permits BinCounts, CategoryCounts {

  /** Number of rows counted. */
  long total();

  /** How many of them are null. */
  long nulls();
}
