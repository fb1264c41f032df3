package io.lanewise.kernel;

/**
 * Number, mean and spread of some values; two of them merge into those of all values.
 *
 * @param count how many values, at least 0
 * @param mean their mean; 0 without values
 * @param squaredDeviations the sum of (x - mean)^2, at least 0 or NaN
 */
public record Moments(long count, double mean, double squaredDeviations) {

  /** Those of no values. */
  public static final Moments NONE = new Moments(0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if the count or the squares are negative
   */
  public Moments {
    if (count < 0 || squaredDeviations < 0) {
      throw new IllegalArgumentException(
          "moments: count is %d and squared deviations are %s, expected at least 0"
              .formatted(count, squaredDeviations));
    }
  }

  /**
   * Returns the variance of the values themselves.
   *
   * @return squared deviations / count; NaN without values
   */
  public double variance() {
    return squaredDeviations / count;
  }

  /**
   * Returns the unbiased estimate of the variance of what the values were drawn from.
   *
   * @return squared deviations / (count - 1); NaN for fewer than two values
   */
  public double sampleVariance() {
    return count < 2 ? Double.NaN : squaredDeviations / (count - 1);
  }

  /**
   * Returns the moments of these and other values together.
   *
   * <p>{@code mean + d m/(n+m)} and {@code S + T + d^2 nm/(n+m)}, {@code d} the difference of the
   * means. Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample
   * variance", Amer. Statist. 37 (1983), eq. 2.1.
   *
   * @param other moments of other values
   * @return the moments of all
   */
  public Moments merge(Moments other) {
    if (other.count == 0) {
      return this;
    }
    if (count == 0) {
      return other;
    }
    long all = count + other.count;
    double share = (double) other.count / all;
    double distance = other.mean - mean;
    double between = distance * distance * (count * share);
    return new Moments(
        all,
        Math.fma(distance, share, mean),
        squaredDeviations + other.squaredDeviations + between);
  }

  /** The moments of values that all lie {@code distance} higher. */
  Moments moved(double distance) {
    return new Moments(count, mean + distance, squaredDeviations);
  }
}
