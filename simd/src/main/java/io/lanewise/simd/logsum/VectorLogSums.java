package io.lanewise.simd.logsum;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
import io.lanewise.simd.Lanes;

/**
 * The log sums on vectors of any width up to 8 doubles.
 *
 * <p>The 16 logical lanes are taken a vector at a time: one pass for each group of lanes, with a
 * stride of 16. The elements lie in L1, so passes cost nothing, and one accumulator needs no code
 * per width. A ragged end is padded with zeros, whose terms are +0.0, to one more group.
 */
public final class VectorLogSums implements LogSums {

  /** Creates the kernels; they hold no state. */
  public VectorLogSums() {}

  @Override
  public double entropy(double[] c, int from, int to, Total cTotal) {
    return crossEntropy(c, c, from, to, cTotal, cTotal);
  }

  @Override
  public double crossEntropy(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "crossEntropy: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    int whole = to - (to - from) % LANES;
    EntropyLanes.add(c, d, from, whole, dTotal, lanes);
    if (whole < to) {
      EntropyLanes.add(padded(c, whole, to), padded(d, whole, to), 0, LANES, dTotal, lanes);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double klDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "klDivergence: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    KlLanes terms = new KlLanes(cTotal, dTotal);
    int whole = to - (to - from) % LANES;
    for (int i = from; i < whole; i += Lanes.CHUNK) {
      terms.add(c, d, i, Math.min(whole, i + Lanes.CHUNK), lanes);
    }
    if (whole < to) {
      terms.add(padded(c, whole, to), padded(d, whole, to), 0, LANES, lanes);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "jsDivergence: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    JsLanes terms = new JsLanes(cTotal, dTotal);
    int whole = to - (to - from) % LANES;
    for (int i = from; i < whole; i += Lanes.CHUNK) {
      terms.add(c, d, i, Math.min(whole, i + Lanes.CHUNK), lanes);
    }
    if (whole < to) {
      terms.add(padded(c, whole, to), padded(d, whole, to), 0, LANES, lanes);
    }
    return LogSums.fold(lanes) / (4 * cTotal.hi() * dTotal.hi());
  }

  private static double[] padded(double[] weights, int from, int to) {
    double[] group = new double[LANES];
    System.arraycopy(weights, from, group, 0, to - from);
    return group;
  }
}
