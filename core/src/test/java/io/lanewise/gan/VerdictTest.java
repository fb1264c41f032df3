package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Divergence;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value function, and what it says of the JS divergence. */
class VerdictTest {

  private static final Kernels KERNELS = Kernels.scalar();

  /** A float logit is off by 2^-24 relative, and none here is above 4; V adds two means. */
  private static final double ROUNDING = 4 * 2 * 0x1p-24;

  @ParameterizedTest
  @CsvSource({"1 2 3 4, 4 3 2 1", "5 5, 1 9", "7 2 1, 7 2 1", "30 1 1, 1 1 30"})
  void theBestDiscriminatorsValueIsTwiceTheJsLessLn4(String first, String second) {
    double[] p = weights(first);
    double[] q = weights(second);
    double js = Divergence.jsDivergence(p, q);
    double pSum = Arrays.stream(p).sum();
    double qSum = Arrays.stream(q).sum();
    float[] best = new float[p.length];
    for (int k = 0; k < p.length; k++) {
      best[k] = (float) (Math.log(p[k] / pSum) - Math.log(q[k] / qSum));
    }
    Verdict verdict = Verdict.of(repeat(best, p), repeat(best, q), 1, KERNELS);
    assertEquals(2 * js - Math.log(4), verdict.value(), ROUNDING);
    assertEquals(js, verdict.jsBound(), ROUNDING);
  }

  @Test
  void noOtherDiscriminatorHasAGreaterValue() {
    double[] p = {1, 2, 3, 4};
    double[] q = {4, 3, 2, 1};
    double best = 2 * Divergence.jsDivergence(p, q) - Math.log(4);
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      float[] logits = new float[4];
      for (int k = 0; k < 4; k++) {
        logits[k] = (float) (2 * random.nextGaussian());
      }
      assertTrue(Verdict.of(repeat(logits, p), repeat(logits, q), 1, KERNELS).value() < best);
    }
  }

  @Test
  void whoCannotTellHasTheValueOfChance() {
    Verdict verdict = Verdict.of(new float[10], new float[7], 1, KERNELS);
    assertEquals(-Math.log(4), verdict.value(), 1e-15);
    assertEquals(0, verdict.standardError(), 1e-15);
    assertEquals(0.5, verdict.accuracy());
    assertEquals(0.5, verdict.meanReal());
    assertEquals(0, verdict.jsLowerLimit(), 1e-15);
  }

  @Test
  void whoIsCertainAndRightReachesTheGreatestDivergence() {
    float[] real = new float[5];
    Arrays.fill(real, 1000);
    float[] generated = new float[5];
    Arrays.fill(generated, -1000);
    Verdict verdict = Verdict.of(real, generated, 1, KERNELS);
    assertEquals(0, verdict.value());
    assertEquals(Math.log(2), verdict.jsBound());
    assertEquals(1, verdict.accuracy());
  }

  /** Where the sigmoid rounds to 1, its logarithm's complement would be infinite. */
  @Test
  void aLargeLogitOnTheWrongSideCostsItself() {
    Verdict verdict = Verdict.of(new float[] {-500, -500}, new float[] {700, 700}, 1, KERNELS);
    assertEquals(-1200, verdict.value());
    assertEquals(0, verdict.jsBound());
    assertEquals(0, verdict.accuracy());
  }

  @Test
  void packsShareTheirDivergence() {
    Verdict one = Verdict.of(new float[] {3, 3}, new float[] {-3, -3}, 1, KERNELS);
    Verdict four = Verdict.of(new float[] {3, 3}, new float[] {-3, -3}, 4, KERNELS);
    assertEquals(one.jsBound() / 4, four.jsBound(), 1e-16);
  }

  /** 1,000 verdicts on rows with a known JS: the limit lies above it in 5 % of them. */
  @Test
  void theLowerLimitHoldsInNineteenOfTwenty() {
    double[] p = {1, 2, 3, 4};
    double[] q = {4, 3, 2, 1};
    double js = Divergence.jsDivergence(p, q);
    float[] best = new float[4];
    for (int k = 0; k < 4; k++) {
      best[k] = (float) Math.log(p[k] / q[k]);
    }
    Random random = new Random(2);
    int above = 0;
    for (int i = 0; i < 1000; i++) {
      Verdict verdict = Verdict.of(draw(best, p, random), draw(best, q, random), 1, KERNELS);
      above += verdict.jsLowerLimit() > js ? 1 : 0;
    }
    // 50 expected; four standard deviations of a binomial count are 28.
    assertTrue(above >= 22 && above <= 78, above + " of 1000 limits above the JS");
  }

  @Test
  void sidesWithoutRowsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Verdict.of(new float[0], new float[1], 1, KERNELS));
  }

  private static float[] draw(float[] logits, double[] weights, Random random) {
    float[] drawn = new float[300];
    for (int i = 0; i < drawn.length; i++) {
      double u = random.nextDouble() * Arrays.stream(weights).sum();
      int k = 0;
      while (u >= weights[k]) {
        u -= weights[k++];
      }
      drawn[i] = logits[k];
    }
    return drawn;
  }

  private static double[] weights(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** Each logit as often as its weight says. */
  private static float[] repeat(float[] logits, double[] weights) {
    float[] repeated = new float[(int) Arrays.stream(weights).sum()];
    int next = 0;
    for (int k = 0; k < logits.length; k++) {
      for (int i = 0; i < weights[k]; i++) {
        repeated[next++] = logits[k];
      }
    }
    return repeated;
  }
}
