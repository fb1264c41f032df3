package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;

/**
 * Weights given as doubles, each taken as the exact rational value it stands for.
 *
 * <p>The largest weight is scaled into [2^300, 2^301): then neither a total, nor a product of two,
 * nor the rounding error of a product leaves the normal range.
 */
final class DoubleWeights implements Weights {
  private static final int SCALED_EXPONENT = 300;
  private static final double SMALLEST_SHARE = 0x1p-960;

  private final double[] weights;
  private final int scaleExponent;
  // The power of two in two factors, because 2^1374, needed for subnormal weights, is no double.
  private final double firstFactor;
  private final double secondFactor;
  private final Total total;
  private final double smallest;
  private final boolean hasTiny;

  DoubleWeights(String name, double[] weights) {
    this.weights = weights;
    double largest = largest(name, weights);
    scaleExponent = SCALED_EXPONENT - exponent(largest);
    firstFactor = Math.scalb(1.0, scaleExponent / 2);
    secondFactor = Math.scalb(1.0, scaleExponent - scaleExponent / 2);
    total = sum();
    smallest = total.hi() * SMALLEST_SHARE;
    hasTiny = anyTiny();
  }

  private static double largest(String name, double[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException(name + " is empty: at least one weight is needed");
    }
    double largest = 0;
    boolean proper = true;
    for (double weight : weights) {
      proper &= weight >= 0 && weight < Double.POSITIVE_INFINITY;
      largest = weight > largest ? weight : largest;
    }
    if (!proper) {
      throw improper(name, weights);
    }
    if (largest == 0) {
      throw new IllegalArgumentException(
          name + " has " + weights.length + " weights, all 0: their sum must be positive");
    }
    return largest;
  }

  private static IllegalArgumentException improper(String name, double[] weights) {
    int i = 0;
    while (weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY) {
      i++;
    }
    return new IllegalArgumentException(
        name + "[" + i + "] = " + weights[i] + ": a weight must be finite and not negative");
  }

  /** Math.getExponent, but right for subnormal numbers too. */
  private static int exponent(double x) {
    return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p64) - 64 : Math.getExponent(x);
  }

  private Total sum() {
    CompensatedSum sum = new CompensatedSum();
    double[] block = new double[Math.min(LogSums.BLOCK, weights.length)];
    for (int from = 0; from < weights.length; from += LogSums.BLOCK) {
      int length = Math.min(LogSums.BLOCK, weights.length - from);
      scale(from, length, block);
      sum.addAll(block, length);
    }
    return sum.total();
  }

  private boolean anyTiny() {
    double least = Double.POSITIVE_INFINITY;
    for (double weight : weights) {
      double positive = weight > 0 ? weight : Double.POSITIVE_INFINITY;
      least = positive < least ? positive : least;
    }
    return scaled(least) < smallest;
  }

  private void scale(int from, int length, double[] block) {
    for (int i = 0; i < length; i++) {
      block[i] = scaled(weights[from + i]);
    }
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
    return total;
  }

  @Override
  public void stage(int from, int to, double[] block) {
    scale(from, to - from, block);
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
    return tiny(i) ? 0 : scaled(weights[i]) / total.hi();
  }

  @Override
  public double logShare(int i) {
    double logTotal = StrictMath.log(total.hi()) - scaleExponent * StrictMath.log(2);
    return StrictMath.log(weights[i]) - logTotal;
  }
}
