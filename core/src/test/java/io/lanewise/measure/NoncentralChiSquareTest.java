package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against the mixture of 40 digits, both tails. */
class NoncentralChiSquareTest {
  private static final double ERROR = 1e-12;

  /** Degrees, noncentrality, x, lower tail, upper tail. */
  private static final double[][] VALUES = {
    {1, 0, 0.5, 0.5204998778130465, 0.4795001221869535},
    {1, 0, 40, 0.9999999997460371, 2.539628589470865e-10},
    {4, 1, 3, 0.3313812640871811, 0.668618735912819},
    {4, 1, 60, 0.9999999998399539, 1.6004612028976376e-10},
    {0.5, 2, 0.001, 0.060709573430433594, 0.9392904265695664},
    {49, 5, 30, 0.004818350077841705, 0.9951816499221583},
    {49, 5, 120, 0.9999983235581783, 1.6764418217138569e-06},
    {49.7, 123.4, 90, 3.25797314339502e-05, 0.999967420268566},
    {49.7, 123.4, 300, 0.9999961708240293, 3.8291759707737896e-06},
    {255, 300, 400, 2.157209525375519e-05, 0.9999784279047462},
    {255, 300, 800, 0.9999999496850689, 5.031493110221553e-08},
    {19, 0.001, 19, 0.543099723954988, 0.45690027604501204},
    {2.5, 1000, 800, 0.0003846998016137667, 0.9996153001983862},
    {2.5, 1000, 1300, 0.9999948442834741, 5.155716525923203e-06},
    {1000, 2000, 2500, 7.715544024218828e-08, 0.9999999228445597},
    {1000, 2000, 4000, 1.0, 1.5744617634549113e-20},
    {20000, 5000, 24000, 1.7865575164818814e-05, 0.9999821344248352},
    {20000, 5000, 26000, 0.9999725730100895, 2.7426989910522898e-05}
  };

  @Test
  void bothTailsAreAccurate() {
    for (double[] value : VALUES) {
      NoncentralChiSquare distribution = new NoncentralChiSquare(value[0], value[1]);
      assertEquals(
          value[3],
          distribution.cumulative(value[2]),
          ERROR * value[3],
          () -> distribution + " at " + value[2]);
      assertEquals(
          value[4],
          distribution.survival(value[2]),
          ERROR * value[4],
          () -> distribution + " at " + value[2]);
    }
  }

  @Test
  void nothingLiesBelow0() {
    NoncentralChiSquare distribution = new NoncentralChiSquare(3, 2);
    assertEquals(0.0, distribution.cumulative(0));
    assertEquals(1.0, distribution.survival(0));
  }

  @Test
  void extremesNeitherHangNorLeaveTheUnitInterval() {
    for (double degrees : new double[] {1e-3, 1, 1e5}) {
      for (double noncentrality : new double[] {0, 1e-6, 1, 1e6}) {
        for (double x : new double[] {1e-9, 1, 1e4, 1e7}) {
          NoncentralChiSquare distribution = new NoncentralChiSquare(degrees, noncentrality);
          double sum = distribution.cumulative(x) + distribution.survival(x);
          assertEquals(1, sum, 1e-9, () -> distribution + " at " + x);
        }
      }
    }
  }

  /** The root of the interval is where the tail is what it should be. */
  @Test
  void theInversionMeetsTheTail() {
    ScaledNoncentral scaled = new ScaledNoncentral(49, 98);
    for (double x : new double[] {30, 49, 80, 300, 5000}) {
      double lower = scaled.lowerLambda(x, 0.025);
      double upper = scaled.upperLambda(x, 0.025);
      assertTrue(lower == 0 || Math.abs(tail(lower, x) - 0.025) < 1e-9);
      assertTrue(upper == 0 || Math.abs(1 - tail(upper, x) - 0.025) < 1e-9);
      assertTrue(lower <= upper);
    }
    assertEquals(0.0, scaled.lowerLambda(60, 0.025));
    assertEquals(0.0, scaled.upperLambda(30, 0.025));
  }

  private static double tail(double lambda, double x) {
    return new NoncentralChiSquare(49, lambda).survival(x);
  }
}
