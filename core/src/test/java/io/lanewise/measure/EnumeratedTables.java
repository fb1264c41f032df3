package io.lanewise.measure;

import java.util.Arrays;

/** All 2 x K tables with the margins of one, each with its probability under equality. */
final class EnumeratedTables {
  private final long[] pooled;
  private final long rows;

  EnumeratedTables(long[] p, long[] q) {
    pooled = new long[p.length];
    Arrays.setAll(pooled, i -> p[i] + q[i]);
    rows = Arrays.stream(p).sum();
  }

  /** A statistic of a table. */
  @FunctionalInterface
  interface Statistic {
    double of(long[] p, long[] q);
  }

  double mean(Statistic statistic) {
    double ways = sum((p, q) -> 1, new long[pooled.length], 0, rows, 1);
    return sum(statistic, new long[pooled.length], 0, rows, 1) / ways;
  }

  private double sum(Statistic statistic, long[] p, int from, long left, double ways) {
    if (from == p.length) {
      if (left > 0) {
        return 0;
      }
      long[] q = new long[p.length];
      Arrays.setAll(q, i -> pooled[i] - p[i]);
      return ways * statistic.of(p, q);
    }
    double sum = 0;
    double choices = 1;
    for (long x = 0; x <= Math.min(pooled[from], left); x++) {
      p[from] = x;
      sum += sum(statistic, p, from + 1, left - x, ways * choices);
      choices *= (double) (pooled[from] - x) / (x + 1);
    }
    return sum;
  }
}
