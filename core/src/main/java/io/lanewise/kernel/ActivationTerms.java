package io.lanewise.kernel;

/**
 * The activations of one float, written to be read; vector kernels repeat them operation by
 * operation.
 *
 * <p>Error in units in the last place, the largest of 10^7 points over the whole range: sigmoid
 * 1.89, tanh 1.17, softplus 1.86, 1 - e^-a 0.94, e^(x-m) 0.90 ({@code FunctionAccuracyTest}). The
 * plain forms e/(1+e) and (1-e)/(1+e) were off by 2.4 and 2.5. Coefficients: Remez exchange in 200
 * bits on the relative error, rounded one after the other; after rounding 2^-29.8 for tanh, 2^-32.9
 * for the logarithm of 1 to 2.
 */
public final class ActivationTerms {

  /** From here up 1 - e^-a is 1. */
  public static final float ONE_MINUS_EXP_FAR = 32;

  /** Coefficient of z in -R(z), {@code ln((1+s)/(1-s)) = 2s + s R(s^2)}, s from 0 to 1/3. */
  public static final float U1 = -0x1.555558p-1f;

  /** Coefficient of z^2 in -R(z). */
  public static final float U2 = -0x1.9996d6p-2f;

  /** Coefficient of z^3 in -R(z). */
  public static final float U3 = -0x1.25056ap-2f;

  /** Coefficient of z^4 in -R(z). */
  public static final float U4 = -0x1.b721d6p-3f;

  /** Coefficient of z^5 in -R(z). */
  public static final float U5 = -0x1.f0b6fep-3f;

  /** Coefficient of z in {@code tanh(x) / x - 1}, z = x^2, x below {@link #TANH_NEAR}. */
  public static final float T1 = -0x1.55554cp-2f;

  /** Coefficient of z^2 in {@code tanh(x) / x - 1}. */
  public static final float T2 = 0x1.110d6ap-3f;

  /** Coefficient of z^3 in {@code tanh(x) / x - 1}. */
  public static final float T3 = -0x1.b931f4p-5f;

  /** Coefficient of z^4 in {@code tanh(x) / x - 1}. */
  public static final float T4 = 0x1.5981e8p-6f;

  /** Coefficient of z^5 in {@code tanh(x) / x - 1}. */
  public static final float T5 = -0x1.9c8fccp-8f;

  /** Below, tanh is a polynomial. */
  public static final float TANH_NEAR = 0.55f;

  /** From here up tanh is 1. */
  public static final float TANH_FAR = 16;

  /** Takes back a power of two that was lifted by 2^64. */
  public static final float DROP = 0x1p-64f;

  private ActivationTerms() {}

  /**
   * Returns f(x).
   *
   * @param activation f
   * @param x any number
   * @return f(x)
   */
  public static float forward(Activation activation, float x) {
    return switch (activation.kind()) {
      case IDENTITY -> x;
      case RELU -> x <= 0 ? 0 : x;
      case LEAKY_RELU -> x <= 0 ? activation.slope() * x : x;
      case SIGMOID -> sigmoid(x);
      case TANH -> tanh(x);
      case SOFTPLUS -> softplus(x);
    };
  }

  /**
   * Returns f'(x) dy.
   *
   * @param activation f
   * @param y f(x)
   * @param dy the derivative by y
   * @return the derivative by x
   */
  public static float backward(Activation activation, float y, float dy) {
    return switch (activation.kind()) {
      case IDENTITY -> dy;
      case RELU -> y <= 0 ? 0 : y > 0 ? dy : y;
      case LEAKY_RELU -> y <= 0 ? activation.slope() * dy : y > 0 ? dy : y;
      case SIGMOID -> (1 - y) * y * dy;
      case TANH -> (1 - y) * (1 + y) * dy;
      case SOFTPLUS -> oneMinusExp(y) * dy;
    };
  }

  /**
   * Returns 1 / (1 + e^-x).
   *
   * <p>-infinity gives +0, +infinity 1, NaN gives NaN. Far below 0 it is e^x, down to the smallest
   * float.
   *
   * @param x any number
   * @return the logistic function
   */
  public static float sigmoid(float x) {
    float a = Math.abs(x);
    float minus = -a < FloatFunctions.EXP_LOWEST ? FloatFunctions.EXP_LOWEST : -a;
    float rounded = Math.fma(minus, FloatFunctions.LOG2_E, FloatFunctions.ROUNDING);
    float growth = growth(minus, rounded - FloatFunctions.ROUNDING);
    float power = lifted(rounded);
    float divisor = divisor(growth, power * DROP);
    float inverse = 1 / divisor;
    // Below 0 the rounding of the inverse would be the last straw: it is made good.
    float remainder = Math.fma(divisor, -inverse, 1);
    float share = Math.fma(growth + remainder, inverse, inverse);
    return x < 0 ? share * power * DROP : inverse;
  }

  /**
   * Returns the hyperbolic tangent.
   *
   * <p>+-infinity gives +-1, NaN gives NaN, +-0 gives itself; odd in every bit.
   *
   * @param x any number
   * @return tanh x
   */
  public static float tanh(float x) {
    float a = Math.abs(x);
    float minus = a > TANH_FAR ? -2 * TANH_FAR : -2 * a;
    float rounded = Math.fma(minus, FloatFunctions.LOG2_E, FloatFunctions.ROUNDING);
    float growth = growth(minus, rounded - FloatFunctions.ROUNDING);
    float power = Float.intBitsToFloat((Float.floatToRawIntBits(rounded) + 127) << 23);
    float inverse = 1 / divisor(growth, power);
    // 1 - 2 sigmoid(-2a) where that is small, else an odd polynomial.
    float far = Math.fma(Math.fma(growth, inverse, inverse), -2 * power, 1);
    float z = a * a;
    float tail = Math.fma(T5, z, T4);
    tail = Math.fma(tail, z, T3);
    tail = Math.fma(tail, z, T2);
    tail = Math.fma(tail, z, T1);
    float near = Math.fma(z * tail, a, a);
    return Math.copySign(a < TANH_NEAR ? near : far, x);
  }

  /**
   * Returns ln(1 + e^x).
   *
   * <p>-infinity gives +0, +infinity +infinity, NaN gives NaN. Far below 0 it is e^x, down to the
   * smallest float.
   *
   * @param x any number
   * @return the smooth rectifier
   */
  public static float softplus(float x) {
    float e = FloatFunctions.exp(-Math.abs(x));
    float minusHalfSquare = e * -0.5f * e;
    float minusS = e / (-2 - e);
    float z = minusS * minusS;
    float tail = Math.fma(U5, z, U4);
    tail = Math.fma(tail, z, U3);
    tail = Math.fma(tail, z, U2);
    tail = Math.fma(tail, z, U1);
    float upper = Math.fma(z, tail, minusHalfSquare);
    float correction = Math.fma(minusS, upper, minusHalfSquare);
    return e + (correction + (x > 0 ? x : 0));
  }

  /** {@code e^r - 1}, {@code r = minus - k ln 2}. */
  private static float growth(float minus, float k) {
    float r = Math.fma(k, -FloatFunctions.LN2_HI, minus);
    r = Math.fma(k, -FloatFunctions.LN2_LO, r);
    return Math.fma(r * r, FloatFunctions.expTail(r), r);
  }

  /** {@code 1 + 2^k (1 + growth)}. */
  private static float divisor(float growth, float power) {
    return Math.fma(power, growth, 1 + power);
  }

  /** 2^(k+64), which is normal for every k that occurs; k stands in the lowest bits. */
  private static float lifted(float rounded) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(rounded) + (127 + 64)) << 23);
  }

  /**
   * Returns {@code 1 - e^-a} without loss for small a.
   *
   * @param a at least 0
   * @return 0 to 1; NaN for NaN
   */
  public static float oneMinusExp(float a) {
    float minus = a > ONE_MINUS_EXP_FAR ? -ONE_MINUS_EXP_FAR : -a;
    float rounded = Math.fma(minus, FloatFunctions.LOG2_E, FloatFunctions.ROUNDING);
    float growth = growth(minus, rounded - FloatFunctions.ROUNDING);
    // The sign stands above the exponent: 127 + 256 makes -2^k.
    int exponent = Float.floatToRawIntBits(rounded) + (127 + 256);
    float minusPower = Float.intBitsToFloat(exponent << 23);
    return Math.fma(minusPower, growth, 1 + minusPower);
  }

  /**
   * Returns {@code e^(x-m)} for x at most m, rounding the difference nowhere.
   *
   * <p>The relative error of an exponential is the absolute error of its argument: a difference
   * rounded to float would cost up to 64 units in the last place.
   *
   * @param x any number
   * @param m the largest of a row
   * @return 0 to 1; NaN if one is NaN or both are the same infinity
   */
  public static float expOfDifference(float x, float m) {
    float difference = x - m;
    if (difference < FloatFunctions.EXP_LOWEST) {
      return 0;
    }
    float part = difference - x;
    float rest = (x - (difference - part)) - (m + part);
    float rounded = Math.fma(difference, FloatFunctions.LOG2_E, FloatFunctions.ROUNDING);
    float k = rounded - FloatFunctions.ROUNDING;
    float upper = Math.fma(k, -FloatFunctions.LN2_HI, difference);
    float r = upper + Math.fma(k, -FloatFunctions.LN2_LO, rest);
    return FloatFunctions.expNearZero(r) * lifted(rounded) * DROP;
  }

  /**
   * Returns {@code e inverse}, rounding the inverse nowhere.
   *
   * @param e an exponential
   * @param upper the inverse of a sum, rounded to float
   * @param lower what the rounding left
   * @return 0 to 1
   */
  public static float share(float e, float upper, float lower) {
    return Math.fma(e, upper, e * lower);
  }

  /**
   * Returns {@code (x - m) - log}, rounding the difference nowhere.
   *
   * @param x any number
   * @param m the largest of a row
   * @param upper the logarithm, rounded to float
   * @param lower what the rounding left
   * @return at most +0; NaN if one is NaN or both are the same infinity
   */
  public static float logShare(float x, float m, float upper, float lower) {
    float difference = x - m;
    float part = difference - x;
    float rest = (x - (difference - part)) - (m + part);
    float sum = difference - upper;
    return difference == Float.NEGATIVE_INFINITY ? sum : sum + (rest - lower);
  }
}
