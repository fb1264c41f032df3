package io.lanewise.kernel;

/**
 * An unevaluated sum of two doubles, about 32 digits: what functions are measured against.
 *
 * <p>Sums and products as in T. Dekker, "A floating-point technique for extending the available
 * precision", Numer. Math. 18 (1971). Checked against 40 digits by {@link FunctionAccuracyTest}.
 */
record DoubleDouble(double hi, double lo) {

  static final DoubleDouble ONE = new DoubleDouble(1, 0);

  private static final DoubleDouble LN2 =
      new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

  /** The argument of the exponential series is halved this often. */
  private static final int HALVINGS = 8;

  private static final int EXP_TERMS = 11;
  private static final double SERIES_BELOW = 0x1p-10;
  private static final int LOG1P_TERMS = 12;

  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
  }

  private static DoubleDouble ordered(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble upper = sum(hi, other.hi);
    DoubleDouble lower = sum(lo, other.lo);
    DoubleDouble first = ordered(upper.hi, upper.lo + lower.hi);
    return ordered(first.hi, first.lo + lower.lo);
  }

  DoubleDouble plus(double other) {
    return plus(of(other));
  }

  DoubleDouble times(DoubleDouble other) {
    double product = hi * other.hi;
    double rest = Math.fma(hi, other.hi, -product);
    return ordered(product, rest + (hi * other.lo + lo * other.hi));
  }

  DoubleDouble times(double other) {
    return times(of(other));
  }

  DoubleDouble negative() {
    return new DoubleDouble(-hi, -lo);
  }

  DoubleDouble inverse() {
    DoubleDouble first = of(1 / hi);
    DoubleDouble rest = times(first).negative().plus(1);
    return first.plus(first.times(rest));
  }

  /** e^x less its power of two, which is {@link #exponent}. */
  static DoubleDouble expFraction(double x) {
    DoubleDouble r = of(x).plus(LN2.times(-exponent(x)));
    return r.exp();
  }

  /** The nearest integer to x/ln 2. */
  static int exponent(double x) {
    return (int) Math.rint(x / LN2.hi);
  }

  /** e^this, for numbers of moderate size. */
  DoubleDouble exp() {
    DoubleDouble small = times(Math.scalb(1.0, -HALVINGS));
    DoubleDouble sum = ONE;
    for (int term = EXP_TERMS; term > 0; term--) {
      sum = small.times(sum).times(of(term).inverse()).plus(1);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.times(sum);
    }
    return sum;
  }

  /** The logarithm: a guess, and three terms of the series for what it misses. */
  DoubleDouble log() {
    if (lo == 0 && Math.abs(hi - 1) < SERIES_BELOW) {
      return log1p(hi - 1);
    }
    int k = Math.getExponent(hi * Math.sqrt(2));
    DoubleDouble m = times(Math.scalb(1.0, -k / 2)).times(Math.scalb(1.0, -k + k / 2));
    double guess = Math.log(m.hi);
    DoubleDouble miss = m.times(of(-guess).exp()).plus(-1);
    DoubleDouble log =
        miss.plus(miss.times(miss).times(-0.5)).plus(miss.hi * miss.hi * miss.hi / 3).plus(guess);
    return log.plus(LN2.times(k));
  }

  /** ln(1 + x). */
  static DoubleDouble log1p(double x) {
    if (Math.abs(x) >= SERIES_BELOW) {
      return sum(1, x).log();
    }
    DoubleDouble sum = of(0);
    for (int term = LOG1P_TERMS; term > 0; term--) {
      sum = of(term).inverse().plus(sum.times(-x));
    }
    return sum.times(x);
  }
}
