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
    double rest = lo + lost(hi, x, sum);
    hi = sum + rest;
    lo = rest - (hi - sum);
  }

  /**
   * Adds the first elements of an array, the sum of whose magnitudes is finite: four sums side by
   * side, so that no addition waits for the one before it. What they lose is added up as plain
   * doubles, so the error is about n 2^-106 of the sum of magnitudes.
   */
  void addAll(double[] x, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double lost0 = 0;
    double lost1 = 0;
    double lost2 = 0;
    double lost3 = 0;
    int whole = count - count % 4;
    for (int i = 0; i < whole; i += 4) {
      double t0 = s0 + x[i];
      double t1 = s1 + x[i + 1];
      double t2 = s2 + x[i + 2];
      double t3 = s3 + x[i + 3];
      lost0 += lost(s0, x[i], t0);
      lost1 += lost(s1, x[i + 1], t1);
      lost2 += lost(s2, x[i + 2], t2);
      lost3 += lost(s3, x[i + 3], t3);
      s0 = t0;
      s1 = t1;
      s2 = t2;
      s3 = t3;
    }
    for (int i = whole; i < count; i++) {
      add(x[i]);
    }
    add(s0);
    add(s1);
    add(s2);
    add(s3);
    add((lost0 + lost1) + (lost2 + lost3));
  }

  /** What rounding took from x + y. */
  private static double lost(double x, double y, double sum) {
    double added = sum - x;
    return (x - (sum - added)) + (y - added);
  }

  double value() {
    return hi;
  }

  Total total() {
    return new Total(hi, lo);
  }
}
