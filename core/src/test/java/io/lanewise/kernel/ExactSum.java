package io.lanewise.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Sums without rounding, as the measure of sums with. */
final class ExactSum {
  private static final BigDecimal UNITS = BigDecimal.TWO.pow(53);

  private ExactSum() {}

  static BigDecimal sum(double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : x) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum;
  }

  static BigDecimal sumOfMagnitudes(double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : x) {
      sum = sum.add(new BigDecimal(Math.abs(value)));
    }
    return sum;
  }

  static BigDecimal dot(double[] x, double[] y) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
    }
    return sum;
  }

  /** The distance from an exact value in units of 2^-53 of a size. */
  static double error(double actual, BigDecimal exact, BigDecimal size) {
    BigDecimal distance = new BigDecimal(actual).subtract(exact).abs();
    return size.signum() == 0
        ? distance.doubleValue()
        : distance.multiply(UNITS).divide(size.abs(), MathContext.DECIMAL64).doubleValue();
  }
}
