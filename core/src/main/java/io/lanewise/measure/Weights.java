package io.lanewise.measure;

import io.lanewise.kernel.Total;

/**
 * One distribution, checked, as weights that kernels can take.
 *
 * <p>Weights may be scaled by a power of two, so only ratios to {@link #total} mean anything.
 */
sealed interface Weights permits CountWeights, DoubleWeights {

  int size();

  /** The sum of the staged weights. */
  Total total();

  /** Copies the weights of {@code [from, to)}, scaled, to the start of {@code block}. */
  void stage(int from, int to, double[] block);

  /** Whether any weight is {@link #tiny}. */
  boolean hasTiny();

  /**
   * Whether weight i is positive and below 2^-960 of the total. Staged as 0, it has no mass (error
   * below 1e-286), but it still belongs to the support and its logarithm still counts.
   */
  boolean tiny(int i);

  boolean positive(int i);

  /** The share of weight i, 0 if tiny. */
  double share(int i);

  /** ln of the share of weight i, which is positive. */
  double logShare(int i);
}
