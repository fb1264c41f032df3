package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;

/**
 * The one walk over blocks: stage, reduce, add. Kernels see one block at a time, so they cannot
 * differ in anything that happens here.
 */
final class BlockSums {

  private BlockSums() {}

  /** A reduction of one block of a pair. */
  @FunctionalInterface
  interface PairReduction {
    double of(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal);
  }

  /** The term of a symbol that has a {@linkplain Weights#tiny tiny} share. */
  @FunctionalInterface
  interface TinyTerm {
    double of(Weights p, Weights q, int i);
  }

  static double entropy(Weights p, LogSums sums) {
    CompensatedSum sum = new CompensatedSum();
    addEntropy(p, sums, sum);
    return sum.value();
  }

  /** Adds the terms of some weights, whose shares are those of a larger total. */
  static void addEntropy(Weights p, LogSums sums, CompensatedSum sum) {
    double[] c = new double[blockLength(p)];
    for (int from = 0; from < p.size(); from += LogSums.BLOCK) {
      int length = Math.min(LogSums.BLOCK, p.size() - from);
      p.stage(from, from + length, c);
      sum.add(sums.entropy(c, 0, length, p.total()));
    }
  }

  static double crossEntropy(Weights p, Weights q, LogSums sums) {
    CompensatedSum sum = new CompensatedSum();
    addCrossEntropy(p, q, sums, sum);
    return sum.value();
  }

  static void addCrossEntropy(Weights p, Weights q, LogSums sums, CompensatedSum sum) {
    add(p, q, sums::crossEntropy, BlockSums::tinyCrossEntropy, sum);
  }

  static double klDivergence(Weights p, Weights q, LogSums sums) {
    CompensatedSum sum = new CompensatedSum();
    addKlDivergence(p, q, sums, sum);
    return sum.value();
  }

  static void addKlDivergence(Weights p, Weights q, LogSums sums, CompensatedSum sum) {
    add(p, q, sums::klDivergence, BlockSums::tinyKl, sum);
  }

  static double jsDivergence(Weights p, Weights q, LogSums sums) {
    CompensatedSum sum = new CompensatedSum();
    addJsDivergence(p, q, sums, sum);
    return sum.value();
  }

  static void addJsDivergence(Weights p, Weights q, LogSums sums, CompensatedSum sum) {
    add(p, q, sums::jsDivergence, BlockSums::tinyJs, sum);
  }

  private static void add(
      Weights p, Weights q, PairReduction reduction, TinyTerm tinyTerm, CompensatedSum sum) {
    double[] c = new double[blockLength(p)];
    double[] d = new double[blockLength(p)];
    boolean tiny = p.hasTiny() || q.hasTiny();
    for (int from = 0; from < p.size(); from += LogSums.BLOCK) {
      int length = Math.min(LogSums.BLOCK, p.size() - from);
      p.stage(from, from + length, c);
      q.stage(from, from + length, d);
      for (int i = 0; tiny && i < length; i++) {
        if (p.tiny(from + i) || q.tiny(from + i)) {
          sum.add(tinyTerm.of(p, q, from + i));
          c[i] = 0;
          d[i] = 0;
        }
      }
      sum.add(reduction.of(c, d, 0, length, p.total(), q.total()));
    }
  }

  private static int blockLength(Weights weights) {
    return Math.min(LogSums.BLOCK, weights.size());
  }

  private static double tinyCrossEntropy(Weights p, Weights q, int i) {
    if (!p.positive(i)) {
      return 0;
    }
    return q.positive(i) ? p.share(i) * -q.logShare(i) : Double.POSITIVE_INFINITY;
  }

  private static double tinyKl(Weights p, Weights q, int i) {
    if (!p.positive(i)) {
      return q.share(i);
    }
    if (!q.positive(i)) {
      return Double.POSITIVE_INFINITY;
    }
    // At most one share is not 0, and the logarithms are hundreds apart: nothing cancels.
    return p.share(i) * (p.logShare(i) - q.logShare(i)) + (q.share(i) - p.share(i));
  }

  /** The side that is not tiny stands alone: its whole mass is one of two disjoint parts. */
  private static double tinyJs(Weights p, Weights q, int i) {
    return (p.share(i) + q.share(i)) * (0.5 * Divergence.LN2);
  }
}
