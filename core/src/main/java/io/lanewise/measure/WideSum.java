package io.lanewise.measure;

/**
 * A running sum that may pass the doubles while its mean does not. It is kept twice, once made
 * smaller by a power of two; the mean is of the plain one while that is finite.
 */
final class WideSum {

  /** One over more than there can be numbers. */
  private static final double SMALLER = 0x1p-64;

  private final CompensatedSum plain = new CompensatedSum();
  private final CompensatedSum small = new CompensatedSum();

  void add(double x) {
    plain.add(x);
    small.add(x * SMALLER);
  }

  double dividedBy(double divisor) {
    double sum = plain.value();
    return Double.isFinite(sum) ? sum / divisor : small.value() / divisor / SMALLER;
  }
}
