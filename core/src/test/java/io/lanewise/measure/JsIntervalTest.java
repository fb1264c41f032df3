package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The ends of an interval where they have a closed form. */
class JsIntervalTest {

  private static final double ERROR = 1e-12;
  private static final double CONFIDENCE = 0.9;

  /** So far apart that JS is normal: its mean less the bias, and the delta method. */
  @Test
  void farSamplesHaveANormalInterval() {
    long[] p = {900, 300, 200, 100};
    long[] q = {200, 500, 100, 1200};
    TwoSamples samples = TwoSamples.of(p, q);
    double perNat = 8 / (1 / 1500.0 + 1 / 2000.0);
    EqualityMoments equality = EqualityMoments.of(samples.pooled(), 1500, 2000, 40);
    double js = Divergence.jsDivergence(p, q);
    double bias = JsBias.ofPossible(samples) + (equality.mean() - equality.bias()) / perNat;
    double variance =
        variance(p, q) / (4 * 1500)
            + variance(q, p) / (4 * 2000)
            + equality.variance() / (perNat * perNat);
    double reach =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(0.05) * Math.sqrt(variance);
    Interval interval = JsInterval.of(samples, js, CONFIDENCE);
    assertEquals(js - bias - reach, interval.lower(), ERROR);
    assertEquals(js - bias + reach, interval.upper(), ERROR);
  }

  /** A chi-square of no degrees of freedom is 0 with the probability {@code exp(-lambda/2)}. */
  @Test
  void equalSharesEndWhereZeroIsAsRareAsTheTail() {
    long[] counts = {30, 70};
    TwoSamples samples = TwoSamples.of(counts, counts);
    Interval interval = JsInterval.of(samples, 0, CONFIDENCE);
    assertEquals(0.0, interval.lower());
    assertEquals(-2 * Math.log(0.05) / (8 / (1 / 100.0 + 1 / 100.0)), interval.upper(), ERROR);
  }

  @Test
  void nearSamplesHaveTheIntervalOfANoncentralChiSquare() {
    long[] p = {300, 250, 450};
    long[] q = {270, 270, 460};
    TwoSamples samples = TwoSamples.of(p, q);
    double perNat = samples.chiSquarePerNat();
    double statistic = perNat * Divergence.jsDivergence(p, q);
    EqualityMoments equality = EqualityMoments.of(samples.pooled(), 1000, 1000, 40);
    double shift = perNat * JsBias.ofPossible(samples) + (equality.mean() - equality.bias());
    ScaledNoncentral noncentral = new ScaledNoncentral(shift, equality.variance());
    Interval interval = JsInterval.of(samples, statistic / perNat, CONFIDENCE);
    assertEquals(noncentral.lowerLambda(statistic, 0.05) / perNat, interval.lower(), ERROR);
    assertEquals(noncentral.upperLambda(statistic, 0.05) / perNat, interval.upper(), ERROR);
  }

  /** Of {@code ln(2p/(p+q))} over the rows of p, about its mean. */
  private static double variance(long[] p, long[] q) {
    double n = rows(p);
    double m = rows(q);
    double mean = 0;
    double[] logs = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      logs[i] = Math.log(2 * (p[i] / n) / (p[i] / n + q[i] / m));
      mean += p[i] / n * logs[i];
    }
    double variance = 0;
    for (int i = 0; i < p.length; i++) {
      variance += p[i] / n * (logs[i] - mean) * (logs[i] - mean);
    }
    return variance;
  }

  private static double rows(long[] counts) {
    double rows = 0;
    for (long count : counts) {
      rows += count;
    }
    return rows;
  }
}
