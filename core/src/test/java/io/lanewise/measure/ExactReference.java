package io.lanewise.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The textbook formulas in 80 decimal digits: plain sums of p ln p, where cancellation is harmless.
 */
final class ExactReference {
  private static final MathContext DIGITS = new MathContext(80);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LN2 = series(TWO);

  private ExactReference() {}

  static BigDecimal entropy(double[] weights) {
    return crossEntropy(shares(weights), shares(weights));
  }

  static BigDecimal crossEntropy(double[] p, double[] q) {
    return crossEntropy(shares(p), shares(q));
  }

  static BigDecimal kl(double[] p, double[] q) {
    return kl(shares(p), shares(q));
  }

  static BigDecimal js(double[] p, double[] q) {
    BigDecimal[] ps = shares(p);
    BigDecimal[] qs = shares(q);
    BigDecimal[] mean = new BigDecimal[ps.length];
    Arrays.setAll(mean, i -> ps[i].add(qs[i]).divide(TWO, DIGITS));
    return kl(ps, mean).add(kl(qs, mean)).divide(TWO, DIGITS);
  }

  private static BigDecimal kl(BigDecimal[] p, BigDecimal[] q) {
    return crossEntropy(p, q).subtract(crossEntropy(p, p), DIGITS);
  }

  private static BigDecimal crossEntropy(BigDecimal[] p, BigDecimal[] q) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < p.length; i++) {
      if (p[i].signum() > 0) {
        sum = sum.subtract(p[i].multiply(ln(q[i]), DIGITS), DIGITS);
      }
    }
    return sum;
  }

  private static BigDecimal[] shares(double[] weights) {
    BigDecimal sum = Arrays.stream(weights).mapToObj(BigDecimal::new).reduce(BigDecimal::add).get();
    return Arrays.stream(weights)
        .mapToObj(weight -> new BigDecimal(weight).divide(sum, DIGITS))
        .toArray(BigDecimal[]::new);
  }

  static BigDecimal ln(BigDecimal x) {
    int k = Math.getExponent(x.doubleValue());
    BigDecimal power = k >= 0 ? TWO.pow(k) : BigDecimal.ONE.divide(TWO.pow(-k));
    return series(x.divide(power, DIGITS)).add(LN2.multiply(BigDecimal.valueOf(k)), DIGITS);
  }

  /** ln m = 2 (s + s^3/3 + s^5/5 + ...), s = (m-1)/(m+1). */
  private static BigDecimal series(BigDecimal m) {
    BigDecimal s = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
    BigDecimal square = s.multiply(s, DIGITS);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal power = s;
    for (int n = 1; power.abs().compareTo(new BigDecimal("1e-85")) > 0; n += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum.multiply(TWO, DIGITS);
  }
}
