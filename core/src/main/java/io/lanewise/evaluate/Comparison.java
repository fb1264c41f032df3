package io.lanewise.evaluate;

import io.lanewise.measure.Divergence;
import io.lanewise.measure.Interval;
import java.util.OptionalDouble;

/**
 * What two columns' counts say of each other; p is the real data, q the generated. Information in
 * nats.
 *
 * @param crossEntropy {@code -sum p ln q}
 * @param klRealGenerated {@code KL(p|q)}: grows with what the generated data lacks
 * @param klGeneratedReal {@code KL(q|p)}: grows with what the real data never has
 * @param js Jensen-Shannon divergence, 0 to ln 2
 * @param totalVariation half the sum of the differences, 0 to 1
 * @param hellinger Hellinger distance, 0 to 1
 * @param psi population stability index
 * @param chiSquare Pearson's X<sup>2</sup> of the 2 x K table of counts
 * @param g the G statistic of the same table
 * @param ks Kolmogorov-Smirnov distance, where the column is ordered
 * @param wasserstein Wasserstein-1 distance in the column's unit, where it is ordered
 * @param unseenMass share of generated rows whose symbol the real data does not have
 * @param missingMass share of real rows whose symbol the generated data does not have
 * @param klSmoothed {@code KL(p|q)} after additive smoothing, where that was asked for
 * @param noise what chance does to the JS divergence
 * @param jsCorrected the JS divergence less what chance adds to it, at least 0
 * @param jsInterval where the JS divergence of the distributions lies, with 95 % confidence
 */
public record Comparison(
    double crossEntropy,
    double klRealGenerated,
    double klGeneratedReal,
    double js,
    double totalVariation,
    double hellinger,
    double psi,
    double chiSquare,
    double g,
    OptionalDouble ks,
    OptionalDouble wasserstein,
    double unseenMass,
    double missingMass,
    OptionalDouble klSmoothed,
    Noise noise,
    double jsCorrected,
    Interval jsInterval) {

  /** Confidence of the interval. */
  public static final double CONFIDENCE = 0.95;

  /** A JS divergence that matters, in nats: 0.1 bits. */
  private static final double MATTERS = 0.1 * Divergence.LN2;

  /**
   * Whether there are too few rows to tell: no difference was found, and one that matters, a JS
   * divergence of 0.1 bits, is not ruled out by the interval.
   */
  public boolean tooFewRows() {
    return noise.insideNoise() && jsInterval.upper() > MATTERS;
  }
}
