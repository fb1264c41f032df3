package io.lanewise.measure;

import java.util.Arrays;

/**
 * The JS to expect of two samples of one distribution, of n and m rows, given how often each symbol
 * occurs in both together.
 *
 * <p>A symbol expected at least 5 times on both sides adds {@code (1 - pi)(1/n + 1/m)/8}, a rarer
 * one what {@link RareSymbol} works out, once for each count: all tables of one scorecard have the
 * same n and m. One thread.
 */
final class NoiseFloor {

  /** Expected count from which on the quadratic approximation serves. */
  private static final double OFTEN = 5;

  /** Counts up to here are rare where no side has more than 100 times the rows of the other. */
  private static final int KEPT = 1 << 9;

  private final double n;
  private final double m;
  private final double[] rareMeans = new double[KEPT];

  NoiseFloor(double n, double m) {
    this.n = n;
    this.m = m;
    Arrays.fill(rareMeans, Double.NaN);
  }

  boolean isOf(double rows, double otherRows) {
    return rows == n && otherRows == m;
  }

  /** Under the pooled counts of both samples. */
  double of(TwoSamples samples) {
    return of(samples.pooled());
  }

  /** Under pooled counts that follow the shares of p alone. */
  double ofPerfect(TwoSamples samples) {
    double[] pooled = new double[samples.symbols()];
    for (int i = 0; i < pooled.length; i++) {
      pooled[i] = Math.rint(samples.p(i) * (1 + m / n));
    }
    return of(pooled);
  }

  private double of(double[] pooled) {
    double rows = n + m;
    double often = OFTEN * (rows / Math.min(n, m));
    // (1 - t/rows) times the rows: whole numbers, exact in any order up to 2^53.
    double others = 0;
    double rare = 0;
    for (double t : pooled) {
      if (t >= often) {
        others += rows - t;
      } else if (t > 0) {
        rare += rareMean(t);
      }
    }
    return Math.min(Divergence.LN2, (others / rows + rare) * (1 / n + 1 / m) / 8);
  }

  private double rareMean(double t) {
    if (t >= KEPT) {
      return RareSymbol.of(t, Math.min(n, m), Math.max(n, m)).mean();
    }
    double mean = rareMeans[(int) t];
    if (Double.isNaN(mean)) {
      mean = RareSymbol.of(t, Math.min(n, m), Math.max(n, m)).mean();
      rareMeans[(int) t] = mean;
    }
    return mean;
  }
}
