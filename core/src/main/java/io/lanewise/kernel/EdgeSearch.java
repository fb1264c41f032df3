package io.lanewise.kernel;

/**
 * Finds the bin of each value: the number of thresholds that are not above it.
 *
 * <p>Shapes: {@code values[0 .. count)} to {@code bins[0 .. count)}. Results are integers, the same
 * for every implementation. -0.0 equals 0.0; infinities are values like others.
 */
public interface EdgeSearch {

  /** Most thresholds. */
  int MOST = Character.MAX_VALUE;

  /**
   * Bins doubles.
   *
   * @param values the values
   * @param count how many
   * @param edges the thresholds
   * @param nanBin what a NaN is given
   * @param bins receives one bin per value
   */
  void search(double[] values, int count, DoubleEdges edges, int nanBin, int[] bins);

  /**
   * Bins integers.
   *
   * @param values the values
   * @param count how many
   * @param edges the thresholds
   * @param bins receives one bin per value
   */
  void search(long[] values, int count, LongEdges edges, int[] bins);
}
