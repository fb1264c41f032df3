package io.lanewise.kernel;

import static java.lang.Math.fma;

/**
 * The single terms of binary cross-entropy and of its gradient, written to be read; vector kernels
 * repeat them operation by operation.
 *
 * <p>With {@code a = |z|} the loss is {@code (max(z,0) - z y) + ln(1 + e^-a)}. The first part is
 * one fma, exactly 0 where the label is on the side of the logit; the second is positive. Both are
 * at least 0, so nothing cancels however sure the logit is.
 *
 * <p>{@code e^-a = 2^-n e^-r}, {@code r = a - n ln 2}, {@code |r| <= 0.3467}, by a polynomial; and
 * {@code ln(1+e) = ln((1+s)/(1-s))}, {@code s = e/(2+e) <= 1/3}, which is the logarithm of {@link
 * LogTerms}.
 *
 * <p>Error, measured against 50 digits: a loss at most 3.7e-16 relative, a slope 2.8e-16 for labels
 * of 0 and 1 ({@code LogisticAccuracyTest}). Source of the polynomial: interpolation at Chebyshev
 * nodes in 300 bits, error below 2^-55.7.
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

  private static final double E0 = EXP_COEFFICIENTS[0];
  private static final double E1 = EXP_COEFFICIENTS[1];
  private static final double E2 = EXP_COEFFICIENTS[2];
  private static final double E3 = EXP_COEFFICIENTS[3];
  private static final double E4 = EXP_COEFFICIENTS[4];
  private static final double E5 = EXP_COEFFICIENTS[5];
  private static final double E6 = EXP_COEFFICIENTS[6];
  private static final double E7 = EXP_COEFFICIENTS[7];
  private static final double E8 = EXP_COEFFICIENTS[8];
  private static final double E9 = EXP_COEFFICIENTS[9];

  private static final double[] LOG_COEFFICIENTS = LogTerms.logCoefficients();
  private static final double L0 = LOG_COEFFICIENTS[0];
  private static final double L1 = LOG_COEFFICIENTS[1];
  private static final double L2 = LOG_COEFFICIENTS[2];
  private static final double L3 = LOG_COEFFICIENTS[3];
  private static final double L4 = LOG_COEFFICIENTS[4];
  private static final double L5 = LOG_COEFFICIENTS[5];
  private static final double L6 = LOG_COEFFICIENTS[6];
  private static final double L7 = LOG_COEFFICIENTS[7];
  private static final double L8 = LOG_COEFFICIENTS[8];
  private static final double L9 = LOG_COEFFICIENTS[9];

  private LogisticTerms() {}

  /**
   * Returns {@code max(z,0) - z y + ln(1 + e^-|z|)}.
   *
   * @param z logit
   * @param y label, 0 to 1
   * @return nats, at least +0.0; NaN if either is, NaN or +infinity for an infinite logit
   */
  public static double loss(double z, double y) {
    // Without branches on the sign or on the label, which no processor can guess.
    return fma(-z, y, Math.max(z, 0)) + log1pExp(Math.abs(z));
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
    return fma(s, logTail(s * s), s + s);
  }

  /** e^-a for a at least 0. */
  private static double expOfMinus(double a) {
    if (!(a <= FARTHEST)) {
      return Double.isNaN(a) ? a : 0;
    }
    double rounded = fma(a, LOG2_E, ROUNDING);
    double n = rounded - ROUNDING;
    double r = fma(n, -LogTerms.LN2_LO, fma(n, -LogTerms.LN2_HI, a));
    double exp = fma(r, fma(r, expTail(r), -1), 1);
    // Subtracts n from the exponent.
    long bits = Double.doubleToRawLongBits(exp) - (Double.doubleToRawLongBits(rounded) << 52);
    return Double.longBitsToDouble(bits);
  }

  /** Q(r); Estrin's tree, half as deep as Horner's chain. */
  private static double expTail(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = fma(fma(E3, r, E2), r2, fma(E1, r, E0));
    double high = fma(fma(E9, r, E8), r4, fma(fma(E7, r, E6), r2, fma(E5, r, E4)));
    return fma(high, r4, low);
  }

  /** R(z) of {@link LogTerms}, by the same tree. */
  private static double logTail(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low = fma(fma(L3, z, L2), z2, fma(L1, z, L0));
    double high = fma(fma(L9, z, L8), z4, fma(fma(L7, z, L6), z2, fma(L5, z, L4)));
    return z * fma(high, z4, low);
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
