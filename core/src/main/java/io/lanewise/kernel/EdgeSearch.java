package io.lanewise.kernel;

import java.util.Arrays;

/**
 * Finds the bin of each value: the number of thresholds that are not above it.
 *
 * <p>Thresholds ascend (equal neighbours are allowed) and there are a power of two minus one of
 * them, padded at the end with the largest value of their type; {@link #padded(double[])} makes
 * such an array. A value equal to the padding counts the padding too: callers clamp the result to
 * the number of real thresholds.
 *
 * <p>Shapes: {@code values[0 .. count)} to {@code bins[0 .. count)}. NaN yields {@code nanBin}.
 * Cost: one probe per doubling of the number of thresholds, without a branch. Results are integers,
 * the same for every implementation.
 */
public interface EdgeSearch {

  /**
   * Bins doubles.
   *
   * @param values the values; infinities are values like others
   * @param count how many
   * @param thresholds padded thresholds, with {@link Double#POSITIVE_INFINITY} as padding
   * @param most the number of real thresholds, the largest bin that is returned
   * @param nanBin what a NaN is given
   * @param bins receives one bin per value
   */
  void search(double[] values, int count, double[] thresholds, int most, int nanBin, int[] bins);

  /**
   * Bins integers.
   *
   * @param values the values
   * @param count how many
   * @param thresholds padded thresholds, with {@link Long#MAX_VALUE} as padding
   * @param most the number of real thresholds, the largest bin that is returned
   * @param bins receives one bin per value
   */
  void search(long[] values, int count, long[] thresholds, int most, int[] bins);

  /** Pads ascending thresholds with infinity to a power of two minus one. */
  static double[] padded(double[] thresholds) {
    double[] padded = Arrays.copyOf(thresholds, paddedLength(thresholds.length));
    Arrays.fill(padded, thresholds.length, padded.length, Double.POSITIVE_INFINITY);
    return padded;
  }

  /** Pads ascending thresholds with the largest long to a power of two minus one. */
  static long[] padded(long[] thresholds) {
    long[] padded = Arrays.copyOf(thresholds, paddedLength(thresholds.length));
    Arrays.fill(padded, thresholds.length, padded.length, Long.MAX_VALUE);
    return padded;
  }

  private static int paddedLength(int length) {
    return Integer.highestOneBit(Math.max(length, 1)) * 2 - 1;
  }
}
