package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Moments of dealing against sums over every deal, with binomial coefficients and about no
 * reference. At most 13 terms below 1 are summed, and a variance is a difference of such sums.
 */
class DealtSymbolTest {

  private static final double ERROR = 1e-15;

  private static final DealtSymbol UNEVEN = new DealtSymbol(0.05, 40, 30, 50);

  /** Fewer rows on a side than there are to deal. */
  private static final DealtSymbol SMALL = new DealtSymbol(0.25, 12, 5, 9);

  private static final DealtSymbol SMALL_SECOND = new DealtSymbol(0.25, 12, 9, 5);

  private static final DealtSymbol ABSENT = new DealtSymbol(0, 20, 15, 10);

  @Test
  void theTermIsTheDifferenceOfCorrectedDivergences() {
    double first = term(0.05, 0.1) - bias(0.05, 0.1, 40, 30);
    double second = term(0.05, 0.08) - bias(0.05, 0.08, 40, 50);
    assertEquals(first - second, UNEVEN.difference(3, 4), ERROR);
    assertEquals(0.0, ABSENT.difference(0, 0));
  }

  @Test
  void momentsOfUnevenSamplesAreThoseOfAllDeals() {
    for (int t = 1; t <= 12; t++) {
      check(UNEVEN, t);
    }
  }

  @Test
  void noSampleIsDealtMoreRowsThanItHas() {
    for (int t = 1; t <= 12; t++) {
      check(SMALL, t);
      check(SMALL_SECOND, t);
    }
  }

  @Test
  void aSymbolThatTheRealSampleLacksHasMomentsToo() {
    for (int t = 1; t <= 12; t++) {
      check(ABSENT, t);
    }
  }

  /** Gauss and Hermite: nodes at 0 and the root of 3, weights 2/3 and 1/6. */
  @Test
  void smoothMomentsAreThoseOfThreeNodes() {
    double t = 16;
    double mean = t * 30 / 80;
    double node = Math.sqrt(3 * t * 30 / 80 * 50 / 80);
    double[] x = {mean - node, mean, mean + node};
    double[] weights = {1 / 6.0, 2 / 3.0, 1 / 6.0};
    DealtSymbol.Moments smooth = UNEVEN.smooth(t);
    double average = 0;
    for (int i = 0; i < 3; i++) {
      average += weights[i] * UNEVEN.difference(x[i], t - x[i]);
    }
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < 3; i++) {
      double apart = UNEVEN.difference(x[i], t - x[i]) - average;
      variance += weights[i] * apart * apart;
      covariance += weights[i] * apart * (x[i] - mean);
    }
    assertEquals(0.0, smooth.mean());
    assertEquals(variance, smooth.variance(), ERROR);
    assertEquals(covariance, smooth.covariance(), 10 * ERROR);
  }

  private static void check(DealtSymbol symbol, int t) {
    double chance = symbol.m() / (symbol.m() + symbol.l());
    double exactMean = 0;
    double mean = 0;
    double rows = 0;
    for (int x = 0; x <= t; x++) {
      double term = symbol.difference(x, t - x);
      exactMean += hypergeometric(symbol, t, x) * term;
      mean += binomial(t, x, chance) * term;
      rows += binomial(t, x, chance) * x;
    }
    double variance = 0;
    double covariance = 0;
    for (int x = 0; x <= t; x++) {
      double apart = symbol.difference(x, t - x) - mean;
      variance += binomial(t, x, chance) * apart * apart;
      covariance += binomial(t, x, chance) * apart * (x - rows);
    }
    DealtSymbol.Moments found = symbol.exact(t);
    assertEquals(exactMean, found.mean(), ERROR, symbol + " " + t);
    assertEquals(variance, found.variance(), ERROR, symbol + " " + t);
    assertEquals(covariance, found.covariance(), t * ERROR, symbol + " " + t);
  }

  private static double hypergeometric(DealtSymbol symbol, int t, int x) {
    return choose(symbol.m(), x) * choose(symbol.l(), t - x) / choose(symbol.m() + symbol.l(), t);
  }

  private static double binomial(int t, int x, double chance) {
    return choose(t, x) * Math.pow(chance, x) * Math.pow(1 - chance, t - x);
  }

  private static double choose(double n, int k) {
    double ways = 1;
    for (int i = 0; i < k; i++) {
      ways = ways * (n - i) / (i + 1);
    }
    return ways;
  }

  private static double term(double p, double q) {
    return 0.5 * (p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q)));
  }

  private static double bias(double p, double q, double n, double m) {
    return ((1 - p) * q / n + (1 - q) * p / m) / (4 * (p + q));
  }
}
