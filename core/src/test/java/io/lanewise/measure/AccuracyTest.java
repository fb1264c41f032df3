package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The relative error of the measures on random pairs, against 80 digits.
 *
 * <p>Measured over these samples: at most 3.1e-16 for entropy and cross-entropy, 9.6e-16 for KL,
 * 1.4e-15 for JS. Asserted: 1e-15 and 2e-15.
 */
class AccuracyTest {
  private static final long SEED = 20260724;
  private static final double ENTROPY_ERROR = 1e-15;
  private static final double DIVERGENCE_ERROR = 2e-15;

  private final Random random = new Random(SEED);

  @Tag("slow")
  @Test
  void pairsFarApart() {
    for (int i = 0; i < 300; i++) {
      double[] p = weights(2 + random.nextInt(8), 1 << random.nextInt(6));
      check(p, weights(p.length, 1 << random.nextInt(6)));
    }
  }

  @Tag("slow")
  @Test
  void pairsNearlyEqual() {
    for (int i = 0; i < 300; i++) {
      double[] p = weights(2 + random.nextInt(8), 4);
      double[] q = p.clone();
      double size = Math.scalb(1.0, -random.nextInt(50));
      for (int k = 0; k < q.length; k++) {
        q[k] *= 1 + size * random.nextDouble();
      }
      check(p, q);
    }
  }

  /** Shares that meet the edges of the branches: ratios of 1/2 and 2, shares of 1/2. */
  @Tag("slow")
  @Test
  void pairsAtTheBranches() {
    for (double edge : new double[] {0.5, 2, Math.sqrt(0.5), Math.sqrt(2)}) {
      for (int step = -40; step <= 40; step++) {
        double x = edge * (1 + step * 0x1p-52);
        double y = edge * (1 + step * 0.004);
        check(new double[] {1, 1e3}, new double[] {x, 1e3});
        check(new double[] {1, 1e3}, new double[] {y, 1e3});
        check(new double[] {1, y}, new double[] {1, 1});
        check(new double[] {1, 1 + step * 0x1p-52}, new double[] {1, 1});
      }
    }
  }

  /** One pair carries all of JS, with a ratio where its two logarithms cancel the most. */
  @Tag("slow")
  @Test
  void ratiosJustBeyondTwo() {
    for (int i = 0; i < 500; i++) {
      double weight = 1 + random.nextDouble();
      double other = weight * (2 + 0.5 * random.nextDouble());
      check(new double[] {weight, 1e6}, new double[] {other, 1e6});
    }
  }

  @Test
  void sharesFarBelowTheSmallestRatio() {
    double[] p = {1e300, 1e300, 1e-20};
    double[] q = {1e300, 1e-100, 1e300};
    double expected = 0.5 * (Math.log(1e200) + Math.log(1e200));
    assertEquals(expected, Divergence.klDivergence(p, q), 1e-12);
    assertEquals(Entropy.entropy(p) + expected, Entropy.crossEntropy(p, q), 1e-12);
    assertTrue(Double.isFinite(Divergence.psi(p, q)));
    assertEquals(
        Divergence.klDivergence(p, q) + Divergence.klDivergence(q, p),
        Divergence.psi(p, q),
        1e-12 * Divergence.psi(p, q));
    assertEquals(0.5 * Math.log(2), Divergence.jsDivergence(p, q), 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, Divergence.klDivergence(p, new double[] {1, 1, 0}));
  }

  private static void check(double[] p, double[] q) {
    assertWithin(ENTROPY_ERROR, ExactReference.entropy(p), Entropy.entropy(p));
    assertWithin(ENTROPY_ERROR, ExactReference.crossEntropy(p, q), Entropy.crossEntropy(p, q));
    assertWithin(DIVERGENCE_ERROR, ExactReference.kl(p, q), Divergence.klDivergence(p, q));
    assertWithin(DIVERGENCE_ERROR, ExactReference.js(p, q), Divergence.jsDivergence(p, q));
  }

  private static void assertWithin(double bound, BigDecimal expected, double actual) {
    // 80 digits of shares leave 1e-75 in a sum that should be 0.
    if (expected.abs().compareTo(new BigDecimal("1e-70")) < 0) {
      assertEquals(0.0, actual);
      return;
    }
    BigDecimal difference = new BigDecimal(actual).subtract(expected).abs();
    double error = difference.divide(expected, MathContext.DECIMAL64).doubleValue();
    assertTrue(
        error <= bound,
        () -> "seed " + SEED + ": expected " + expected + ", is " + actual + ": " + error);
  }

  private double[] weights(int length, int spread) {
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      weights[i] = Math.scalb(1 + random.nextDouble(), -random.nextInt(spread));
    }
    return weights;
  }
}
