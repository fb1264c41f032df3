package io.lanewise.measure;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Exact mean and variance of Pearson's X^2 of a 2 x K table, over all tables with its margins, each
 * as likely as under equality.
 *
 * <p>With n and m rows, N = n + m and column totals {@code t_i}, Haldane's mean is {@code N (K-1) /
 * (N-1)}, and Dawson's variance {@code 2N/(N-3) (v1-w1)(v2-w2) + N^2/(N-1) w1 w2}, {@code v = (N-s)
 * (s-1)/(N-1)}, {@code w = (N sum 1/margin - s^2)/(N-2)}, s the number of rows (1) or columns (2).
 * The differences are worked out below, so that a variance of 0 comes out as 0.
 *
 * <p>Source: J. B. S. Haldane, "The mean and variance of chi-squared, when used as a test of
 * homogeneity, when expectations are small" (1940); R. B. Dawson, "A simplified expression for the
 * variance of the chi-squared function on a contingency table" (1954).
 *
 * @param mean of X^2
 * @param variance of X^2
 */
record ContingencyMoments(double mean, double variance) {

  /** Below this share of the squared mean a variance is rounding: X^2 has one value only. */
  private static final double NO_VARIANCE = 1e-14;

  /** With fewer rows there is no variance to speak of: N - 3 divides it. */
  private static final double LEAST_ROWS = 4;

  /** How often tables with the margins of these samples have an X^2 as large as theirs. */
  static double pValue(TwoSamples samples, long[] p, long[] q) {
    boolean exact = samples.total() < CountWeights.EXACT_LIMIT;
    return of(samples).survival(exact ? samples.chiSquare() : Divergence.chiSquare(p, q));
  }

  static ContingencyMoments of(TwoSamples samples) {
    double rows = samples.total();
    double symbols = samples.symbols();
    double mean = rows * (symbols - 1) / (rows - 1);
    if (rows < LEAST_ROWS || symbols == 1) {
      return new ContingencyMoments(mean, 0);
    }
    double n = samples.pTotal();
    double m = samples.qTotal();
    double w1 = (n - m) / n * ((n - m) / m) / (rows - 2);
    double v1LessW1 = (n - 1) / n * ((m - 1) / m) * (rows / (rows - 1)) * (rows / (rows - 2));
    double share = (rows + symbols - 2) / (rows - 1);
    double[] squares = new double[samples.symbols()];
    double[] products = new double[samples.symbols()];
    for (int i = 0; i < squares.length; i++) {
      double t = samples.pooled(i);
      double inverse = rows / t;
      double excess = 1 - symbols * t / rows;
      squares[i] = inverse * excess * excess;
      products[i] = (t - 1) * (inverse - share);
    }
    CompensatedSum w2 = new CompensatedSum();
    CompensatedSum v2LessW2 = new CompensatedSum();
    w2.addAll(squares, squares.length);
    v2LessW2.addAll(products, products.length);
    double linear = 2 * rows / (rows - 3) * v1LessW1 * (v2LessW2.value() / (rows - 2));
    double skewed = rows / (rows - 1) * rows * w1 * (w2.value() / (rows - 2));
    return new ContingencyMoments(mean, Math.max(0, linear + skewed));
  }

  /** The upper tail of the gamma distribution with this mean and variance. */
  double survival(double chiSquare) {
    if (variance <= NO_VARIANCE * mean * mean) {
      return 1;
    }
    return GammaDistribution.of(mean * mean / variance, variance / mean)
        .survivalProbability(chiSquare);
  }
}
