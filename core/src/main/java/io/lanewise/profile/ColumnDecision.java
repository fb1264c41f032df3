package io.lanewise.profile;

/**
 * What was decided on a column.
 *
 * @param binning its symbols
 * @param identifier whether it looks like one
 * @param codeCounts how often each code that the binning lists occurs in what it was fitted to
 */
record ColumnDecision(Binning binning, boolean identifier, long[] codeCounts) {}
