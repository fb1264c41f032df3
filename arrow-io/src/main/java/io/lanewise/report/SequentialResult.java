package io.lanewise.report;

/**
 * What the always-valid test says.
 *
 * @param pairs pairs of rows it has seen
 * @param pValue of "all columns come from one distribution", valid at any time
 * @param exhausted whether the real rows are used up, and the value stays as it is
 */
public record SequentialResult(long pairs, double pValue, boolean exhausted) {}
