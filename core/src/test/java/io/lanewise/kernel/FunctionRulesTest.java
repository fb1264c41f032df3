package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the scalar functions return where there is a rule, and at the ends of their ranges. */
class FunctionRulesTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final float FLOAT_INFINITY = Float.POSITIVE_INFINITY;

  @Test
  void exponentialsOfDoubles() {
    assertEquals(1.0, DoubleFunctions.exp(0));
    assertEquals(1.0, DoubleFunctions.exp(-0.0));
    assertEquals(0.0, DoubleFunctions.exp(-INFINITY));
    assertEquals(INFINITY, DoubleFunctions.exp(INFINITY));
    assertEquals(INFINITY, DoubleFunctions.exp(710));
    assertEquals(0.0, DoubleFunctions.exp(-750));
    assertEquals(Double.NaN, DoubleFunctions.exp(Double.NaN));
    assertEquals(Math.exp(709.7), DoubleFunctions.exp(709.7), 1e-15 * Math.exp(709.7));
    assertEquals(Math.exp(-740), DoubleFunctions.exp(-740), Double.MIN_VALUE);
  }

  @Test
  void logarithmsOfDoubles() {
    assertEquals(0.0, DoubleFunctions.log(1));
    assertEquals(-INFINITY, DoubleFunctions.log(0));
    assertEquals(-INFINITY, DoubleFunctions.log(-0.0));
    assertEquals(INFINITY, DoubleFunctions.log(INFINITY));
    assertEquals(Double.NaN, DoubleFunctions.log(-1));
    assertEquals(Double.NaN, DoubleFunctions.log(-INFINITY));
    assertEquals(Double.NaN, DoubleFunctions.log(Double.NaN));
    for (double x :
        new double[] {Double.MIN_VALUE, 3e-310, Double.MIN_NORMAL, Double.MAX_VALUE, 0.7, 0.71}) {
      assertEquals(Math.log(x), DoubleFunctions.log(x), 2 * Math.ulp(Math.log(x)));
    }
  }

  @Test
  void logarithmsOfDoublesBesideOne() {
    assertEquals(0.0, DoubleFunctions.log1p(0));
    assertEquals(-0.0, DoubleFunctions.log1p(-0.0));
    assertEquals(-INFINITY, DoubleFunctions.log1p(-1));
    assertEquals(INFINITY, DoubleFunctions.log1p(INFINITY));
    assertEquals(Double.NaN, DoubleFunctions.log1p(-1.5));
    assertEquals(Double.NaN, DoubleFunctions.log1p(-INFINITY));
    assertEquals(Double.NaN, DoubleFunctions.log1p(Double.NaN));
    for (double x : new double[] {Double.MIN_VALUE, -1e-300, 1e-17, -0.9999, 1e18, 1e300}) {
      assertEquals(Math.log1p(x), DoubleFunctions.log1p(x), 2 * Math.ulp(Math.log1p(x)));
    }
  }

  @Test
  void exponentialsOfFloats() {
    assertEquals(1.0f, FloatFunctions.exp(0));
    assertEquals(0.0f, FloatFunctions.exp(-FLOAT_INFINITY));
    assertEquals(FLOAT_INFINITY, FloatFunctions.exp(FLOAT_INFINITY));
    assertEquals(FLOAT_INFINITY, FloatFunctions.exp(89));
    assertEquals(0.0f, FloatFunctions.exp(-110));
    assertEquals(Float.NaN, FloatFunctions.exp(Float.NaN));
    assertEquals((float) Math.exp(88.5), FloatFunctions.exp(88.5f), 1e-6f * (float) Math.exp(88.5));
    assertEquals((float) Math.exp(-100), FloatFunctions.exp(-100), Float.MIN_VALUE);
  }

  @Test
  void logarithmsOfFloats() {
    assertEquals(0.0f, FloatFunctions.log(1));
    assertEquals(-FLOAT_INFINITY, FloatFunctions.log(0));
    assertEquals(-FLOAT_INFINITY, FloatFunctions.log(-0.0f));
    assertEquals(FLOAT_INFINITY, FloatFunctions.log(FLOAT_INFINITY));
    assertEquals(Float.NaN, FloatFunctions.log(-1));
    assertEquals(Float.NaN, FloatFunctions.log(-FLOAT_INFINITY));
    assertEquals(Float.NaN, FloatFunctions.log(Float.NaN));
    for (float x : new float[] {Float.MIN_VALUE, 3e-41f, Float.MIN_NORMAL, Float.MAX_VALUE, 0.7f}) {
      float expected = (float) Math.log(x);
      assertEquals(expected, FloatFunctions.log(x), 2 * Math.ulp(expected));
    }
  }

  @Test
  void logarithmsOfFloatsBesideOne() {
    assertEquals(0.0f, FloatFunctions.log1p(0));
    assertEquals(-0.0f, FloatFunctions.log1p(-0.0f));
    assertEquals(-FLOAT_INFINITY, FloatFunctions.log1p(-1));
    assertEquals(FLOAT_INFINITY, FloatFunctions.log1p(FLOAT_INFINITY));
    assertEquals(Float.NaN, FloatFunctions.log1p(-1.5f));
    assertEquals(Float.NaN, FloatFunctions.log1p(-FLOAT_INFINITY));
    assertEquals(Float.NaN, FloatFunctions.log1p(Float.NaN));
    for (float x : new float[] {Float.MIN_VALUE, -1e-38f, 1e-9f, -0.999f, 1e10f, 1e38f}) {
      float expected = (float) Math.log1p(x);
      assertEquals(expected, FloatFunctions.log1p(x), 2 * Math.ulp(expected));
    }
  }
}
