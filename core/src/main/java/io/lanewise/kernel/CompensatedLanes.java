package io.lanewise.kernel;

import java.util.Arrays;

/**
 * Sixteen running sums, and beside each the exact sum of what its additions rounded away.
 *
 * <p>An addition {@code t = fl(s + x)} leaves the rounding error {@code s + x - t}, which is itself
 * a double (two-sum, six operations, whatever the magnitudes). The errors are added up plainly and
 * come back in at the end, so a total errs as if it had been computed in twice the precision and
 * then rounded: with m additions a lane, by at most {@code 2^-53 |total| + (m+8)^2 2^-106 sum|x|}.
 *
 * <p>A sum that reaches infinity or NaN has no error to speak of; then the plain sum is the total.
 * Source: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26
 * (2005), algorithms 4.1 and 5.3; two-sum: D. E. Knuth, TAOCP vol. 2, 4.2.2, theorem B.
 */
public final class CompensatedLanes {

  private final double[] sums = new double[LogSums.LANES];
  private final double[] errors = new double[LogSums.LANES];

  /** Creates lanes of +0.0. */
  public CompensatedLanes() {}

  /**
   * Adds a number to a lane.
   *
   * @param lane 0 to 15
   * @param x the number
   */
  public void add(int lane, double x) {
    double before = sums[lane];
    double after = before + x;
    sums[lane] = after;
    errors[lane] += error(before, x, after);
  }

  /**
   * Adds a product to a lane, with the error of the product: exact unless it is below 2^-969.
   *
   * @param lane 0 to 15
   * @param x a factor
   * @param y the other factor
   */
  public void addProduct(int lane, double x, double y) {
    double product = x * y;
    double productError = Math.fma(x, y, -product);
    double before = sums[lane];
    double after = before + product;
    sums[lane] = after;
    errors[lane] += error(before, product, after) + productError;
  }

  /** What {@code after = fl(before + x)} rounded away. */
  private static double error(double before, double x, double after) {
    double added = after - before;
    return (before - (after - added)) + (x - added);
  }

  /** The running sums, to be read and written by vector kernels. */
  public double[] sums() {
    return sums;
  }

  /** The sums of the errors, to be read and written by vector kernels. */
  public double[] errors() {
    return errors;
  }

  /**
   * Folds the lanes 8+8, 4+4, 2+2, 1+1, again without losing what is rounded away.
   *
   * @return the total; the lanes keep what they hold
   */
  public double total() {
    double[] sum = Arrays.copyOf(sums, sums.length);
    double[] lost = Arrays.copyOf(errors, errors.length);
    for (int width = LogSums.LANES / 2; width > 0; width /= 2) {
      for (int lane = 0; lane < width; lane++) {
        double folded = sum[lane] + sum[lane + width];
        lost[lane] += lost[lane + width] + error(sum[lane], sum[lane + width], folded);
        sum[lane] = folded;
      }
    }
    return Double.isFinite(lost[0]) ? sum[0] + lost[0] : sum[0];
  }
}
