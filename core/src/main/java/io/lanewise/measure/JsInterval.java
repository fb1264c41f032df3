package io.lanewise.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** An interval for the JS of the two distributions that samples came from. */
final class JsInterval {

  /** With fewer rows in all, the samples say nothing. */
  private static final double LEAST_ROWS = 4;

  private static final Interval ANYTHING = new Interval(0, Divergence.LN2);

  private JsInterval() {}

  static Interval of(TwoSamples samples, double js, double corrected, double confidence) {
    if (samples.total() < LEAST_ROWS) {
      return ANYTHING;
    }
    double tail = (1 - confidence) / 2;
    double perNat = samples.chiSquarePerNat();
    double floor = NoiseFloor.of(samples.pooled(), samples.pTotal(), samples.qTotal());
    if (js <= 4 * floor) {
      double degrees = floor * perNat;
      if (degrees == 0) {
        return ANYTHING;
      }
      double lower = NoncentralInversion.noncentrality(degrees, js * perNat, tail, true);
      double upper = NoncentralInversion.noncentrality(degrees, js * perNat, tail, false);
      return new Interval(clip(lower / perNat), clip(upper / perNat));
    }
    double reach =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * Math.sqrt(variance(samples));
    return new Interval(clip(corrected - reach), clip(corrected + reach));
  }

  private static double clip(double js) {
    return Math.max(0, Math.min(Divergence.LN2, js));
  }

  /** The delta method: Var(ln(2p/(p+q)))/4n + Var(ln(2q/(p+q)))/4m. */
  static double variance(TwoSamples samples) {
    double n = samples.pTotal();
    double m = samples.qTotal();
    double meanP = 0;
    double squareP = 0;
    double meanQ = 0;
    double squareQ = 0;
    for (int i = 0; i < samples.symbols(); i++) {
      double p = samples.p(i) / n;
      double q = samples.q(i) / m;
      if (p > 0) {
        double log = Math.log(2 * p / (p + q));
        meanP += p * log;
        squareP += p * log * log;
      }
      if (q > 0) {
        double log = Math.log(2 * q / (p + q));
        meanQ += q * log;
        squareQ += q * log * log;
      }
    }
    return Math.max(0, squareP - meanP * meanP) / (4 * n)
        + Math.max(0, squareQ - meanQ * meanQ) / (4 * m);
  }
}
