package io.lanewise.measure;

import io.lanewise.kernel.CrossProducts;
import io.lanewise.kernel.Total;

/**
 * Counts of two samples over the same symbols, checked, without the symbols that occur in neither.
 *
 * <p>Counts are held as doubles: what is computed from them here are expectations, whose error is
 * of another order than a rounding of 2^-53.
 */
final class TwoSamples {
  private final int symbols;
  private final double[] p;
  private final double[] q;
  private final double pTotal;
  private final double qTotal;

  private TwoSamples(int symbols, double[] p, double[] q, double pTotal, double qTotal) {
    this.symbols = symbols;
    this.p = p;
    this.q = q;
    this.pTotal = pTotal;
    this.qTotal = qTotal;
  }

  static TwoSamples of(long[] p, long[] q) {
    if (p.length != q.length) {
      throw new IllegalArgumentException(
          "p has " + p.length + " counts, q has " + q.length + ": as many are needed");
    }
    long pSigns = 0;
    long qSigns = 0;
    for (int i = 0; i < p.length; i++) {
      pSigns |= p[i];
      qSigns |= q[i];
    }
    if (pSigns < 0 || qSigns < 0) {
      throw pSigns < 0 ? CountWeights.negative("p", p) : CountWeights.negative("q", q);
    }
    double[] c = new double[p.length];
    double[] d = new double[p.length];
    int occupied = 0;
    for (int i = 0; i < p.length; i++) {
      // Written in any case, and over the next time if empty: which cells are is hard to foretell.
      c[occupied] = p[i];
      d[occupied] = q[i];
      occupied += (p[i] | q[i]) == 0 ? 0 : 1;
    }
    TwoSamples samples =
        new TwoSamples(occupied, c, d, CountWeights.total(p).hi(), CountWeights.total(q).hi());
    if (samples.pTotal == 0 || samples.qTotal == 0) {
      throw new IllegalArgumentException(
          "p has %.0f rows, q has %.0f: both need at least 1"
              .formatted(samples.pTotal, samples.qTotal));
    }
    return samples;
  }

  /** How many symbols occur at all. */
  int symbols() {
    return symbols;
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
    double[] pooled = new double[symbols];
    for (int i = 0; i < symbols; i++) {
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

  /** As {@link Divergence#chiSquare} up to the last bit, for fewer than 2^53 rows. */
  double chiSquare() {
    Total c = new Total(pTotal, 0);
    Total d = new Total(qTotal, 0);
    double[] terms = new double[symbols];
    for (int i = 0; i < terms.length; i++) {
      double diff = CrossProducts.difference(p[i], q[i], c, d);
      double spread = pTotal * (p[i] * qTotal) + qTotal * (q[i] * pTotal);
      terms[i] = diff / spread * diff;
    }
    CompensatedSum sum = new CompensatedSum();
    sum.addAll(terms, terms.length);
    return sum.value();
  }

  /**
   * Turns nats of JS into the scale on which they follow a chi-square near 0: {@code 8nm/(n+m)}.
   */
  double chiSquarePerNat() {
    return 8 / (1 / pTotal + 1 / qTotal);
  }
}
