package io.lanewise.kernel.scalar;

import io.lanewise.kernel.CrossProducts;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;

/** The log sums, one element after the other: the definition the vector kernels are held to. */
public final class ScalarLogSums implements LogSums {

  /** Creates the kernels; they hold no state. */
  public ScalarLogSums() {}

  @Override
  public double entropy(double[] c, int from, int to, Total cTotal) {
    assert to - from <= BLOCK : "entropy: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    for (int i = from; i < to; i++) {
      double gap = (cTotal.hi() - c[i]) + cTotal.lo();
      lanes[(i - from) % LANES] += LogTerms.entropyTerm(c[i], gap, cTotal.hi());
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double crossEntropy(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "crossEntropy: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    for (int i = from; i < to; i++) {
      double gap = (dTotal.hi() - d[i]) + dTotal.lo();
      lanes[(i - from) % LANES] += LogTerms.crossEntropyTerm(c[i], d[i], gap, dTotal.hi());
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double klDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "klDivergence: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    double inverse = 1 / dTotal.hi();
    for (int i = from; i < to; i++) {
      double w = c[i] * dTotal.hi();
      double v = d[i] * cTotal.hi();
      double diff = CrossProducts.difference(c[i], d[i], cTotal, dTotal);
      lanes[(i - from) % LANES] += LogTerms.klTerm(c[i], w, v, diff, inverse);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "jsDivergence: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    for (int i = from; i < to; i++) {
      double w = c[i] * dTotal.hi();
      double v = d[i] * cTotal.hi();
      double diff = CrossProducts.difference(c[i], d[i], cTotal, dTotal);
      lanes[(i - from) % LANES] += LogTerms.jsTerm(w, v, diff);
    }
    return LogSums.fold(lanes) / (4 * cTotal.hi() * dTotal.hi());
  }
}
