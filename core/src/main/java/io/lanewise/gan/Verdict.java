package io.lanewise.gan;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Divergence;
import java.util.Arrays;

/**
 * What a discriminator says of real and of generated rows, in nats.
 *
 * <p>The value function is {@code V(D,G) = E ln D(x) + E ln(1 - D(G(z)))}, {@code D =
 * sigmoid(logit)} (I. Goodfellow et al., "Generative adversarial nets", NIPS (2014), equation 1).
 * No D makes it greater than {@code 2 JS - ln 4}, and {@code D = p/(p+q)} reaches that (theorem 1
 * there). So a value measured on rows that D has not learnt from bounds the JS divergence of the
 * rows from below: {@code JS >= (V + ln 4) / (2k)} where D sees packs of k independent rows, whose
 * divergence is at most k times that of a row.
 *
 * <p>Expectations are means over the packs. The terms come from logits, {@code ln D =
 * -softplus(-logit)}, never from the logarithm of a rounded sigmoid, so a value is off by a few
 * 1e-16 relative.
 *
 * @param value V
 * @param standardError of V as an estimate of its expectation: {@code sqrt(s_r^2/n_r + s_g^2/n_g)};
 *     NaN with fewer than two packs on a side
 * @param accuracy mean over both sides of the share that D takes for what it is; a logit of 0
 *     counts half
 * @param meanReal mean of D over real packs
 * @param meanGenerated mean of D over generated packs
 * @param pack rows of a pack
 */
public record Verdict(
    double value,
    double standardError,
    double accuracy,
    double meanReal,
    double meanGenerated,
    int pack) {

  /** The value of a discriminator that cannot tell: {@code -ln 4}. */
  public static final double CHANCE = -2 * Divergence.LN2;

  /** 95 % of a normal distribution lie above minus this. */
  private static final double ONE_SIDED_95 = 1.6448536269514722;

  /**
   * Judges by logits.
   *
   * @param real logits of packs of real rows, at least one
   * @param generated logits of packs of generated rows, at least one
   * @param pack rows of a pack
   * @param kernels who computes
   * @throws IllegalArgumentException if a side is empty
   */
  public static Verdict of(float[] real, float[] generated, int pack, Kernels kernels) {
    if (real.length == 0 || generated.length == 0 || pack < 1) {
      throw new IllegalArgumentException(
          "%d real and %d generated logits of packs of %d, expected at least 1 each"
              .formatted(real.length, generated.length, pack));
    }
    BinaryCrossEntropy entropy = kernels.binaryCrossEntropy();
    float[] ones = new float[real.length];
    Arrays.fill(ones, 1);
    // From 0, so that no loss is +0.
    double ofReal = 0 - entropy.sum(real, 0, ones, 0, real.length) / real.length;
    double ofGenerated =
        0
            - entropy.sum(generated, 0, new float[generated.length], 0, generated.length)
                / generated.length;
    double variance = variance(real, -1, ofReal) + variance(generated, 1, ofGenerated);
    return new Verdict(
        ofReal + ofGenerated,
        Math.sqrt(variance),
        (rightly(real, 1) + rightly(generated, -1)) / 2,
        mean(real),
        mean(generated),
        pack);
  }

  /** Variance of the mean of {@code -softplus(sign logit)}. */
  private static double variance(float[] logits, int sign, double mean) {
    double squares = 0;
    for (float logit : logits) {
      double term = term(logit, sign);
      squares += (term - mean) * (term - mean);
    }
    return squares / (logits.length - 1.0) / logits.length;
  }

  /** A row's part of the value: {@code -softplus(sign logit)}. */
  private static double term(float logit, int sign) {
    double z = (double) sign * logit;
    return -(Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))));
  }

  /** The terms of real rows, or of generated ones; V is the sum of their means. */
  static double[] terms(float[] logits, boolean ofReal) {
    double[] terms = new double[logits.length];
    Arrays.setAll(terms, i -> term(logits[i], ofReal ? -1 : 1));
    return terms;
  }

  /** The same with another standard error, as of packs that are not independent. */
  Verdict withStandardError(double other) {
    return new Verdict(value, other, accuracy, meanReal, meanGenerated, pack);
  }

  private static double rightly(float[] logits, int sign) {
    double right = 0;
    for (float logit : logits) {
      right += (1 + Math.signum(sign * logit)) / 2;
    }
    return right / logits.length;
  }

  private static double mean(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += 1 / (1 + Math.exp(-logit));
    }
    return sum / logits.length;
  }

  /**
   * What the value says of the divergence of a row: {@code max(0, (V + ln 4) / 2k)}, nats.
   *
   * <p>A bound of the expectation only: the rows at hand may exceed it by chance.
   */
  public double jsBound() {
    return bound(value);
  }

  /**
   * The same, 1.645 standard errors lower: with 95 % confidence the JS divergence of real from
   * generated rows is at least this, if D has learnt from none of these rows. Nats, at least 0.
   */
  public double jsLowerLimit() {
    return bound(value - ONE_SIDED_95 * standardError);
  }

  private double bound(double v) {
    // NaN, of a single pack, bounds nothing.
    return v > CHANCE ? Math.min(Divergence.LN2, (v - CHANCE) / (2 * pack)) : 0;
  }
}
