package io.lanewise.measure;

/**
 * A range that covers an unknown value with a stated confidence; both ends belong to it.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower one
 */
public record Interval(double lower, double upper) {

  /** Refuses ends that are not in order. */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower = " + lower + ", upper = " + upper + ": the ends must not descend");
    }
  }

  /**
   * Whether a value lies in the interval.
   *
   * @param value any double
   * @return false for NaN
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
