package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EqualityMomentsTest {

  private static final double ERROR = 1e-12;

  /** A chi-square with one degree of freedom less than there are symbols. */
  @Test
  void symbolsExpectedOftenAreAChiSquare() {
    EqualityMoments moments =
        EqualityMoments.of(new double[] {80, 100, 100, 120, 300}, 400, 300, 30);
    assertEquals(4, moments.mean(), ERROR);
    assertEquals(8, moments.variance(), ERROR);
    assertEquals(4, moments.bias(), ERROR);
  }

  @Test
  void rareSymbolsAddWhatTheyAreWorkedOutToAdd() {
    check(new double[] {3, 3, 100, 1, 200, 5, 200, 3}, 315, 200);
    check(new double[] {3, 3, 100, 1, 200, 5, 200, 3}, 200, 315);
    check(new double[] {1, 1, 1, 2}, 2, 3);
  }

  /** Of 100 rows on the smaller side, 40 are expected where the share is exactly 0.4. */
  @Test
  void fromTheLimitOnASymbolIsOften() {
    check(new double[] {120, 80, 100}, 100, 200);
  }

  private static void check(double[] pooled, double n, double m) {
    double small = Math.min(n, m);
    double large = Math.max(n, m);
    double mean = 0;
    double variance = 0;
    double bias = 0;
    double covariance = 0;
    for (double t : pooled) {
      double share = t / (n + m);
      if (small * share >= 40) {
        mean += 1 - share;
        variance += 2 * (1 - share);
        bias += 1 - share;
      } else {
        RareSymbol rare = RareSymbol.of(t, small, large);
        mean += rare.mean();
        variance += rare.variance();
        bias += rare.bias();
        covariance += rare.covariance();
      }
    }
    variance -= covariance * covariance / (small * large / (n + m));
    EqualityMoments moments = EqualityMoments.of(pooled.clone(), n, m, 40);
    assertEquals(mean, moments.mean(), ERROR);
    assertEquals(Math.max(0, variance), moments.variance(), ERROR);
    assertEquals(bias, moments.bias(), ERROR);
  }
}
