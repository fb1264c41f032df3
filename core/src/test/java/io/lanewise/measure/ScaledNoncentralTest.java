package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A root is good to 1e-9 of itself, so a probability to about as much. */
class ScaledNoncentralTest {

  private static final double ERROR = 1e-8;

  @Test
  void withTwiceTheDegreesAsVarianceTheScaleIsOne() {
    for (double degrees : new double[] {1, 2.5, 9}) {
      for (double x : new double[] {15, 22, 40}) {
        ScaledNoncentral plain = new ScaledNoncentral(degrees, 2 * degrees);
        double low = plain.lowerLambda(x, 0.1);
        double high = plain.upperLambda(x, 0.05);
        assertEquals(0.1, new NoncentralChiSquare(degrees, low).survival(x), ERROR);
        assertEquals(0.05, new NoncentralChiSquare(degrees, high).cumulative(x), ERROR);
        assertTrue(low > 0 && low < x && high > x, () -> low + " " + high);
      }
    }
  }

  /** Mean {@code degrees + lambda} and variance {@code variance + 4 lambda}, by the scale. */
  @Test
  void anotherVarianceIsAScale() {
    for (double variance : new double[] {2, 5, 30}) {
      ScaledNoncentral scaled = new ScaledNoncentral(4, variance);
      double low = scaled.lowerLambda(30, 0.1);
      double high = scaled.upperLambda(30, 0.05);
      assertEquals(0.1, of(4, variance, low).survival(30 / scale(4, variance, low)), ERROR);
      assertEquals(0.05, of(4, variance, high).cumulative(30 / scale(4, variance, high)), ERROR);
    }
  }

  @Test
  void lambdaIsZeroWhereChanceAloneIsEnough() {
    ScaledNoncentral scaled = new ScaledNoncentral(9, 18);
    assertEquals(0.0, scaled.lowerLambda(9, 0.05));
    assertEquals(0.0, scaled.upperLambda(1, 0.05));
  }

  private static double scale(double degrees, double variance, double lambda) {
    return (variance + 4 * lambda) / (2 * degrees + 4 * lambda);
  }

  private static NoncentralChiSquare of(double degrees, double variance, double lambda) {
    double scale = scale(degrees, variance, lambda);
    return new NoncentralChiSquare(degrees / scale, lambda / scale);
  }
}
