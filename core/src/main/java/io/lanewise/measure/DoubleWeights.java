package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;

/** Weights given as doubles, each taken as the exact rational value it stands for. */
final class DoubleWeights implements Weights {

  private final double[] weights;
  private final WeightScale scale;
  private final double firstFactor;
  private final double secondFactor;
  private final double smallest;
  private final boolean hasTiny;

  DoubleWeights(String name, double[] weights) {
    this(weights, scale(name, weights));
  }

  /** Some weights, whose shares are those of the total in {@code scale}. */
  DoubleWeights(double[] weights, WeightScale scale) {
    this.weights = weights;
    this.scale = scale;
    firstFactor = WeightScale.firstFactor(scale.exponent());
    secondFactor = WeightScale.secondFactor(scale.exponent());
    smallest = scale.smallest();
    hasTiny = scale.hasTiny();
  }

  private static WeightScale scale(String name, double[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException(name + " is empty: at least one weight is needed");
    }
    double largest = 0;
    double least = Double.POSITIVE_INFINITY;
    boolean proper = true;
    for (double weight : weights) {
      proper &= weight >= 0 && weight < Double.POSITIVE_INFINITY;
      largest = weight > largest ? weight : largest;
      double positive = weight > 0 ? weight : Double.POSITIVE_INFINITY;
      least = positive < least ? positive : least;
    }
    if (!proper) {
      throw improper(name, weights);
    }
    if (largest == 0) {
      throw new IllegalArgumentException(
          name + " has " + weights.length + " weights, all 0: their sum must be positive");
    }
    return sum(weights, WeightScale.exponentFor(largest), least);
  }

  private static IllegalArgumentException improper(String name, double[] weights) {
    int i = 0;
    while (weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY) {
      i++;
    }
    return new IllegalArgumentException(
        name + "[" + i + "] = " + weights[i] + ": a weight must be finite and not negative");
  }

  private static WeightScale sum(double[] weights, int exponent, double least) {
    double first = WeightScale.firstFactor(exponent);
    double second = WeightScale.secondFactor(exponent);
    CompensatedSum sum = new CompensatedSum();
    double[] block = new double[Math.min(LogSums.BLOCK, weights.length)];
    for (int from = 0; from < weights.length; from += LogSums.BLOCK) {
      int length = Math.min(LogSums.BLOCK, weights.length - from);
      for (int i = 0; i < length; i++) {
        block[i] = weights[from + i] * first * second;
      }
      sum.addAll(block, length);
    }
    return new WeightScale(exponent, sum.total(), least * first * second);
  }

  private double scaled(double weight) {
    return weight * firstFactor * secondFactor;
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public Total total() {
    return scale.total();
  }

  @Override
  public void stage(int from, int to, double[] block) {
    for (int i = from; i < to; i++) {
      block[i - from] = scaled(weights[i]);
    }
    for (int i = 0; hasTiny && i < to - from; i++) {
      block[i] = block[i] < smallest ? 0 : block[i];
    }
  }

  @Override
  public boolean hasTiny() {
    return hasTiny;
  }

  @Override
  public boolean tiny(int i) {
    return weights[i] > 0 && scaled(weights[i]) < smallest;
  }

  @Override
  public boolean positive(int i) {
    return weights[i] > 0;
  }

  @Override
  public double share(int i) {
    return tiny(i) ? 0 : scaled(weights[i]) / total().hi();
  }

  @Override
  public double logShare(int i) {
    double logTotal = StrictMath.log(total().hi()) - scale.exponent() * StrictMath.log(2);
    return StrictMath.log(weights[i]) - logTotal;
  }
}
