package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Functions and derivatives against their formulas in doubles: what a float rounds off is 2^-24,
 * and a derivative by y takes the rounding of y along, at most 4 times where y is at most 0.9 of a
 * bound.
 */
class ActivationTermsTest {

  private static final double ERROR = 0x1p-21;

  private static final Activation LEAKY = Activation.leakyRelu(0.125f);

  private static final float[] POINTS = {-1.5f, -0.75f, -0.25f, 0.25f, 0.5f, 1, 1.25f};

  @Test
  void forwardIsTheFunction() {
    check(Activation.IDENTITY, x -> x);
    check(Activation.RELU, x -> Math.max(0, x));
    check(LEAKY, x -> x < 0 ? x / 8 : x);
    check(Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x)));
    check(Activation.TANH, Math::tanh);
    check(Activation.SOFTPLUS, x -> Math.log1p(Math.exp(x)));
  }

  @Test
  void backwardIsTheDerivativeTimesThatByTheResult() {
    checkBackward(Activation.IDENTITY, x -> 1);
    checkBackward(Activation.RELU, x -> x > 0 ? 1 : 0);
    checkBackward(LEAKY, x -> x > 0 ? 1 : 0.125);
    checkBackward(Activation.SIGMOID, x -> Math.exp(-x) / Math.pow(1 + Math.exp(-x), 2));
    checkBackward(Activation.TANH, x -> 1 - Math.pow(Math.tanh(x), 2));
    checkBackward(Activation.SOFTPLUS, x -> 1 / (1 + Math.exp(-x)));
  }

  @Test
  void atZeroRectifiersTakeTheLowerSide() {
    assertEquals(0.0f, ActivationTerms.forward(Activation.RELU, -0.0f));
    assertEquals(0.0f, ActivationTerms.backward(Activation.RELU, 0, 3));
    assertEquals(0.375f, ActivationTerms.backward(LEAKY, 0, 3));
    assertEquals(-0.0f, ActivationTerms.forward(LEAKY, -0.0f));
  }

  @Test
  void rectifiersPassNaN() {
    for (Activation rectifier : new Activation[] {Activation.RELU, LEAKY}) {
      assertEquals(Float.NaN, ActivationTerms.forward(rectifier, Float.NaN));
      assertEquals(Float.NaN, ActivationTerms.backward(rectifier, Float.NaN, 3));
    }
  }

  private static void check(Activation activation, DoubleUnaryOperator function) {
    for (float x : POINTS) {
      double expected = function.applyAsDouble(x);
      assertEquals(
          expected,
          ActivationTerms.forward(activation, x),
          ERROR * Math.abs(expected),
          activation + " of " + x);
    }
  }

  private static void checkBackward(Activation activation, DoubleUnaryOperator derivative) {
    for (float x : POINTS) {
      float y = ActivationTerms.forward(activation, x);
      double expected = 3 * derivative.applyAsDouble(x);
      assertEquals(
          expected,
          ActivationTerms.backward(activation, y, 3),
          ERROR * Math.abs(expected),
          activation + " of " + x);
    }
  }
}
