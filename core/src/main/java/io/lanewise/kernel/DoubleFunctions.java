package io.lanewise.kernel;

/**
 * The elementary functions of one double, written to be read; vector kernels repeat them operation
 * by operation.
 *
 * <p>The exponential function is {@code 2^k p(r)}, {@code r = x - k ln 2}, {@code |r| <= ln 2 / 2}.
 * The logarithm of {@code 2^k (1+f)}, {@code 1+f} in [sqrt 1/2, sqrt 2), is {@code k ln 2 + f -
 * (f^2/2 - s (f^2/2 + R(s^2)))}, {@code s = f/(2+f)}: the leading term f is exact, so only small
 * terms are rounded more than once.
 *
 * <p>Source of the forms: W. Cody and W. Waite, "Software Manual for the Elementary Functions"
 * (1980); K.-C. Ng, fdlibm {@code e_log.c} (1993). Of the coefficients: Remez exchange in 200 bits
 * on the relative error; after rounding 2^-57.4 for exp, 2^-59.4 for the logarithm.
 */
public final class DoubleFunctions {

  /** 1 / ln 2. */
  public static final double LOG2_E = 0x1.71547652b82fep+0;

  /** Added to a small number it rounds to an integer, which stands in the lowest bits. */
  public static final double ROUNDING = 0x1.8p52;

  /** e^x is 0 from here down: half of the smallest double is e^-745.13. */
  public static final double EXP_LOWEST = -746;

  /** e^x is infinite from here up: the largest double is e^709.78. */
  public static final double EXP_HIGHEST = 710;

  /** Coefficient of r^2 in e^r; 2^-51.7 beside 1/2, which the next ones make up for. */
  public static final double E2 = 0x1.000000000000ap-1;

  /** Coefficient of r^3. */
  public static final double E3 = 0x1.55555555554f6p-3;

  /** Coefficient of r^4. */
  public static final double E4 = 0x1.5555555550627p-5;

  /** Coefficient of r^5. */
  public static final double E5 = 0x1.1111111128711p-7;

  /** Coefficient of r^6. */
  public static final double E6 = 0x1.6c16c184b65ecp-10;

  /** Coefficient of r^7. */
  public static final double E7 = 0x1.a01a0127a03dcp-13;

  /** Coefficient of r^8. */
  public static final double E8 = 0x1.a019987a8c4dep-16;

  /** Coefficient of r^9. */
  public static final double E9 = 0x1.71df28f0716e5p-19;

  /** Coefficient of r^10. */
  public static final double E10 = 0x1.28aef6f8d319cp-22;

  /** Coefficient of r^11. */
  public static final double E11 = 0x1.ad7da32ba52eep-26;

  /** The bits of the square root of 1/2. */
  public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** Coefficient of z in -R(z), {@code ln((1+s)/(1-s)) = 2s + s R(s^2)}. */
  public static final double L1 = -0x1.5555555555593p-1;

  /** Coefficient of z^2 in -R(z). */
  public static final double L2 = -0x1.999999997f994p-2;

  /** Coefficient of z^3 in -R(z). */
  public static final double L3 = -0x1.24924942334e6p-2;

  /** Coefficient of z^4 in -R(z). */
  public static final double L4 = -0x1.c71c51ce5be0bp-3;

  /** Coefficient of z^5 in -R(z). */
  public static final double L5 = -0x1.74664bf97cf0ep-3;

  /** Coefficient of z^6 in -R(z). */
  public static final double L6 = -0x1.39a052c6843e0p-3;

  /** Coefficient of z^7 in -R(z). */
  public static final double L7 = -0x1.2f1464e31ce5bp-3;

  /** From here up 1 + x needs no correction. */
  public static final double LOG1P_LARGE = 0x1p60;

  /** The bits of 1. */
  public static final long ONE_BITS = 0x3ffL << 52;

  private static final double SUBNORMAL_SCALE = 0x1p54;

  private DoubleFunctions() {}

  /**
   * Returns e^x.
   *
   * <p>+infinity gives +infinity, -infinity +0, NaN gives NaN, +-0 gives 1; results underflow
   * gradually.
   *
   * @param x any number
   * @return e^x
   */
  public static double exp(double x) {
    double bounded = x < EXP_LOWEST ? EXP_LOWEST : x > EXP_HIGHEST ? EXP_HIGHEST : x;
    double rounded = Math.fma(bounded, LOG2_E, ROUNDING);
    double k = rounded - ROUNDING;
    double r = Math.fma(k, -LogTerms.LN2_LO, Math.fma(k, -LogTerms.LN2_HI, bounded));
    // 2^k in two factors of which the first is normal: only the last product is rounded.
    int shift = x < 0 ? 512 : -512;
    long exponent = Double.doubleToRawLongBits(rounded) + (1023 + shift);
    double power = Double.longBitsToDouble(exponent << 52);
    return expNearZero(r) * power * (x < 0 ? 0x1p-512 : 0x1p512);
  }

  /** e^r for |r| at most ln 2 / 2. */
  private static double expNearZero(double r) {
    double p = Math.fma(E11, r, E10);
    p = Math.fma(p, r, E9);
    p = Math.fma(p, r, E8);
    p = Math.fma(p, r, E7);
    p = Math.fma(p, r, E6);
    p = Math.fma(p, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E2);
    p = Math.fma(p, r, 1.0);
    return Math.fma(p, r, 1.0);
  }

  /**
   * Returns the natural logarithm.
   *
   * <p>+infinity gives +infinity, +-0 gives -infinity, a negative number or NaN gives NaN, 1 gives
   * +0.
   *
   * @param x any number
   * @return ln x
   */
  public static double log(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * SUBNORMAL_SCALE : x);
    long offset = bits - SQRT_HALF_BITS;
    double k = (double) (offset >> 52) - (subnormal ? 54 : 0);
    double m = Double.longBitsToDouble(bits - (offset & LogTerms.EXPONENT_MASK));
    return logOfProduct(k, m - 1);
  }

  /**
   * Returns ln(1 + x).
   *
   * <p>+infinity gives +infinity, -1 gives -infinity, a number below -1 or NaN gives NaN, +-0 gives
   * itself.
   *
   * @param x any number
   * @return ln(1 + x)
   */
  public static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
      return x == -1 ? Double.NEGATIVE_INFINITY : x < -1 ? Double.NaN : x;
    }
    double sum = 1 + x;
    double part = sum - 1;
    double rest = x > LOG1P_LARGE ? 0 : (1 - (sum - part)) + (x - part);
    long bits = Double.doubleToRawLongBits(sum);
    long offset = bits - SQRT_HALF_BITS;
    long power = offset & LogTerms.EXPONENT_MASK;
    double m = Double.longBitsToDouble(bits - power);
    // Where the rest is not 0, k is at most 60, and 2^-k a normal number.
    double scale = Double.longBitsToDouble(ONE_BITS - power);
    double f = (m - 1) + (rest == 0 ? 0 : rest * scale);
    return Math.copySign(logOfProduct((double) (offset >> 52), f), x);
  }

  /** ln(2^k (1+f)) for 1+f in [sqrt 1/2, sqrt 2). */
  private static double logOfProduct(double k, double f) {
    double minusHalfSquare = f * -0.5 * f;
    double minusS = f / (-2 - f);
    double z = minusS * minusS;
    double minusTail = logTail(z);
    double upper = Math.fma(z, minusTail, minusHalfSquare);
    double correction = Math.fma(minusS, upper, minusHalfSquare);
    double rest = Math.fma(k, LogTerms.LN2_LO, correction);
    return Math.fma(k, LogTerms.LN2_HI, f + rest);
  }

  /** -R(z)/z. */
  private static double logTail(double z) {
    double p = Math.fma(L7, z, L6);
    p = Math.fma(p, z, L5);
    p = Math.fma(p, z, L4);
    p = Math.fma(p, z, L3);
    p = Math.fma(p, z, L2);
    return Math.fma(p, z, L1);
  }
}
