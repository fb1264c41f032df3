package io.lanewise.kernel;

/**
 * The single terms of binary cross-entropy and of its gradient, written to be read; vector kernels
 * repeat them operation by operation.
 *
 * <p>With a = |z| the distance of the label from the side the logit is on is {@code t = 1 - y} for
 * z above 0 and {@code t = y} otherwise. Then {@code max(z,0) - z y + ln(1 + e^-a) = a t + ln(1 +
 * e^-a)}: two parts that are never negative, so nothing cancels however sure the logit is.
 *
 * <p>{@code e^-a = 2^-n e^-r}, {@code r = a - n ln 2}, {@code |r| <= 0.3467}, by a polynomial; and
 * {@code ln(1+e) = ln((1+s)/(1-s))}, {@code s = e/(2+e) <= 1/3}, which is the logarithm of {@link
 * LogTerms}.
 *
 * <p>Error, measured against 50 digits: see {@code LogisticAccuracyTest}. Source of the polynomial:
 * interpolation at Chebyshev nodes in 300 bits, error below 2^-55.7.
 */
public final class LogisticTerms {

  /** Beyond this distance from 0, e^-a counts as 0; it is 8.6e-308. */
  public static final double FARTHEST = 707;

  /** 1 / ln 2. */
  public static final double LOG2_E = 0x1.71547652b82fep+0;

  /** Added to a small number, it leaves the nearest integer in the lowest bits. */
  public static final double ROUNDING = 0x1.8p52;

  private static final double[] EXP_COEFFICIENTS = {
    0x1.0000000000001p-1,
    -0x1.5555555555556p-3,
    0x1.5555555553d63p-5,
    -0x1.11111111109b3p-7,
    0x1.6c16c1788bd90p-10,
    -0x1.a01a01a7c41d5p-13,
    0x1.a019b90d2ae7ap-16,
    -0x1.71de0dae63bb3p-19,
    0x1.289185613a3d6p-22,
    -0x1.af38a9b0ec855p-26
  };

  private LogisticTerms() {}

  /**
   * Returns {@code max(z,0) - z y + ln(1 + e^-|z|)}.
   *
   * @param z logit
   * @param y label, 0 to 1
   * @return nats, at least +0.0; for infinite z 0 if the label agrees fully, else +infinity; NaN if
   *     either is
   */
  public static double loss(double z, double y) {
    double distance = z > 0 ? 1 - y : y;
    double log = log1pExp(Math.abs(z));
    return distance == 0 ? log : Math.fma(Math.abs(z), distance, log);
  }

  /**
   * Returns {@code 1/(1+e^-z) - y}, the derivative of the loss by the logit.
   *
   * @param z logit
   * @param y label, 0 to 1
   * @return at least -1, at most 1; NaN if either is
   */
  public static double slope(double z, double y) {
    double exp = expOfMinus(Math.abs(z));
    double share = exp / (1 + exp);
    return z > 0 ? (1 - y) - share : share - y;
  }

  /** ln(1 + e^-a) for a at least 0. */
  private static double log1pExp(double a) {
    double exp = expOfMinus(a);
    double s = exp / (2 + exp);
    return Math.fma(s, LogTerms.logTail(s * s), s + s);
  }

  /** e^-a for a at least 0. */
  private static double expOfMinus(double a) {
    if (!(a <= FARTHEST)) {
      return Double.isNaN(a) ? a : 0;
    }
    double rounded = Math.fma(a, LOG2_E, ROUNDING);
    double n = rounded - ROUNDING;
    double r = Math.fma(n, -LogTerms.LN2_LO, Math.fma(n, -LogTerms.LN2_HI, a));
    double exp = Math.fma(r, Math.fma(r, horner(r), -1), 1);
    // Subtracts n from the exponent.
    long bits = Double.doubleToRawLongBits(exp) - (Double.doubleToRawLongBits(rounded) << 52);
    return Double.longBitsToDouble(bits);
  }

  private static double horner(double r) {
    double value = EXP_COEFFICIENTS[EXP_COEFFICIENTS.length - 1];
    for (int i = EXP_COEFFICIENTS.length - 2; i >= 0; i--) {
      value = Math.fma(value, r, EXP_COEFFICIENTS[i]);
    }
    return value;
  }

  /**
   * Returns the coefficients of {@code Q(r)}, {@code e^-r = 1 + r (r Q(r) - 1)}.
   *
   * @return a copy, lowest power first
   */
  public static double[] expCoefficients() {
    return EXP_COEFFICIENTS.clone();
  }
}
