package io.lanewise.measure;

/** Finds the noncentrality under which an observed value lies at a given tail. */
final class NoncentralInversion {
  private static final double RELATIVE = 1e-10;

  private NoncentralInversion() {}

  /**
   * Returns the noncentrality at which a value as large (as small) as {@code x} has the probability
   * {@code tail}; 0 where even 0 gives more (less) than that.
   */
  static double noncentrality(double degrees, double x, double tail, boolean upper) {
    double low = 0;
    if (excess(degrees, low, x, tail, upper) >= 0) {
      return 0;
    }
    double high = Math.max(1, x - degrees + 10 * Math.sqrt(2 * x + 2));
    while (excess(degrees, high, x, tail, upper) < 0) {
      low = high;
      high *= 2;
    }
    while (high - low > RELATIVE * high) {
      double middle = 0.5 * (low + high);
      if (excess(degrees, middle, x, tail, upper) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** Rises with the noncentrality. */
  private static double excess(
      double degrees, double noncentrality, double x, double tail, boolean upper) {
    NoncentralChiSquare distribution = new NoncentralChiSquare(degrees, noncentrality);
    return upper ? distribution.survival(x) - tail : tail - distribution.cumulative(x);
  }
}
