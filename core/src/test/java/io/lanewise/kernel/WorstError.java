package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The largest error seen, in units in the last place of the exact result. */
final class WorstError {
  private final String what;
  private final int fractionBits;
  private final int leastExponent;
  private double units;
  private double argument;

  private WorstError(String what, int fractionBits, int leastExponent) {
    this.what = what;
    this.fractionBits = fractionBits;
    this.leastExponent = leastExponent;
  }

  static WorstError ofDoubles(String what) {
    return new WorstError(what, 52, Double.MIN_EXPONENT);
  }

  static WorstError ofFloats(String what) {
    return new WorstError(what, 23, Float.MIN_EXPONENT);
  }

  /** Compares a finite result with {@code fraction 2^exponent}. */
  void see(double x, double result, DoubleDouble fraction, int exponent) {
    int e = Math.max(Math.getExponent(fraction.hi()) + exponent, leastExponent);
    double unit = Math.scalb(1.0, e - fractionBits - exponent);
    double error = Math.abs((Math.scalb(result, -exponent) - fraction.hi()) - fraction.lo()) / unit;
    // Written so that NaN is the worst.
    if (!(error <= units)) {
      units = error;
      argument = x;
    }
  }

  void see(double x, double result, DoubleDouble exact) {
    see(x, result, exact, 0);
  }

  void assertAtMost(double bound) {
    assertTrue(units <= bound, () -> this + ", expected at most " + bound);
  }

  @Override
  public String toString() {
    return "%s: %.4f units in the last place at %s (%s)"
        .formatted(what, units, argument, Double.toHexString(argument));
  }
}
