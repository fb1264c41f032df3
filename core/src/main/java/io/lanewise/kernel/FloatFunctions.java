package io.lanewise.kernel;

/**
 * The elementary functions of one float, in float arithmetic, written to be read; vector kernels
 * repeat them operation by operation.
 *
 * <p>Error in units in the last place, the largest of 10^7 points: exp 0.89, log 0.87, log1p 1.42
 * ({@code FunctionAccuracyTest}, which asserts 1, 1 and 1.5).
 *
 * <p>The forms are those of {@link DoubleFunctions}, with whole powers of 2 for exp. Coefficients:
 * Remez exchange in 200 bits on the relative error, rounded to float one after the other; after
 * rounding 2^-28.1 for exp, 2^-30.1 for the logarithm.
 */
public final class FloatFunctions {

  /** 1 / ln 2. */
  public static final float LOG2_E = 0x1.715476p+0f;

  /** Upper part of ln 2: its last 9 bits are 0, so k times it is exact. */
  public static final float LN2_HI = 0x1.62e4p-1f;

  /** Lower part of ln 2. */
  public static final float LN2_LO = 0x1.7f7d1cp-20f;

  /** Added to a small number it rounds to an integer, which stands in the lowest bits. */
  public static final float ROUNDING = 0x1.8p23f;

  /** e^x is 0 from here down: half of the smallest float is e^-103.98. */
  public static final float EXP_LOWEST = -104;

  /** e^x is infinite from here up: the largest float is e^88.72. */
  public static final float EXP_HIGHEST = 89;

  /** Coefficient of r^2 in e^r. */
  public static final float E2 = 0x1.fffffcp-2f;

  /** Coefficient of r^3. */
  public static final float E3 = 0x1.555488p-3f;

  /** Coefficient of r^4. */
  public static final float E4 = 0x1.555842p-5f;

  /** Coefficient of r^5. */
  public static final float E5 = 0x1.1240fp-7f;

  /** Coefficient of r^6. */
  public static final float E6 = 0x1.6ae6c6p-10f;

  /** The bits of the square root of 1/2. */
  public static final int SQRT_HALF_BITS = 0x3f3504f3;

  /** The sign and exponent fields of a float. */
  public static final int EXPONENT_MASK = 0x1ff << 23;

  /** Coefficient of z in -R(z), {@code ln((1+s)/(1-s)) = 2s + s R(s^2)}, |s| below 0.172. */
  public static final float L1 = -0x1.55557ap-1f;

  /** Coefficient of z^2 in -R(z). */
  public static final float L2 = -0x1.995ec2p-2f;

  /** Coefficient of z^3 in -R(z). */
  public static final float L3 = -0x1.31e3fep-2f;

  /** From here up 1 + x needs no correction. */
  public static final float LOG1P_LARGE = 0x1p30f;

  /** The bits of 1. */
  public static final int ONE_BITS = 0x3f800000;

  /** What subnormal numbers are multiplied by before their exponent is read. */
  public static final float SUBNORMAL_SCALE = 0x1p25f;

  /** The binary logarithm of {@link #SUBNORMAL_SCALE}. */
  public static final float SUBNORMAL_SHIFT = 25;

  private FloatFunctions() {}

  /**
   * Returns e^x.
   *
   * <p>+infinity gives +infinity, -infinity +0, NaN gives NaN, +-0 gives 1; results underflow
   * gradually.
   *
   * @param x any number
   * @return e^x
   */
  public static float exp(float x) {
    float bounded = x < EXP_LOWEST ? EXP_LOWEST : x > EXP_HIGHEST ? EXP_HIGHEST : x;
    float rounded = Math.fma(bounded, LOG2_E, ROUNDING);
    float k = rounded - ROUNDING;
    float r = Math.fma(k, -LN2_LO, Math.fma(k, -LN2_HI, bounded));
    // 2^k in two factors of which the first is normal: only the last product is rounded.
    int shift = x < 0 ? 64 : -64;
    int exponent = Float.floatToRawIntBits(rounded) + (127 + shift);
    float power = Float.intBitsToFloat(exponent << 23);
    return expNearZero(r) * power * (x < 0 ? 0x1p-64f : 0x1p64f);
  }

  /** e^r for |r| at most ln 2 / 2. */
  static float expNearZero(float r) {
    return Math.fma(Math.fma(expTail(r), r, 1f), r, 1f);
  }

  /** {@code (e^r - 1 - r) / r^2} for |r| at most ln 2 / 2. */
  static float expTail(float r) {
    float p = Math.fma(E6, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    return Math.fma(p, r, E2);
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
  public static float log(float x) {
    if (!(x > 0 && x < Float.POSITIVE_INFINITY)) {
      return x == 0 ? Float.NEGATIVE_INFINITY : x < 0 ? Float.NaN : x;
    }
    boolean subnormal = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(subnormal ? x * SUBNORMAL_SCALE : x);
    int offset = bits - SQRT_HALF_BITS;
    float k = (offset >> 23) - (subnormal ? SUBNORMAL_SHIFT : 0);
    float m = Float.intBitsToFloat(bits - (offset & EXPONENT_MASK));
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
  public static float log1p(float x) {
    if (!(x > -1 && x < Float.POSITIVE_INFINITY)) {
      return x == -1 ? Float.NEGATIVE_INFINITY : x < -1 ? Float.NaN : x;
    }
    float sum = 1 + x;
    float part = sum - 1;
    float rest = (1 - (sum - part)) + (x - part);
    int bits = Float.floatToRawIntBits(sum);
    int offset = bits - SQRT_HALF_BITS;
    int power = offset & EXPONENT_MASK;
    float m = Float.intBitsToFloat(bits - power);
    float scale = Float.intBitsToFloat(ONE_BITS - power);
    float f = (m - 1) + (x > LOG1P_LARGE ? 0 : rest * scale);
    return Math.copySign(logOfProduct(offset >> 23, f), x);
  }

  /** ln(2^k (1+f)) for 1+f in [sqrt 1/2, sqrt 2). */
  private static float logOfProduct(float k, float f) {
    float minusHalfSquare = f * -0.5f * f;
    float minusS = f / (-2 - f);
    float z = minusS * minusS;
    float minusTail = Math.fma(Math.fma(L3, z, L2), z, L1);
    float upper = Math.fma(z, minusTail, minusHalfSquare);
    float correction = Math.fma(minusS, upper, minusHalfSquare);
    float rest = Math.fma(k, LN2_LO, correction);
    return Math.fma(k, LN2_HI, f + rest);
  }
}
