package io.lanewise.measure;

import io.lanewise.kernel.LogSums;

/** Two checked distributions over the same symbols: p the real one, q the generated one. */
sealed interface Pair permits ScaledPair, WidePair {

  static Pair of(double[] p, double[] q) {
    requireSameSize("weights", p.length, q.length);
    return new ScaledPair(new DoubleWeights("p", p), new DoubleWeights("q", q));
  }

  static Pair of(long[] p, long[] q) {
    requireSameSize("counts", p.length, q.length);
    // Two statements, because both must be checked, also where p alone settles the matter.
    boolean pIsWide = CountWeights.areWide("p", p);
    boolean qIsWide = CountWeights.areWide("q", q);
    return pIsWide || qIsWide
        ? new WidePair(new WideCounts(p), new WideCounts(q))
        : new ScaledPair(new CountWeights(p), new CountWeights(q));
  }

  private static void requireSameSize(String what, int pSize, int qSize) {
    if (pSize != qSize) {
      throw new IllegalArgumentException(
          "p has " + pSize + " " + what + ", q has " + qSize + ": as many are needed");
    }
  }

  double crossEntropy(LogSums sums);

  double klDivergence(LogSums sums);

  double jsDivergence(LogSums sums);

  /** Sums (p - q) ln(p/q), +infinity where one side alone is 0. */
  double psi();

  /** Sums a term over all symbols. */
  double sum(CrossTerm term);

  /** C, as precise as a double is. */
  double pTotal();

  /** D, as precise as a double is. */
  double qTotal();

  /** Returns |F - G| after each symbol, F and G the cumulated shares in the order given. */
  double[] cumulativeGaps();

  /** Whether no symbol has mass on both sides. */
  boolean disjoint();
}
