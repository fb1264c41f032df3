package io.lanewise.measure;

/**
 * Exact mean and variance of Pearson's X^2 of a table, over all tables with its margins, each as
 * likely as if rows and columns were independent.
 *
 * <p>With N rows in all, r and c symbols that occur, the mean is {@code N (r-1)(c-1) / (N-1)}, and
 * Dawson's variance {@code 2N/(N-3) (v1-w1)(v2-w2) + N^2/(N-1) w1 w2}, {@code v = (N-s)(s-1)/(N-1)}
 * and {@code w = (N sum 1/margin - s^2)/(N-2)} of either side with its s symbols. Both are worked
 * out from sums without cancellation, as for two samples ({@link ContingencyMoments}), which are
 * the case r = 2.
 *
 * <p>Source: R. B. Dawson, "A simplified expression for the variance of the chi-squared function on
 * a contingency table" (1954).
 */
final class IndependenceMoments {

  /** With fewer rows there is no variance to speak of: N - 3 divides it. */
  private static final double LEAST_ROWS = 4;

  private IndependenceMoments() {}

  /** How often independent columns with the table's margins have an X^2 as large. */
  static double pValue(long[] table, TableMargins margins) {
    return of(margins).survival(chiSquare(table, margins));
  }

  static ContingencyMoments of(TableMargins margins) {
    double n = margins.total();
    double freedom = margins.degreesOfFreedom();
    if (n < LEAST_ROWS || freedom == 0) {
      return new ContingencyMoments(freedom, 0);
    }
    Side x = Side.of(margins.rows(), n);
    Side y = Side.of(margins.columns(), n);
    double linear = 2 * n / (n - 3) * x.vLessW * y.vLessW;
    double skewed = n / (n - 1) * n * x.w * y.w;
    return new ContingencyMoments(n / (n - 1) * freedom, Math.max(0, linear + skewed));
  }

  private record Side(double w, double vLessW) {

    static Side of(long[] totals, double n) {
      double symbols = 0;
      for (long total : totals) {
        symbols += total > 0 ? 1 : 0;
      }
      double share = (n + symbols - 2) / (n - 1);
      CompensatedSum w = new CompensatedSum();
      CompensatedSum vLessW = new CompensatedSum();
      for (long total : totals) {
        if (total > 0) {
          double t = total;
          double excess = 1 - symbols * t / n;
          w.add(n / t * excess * excess);
          vLessW.add((t - 1) * (n / t - share));
        }
      }
      return new Side(w.value() / (n - 2), vLessW.value() / (n - 2));
    }
  }

  private static double chiSquare(long[] table, TableMargins margins) {
    double n = margins.total();
    CompensatedSum sum = new CompensatedSum();
    int columns = margins.columns().length;
    for (int x = 0; x < margins.rows().length; x++) {
      for (int y = 0; y < columns; y++) {
        double a = margins.rows()[x];
        double expected = a / n * margins.columns()[y];
        if (expected > 0) {
          double excess = table[x * columns + y] - expected;
          sum.add(excess * excess / expected);
        }
      }
    }
    return sum.value();
  }
}
