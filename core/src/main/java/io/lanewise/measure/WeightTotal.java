package io.lanewise.measure;

import io.lanewise.kernel.Total;

/**
 * The total of weights that come block by block, each a finite number that is not negative.
 *
 * <p>It is kept in the scale of the largest weight so far, and changes to that of a larger one by a
 * power of two, so neither very large nor very small weights lose a bit that counts.
 */
final class WeightTotal {

  private CompensatedSum sum = new CompensatedSum();
  private double largest;
  private double least = Double.POSITIVE_INFINITY;
  private int exponent;

  /** Adds the first weights of an array. */
  void add(double[] weights, int count) {
    double most = 0;
    for (int i = 0; i < count; i++) {
      double weight = weights[i];
      most = weight > most ? weight : most;
      double positive = weight > 0 ? weight : Double.POSITIVE_INFINITY;
      least = positive < least ? positive : least;
    }
    if (most > largest) {
      grow(most);
    }
    double[] scaled = new double[count];
    double first = WeightScale.firstFactor(exponent);
    double second = WeightScale.secondFactor(exponent);
    for (int i = 0; i < count; i++) {
      scaled[i] = weights[i] * first * second;
    }
    sum.addAll(scaled, count);
  }

  private void grow(double most) {
    int next = WeightScale.exponentFor(most);
    if (largest > 0 && next != exponent) {
      Total before = sum.total();
      sum = new CompensatedSum();
      sum.add(Math.scalb(before.hi(), next - exponent));
      sum.add(Math.scalb(before.lo(), next - exponent));
    }
    exponent = next;
    largest = most;
  }

  boolean isZero() {
    return largest == 0;
  }

  WeightScale scale() {
    double scaledLeast =
        least * WeightScale.firstFactor(exponent) * WeightScale.secondFactor(exponent);
    return new WeightScale(exponent, sum.total(), scaledLeast);
  }
}
