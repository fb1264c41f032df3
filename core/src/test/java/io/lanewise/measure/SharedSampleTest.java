package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Difference and standard error against the sums that the delta method asks for, written as they
 * are: every variance about its mean, every symbol in turn. Sums of at most 6 terms.
 */
class SharedSampleTest {

  private static final double ERROR = 1e-12;

  /** Symbols that are often in all, rare in all, missing here or there, and nowhere. */
  private static final long[] REAL = {500, 260, 3, 0, 4, 0};

  private static final long[] NEAR = {480, 300, 2, 5, 0, 0};
  private static final long[] FAR = {900, 90, 0, 1, 0, 0};
  private static final long[] LIKE_NEAR = {960, 590, 7, 8, 1, 0};

  @Test
  void differenceIsThatOfCorrectedTermsLessWhatDealingAdds() {
    check(REAL, NEAR, FAR);
    check(REAL, FAR, NEAR);
    check(REAL, NEAR, LIKE_NEAR);
    check(new long[] {9, 2, 1}, new long[] {3, 3, 1}, new long[] {8, 1, 4});
  }

  /** 2 times 40 rows in samples of one size: a normal stands for the deal from here on. */
  @Test
  void theNormalTakesOverWhereFortyRowsAreExpected() {
    for (long rows : new long[] {79, 80, 81}) {
      check(new long[] {30, 70}, new long[] {rows / 2, 60}, new long[] {rows - rows / 2, 60});
    }
  }

  @Test
  void bothVariancesAreTheLargerOneSomewhere() {
    assertTrue(linear(REAL, NEAR, FAR) > dealt(REAL, NEAR, FAR));
    assertTrue(linear(REAL, NEAR, LIKE_NEAR) < dealt(REAL, NEAR, LIKE_NEAR));
  }

  private static void check(long[] real, long[] first, long[] second) {
    JsDifference found = JsDifference.of(real, first, second);
    double difference = 0;
    for (int i = 0; i < real.length; i++) {
      if (first[i] + second[i] > 0) {
        difference +=
            symbol(real, first, second, i).difference((double) first[i], (double) second[i])
                - moments(real, first, second, i).mean();
      }
    }
    double variance = Math.max(dealt(real, first, second), linear(real, first, second));
    assertEquals(difference, found.difference(), ERROR);
    assertEquals(Math.sqrt(variance), found.standardError(), ERROR);
  }

  private static double dealt(long[] real, long[] first, long[] second) {
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < real.length; i++) {
      if (first[i] + second[i] > 0) {
        variance += moments(real, first, second, i).variance();
        covariance += moments(real, first, second, i).covariance();
      }
    }
    double m = rows(first);
    double l = rows(second);
    return variance - covariance * covariance / (m * l / (m + l));
  }

  private static double linear(long[] real, long[] first, long[] second) {
    double n = rows(real);
    double m = rows(first);
    double l = rows(second);
    double[] ofReal = new double[real.length];
    double[] ofFirst = new double[real.length];
    double[] ofSecond = new double[real.length];
    int symbols = 0;
    for (int i = 0; i < real.length; i++) {
      symbols += real[i] + first[i] + second[i] > 0 ? 1 : 0;
      double lessOfReal = Math.max(0, real[i] - 0.5) / n;
      double lessOfFirst = Math.max(0, first[i] - 0.5) / m;
      double lessOfSecond = Math.max(0, second[i] - 0.5) / l;
      ofReal[i] = Math.log((lessOfReal + second[i] / l) / (lessOfReal + first[i] / m));
      ofFirst[i] = Math.log(2 * lessOfFirst / (real[i] / n + lessOfFirst));
      ofSecond[i] = Math.log(2 * lessOfSecond / (real[i] / n + lessOfSecond));
    }
    double noise = (symbols - 1) / 32.0 * ((2 / n + 1 / m) / m + (2 / n + 1 / l) / l);
    return variance(real, ofReal) / (4 * n)
        + variance(first, ofFirst) / (4 * m)
        + variance(second, ofSecond) / (4 * l)
        - noise;
  }

  /** About the mean, over the rows of a sample. */
  private static double variance(long[] counts, double[] values) {
    double mean = 0;
    for (int i = 0; i < counts.length; i++) {
      mean += counts[i] == 0 ? 0 : counts[i] / rows(counts) * values[i];
    }
    double variance = 0;
    for (int i = 0; i < counts.length; i++) {
      double apart = values[i] - mean;
      variance += counts[i] == 0 ? 0 : counts[i] / rows(counts) * apart * apart;
    }
    return variance;
  }

  private static DealtSymbol symbol(long[] real, long[] first, long[] second, int i) {
    return new DealtSymbol(real[i] / rows(real), rows(real), rows(first), rows(second));
  }

  private static DealtSymbol.Moments moments(long[] real, long[] first, long[] second, int i) {
    DealtSymbol symbol = symbol(real, first, second, i);
    double rows = (double) (first[i] + second[i]);
    double least = rows * Math.min(rows(first), rows(second)) / (rows(first) + rows(second));
    return least >= 40 ? symbol.smooth(rows) : symbol.exact(rows);
  }

  private static double rows(long[] counts) {
    double rows = 0;
    for (long count : counts) {
      rows += count;
    }
    return rows;
  }
}
