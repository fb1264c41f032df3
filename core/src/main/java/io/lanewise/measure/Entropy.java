package io.lanewise.measure;

import io.lanewise.kernel.Kernels;

/**
 * How uncertain one distribution is, and how badly another one codes it.
 *
 * <p>Arrays hold one weight or count per symbol; their sum need not be 1. Unit: nats. A weight is
 * finite and not negative, not all are 0; otherwise IllegalArgumentException. A zero weight adds 0.
 * Doubles are taken as exact rationals; a share below 2^-960 has no mass (error below 1e-286), but
 * its logarithm counts. Cost per symbol: 2 to 5 ns on vector kernels, 9 to 11 on scalar ones
 * ({@code DivergenceBenchmark}); counts of 2^53 and more take a path of exact integers, about 0.3
 * microseconds per symbol. Relative error measured at most 1e-15, whatever the scale of weights or
 * result, and never above 5e-15 ({@code AccuracyTest}, {@code ClosedFormsTest}).
 *
 * <p>Source: C. E. Shannon, "A Mathematical Theory of Communication" (1948).
 */
public final class Entropy {

  private Entropy() {}

  /**
   * Returns how much an event of the given probability tells when it happens.
   *
   * <p>{@code -ln p}; in nats; 0 for 1 and +infinity for 0. Error: 1 unit in the last place.
   *
   * @param probability from 0 to 1
   * @return nats, at least +0.0
   */
  public static double selfInformation(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability = " + probability + ": it must be between 0 and 1");
    }
    // 0 - x in place of -x: the information of a certain event is +0.0.
    return 0.0 - StrictMath.log(probability);
  }

  /**
   * Returns the entropy of weights, on adaptive kernels.
   *
   * <p>{@code H(p) = -sum p ln p}.
   *
   * @param weights one per symbol
   * @return nats, from +0.0 to the logarithm of the number of symbols
   */
  public static double entropy(double[] weights) {
    return entropy(weights, Kernels.adaptive());
  }

  /**
   * Returns the entropy of weights, {@code H(p) = -sum p ln p}.
   *
   * @param weights one per symbol
   * @param kernels what computes it
   * @return nats, from +0.0 to the logarithm of the number of symbols
   */
  public static double entropy(double[] weights, Kernels kernels) {
    return BlockSums.entropy(new DoubleWeights("weights", weights), kernels.logSums());
  }

  /**
   * Returns the entropy of counts, on adaptive kernels.
   *
   * <p>{@code H(p) = -sum p ln p}.
   *
   * @param counts one per symbol; their sum may pass 2^63
   * @return nats, from +0.0 to the logarithm of the number of symbols
   */
  public static double entropy(long[] counts) {
    return entropy(counts, Kernels.adaptive());
  }

  /**
   * Returns the entropy of counts, {@code H(p) = -sum p ln p}.
   *
   * @param counts one per symbol; their sum may pass 2^63
   * @param kernels what computes it
   * @return nats, from +0.0 to the logarithm of the number of symbols
   */
  public static double entropy(long[] counts, Kernels kernels) {
    return CountWeights.areWide("counts", counts)
        ? new WideCounts(counts).entropy()
        : BlockSums.entropy(new CountWeights(counts), kernels.logSums());
  }

  /**
   * Returns the cross-entropy of weights, on adaptive kernels.
   *
   * <p>{@code CE(p, q) = -sum p ln q}; +infinity if a symbol of p has no mass in q.
   *
   * @param p weights of the real data
   * @param q weights of the generated data, as many
   * @return nats, at least the entropy of p up to rounding
   */
  public static double crossEntropy(double[] p, double[] q) {
    return crossEntropy(p, q, Kernels.adaptive());
  }

  /**
   * Returns the cross-entropy of weights, {@code CE(p, q) = -sum p ln q}; +infinity if a symbol of
   * p has no mass in q.
   *
   * @param p weights of the real data
   * @param q weights of the generated data, as many
   * @param kernels what computes it
   * @return nats, at least the entropy of p up to rounding
   */
  public static double crossEntropy(double[] p, double[] q, Kernels kernels) {
    return Pair.of(p, q).crossEntropy(kernels.logSums());
  }

  /**
   * Returns the cross-entropy of counts, on adaptive kernels.
   *
   * <p>{@code CE(p, q) = -sum p ln q}; +infinity if a symbol of p has no count in q.
   *
   * @param p counts of the real data
   * @param q counts of the generated data, as many
   * @return nats, at least the entropy of p up to rounding
   */
  public static double crossEntropy(long[] p, long[] q) {
    return crossEntropy(p, q, Kernels.adaptive());
  }

  /**
   * Returns the cross-entropy of counts, {@code CE(p, q) = -sum p ln q}; +infinity if a symbol of p
   * has no count in q.
   *
   * @param p counts of the real data
   * @param q counts of the generated data, as many
   * @param kernels what computes it
   * @return nats, at least the entropy of p up to rounding
   */
  public static double crossEntropy(long[] p, long[] q, Kernels kernels) {
    return Pair.of(p, q).crossEntropy(kernels.logSums());
  }
}
