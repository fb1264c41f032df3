package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The settings of a kernel reach exactly as far as they are said to. */
class SettingsLimitsTest {

  private static void assertRefused(double beta1, double beta2, double epsilon) {
    assertThrows(
        IllegalArgumentException.class, () -> new AdamSettings(0.1, beta1, beta2, epsilon));
  }

  @Test
  void adamDecaysBelowOneAndHasAnEpsilon() {
    float below = Math.nextDown(1f);
    assertEquals(below, new AdamSettings(0.1, below, 0, Float.MIN_NORMAL).beta1());
    assertEquals(Float.MAX_VALUE, new AdamSettings(0.1, 0, below, Float.MAX_VALUE).epsilon());
    for (double beta : new double[] {-Double.MIN_VALUE, Math.nextUp((double) below), Double.NaN}) {
      assertRefused(beta, 0.5, 1e-8);
      assertRefused(0.5, beta, 1e-8);
    }
    assertRefused(0.5, 0.5, Math.nextDown((double) Float.MIN_NORMAL));
    assertRefused(0.5, 0.5, Double.POSITIVE_INFINITY);
    assertEquals(new AdamSettings(0.25, 0.9, 0.999, 1e-8), AdamSettings.of(0.25));
  }

  @Test
  void onlyALeakyActivationHasASlope() {
    assertEquals(0.5f, Activation.leakyRelu(0.5f).slope());
    for (float slope : new float[] {0, -1, Float.POSITIVE_INFINITY, Float.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Activation.leakyRelu(slope));
    }
    assertThrows(IllegalArgumentException.class, () -> new Activation(Activation.Kind.TANH, 0.5f));
  }

  @Test
  void aBiasBeginsInsideItsArray() {
    float[] bias = new float[3];
    assertEquals(3, new Epilogue(bias, 3, Activation.TANH).from());
    for (int from : new int[] {-1, 4}) {
      assertThrows(IllegalArgumentException.class, () -> new Epilogue(bias, from, Activation.TANH));
    }
    assertThrows(IllegalArgumentException.class, () -> new Epilogue(null, 1, Activation.IDENTITY));
    assertTrue(Epilogue.NONE.isNone());
    assertTrue(Epilogue.activation(Activation.IDENTITY).isNone());
    assertFalse(Epilogue.activation(Activation.RELU).isNone());
    assertFalse(Epilogue.bias(bias, Activation.IDENTITY).isNone());
  }

  @Test
  void edgesAscendOrAreRefused() {
    assertEquals(2, new DoubleEdges(new double[] {1, 1}).count());
    assertEquals(2, new LongEdges(new long[] {1, 1}).count());
    assertThrows(IllegalArgumentException.class, () -> new DoubleEdges(new double[] {2, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> new DoubleEdges(new double[] {1, Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> new LongEdges(new long[] {2, 1}));
  }
}
