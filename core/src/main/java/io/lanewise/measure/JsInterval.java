package io.lanewise.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An interval for the JS of the two distributions that samples came from.
 *
 * <p>With {@code T = 8nm/(n+m) JS}, which near 0 is a noncentral chi-square around {@code lambda =
 * 8nm/(n+m) JS(distributions)}: up to {@code T = 4 T0 + 60}, T0 the mean of T under equality, the
 * values of lambda at whose tails T lies; beyond, T less its bias, as a normal. Both take mean and
 * variance under equality from the pooled counts ({@link EqualityMoments}).
 */
final class JsInterval {

  /** With fewer rows in all, the samples say nothing. */
  private static final double LEAST_ROWS = 4;

  /**
   * Expected count from which on a symbol is a chi-square. At 5 the variance is up to 6 % too low,
   * and the lower end above 0 in 3.0 % of equal pairs in place of 2.5 %.
   */
  private static final double OFTEN = 40;

  private static final double NEAR_FACTOR = 4;
  private static final double NEAR_EXCESS = 60;

  /** Where chance alone explains so much, most of what differs is not seen. */
  private static final double UNSEEN_FLOOR = Divergence.LN2 / 4;

  /** Of the mean under equality: a variance that is smaller is one of too few values. */
  private static final double LEAST_VARIANCE = 0.01;

  /** Of the mean under equality: the shift must stay positive. */
  private static final double LEAST_SHIFT = 0.25;

  private final TwoSamples samples;
  private final double perNat;
  private final double tail;
  private final EqualityMoments equality;

  private JsInterval(TwoSamples samples, double tail) {
    this.samples = samples;
    this.tail = tail;
    perNat = samples.chiSquarePerNat();
    equality = EqualityMoments.of(samples.pooled(), samples.pTotal(), samples.qTotal(), OFTEN);
  }

  static Interval of(TwoSamples samples, double js, double confidence) {
    if (samples.total() < LEAST_ROWS) {
      return new Interval(0, Divergence.LN2);
    }
    return new JsInterval(samples, (1 - confidence) / 2).around(js);
  }

  private Interval around(double js) {
    double statistic = perNat * js;
    boolean unseen = equality.mean() > UNSEEN_FLOOR * perNat;
    double shift = unseen ? Math.max(equality.mean(), shift()) : shift();
    Interval interval = interval(statistic, shift);
    double upper = unseen ? Divergence.LN2 : inNats(interval.upper());
    return new Interval(inNats(interval.lower()), upper);
  }

  /** In units of T. */
  private Interval interval(double statistic, double shift) {
    if (statistic == 0) {
      // A chi-square without degrees of freedom: 0 has the probability exp(-lambda/2).
      return new Interval(0, -2 * Math.log(tail));
    }
    double variance = Math.max(equality.variance(), LEAST_VARIANCE * equality.mean());
    if (statistic <= NEAR_FACTOR * equality.mean() + NEAR_EXCESS) {
      ScaledNoncentral noncentral = new ScaledNoncentral(shift, variance);
      return new Interval(
          noncentral.lowerLambda(statistic, tail), noncentral.upperLambda(statistic, tail));
    }
    double reach =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
            * Math.sqrt(variance + perNat * perNat * linearVariance());
    return new Interval(statistic - shift - reach, statistic - shift + reach);
  }

  /**
   * How much T exceeds lambda on average: the second-order bias, and what that misses, which is
   * known under equality.
   */
  private double shift() {
    double bias = perNat * JsBias.ofPossible(samples);
    double missed = equality.mean() - equality.bias();
    return Math.max(LEAST_SHIFT * equality.mean(), bias + missed);
  }

  /** The delta method: {@code Var(ln(2p/(p+q)))/4n + Var(ln(2q/(p+q)))/4m}. */
  private double linearVariance() {
    double n = samples.pTotal();
    double m = samples.qTotal();
    LogVariance ofP = new LogVariance();
    LogVariance ofQ = new LogVariance();
    for (int i = 0; i < samples.symbols(); i++) {
      double p = samples.p(i) / n;
      double q = samples.q(i) / m;
      ofP.add(p, 2 * p / (p + q));
      ofQ.add(q, 2 * q / (p + q));
    }
    return ofP.value() / (4 * n) + ofQ.value() / (4 * m);
  }

  private double inNats(double statistic) {
    return Math.clamp(statistic / perNat, 0, Divergence.LN2);
  }
}
