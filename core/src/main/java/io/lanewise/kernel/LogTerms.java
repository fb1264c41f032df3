package io.lanewise.kernel;

/**
 * The single terms of the log sums, written to be read; vector kernels repeat them operation by
 * operation.
 *
 * <p>With weights c and d and totals C and D the shares p = c/C and q = d/D are never formed. A
 * term compares the products {@code w = c D} and {@code v = d C}, since q/p = v/w, and takes their
 * difference {@code v - w} as an argument of its own, because the caller knows it exactly where v
 * and w as doubles have long lost it. So a term is small because its argument is small, never
 * because two large numbers cancelled.
 *
 * <p>Every logarithm is {@code ln(m) = 2s + s R(s^2)}, {@code s = (m-1)/(m+1)}, {@code |s| <= 1/3},
 * and {@code s} is one division of quantities at hand. Twice as wide as the usual [sqrt 1/2, sqrt
 * 2), the interval costs three fma more; with the usual one {@code g(r) = r - ln(1+r)} loses a
 * factor of 7 just outside of it, here 3.6.
 *
 * <p>Error, measured against 80 digits: below 3.1e-16 relative for entropy and cross-entropy,
 * 9.6e-16 for KL and 1.4e-15 for JS, worst at the edges of the branches ({@code AccuracyTest}).
 * Source of the form: K.-C. Ng, fdlibm {@code e_log.c} (1993); of the coefficients: interpolation
 * at Chebyshev nodes in 300 bits, error of ln below 2^-56.9, of the series of JS below 2^-59.8.
 */
public final class LogTerms {

  /** Upper part of ln 2: its last 32 bits are 0, so k times it is exact. */
  public static final double LN2_HI = 0x1.62e42feep-1;

  /** Lower part of ln 2. */
  public static final double LN2_LO = 0x1.a39ef35793c76p-33;

  /**
   * Added to a difference of bit patterns, it rounds the binary logarithm of the ratio to the
   * nearest integer and biases it as an exponent field.
   */
  public static final long EXPONENT_ROUNDING = (1023L << 52) + (1L << 51);

  /** The sign and exponent fields of a double. */
  public static final long EXPONENT_MASK = 0xfffL << 52;

  private static final double[] LOG_COEFFICIENTS = {
    0x1.5555555555555p-1,
    0x1.999999999a3ddp-2,
    0x1.24924923d44c6p-2,
    0x1.c71c727143318p-3,
    0x1.745cf0b0e03bdp-3,
    0x1.3b18b294bebf9p-3,
    0x1.10ac75dc602b1p-3,
    0x1.eb905e8575054p-4,
    0x1.687a6e7c95176p-4,
    0x1.4b0a26c5f2aefp-3
  };

  private static final double[] JS_COEFFICIENTS = {
    0x1.5555555555555p-3,
    0x1.11111111112b5p-4,
    0x1.2492492455889p-5,
    0x1.6c16c1a2849f8p-6,
    0x1.f07c06551a40ap-7,
    0x1.6819b65cdeb62p-7,
    0x1.10d0867427e00p-7,
    0x1.b29039bffa499p-8,
    0x1.2b55ec06a70eep-8,
    0x1.cc65288f0fe4ap-8
  };

  private LogTerms() {}

  /**
   * Returns c ln(C/c), the entropy term in units of the total.
   *
   * <p>Cost: one division and 13 fma. Error: see the class.
   *
   * @param c weight, at least 0
   * @param gap C - c, exact or correctly rounded; a rounding below 0 counts as 0
   * @param total C
   * @return at least +0.0; 0 for c = 0
   */
  public static double entropyTerm(double c, double gap, double total) {
    return c == 0 ? 0 : c * logInverseShare(c, gap, total);
  }

  /**
   * Returns c ln(D/d), the cross-entropy term in units of C.
   *
   * @param c weight of p, at least 0
   * @param d weight of q, at least 0
   * @param gap D - d, exact or correctly rounded; a rounding below 0 counts as 0
   * @param total D
   * @return at least +0.0; 0 for c = 0, +infinity for c above 0 and d = 0
   */
  public static double crossEntropyTerm(double c, double d, double gap, double total) {
    if (c == 0) {
      return 0;
    }
    return d == 0 ? Double.POSITIVE_INFINITY : c * logInverseShare(d, gap, total);
  }

  /**
   * Returns {@code c g(v/w - 1)}, {@code g(r) = r - ln(1+r)}: the KL term in units of C.
   *
   * @param c weight of p, at least 0
   * @param w c D
   * @param v d C
   * @param diff v - w, to about one unit in its own last place
   * @param inverse 1/D
   * @return at least +0.0; diff/D for c = 0, +infinity for c above 0 and d = 0
   */
  public static double klTerm(double c, double w, double v, double diff, double inverse) {
    if (w == 0) {
      return diff * inverse;
    }
    if (v == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (near(w, v)) {
      // c r = diff/D, and r - ln(1+r) = s(r - R(s^2)): nothing cancels.
      double s = diff / (v + w);
      return s * Math.fma(-c, logTail(s * s), diff * inverse);
    }
    return Math.fma(-c, farLogRatio(w, v), diff * inverse);
  }

  /**
   * Returns {@code (w+v) h(u)}, {@code h(u) = (1+u) ln(1+u) + (1-u) ln(1-u)}, {@code u =
   * diff/(w+v)}: the JS term in units of 4 C D.
   *
   * @param w c D
   * @param v d C
   * @param diff v - w, to about one unit in its own last place
   * @return at least +0.0; 0 where both products are 0
   */
  public static double jsTerm(double w, double v, double diff) {
    double sum = w + v;
    if (sum == 0) {
      return 0;
    }
    if (near(w, v)) {
      double u = diff / sum;
      return diff * u * jsSeries(u * u);
    }
    double big = v > w ? v : w;
    double small = v > w ? w : v;
    double half = 0.5 * sum;
    double s = (big - half) / (big + half);
    double bigLog = Math.fma(s, logTail(s * s), s + s);
    double smallPart = small == 0 ? 0 : small * farLogRatio(small, half);
    // The rounding of the sum would count twice; this residue makes it count in second order only.
    double residue = (sum - big) - small;
    double part = Math.fma(big, bigLog, residue) - smallPart;
    return part + part;
  }

  /**
   * Returns {@code ln(v/w)} for positive v and w.
   *
   * @param w a positive product
   * @param v a positive product
   * @param diff v - w, to about one unit in its own last place
   * @return nats, exactly 0 for diff = 0
   */
  public static double logRatio(double w, double v, double diff) {
    if (near(w, v)) {
      double s = diff / (v + w);
      return Math.fma(s, logTail(s * s), s + s);
    }
    return farLogRatio(w, v);
  }

  /** Whether the ratio lies between 1/2 and 2, where the exact difference decides. */
  private static boolean near(double w, double v) {
    return v < w + w && w < v + v;
  }

  /** ln(total/weight); the gap decides as soon as the weight is more than half of the total. */
  private static double logInverseShare(double weight, double gap, double total) {
    if (weight + weight > total) {
      double s = (gap > 0 ? gap : 0) / (total + weight);
      return Math.fma(s, logTail(s * s), s + s);
    }
    return farLogRatio(weight, total);
  }

  /** ln(v/w) = k ln 2 + ln(v / (2^k w)), k the nearest integer to a linear log2. */
  private static double farLogRatio(double w, double v) {
    long exponent =
        Double.doubleToRawLongBits(v) - Double.doubleToRawLongBits(w) + EXPONENT_ROUNDING;
    double scaled = w * Double.longBitsToDouble(exponent & EXPONENT_MASK);
    double k = (exponent >>> 52) - 1023;
    double s = (v - scaled) / (v + scaled);
    double log = Math.fma(s, logTail(s * s), s + s);
    return Math.fma(k, LN2_HI, Math.fma(k, LN2_LO, log));
  }

  /** R(z) with ln((1+s)/(1-s)) = 2s + s R(s^2). */
  private static double logTail(double z) {
    return z * horner(LOG_COEFFICIENTS, z);
  }

  /** h(u)/u^2 as a function of z = u^2. */
  private static double jsSeries(double z) {
    return Math.fma(z, horner(JS_COEFFICIENTS, z), 1.0);
  }

  private static double horner(double[] coefficients, double z) {
    double value = coefficients[coefficients.length - 1];
    for (int i = coefficients.length - 2; i >= 0; i--) {
      value = Math.fma(value, z, coefficients[i]);
    }
    return value;
  }

  /**
   * Returns the coefficients of {@code Q(z)}, {@code ln((1+s)/(1-s)) = 2s + s z Q(z)}, {@code z =
   * s^2}.
   *
   * @return a copy, lowest power first
   */
  public static double[] logCoefficients() {
    return LOG_COEFFICIENTS.clone();
  }

  /**
   * Returns the coefficients of {@code S(z)}, {@code h(u) = z (1 + z S(z))}, {@code z = u^2}.
   *
   * @return a copy, lowest power first
   */
  public static double[] jsCoefficients() {
    return JS_COEFFICIENTS.clone();
  }
}
