package io.lanewise.kernel;

/**
 * The sum {@code sum_j exp(x_j - largest)} of a row, in two parts, so that nothing small is lost
 * beside them.
 *
 * @param largest the largest element
 * @param ones how many exponentials are 1
 * @param rest what the others add; NaN if there is a NaN in the row or {@code largest} is infinite
 */
public record RowSum(float largest, int ones, double rest) {

  /**
   * Returns the inverse of the sum.
   *
   * @return 1/sum; NaN for an infinite element
   */
  public double inverse() {
    return inverse(ones, rest);
  }

  /**
   * Returns the inverse of a sum of which no object is made.
   *
   * @param ones how many exponentials are 1
   * @param rest what the others add
   * @return 1/sum; NaN for an infinite element
   */
  public static double inverse(int ones, double rest) {
    return 1 / (ones + rest);
  }

  /**
   * Returns the logarithm of the sum.
   *
   * @return nats, accurate near 0 too; NaN for an infinite element
   */
  public double log() {
    return log(ones, rest);
  }

  /**
   * Returns the logarithm of a sum of which no object is made.
   *
   * @param ones how many exponentials are 1
   * @param rest what the others add
   * @return nats, accurate near 0 too; NaN for an infinite element
   */
  public static double log(int ones, double rest) {
    return ones == 1 ? DoubleFunctions.log1p(rest) : DoubleFunctions.log(ones + rest);
  }

  /**
   * Returns the log-sum-exp of the row.
   *
   * @param x rows
   * @param row which of them this is the sum of
   * @return nats; the largest element if it is infinite, unless there is a NaN in the row
   */
  public float logSumExp(Matrix x, int row) {
    if (!Float.isInfinite(largest)) {
      return (float) (largest + log());
    }
    int from = x.from() + row * x.stride();
    for (int i = from; i < from + x.columns(); i++) {
      if (Float.isNaN(x.values()[i])) {
        return Float.NaN;
      }
    }
    return largest;
  }
}
