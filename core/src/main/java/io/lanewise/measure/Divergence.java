package io.lanewise.measure;

import io.lanewise.kernel.Kernels;

/**
 * How far one distribution is from another over the same symbols.
 *
 * <p>Arrays hold one weight or count per symbol, p the real data, q the generated data; the shares
 * {@code p_i}, {@code q_i} are taken by dividing by the sums. A weight is finite and not negative,
 * not all are 0, both arrays are as long; otherwise IllegalArgumentException. A symbol that is
 * empty on both sides adds 0. Doubles are taken as exact rationals; a share below 2^-960 has no
 * mass (error below 1e-286), but it belongs to the support. Cost per symbol: 4 to 10 ns on vector
 * kernels, 16 to 21 on scalar ones ({@code DivergenceBenchmark}); counts of 2^53 and more take a
 * path of exact integers, about 0.5 microseconds per symbol.
 *
 * <p>Error: every measure starts from the exact differences {@code d C - c D} of cross products,
 * never from a difference of shares or of entropies, so the relative error was measured at most
 * 1.4e-15 even where a divergence is 1e-33 ({@code AccuracyTest}), and is never above 6e-15. Equal
 * distributions give exactly +0.0.
 */
public final class Divergence {

  /** ln 2: the largest JS divergence in nats, and one bit. */
  public static final double LN2 = 0x1.62e42fefa39efp-1;

  private Divergence() {}

  /**
   * Returns the Kullback-Leibler divergence of p from q, on adaptive kernels.
   *
   * <p>{@code KL(p|q) = sum p ln(p/q)}, computed as {@code sum p g(q/p - 1)} over p above 0 plus
   * the sum of q over p = 0, {@code g(r) = r - ln(1+r)}; +infinity if a symbol of p is missing in
   * q. Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return nats, from +0.0 to +infinity
   */
  public static double klDivergence(double[] p, double[] q) {
    return klDivergence(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Kullback-Leibler divergence of p from q.
   *
   * <p>{@code KL(p|q) = sum p ln(p/q)}, computed as {@code sum p g(q/p - 1)} over p above 0 plus
   * the sum of q over p = 0, {@code g(r) = r - ln(1+r)}; +infinity if a symbol of p is missing in
   * q. Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @param kernels what computes it
   * @return nats, from +0.0 to +infinity
   */
  public static double klDivergence(double[] p, double[] q, Kernels kernels) {
    return Pair.of(p, q).klDivergence(kernels.logSums());
  }

  /**
   * Returns the Kullback-Leibler divergence of p from q, on adaptive kernels.
   *
   * <p>{@code KL(p|q) = sum p ln(p/q)}, computed as {@code sum p g(q/p - 1)} over p above 0 plus
   * the sum of q over p = 0, {@code g(r) = r - ln(1+r)}; +infinity if a symbol of p is missing in
   * q. Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return nats, from +0.0 to +infinity
   */
  public static double klDivergence(long[] p, long[] q) {
    return klDivergence(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Kullback-Leibler divergence of p from q.
   *
   * <p>{@code KL(p|q) = sum p ln(p/q)}, computed as {@code sum p g(q/p - 1)} over p above 0 plus
   * the sum of q over p = 0, {@code g(r) = r - ln(1+r)}; +infinity if a symbol of p is missing in
   * q. Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @param kernels what computes it
   * @return nats, from +0.0 to +infinity
   */
  public static double klDivergence(long[] p, long[] q, Kernels kernels) {
    return Pair.of(p, q).klDivergence(kernels.logSums());
  }

  /**
   * Returns the Jensen-Shannon divergence, on adaptive kernels.
   *
   * <p>{@code JS = KL(p|m)/2 + KL(q|m)/2}, {@code m = (p+q)/2}, computed as {@code 1/4 sum (p+q)
   * [(1+u) ln(1+u) + (1-u) ln(1-u)]}, {@code u = (q-p)/(q+p)}. Source: J. Lin, "Divergence Measures
   * Based on the Shannon Entropy" (1991).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return nats, from +0.0 to ln 2, exactly ln 2 for disjoint p and q
   */
  public static double jsDivergence(double[] p, double[] q) {
    return jsDivergence(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Jensen-Shannon divergence.
   *
   * <p>{@code JS = KL(p|m)/2 + KL(q|m)/2}, {@code m = (p+q)/2}, computed as {@code 1/4 sum (p+q)
   * [(1+u) ln(1+u) + (1-u) ln(1-u)]}, {@code u = (q-p)/(q+p)}. Source: J. Lin, "Divergence Measures
   * Based on the Shannon Entropy" (1991).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @param kernels what computes it
   * @return nats, from +0.0 to ln 2, exactly ln 2 for disjoint p and q
   */
  public static double jsDivergence(double[] p, double[] q, Kernels kernels) {
    return jsDivergence(Pair.of(p, q), kernels);
  }

  /**
   * Returns the Jensen-Shannon divergence, on adaptive kernels.
   *
   * <p>{@code JS = KL(p|m)/2 + KL(q|m)/2}, {@code m = (p+q)/2}, computed as {@code 1/4 sum (p+q)
   * [(1+u) ln(1+u) + (1-u) ln(1-u)]}, {@code u = (q-p)/(q+p)}. Source: J. Lin, "Divergence Measures
   * Based on the Shannon Entropy" (1991).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return nats, from +0.0 to ln 2, exactly ln 2 for disjoint p and q
   */
  public static double jsDivergence(long[] p, long[] q) {
    return jsDivergence(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Jensen-Shannon divergence.
   *
   * <p>{@code JS = KL(p|m)/2 + KL(q|m)/2}, {@code m = (p+q)/2}, computed as {@code 1/4 sum (p+q)
   * [(1+u) ln(1+u) + (1-u) ln(1-u)]}, {@code u = (q-p)/(q+p)}. Source: J. Lin, "Divergence Measures
   * Based on the Shannon Entropy" (1991).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @param kernels what computes it
   * @return nats, from +0.0 to ln 2, exactly ln 2 for disjoint p and q
   */
  public static double jsDivergence(long[] p, long[] q, Kernels kernels) {
    return jsDivergence(Pair.of(p, q), kernels);
  }

  /**
   * Returns the Jensen-Shannon distance, on adaptive kernels.
   *
   * <p>{@code sqrt(JS)}, a metric. Source: D. M. Endres, J. E. Schindelin, "A New Metric for
   * Probability Distributions" (2003).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return square root of nats, from +0.0 to the root of ln 2
   */
  public static double jsDistance(double[] p, double[] q) {
    return jsDistance(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Jensen-Shannon distance.
   *
   * <p>{@code sqrt(JS)}, a metric. Source: D. M. Endres, J. E. Schindelin, "A New Metric for
   * Probability Distributions" (2003).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @param kernels what computes it
   * @return square root of nats, from +0.0 to the root of ln 2
   */
  public static double jsDistance(double[] p, double[] q, Kernels kernels) {
    return Math.sqrt(jsDivergence(p, q, kernels));
  }

  /**
   * Returns the Jensen-Shannon distance, on adaptive kernels.
   *
   * <p>{@code sqrt(JS)}, a metric. Source: D. M. Endres, J. E. Schindelin, "A New Metric for
   * Probability Distributions" (2003).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return square root of nats, from +0.0 to the root of ln 2
   */
  public static double jsDistance(long[] p, long[] q) {
    return jsDistance(p, q, Kernels.adaptive());
  }

  /**
   * Returns the Jensen-Shannon distance.
   *
   * <p>{@code sqrt(JS)}, a metric. Source: D. M. Endres, J. E. Schindelin, "A New Metric for
   * Probability Distributions" (2003).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @param kernels what computes it
   * @return square root of nats, from +0.0 to the root of ln 2
   */
  public static double jsDistance(long[] p, long[] q, Kernels kernels) {
    return Math.sqrt(jsDivergence(p, q, kernels));
  }

  /**
   * Returns the total variation distance.
   *
   * <p>{@code 1/2 sum |p - q|}: the largest difference of probability over all sets of symbols.
   *
   * <p>Source: Levin, Peres and Wilmer 2009, proposition 4.2.
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return a probability, from +0.0 to 1
   */
  public static double totalVariation(double[] p, double[] q) {
    return totalVariation(Pair.of(p, q));
  }

  /**
   * Returns the total variation distance.
   *
   * <p>{@code 1/2 sum |p - q|}: the largest difference of probability over all sets of symbols.
   *
   * <p>Source: Levin, Peres and Wilmer 2009, proposition 4.2.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return a probability, from +0.0 to 1
   */
  public static double totalVariation(long[] p, long[] q) {
    return totalVariation(Pair.of(p, q));
  }

  /**
   * Returns the Hellinger distance.
   *
   * <p>{@code sqrt(1/2 sum (sqrt p - sqrt q)^2)}, a metric without unit.
   *
   * <p>Source: Le Cam 1986, section 4.2 (after Hellinger 1909).
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return from +0.0 to 1
   */
  public static double hellinger(double[] p, double[] q) {
    return hellinger(Pair.of(p, q));
  }

  /**
   * Returns the Hellinger distance.
   *
   * <p>{@code sqrt(1/2 sum (sqrt p - sqrt q)^2)}, a metric without unit.
   *
   * <p>Source: Le Cam 1986, section 4.2 (after Hellinger 1909).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return from +0.0 to 1
   */
  public static double hellinger(long[] p, long[] q) {
    return hellinger(Pair.of(p, q));
  }

  /**
   * Returns the population stability index.
   *
   * <p>{@code PSI = sum (p - q) ln(p/q) = KL(p|q) + KL(q|p)}; always in nats, as its customary
   * thresholds 0.1 and 0.25 are; +infinity if a symbol is empty on one side only.
   *
   * <p>Source: Siddiqi 2006, chapter 8; the divergence is that of Jeffreys 1946.
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return nats, from +0.0 to +infinity
   */
  public static double psi(double[] p, double[] q) {
    return Pair.of(p, q).psi();
  }

  /**
   * Returns the population stability index.
   *
   * <p>{@code PSI = sum (p - q) ln(p/q) = KL(p|q) + KL(q|p)}; always in nats, as its customary
   * thresholds 0.1 and 0.25 are; +infinity if a symbol is empty on one side only.
   *
   * <p>Source: Siddiqi 2006, chapter 8; the divergence is that of Jeffreys 1946.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return nats, from +0.0 to +infinity
   */
  public static double psi(long[] p, long[] q) {
    return Pair.of(p, q).psi();
  }

  /**
   * Returns Pearson's X^2 of the 2 x K table that two samples form.
   *
   * <p>{@code X^2 = sum (c D - d C)^2 / (C D (c + d))} over the symbols that occur in either, c and
   * d the counts, C and D their totals. It has no unit and grows with the samples, so there is no
   * form for weights. Source: K. Pearson (1900).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return without unit, from +0.0 to the sum of both totals
   */
  public static double chiSquare(long[] p, long[] q) {
    return chiSquare(Pair.of(p, q));
  }

  /**
   * Returns the Kolmogorov-Smirnov distance over ordered symbols.
   *
   * <p>{@code max |F - G|}, F and G the cumulated shares in the order of the arrays.
   *
   * <p>Source: Smirnov 1948.
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @return a probability, from +0.0 to 1
   */
  public static double kolmogorovSmirnov(double[] p, double[] q) {
    return kolmogorovSmirnov(Pair.of(p, q));
  }

  /**
   * Returns the Kolmogorov-Smirnov distance over ordered symbols.
   *
   * <p>{@code max |F - G|}, F and G the cumulated shares in the order of the arrays.
   *
   * <p>Source: Smirnov 1948.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return a probability, from +0.0 to 1
   */
  public static double kolmogorovSmirnov(long[] p, long[] q) {
    return kolmogorovSmirnov(Pair.of(p, q));
  }

  /**
   * Returns the first Wasserstein distance of binned values.
   *
   * <p>{@code W1 = sum |F_i - G_i| (e_(i+1) - e_i)}, {@code F_i} the share of bins 0 to i: the
   * distance of the two samples with every value moved down to the lower edge of its bin. So it is
   * exact where the values are the lower edges, and else off by at most the widest bin.
   *
   * <p>Source: Vallender 1974.
   *
   * @param p weights of the real data
   * @param q weights of the generated data
   * @param edges finite and ascending, one more than there are bins; bin i is [e_i, e_(i+1))
   * @return in the unit of the edges, at least +0.0
   */
  public static double wasserstein1(double[] p, double[] q, double[] edges) {
    return wasserstein1(Pair.of(p, q), p.length, edges);
  }

  /**
   * Returns the first Wasserstein distance of binned values.
   *
   * <p>{@code W1 = sum |F_i - G_i| (e_(i+1) - e_i)}, {@code F_i} the share of bins 0 to i: the
   * distance of the two samples with every value moved down to the lower edge of its bin. So it is
   * exact where the values are the lower edges, and else off by at most the widest bin.
   *
   * <p>Source: Vallender 1974.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @param edges finite and ascending, one more than there are bins; bin i is [e_i, e_(i+1))
   * @return in the unit of the edges, at least +0.0
   */
  public static double wasserstein1(long[] p, long[] q, double[] edges) {
    return wasserstein1(Pair.of(p, q), p.length, edges);
  }

  private static double jsDivergence(Pair pair, Kernels kernels) {
    // A sum of roundings may miss ln 2 on either side; the bound is a promise, so is equality.
    return pair.disjoint() ? LN2 : Math.min(LN2, pair.jsDivergence(kernels.logSums()));
  }

  private static double totalVariation(Pair pair) {
    double sum = pair.sum((w, v, diff) -> Math.abs(diff));
    return Math.min(1, 0.5 * sum / (pair.pTotal() * pair.qTotal()));
  }

  private static double hellinger(Pair pair) {
    double sum = pair.sum(Divergence::squaredRootDifference);
    return Math.min(1, Math.sqrt(0.5 * sum / (pair.pTotal() * pair.qTotal())));
  }

  /** (sqrt w - sqrt v)^2, without the cancellation. */
  private static double squaredRootDifference(double w, double v, double diff) {
    if (diff == 0) {
      return 0;
    }
    double difference = diff / (Math.sqrt(w) + Math.sqrt(v));
    return difference * difference;
  }

  private static double chiSquare(Pair pair) {
    double c = pair.pTotal();
    double d = pair.qTotal();
    return pair.sum((w, v, diff) -> diff == 0 ? 0 : diff / (c * w + d * v) * diff);
  }

  private static double kolmogorovSmirnov(Pair pair) {
    double largest = 0;
    for (double gap : pair.cumulativeGaps()) {
      largest = Math.max(largest, gap);
    }
    return Math.min(1, largest);
  }

  private static double wasserstein1(Pair pair, int binCount, double[] edges) {
    requireEdges(edges, binCount);
    double[] gaps = pair.cumulativeGaps();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < gaps.length; i++) {
      sum.add(gaps[i] * (edges[i + 1] - edges[i]));
    }
    return sum.value();
  }

  private static void requireEdges(double[] edges, int binCount) {
    if (edges.length != binCount + 1) {
      throw new IllegalArgumentException(
          "edges has " + edges.length + " values, expected bins + 1 = " + (binCount + 1));
    }
    for (int i = 0; i < edges.length; i++) {
      if (!Double.isFinite(edges[i])) {
        throw new IllegalArgumentException("edges[" + i + "] = " + edges[i] + ": must be finite");
      }
      if (i > 0 && edges[i] < edges[i - 1]) {
        throw new IllegalArgumentException(
            "edges[%d] = %s after edges[%d] = %s: edges must not descend"
                .formatted(i, edges[i], i - 1, edges[i - 1]));
      }
    }
  }
}
