package io.lanewise.measure;

import io.lanewise.kernel.Total;

/**
 * What weights are multiplied by before they are summed, and their sum.
 *
 * <p>The largest weight is scaled into [2^300, 2^301): then neither a total, nor a product of two,
 * nor the rounding error of a product leaves the normal range.
 *
 * @param exponent of the power of two that weights are multiplied by
 * @param total of the scaled weights
 * @param least the least positive weight, scaled
 */
record WeightScale(int exponent, Total total, double least) {

  private static final int SCALED_EXPONENT = 300;
  private static final double SMALLEST_SHARE = 0x1p-960;

  /** The exponent for weights of which this is the largest. */
  static int exponentFor(double largest) {
    // Math.getExponent, but right for subnormal numbers too.
    return SCALED_EXPONENT
        - (largest < Double.MIN_NORMAL
            ? Math.getExponent(largest * 0x1p64) - 64
            : Math.getExponent(largest));
  }

  /**
   * The power of two in two factors, because 2^1374, needed for subnormal weights, is no double.
   */
  static double firstFactor(int exponent) {
    return Math.scalb(1.0, exponent / 2);
  }

  static double secondFactor(int exponent) {
    return Math.scalb(1.0, exponent - exponent / 2);
  }

  /** The scaled weight below which a share has no mass. */
  double smallest() {
    return total.hi() * SMALLEST_SHARE;
  }

  boolean hasTiny() {
    return least < smallest();
  }
}
