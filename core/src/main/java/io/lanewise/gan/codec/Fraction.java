package io.lanewise.gan.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Floating-point numbers that are decimals of few digits, as whole numbers: n stands for n /
 * 10<sup>decimals</sup>, rounded.
 *
 * @param decimals digits after the point, 0 to 6
 * @param precision of the numbers
 */
record Fraction(int decimals, Precision precision) {

  static final int MOST_DECIMALS = 6;

  private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  private static final double MOST_WHOLE = 0x1p53;

  double value(long whole) {
    return precision.round(whole / scale());
  }

  long whole(double value) {
    return (long) Math.rint(value * scale());
  }

  private double scale() {
    return POWERS_OF_TEN[decimals];
  }

  private boolean has(double value) {
    return Math.abs(value * scale()) < MOST_WHOLE && value(whole(value)) == value;
  }

  /** What some numbers are with as few digits as they all need; null if six are too few. */
  static @Nullable Fraction of(double[] values, Precision precision) {
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      Fraction fraction = new Fraction(decimals, precision);
      if (Arrays.stream(values).allMatch(fraction::has)) {
        return fraction;
      }
    }
    return null;
  }
}
