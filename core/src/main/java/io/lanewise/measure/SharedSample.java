package io.lanewise.measure;

/** A real sample and two generated ones over the same symbols: what {@link JsDifference} needs. */
final class SharedSample {

  /** Expected count from which on a normal stands for dealing at random. */
  static final double OFTEN = 40;

  /** Nats that rounding alone may leave of terms that cancel. */
  private static final double ROUNDING = 0x1p-50;

  private final long[] real;
  private final long[] first;
  private final long[] second;
  private final double n;
  private final double m;
  private final double l;

  SharedSample(long[] real, long[] first, long[] second) {
    // Checks lengths, signs and totals.
    double realRows = TwoSamples.of(real, first).pTotal();
    TwoSamples generated = TwoSamples.of(first, second);
    this.real = real;
    this.first = first;
    this.second = second;
    n = realRows;
    m = generated.pTotal();
    l = generated.qTotal();
  }

  JsDifference difference() {
    CompensatedSum difference = new CompensatedSum();
    CompensatedSum dealt = new CompensatedSum();
    double covariance = 0;
    LogVariance ofReal = new LogVariance();
    LogVariance ofFirst = new LogVariance();
    LogVariance ofSecond = new LogVariance();
    int symbols = 0;
    for (int i = 0; i < real.length; i++) {
      if ((real[i] | first[i] | second[i]) == 0) {
        continue;
      }
      symbols++;
      double p = real[i] / n;
      double q1 = first[i] / m;
      double q2 = second[i] / l;
      double t = (double) first[i] + (double) second[i];
      if (t > 0) {
        DealtSymbol symbol = new DealtSymbol(p, n, m, l);
        boolean often = t * Math.min(m, l) / (m + l) >= OFTEN;
        DealtSymbol.Moments moments = often ? symbol.smooth(t) : symbol.exact(t);
        difference.add(symbol.difference((double) first[i], (double) second[i]));
        difference.add(-moments.mean());
        dealt.add(moments.variance());
        covariance += moments.covariance();
      }
      double pLess = lessHalf(real[i]) / n;
      double q1Less = lessHalf(first[i]) / m;
      double q2Less = lessHalf(second[i]) / l;
      ofReal.add(p, (pLess + q2) / (pLess + q1));
      ofFirst.add(q1, 2 * q1Less / (p + q1Less));
      ofSecond.add(q2, 2 * q2Less / (p + q2Less));
    }
    // The rows of a sample are fixed: what D shares with their number does not vary.
    dealt.add(-covariance * covariance / (m * (l / (m + l))));
    double linear =
        ofReal.value() / (4 * n) + ofFirst.value() / (4 * m) + ofSecond.value() / (4 * l);
    double noise = (symbols - 1) / 32.0 * ((2 / n + 1 / m) / m + (2 / n + 1 / l) / l);
    double variance = Math.max(0, Math.max(dealt.value(), linear - noise));
    double found = Math.abs(difference.value()) > ROUNDING ? difference.value() : 0;
    return new JsDifference(found, Math.sqrt(variance));
  }

  /**
   * Derivatives are taken half a row below the count, which is what taking one row away changes: at
   * the count itself, those of rare symbols are too small.
   */
  private static double lessHalf(long count) {
    return Math.max(0, count - 0.5);
  }
}
