package io.lanewise.kernel;

/**
 * The elementary functions of one double, written to be read; vector kernels repeat them operation
 * by operation.
 *
 * <p>The exponential function is {@code 2^(n/4) p(r)}, {@code r = x - n/4 ln 2}, {@code |r| <= ln 2
 * / 8}; the four powers of 2^(1/4) are a table that fits into a vector. The logarithm of {@code 2^k
 * (1+f)}, {@code 1+f} in [sqrt 1/2, sqrt 2), is {@code k ln 2 + f - (f^2/2 - s (f^2/2 + R(s^2)))},
 * {@code s = f/(2+f)}: the leading term f is exact, so only small terms are rounded more than once.
 *
 * <p>Error in units in the last place, the largest of 10^7 points over the whole range, subnormal
 * arguments and results included, against 32 digits: exp 1.10, log 0.87, log1p 1.37 ({@code
 * FunctionAccuracyTest}, which asserts 1.1, 1.1 and 2). Rounding of the table makes up 0.44 of exp.
 *
 * <p>Source of the forms: W. Cody and W. Waite, "Software Manual for the Elementary Functions"
 * (1980); K.-C. Ng, fdlibm {@code e_log.c} (1993). Of the coefficients: Remez exchange in 200 bits
 * on the relative error; after rounding 2^-57.5 for exp, 2^-59.4 for the logarithm.
 */
public final class DoubleFunctions {

  /** 4 / ln 2. */
  public static final double QUARTERS = 0x1.71547652b82fep+2;

  /** Upper part of -ln 2 / 4. */
  public static final double MINUS_QUARTER_HI = -LogTerms.LN2_HI / 4;

  /** Lower part of -ln 2 / 4. */
  public static final double MINUS_QUARTER_LO = -LogTerms.LN2_LO / 4;

  /** Shifts quarters so that whole powers of two stand in the exponent field. */
  public static final int QUARTER_SHIFT = 50;

  /** Keeps 2^(n/4) normal where the result is not; taken back by a product. */
  public static final long LIFT = 512L << 52;

  /** Added to a small number it rounds to an integer, which stands in the lowest bits. */
  public static final double ROUNDING = 0x1.8p52;

  /** e^x is 0 from here down: half of the smallest double is e^-745.13. */
  public static final double EXP_LOWEST = -746;

  /** e^x is infinite from here up: the largest double is e^709.78. */
  public static final double EXP_HIGHEST = 710;

  /** Coefficient of r^2 in e^r. */
  public static final double E2 = 0x1.0000000000006p-1;

  /** Coefficient of r^3 in e^r. */
  public static final double E3 = 0x1.5555555557f5dp-3;

  /** Coefficient of r^4 in e^r. */
  public static final double E4 = 0x1.5555555541491p-5;

  /** Coefficient of r^5 in e^r. */
  public static final double E5 = 0x1.1111109fd70dap-7;

  /** Coefficient of r^6 in e^r. */
  public static final double E6 = 0x1.6c16c38a12a2cp-10;

  /** Coefficient of r^7 in e^r. */
  public static final double E7 = 0x1.a030f2f9c0063p-13;

  /** Coefficient of r^8 in e^r. */
  public static final double E8 = 0x1.a000839f5e9bcp-16;

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

  /** What subnormal numbers are multiplied by before their exponent is read. */
  public static final double SUBNORMAL_SCALE = 0x1p54;

  /** The binary logarithm of {@link #SUBNORMAL_SCALE}. */
  public static final double SUBNORMAL_SHIFT = 54;

  /** The bits of 2^(j/4) less j in quarters, so that quarters can be added. */
  private static final long[] POWERS = {
    0x3ff0000000000000L,
    0x3ff306fe0a31b715L - (1L << QUARTER_SHIFT),
    0x3ff6a09e667f3bcdL - (2L << QUARTER_SHIFT),
    0x3ffae89f995ad3adL - (3L << QUARTER_SHIFT)
  };

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
    double rounded = Math.fma(bounded, QUARTERS, ROUNDING);
    double n = rounded - ROUNDING;
    double r = Math.fma(n, MINUS_QUARTER_LO, Math.fma(n, MINUS_QUARTER_HI, bounded));
    long quarters = Double.doubleToRawLongBits(rounded);
    long bits = POWERS[(int) quarters & 3] + (quarters << QUARTER_SHIFT);
    // Only the last product is rounded, if the result is subnormal.
    double power = Double.longBitsToDouble(bits + (x < 0 ? LIFT : -LIFT));
    return Math.fma(growth(r), power, power) * (x < 0 ? 0x1p-512 : 0x1p512);
  }

  /** {@code e^r - 1} for |r| at most ln 2 / 8: two steps of Horner's scheme at once. */
  private static double growth(double r) {
    double square = r * r;
    double p = Math.fma(E8, square, Math.fma(E7, r, E6));
    p = Math.fma(p, square, Math.fma(E5, r, E4));
    p = Math.fma(p, square, Math.fma(E3, r, E2));
    return Math.fma(square, p, r);
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
    double k = (double) (offset >> 52) - (subnormal ? SUBNORMAL_SHIFT : 0);
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
    double rest = (1 - (sum - part)) + (x - part);
    long bits = Double.doubleToRawLongBits(sum);
    long offset = bits - SQRT_HALF_BITS;
    long power = offset & LogTerms.EXPONENT_MASK;
    double m = Double.longBitsToDouble(bits - power);
    double scale = Double.longBitsToDouble(ONE_BITS - power);
    double f = (m - 1) + (x > LOG1P_LARGE ? 0 : rest * scale);
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

  /**
   * Returns the bits of 2^(j/4), less {@code j << }{@value #QUARTER_SHIFT}.
   *
   * @return a copy, j from 0 to 3
   */
  public static long[] powers() {
    return POWERS.clone();
  }
}
