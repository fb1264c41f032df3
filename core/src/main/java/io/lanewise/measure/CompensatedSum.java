package io.lanewise.measure;

import io.lanewise.kernel.Total;

/**
 * A running sum that keeps what rounding drops, as a normalised pair of doubles.
 *
 * <p>Error: about n 2^-105 of the sum of magnitudes. Source: T. J. Dekker, "A floating-point
 * technique for extending the available precision", Numer. Math. 18 (1971); the two-sum is Knuth's.
 */
final class CompensatedSum {
  private double hi;
  private double lo;

  void add(double x) {
    double sum = hi + x;
    if (Double.isInfinite(sum)) {
      hi = sum;
      lo = 0;
      return;
    }
    double added = sum - hi;
    double lost = (hi - (sum - added)) + (x - added);
    double rest = lo + lost;
    hi = sum + rest;
    lo = rest - (hi - sum);
  }

  double value() {
    return hi;
  }

  Total total() {
    return new Total(hi, lo);
  }
}
