package io.lanewise.simd.logsum;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;

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
    int whole = to - (to - from) % LANES;
    KlLanes.add(c, d, from, whole, cTotal, dTotal, lanes);
    if (whole < to) {
      double[] restOfC = padded(c, whole, to);
      KlLanes.add(restOfC, padded(d, whole, to), 0, LANES, cTotal, dTotal, lanes);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  @Override
  public double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "jsDivergence: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    int whole = to - (to - from) % LANES;
    JsLanes.add(c, d, from, whole, cTotal, dTotal, lanes);
    if (whole < to) {
      double[] restOfC = padded(c, whole, to);
      JsLanes.add(restOfC, padded(d, whole, to), 0, LANES, cTotal, dTotal, lanes);
    }
    return LogSums.fold(lanes) / (4 * cTotal.hi() * dTotal.hi());
  }

  private static double[] padded(double[] weights, int from, int to) {
    double[] group = new double[LANES];
    System.arraycopy(weights, from, group, 0, to - from);
    return group;
  }
}
