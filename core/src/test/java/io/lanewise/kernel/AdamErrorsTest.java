package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The scalar step of Adam against the formulas in double, and what it refuses.
 *
 * <p>Measured: after 200 steps of 0.01 a parameter is at most 1.4e-6 off, a square 2e-6 of itself.
 */
class AdamErrorsTest {
  private static final AdamSettings SETTINGS = AdamSettings.of(0.01);
  private final AdamStep adam = Kernels.scalar().adamStep();

  /**
   * A step is a chain of at most 12 roundings of its own size, which the learning rate bounds, and
   * one of the parameter; m and v carry their own roundings along, 1/(1-beta) steps of them.
   */
  @Test
  void manyStepsStayWithTheFormulasInDouble() {
    Random random = new Random(20261127);
    int steps = 200;
    float[] g = new float[1];
    float[] m = new float[1];
    float[] v = new float[1];
    float[] p = {0.5f};
    double mean = 0;
    double square = 0;
    double parameter = p[0];
    for (int t = 1; t <= steps; t++) {
      g[0] = (float) (1 + random.nextGaussian());
      adam.step(SETTINGS, t, g, m, v, p, 0, 1);
      mean = 0.9 * mean + (1 - 0.9) * g[0];
      square = 0.999 * square + (1 - 0.999) * g[0] * g[0];
      double corrected = mean / (1 - Math.pow(0.9, t));
      double root = Math.sqrt(square / (1 - Math.pow(0.999, t)));
      parameter -= 0.01 * corrected / (root + 1e-8);
    }
    double roundings = steps * 0x1p-24 * ((12 + 10) * 0.01 + Math.abs(parameter));
    assertEquals(parameter, p[0], roundings);
    assertEquals(mean, m[0], 22 * 0x1p-24 * 3);
    // 1 - beta2 is rounded to float once, and t steps of v are rounded each.
    assertEquals(square, v[0], (steps + 4) * 0x1p-24 * square);
  }

  /** Kingma and Ba, section 2.1: the first step is the learning rate, whatever the gradient. */
  @Test
  void theFirstStepIsTheLearningRate() {
    for (float gradient : new float[] {1e-5f, -3, 1e9f}) {
      float[] p = new float[1];
      adam.step(SETTINGS, 1, new float[] {gradient}, new float[1], new float[1], p, 0, 1);
      // epsilon / |g| at most 1e-3 here, and the roundings of float.
      assertEquals(-0.01 * Math.signum(gradient), p[0], 0.01 * (1e-8 / Math.abs(gradient) + 1e-6));
    }
  }

  @Test
  void rangesMayBeSplitAndNothingElseIsTouched() {
    float[] g = {1, 2, 3, 4, 5};
    float[][] whole = {new float[5], new float[5], new float[5]};
    float[][] split = {new float[5], new float[5], new float[5]};
    adam.step(SETTINGS, 7, g, whole[0], whole[1], whole[2], 1, 4);
    adam.step(SETTINGS, 7, g, split[0], split[1], split[2], 1, 2);
    adam.step(SETTINGS, 7, g, split[0], split[1], split[2], 2, 4);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(whole[i], split[i]);
      assertEquals(0, whole[i][0]);
      assertEquals(0, whole[i][4]);
    }
  }

  @Test
  void aNaNGradientStaysWhereItIs() {
    float[] g = {Float.NaN, 1};
    float[] m = new float[2];
    float[] v = new float[2];
    float[] p = new float[2];
    adam.step(SETTINGS, 1, g, m, v, p, 0, 2);
    adam.step(SETTINGS, 2, new float[] {1, 1}, m, v, p, 0, 2);
    assertTrue(Float.isNaN(m[0]) && Float.isNaN(v[0]) && Float.isNaN(p[0]));
    assertTrue(Float.isFinite(m[1]) && Float.isFinite(v[1]) && Float.isFinite(p[1]));
  }

  @Test
  void factorsAreThoseOfTheSettings() {
    AdamFactors factors = new AdamFactors(SETTINGS);
    assertEquals((float) SETTINGS.beta1(), factors.keepMean());
    assertEquals((float) (1 - SETTINGS.beta1()), factors.addMean());
    assertEquals((float) SETTINGS.beta2(), factors.keepSquare());
    assertEquals((float) (1 - SETTINGS.beta2()), factors.addSquare());
    assertEquals((float) SETTINGS.epsilon(), factors.epsilon());
    double first = SETTINGS.learningRate() / (1 - SETTINGS.beta1());
    assertEquals((float) first, factors.rate());
    assertEquals((float) (1 / (1 - SETTINGS.beta2())), factors.squareCorrection());
    assertEquals((float) (0.25 * first), factors.moveTo(1, 0.25).rate(), Math.ulp((float) first));
    assertEquals(0.0f, factors.moveTo(1, 0).rate());
    assertEquals((float) first, factors.moveTo(1, 1).rate());
  }

  /** 1 - 0.999^t loses no more than a few digits of float even at t = 1, and ends at 1. */
  @Test
  void correctionsAreThoseOfThePowers() {
    for (long t : new long[] {1, 2, 3, 1000, 1L << 40, Long.MAX_VALUE}) {
      AdamFactors factors = new AdamFactors(SETTINGS).moveTo(t);
      assertEquals(
          1 / (1 - Math.pow(0.999, (double) t)), factors.squareCorrection(), 1e-4 * 0x1p-3);
      assertEquals(0.01 / (1 - Math.pow(0.9, (double) t)), factors.rate(), 0x1p-24 * 0.1);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothValues() {
    float[] a = new float[4];
    float[] b = new float[4];
    float[] c = new float[4];
    float[] d = new float[3];
    refused("parameters: [0, 4) of an array of 3", () -> adam.step(SETTINGS, 1, a, b, c, d, 0, 4));
    refused("gradients: [2, 1) of", () -> adam.step(SETTINGS, 1, a, b, c, d, 2, 1));
    refused("step is 0", () -> adam.step(SETTINGS, 0, a, b, c, d, 0, 3));
    refused("gradients and squares are one", () -> adam.step(SETTINGS, 1, a, b, a, d, 0, 3));
    refused("squares and parameters are one", () -> adam.step(SETTINGS, 1, a, b, c, c, 0, 3));
    refused("beta1 is 1.0, expected 0.0 to 0.9999", () -> new AdamSettings(1, 1, 0.5, 1));
    refused("beta2 is -0.5", () -> new AdamSettings(1, 0, -0.5, 1));
    refused("learningRate is NaN", () -> AdamSettings.of(Double.NaN));
    double first = Float.MAX_VALUE * (1 - 0.9);
    AdamSettings.of(first);
    refused("expected 0.0 to " + first, () -> AdamSettings.of(Math.nextUp(first)));
    refused("epsilon is 0.0", () -> new AdamSettings(1, 0, 0, 0));
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
