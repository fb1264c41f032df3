package io.lanewise.measure;

/**
 * A noncentral chi-square, scaled so that its mean is {@code degrees + lambda} and its variance
 * {@code variance + 4 lambda}.
 *
 * <p>With {@code variance = 2 degrees} the scale is 1. Counts that are small make the variance
 * differ from that, and lambda makes it matter less.
 *
 * @param degrees the mean where lambda is 0, positive
 * @param variance the variance where lambda is 0, positive
 */
record ScaledNoncentral(double degrees, double variance) {

  private static final double RELATIVE_ERROR = 1e-9;

  /** The most steps that bisection alone would take. */
  private static final int MOST_STEPS = 200;

  /**
   * Returns the lambda at which {@code x} or more has the probability {@code tail}, 0 where it has
   * more than that already at 0.
   */
  double lowerLambda(double x, double tail) {
    return root(lambda -> distribution(lambda).survival(x / scale(lambda)) - tail, x);
  }

  /**
   * Returns the lambda at which {@code x} or less has the probability {@code tail}, 0 where it has
   * less than that already at 0.
   */
  double upperLambda(double x, double tail) {
    return root(lambda -> tail - distribution(lambda).cumulative(x / scale(lambda)), x);
  }

  private double scale(double lambda) {
    return (variance + 4 * lambda) / (2 * degrees + 4 * lambda);
  }

  private NoncentralChiSquare distribution(double lambda) {
    double scale = scale(lambda);
    return new NoncentralChiSquare(degrees / scale, lambda / scale);
  }

  /** Rises with lambda. */
  @FunctionalInterface
  private interface Excess {
    double at(double lambda);
  }

  /** False position, with the value of an end that stays twice halved (the Illinois method). */
  private double root(Excess excess, double x) {
    double low = 0;
    double lowValue = excess.at(low);
    if (lowValue >= 0) {
      return 0;
    }
    double high = Math.max(1, x - degrees + 2 * Math.sqrt(variance + 4 * x));
    double highValue = excess.at(high);
    while (highValue < 0) {
      low = high;
      lowValue = highValue;
      high *= 2;
      highValue = excess.at(high);
    }
    int side = 0;
    for (int step = 0; step < MOST_STEPS && high - low > RELATIVE_ERROR * high; step++) {
      double middle = (low * highValue - high * lowValue) / (highValue - lowValue);
      double value = excess.at(middle);
      if (value < 0) {
        low = middle;
        lowValue = value;
        highValue *= side < 0 ? 0.5 : 1;
        side = -1;
      } else {
        high = middle;
        highValue = value;
        lowValue *= side > 0 ? 0.5 : 1;
        side = 1;
      }
      if (value == 0) {
        break;
      }
    }
    return 0.5 * (low + high);
  }
}
