package io.lanewise.measure;

/**
 * How much the JS of samples exceeds that of their distributions on average, to second order: the
 * biases of the three entropies in JS, {@code (Kp-1)/4n + (Kq-1)/4m - 1/8 sum [p(1-p)/n + q(1-q)/m]
 * / ((p+q)/2)}.
 *
 * <p>A symbol that may occur on both sides adds {@code [(1-p) q/n + (1-q) p/m] / (4 (p+q))}, which
 * needs no difference of sums.
 */
final class JsBias {

  private JsBias() {}

  /**
   * With Kp and Kq the symbols that occur in either sample: one that is missing on a side cannot
   * occur there, and adds 0. So it is 0 for disjoint samples.
   */
  static double ofObserved(TwoSamples samples) {
    CompensatedSum bias = new CompensatedSum();
    for (int i = 0; i < samples.symbols(); i++) {
      if (samples.p(i) > 0 && samples.q(i) > 0) {
        bias.add(term(samples, i));
      }
    }
    return bias.value();
  }

  /** With Kp = Kq the symbols that occur at all: one that is missing on a side is rare there. */
  static double ofPossible(TwoSamples samples) {
    CompensatedSum bias = new CompensatedSum();
    for (int i = 0; i < samples.symbols(); i++) {
      bias.add(term(samples, i));
    }
    return bias.value();
  }

  private static double term(TwoSamples samples, int i) {
    double n = samples.pTotal();
    double m = samples.qTotal();
    return term(samples.p(i) / n, samples.q(i) / m, n, m);
  }

  static double term(double p, double q, double n, double m) {
    return ((1 - p) * q / n + (1 - q) * p / m) / (4 * (p + q));
  }
}
