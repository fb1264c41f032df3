package io.lanewise.measure;

/**
 * Counts of two samples over the same symbols, checked, without the symbols that occur in neither.
 *
 * <p>Counts are held as doubles: what is computed from them here are expectations, whose error is
 * of another order than a rounding of 2^-53.
 */
final class TwoSamples {
  private final double[] p;
  private final double[] q;
  private final double pTotal;
  private final double qTotal;

  private TwoSamples(double[] p, double[] q) {
    this.p = p;
    this.q = q;
    pTotal = sum(p);
    qTotal = sum(q);
  }

  static TwoSamples of(long[] p, long[] q) {
    if (p.length != q.length) {
      throw new IllegalArgumentException(
          "p has " + p.length + " counts, q has " + q.length + ": as many are needed");
    }
    int occupied = 0;
    for (int i = 0; i < p.length; i++) {
      requireCount("p", p, i);
      requireCount("q", q, i);
      occupied += (p[i] | q[i]) == 0 ? 0 : 1;
    }
    double[] c = new double[occupied];
    double[] d = new double[occupied];
    int k = 0;
    for (int i = 0; i < p.length; i++) {
      if ((p[i] | q[i]) != 0) {
        c[k] = p[i];
        d[k++] = q[i];
      }
    }
    TwoSamples samples = new TwoSamples(c, d);
    if (samples.pTotal == 0 || samples.qTotal == 0) {
      throw new IllegalArgumentException(
          "p has %.0f rows, q has %.0f: both need at least 1"
              .formatted(samples.pTotal, samples.qTotal));
    }
    return samples;
  }

  private static void requireCount(String name, long[] counts, int i) {
    if (counts[i] < 0) {
      throw new IllegalArgumentException(
          name + "[" + i + "] = " + counts[i] + ": a count must not be negative");
    }
  }

  private static double sum(double[] counts) {
    CompensatedSum sum = new CompensatedSum();
    for (double count : counts) {
      sum.add(count);
    }
    return sum.value();
  }

  /** How many symbols occur at all. */
  int symbols() {
    return p.length;
  }

  double p(int i) {
    return p[i];
  }

  double q(int i) {
    return q[i];
  }

  /** How often symbol i occurs on both sides together. */
  double pooled(int i) {
    return p[i] + q[i];
  }

  double[] pooled() {
    double[] pooled = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      pooled[i] = pooled(i);
    }
    return pooled;
  }

  /** Rows of p. */
  double pTotal() {
    return pTotal;
  }

  /** Rows of q. */
  double qTotal() {
    return qTotal;
  }

  double total() {
    return pTotal + qTotal;
  }

  /**
   * Turns nats of JS into the scale on which they follow a chi-square near 0: {@code 8nm/(n+m)}.
   */
  double chiSquarePerNat() {
    return 8 / (1 / pTotal + 1 / qTotal);
  }
}
