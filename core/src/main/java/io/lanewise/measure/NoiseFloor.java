package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;
import java.util.Arrays;

/**
 * What JS is on average when both samples come from one distribution.
 *
 * <p>A symbol that is expected often on both sides adds {@code (1 - pi)(1/n + 1/m)/8}, the
 * quadratic approximation. A rarer one adds its exact expectation given its pooled count t: the
 * smaller side has x of the t rows, hypergeometric, and the term of JS is that of the shares x/n
 * and (t-x)/m.
 */
final class NoiseFloor {

  /** Expected count from which on the quadratic approximation serves. */
  private static final double OFTEN = 5;

  /** A weight that no longer counts beside the largest one. */
  private static final double NEGLIGIBLE = 0x1p-60;

  private final double small;
  private final double large;
  private final double rows;

  private NoiseFloor(double n, double m) {
    small = Math.min(n, m);
    large = Math.max(n, m);
    rows = n + m;
  }

  /** Takes ownership of {@code pooled}. */
  static double of(double[] pooled, double n, double m) {
    NoiseFloor floor = new NoiseFloor(n, m);
    // Equal counts stand together once sorted, so each distinct one is worked out once.
    Arrays.sort(pooled);
    CompensatedSum sum = new CompensatedSum();
    int from = 0;
    while (from < pooled.length) {
      double t = pooled[from];
      int to = from + 1;
      while (to < pooled.length && pooled[to] == t) {
        to++;
      }
      sum.add((to - from) * floor.term(t));
      from = to;
    }
    return Math.min(Divergence.LN2, sum.value());
  }

  private double term(double t) {
    if (t * (small / rows) >= OFTEN) {
      return (1 - t / rows) * (1 / small + 1 / large) / 8;
    }
    return exactTerm(t);
  }

  /** The mean over x, from the mode outwards by the ratio of neighbouring probabilities. */
  private double exactTerm(double t) {
    double mode = Math.floor((small + 1) / (rows + 2) * (t + 1));
    double weights = 1;
    double sum = share(mode, t);
    double weight = 1;
    for (double x = mode + 1; x <= t; x++) {
      weight *= (small - x + 1) / x * ((t - x + 1) / (large - t + x));
      if (weight <= NEGLIGIBLE) {
        break;
      }
      weights += weight;
      sum += weight * share(x, t);
    }
    weight = 1;
    for (double x = mode - 1; x >= 0; x--) {
      weight *= (x + 1) / (small - x) * ((large - t + x + 1) / (t - x));
      if (weight <= NEGLIGIBLE) {
        break;
      }
      weights += weight;
      sum += weight * share(x, t);
    }
    return sum / weights;
  }

  /** The term of JS where x of t rows are on the smaller side. */
  private double share(double x, double t) {
    double w = x * large;
    double v = (t - x) * small;
    return LogTerms.jsTerm(w, v, v - w) / (4 * small * large);
  }
}
