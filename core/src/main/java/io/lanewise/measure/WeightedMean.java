package io.lanewise.measure;

/** The mean of values with weights above 0, and how sure it is. Values may be -infinity. */
final class WeightedMean {
  private final CompensatedSum weights = new CompensatedSum();
  private final CompensatedSum squaredWeights = new CompensatedSum();
  private final WideSum values = new WideSum();
  private final CompensatedSum weightedTwice = new CompensatedSum();
  private final CompensatedSum squares = new CompensatedSum();

  void add(double weight, double value) {
    double weighted = weight * value;
    weights.add(weight);
    squaredWeights.add(weight * weight);
    values.add(weighted);
    weightedTwice.add(weight * weighted);
    squares.add(weighted * weighted);
  }

  double weight() {
    return weights.value();
  }

  double mean() {
    return values.dividedBy(weights.value());
  }

  /**
   * The variance of the mean, {@code sum w^2 (x - mean)^2 / ((sum w)^2 - sum w^2)}: infinite or NaN
   * for a single value, or where values are infinite.
   */
  double meanVariance() {
    double mean = mean();
    double about =
        squares.value() - 2 * mean * weightedTwice.value() + mean * mean * squaredWeights.value();
    double weight = weights.value();
    return Math.max(0, about) / (weight * weight - squaredWeights.value());
  }
}
