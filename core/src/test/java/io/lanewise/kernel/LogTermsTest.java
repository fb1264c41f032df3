package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * The terms against their formulas in doubles, at ratios where these cancel by no more than a
 * factor of 100, and against the first terms of their series where they would.
 */
class LogTermsTest {

  /** 100 times 2^-53, for either side, and the terms of the sums. */
  private static final double ERROR = 1e-13;

  private static final double[] RATIOS = {
    1e-300, 1e-9, 0.01, 0.2, 0.4, 0.499, 0.5, 0.501, 0.6, 0.7, 1.4, 1.7, 1.999, 2, 2.001, 3, 5, 1e5,
    1e200
  };

  @Test
  void entropyIsTheWeightTimesTheLogarithmOfItsShare() {
    for (double share : new double[] {1e-9, 0.1, 0.3, 0.49, 0.5, 0.51, 0.6, 0.75, 0.9}) {
      double c = 7 * share;
      double expected = c * Math.log(7 / c);
      assertNear(expected, LogTerms.entropyTerm(c, 7 - c, 7));
      assertNear(3 * Math.log(7 / c), LogTerms.crossEntropyTerm(3, c, 7 - c, 7));
    }
  }

  /** {@code ln(C/c) = gap/c}, but for half its square. */
  @Test
  void theGapDecidesWhereTheWeightIsAllButTheTotal() {
    assertEquals(1e-20, LogTerms.entropyTerm(1, 1e-20, 1), 1e-33);
    assertEquals(2e-20, LogTerms.crossEntropyTerm(2, 1, 1e-20, 1), 1e-33);
    assertEquals(0.0, LogTerms.entropyTerm(1, -1e-17, 1));
    assertEquals(0.0, LogTerms.entropyTerm(1, 0, 1));
  }

  @Test
  void whatDoesNotOccurHasItsLimit() {
    assertEquals(0.0, LogTerms.entropyTerm(0, 5, 5));
    assertEquals(0.0, LogTerms.crossEntropyTerm(0, 0, 5, 5));
    assertEquals(0.0, LogTerms.crossEntropyTerm(0, 2, 3, 5));
    assertEquals(Double.POSITIVE_INFINITY, LogTerms.crossEntropyTerm(1, 0, 5, 5));
    assertEquals(1.5, LogTerms.klTerm(0, 0, 6, 6, 0.25));
    assertEquals(Double.POSITIVE_INFINITY, LogTerms.klTerm(2, 6, 0, -6, 0.25));
    assertEquals(0.0, LogTerms.jsTerm(0, 0, 0));
    assertNear(6 * Math.log(2), LogTerms.jsTerm(0, 3, 3));
    assertNear(6 * Math.log(2), LogTerms.jsTerm(3, 0, -3));
    assertEquals(0.0, LogTerms.logRatio(5, 5, 0));
    assertEquals(0.0, LogTerms.klTerm(2, 6, 6, 0, 0.25));
    assertEquals(0.0, LogTerms.jsTerm(6, 6, 0));
  }

  @Test
  void termsOfDistantProductsAreTheirFormulas() {
    for (double ratio : RATIOS) {
      double w = 12;
      double v = w * ratio;
      double diff = v - w;
      double log = Math.log(v / w);
      assertNear(log, LogTerms.logRatio(w, v, diff));
      // c = 3 of D = 4 makes w = 12.
      assertNear(3 * (diff / w - log), LogTerms.klTerm(3, w, v, diff, 0.25));
      double mean = 0.5 * (v + w);
      double js = 2 * (v * Math.log(v / mean) + w * Math.log(w / mean));
      if (ratio < 0.8 || ratio > 1.25) {
        assertNear(js, LogTerms.jsTerm(w, v, diff));
      }
    }
  }

  /** {@code g(r) = r^2/2 - r^3/3 + r^4/4}, {@code h(u) = u^2 + u^4/6}: the rest is below 1e-12. */
  @Test
  void termsOfNearProductsAreTheirSeries() {
    for (double r : new double[] {1e-4, -1e-4, 3e-5, 1e-8}) {
      double w = 16;
      double v = w * (1 + r);
      double g = r * r * (0.5 - r * (1 / 3.0 - r * (0.25 - r / 5)));
      assertEquals(4 * g, LogTerms.klTerm(4, w, v, w * r, 0.25), 1e-11 * g);
      assertEquals(Math.log1p(r), LogTerms.logRatio(w, v, w * r), 1e-11 * Math.abs(r));
      double u = w * r / (w + v);
      double h = u * u * (1 + u * u / 6);
      assertEquals((w + v) * h, LogTerms.jsTerm(w, v, w * r), 1e-11 * (w + v) * h);
    }
  }

  @Test
  void coefficientsAreThoseOfTheSeries() {
    double[] logs = LogTerms.logCoefficients();
    double[] js = LogTerms.jsCoefficients();
    assertEquals(10, logs.length);
    assertEquals(10, js.length);
    for (int i = 0; i < 4; i++) {
      assertEquals(2.0 / (2 * i + 3), logs[i], 1e-6);
      assertEquals(1.0 / ((i + 2) * (2 * i + 3)), js[i], 1e-6);
    }
    logs[0] = 0;
    assertEquals(2 / 3.0, LogTerms.logCoefficients()[0]);
  }

  private static void assertNear(double expected, double actual) {
    assertEquals(expected, actual, ERROR * Math.abs(expected));
  }
}
