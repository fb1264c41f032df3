package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Sums and slopes against one term after the other, and what is refused. */
class BinaryCrossEntropyRulesTest {

  /** Of a sum of at most 1,300 positive terms in any order. */
  private static final double ERROR = 1_300 * 0x1p-53;

  private final BinaryCrossEntropy kernel = Kernels.scalar().binaryCrossEntropy();

  @Test
  void sumsAreThoseOfTheTerms() {
    for (int count : new int[] {0, 1, 5, 511, 512, 513, 1_024, 1_300}) {
      float[] z = logits(count + 7);
      float[] y = labels(count + 7);
      double expected = 0;
      for (int i = 0; i < count; i++) {
        expected += LogisticTerms.loss(z[3 + i], y[5 + i]);
      }
      assertEquals(expected, kernel.sum(z, 3, y, 5, count), ERROR * expected);
      double[] wideZ = widened(z);
      double[] wideY = widened(y);
      assertEquals(expected, kernel.sum(wideZ, 3, wideY, 5, count), ERROR * expected);
    }
  }

  @Test
  void gradientsAreTheScaledSlopes() {
    for (int count : new int[] {0, 1, 5, 511, 512, 513, 1_300}) {
      float[] z = logits(count + 7);
      float[] y = labels(count + 7);
      float[] expected = new float[count + 4];
      for (int i = 0; i < count; i++) {
        expected[2 + i] = (float) (LogisticTerms.slope(z[3 + i], y[5 + i]) * 0.3);
      }
      float[] gradient = new float[count + 4];
      kernel.gradient(0.3, z, 3, y, 5, count, gradient, 2);
      assertArrayEquals(expected, gradient);
    }
  }

  @Test
  void aGradientMayTakeThePlaceOfWhatItIsOf() {
    float[] z = logits(600);
    float[] y = labels(600);
    float[] apart = new float[600];
    kernel.gradient(1, z, 0, y, 0, 600, apart, 0);
    float[] overLogits = z.clone();
    kernel.gradient(1, overLogits, 0, y, 0, 600, overLogits, 0);
    assertArrayEquals(apart, overLogits);
    float[] overLabels = y.clone();
    kernel.gradient(1, z, 0, overLabels, 0, 600, overLabels, 0);
    assertArrayEquals(apart, overLabels);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    float[] four = new float[4];
    double[] wide = new double[4];
    refused("cross-entropy, logits: [2, 2 + 3) of", () -> kernel.sum(four, 2, four, 0, 3));
    refused("cross-entropy, labels: [2, 2 + 3) of", () -> kernel.sum(four, 0, four, 2, 3));
    refused("cross-entropy, logits: [2, 2 + 3) of", () -> kernel.sum(wide, 2, wide, 0, 3));
    refused("cross-entropy, labels: [2, 2 + 3) of", () -> kernel.sum(wide, 0, wide, 2, 3));
    float[] other = new float[4];
    refused(
        "cross-entropy, logits: [2, 2 + 3) of",
        () -> kernel.gradient(1, four, 2, four, 0, 3, other, 0));
    refused(
        "cross-entropy, gradient: [2, 2 + 3) of",
        () -> kernel.gradient(1, four, 0, four, 0, 3, other, 2));
    refused(
        "gradient from 1 and logits from 0 overlap",
        () -> kernel.gradient(1, four, 0, other, 0, 3, four, 1));
    refused(
        "gradient from 1 and labels from 0 overlap",
        () -> kernel.gradient(1, other, 0, four, 0, 3, four, 1));
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static double[] widened(float[] floats) {
    double[] wide = new double[floats.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = floats[i];
    }
    return wide;
  }

  private static float[] logits(int count) {
    float[] z = new float[count];
    for (int i = 0; i < count; i++) {
      z[i] = (i * 37 % 101 - 50) / 8f;
    }
    return z;
  }

  private static float[] labels(int count) {
    float[] y = new float[count];
    for (int i = 0; i < count; i++) {
      y[i] = i % 3 == 0 ? 0.25f : i % 2;
    }
    return y;
  }
}
