package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.SPECIES;
import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import jdk.incubator.vector.DoubleVector;

/** Least and greatest of whole groups of four vectors; here no order can be told from another. */
final class Extremes {

  /** Elements taken at a time. */
  static final int GROUP = 4 * WIDTH;

  private Extremes() {}

  static double least(double[] x, int from, int to) {
    DoubleVector first = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
    DoubleVector second = first;
    DoubleVector third = first;
    DoubleVector fourth = first;
    for (int i = from; i < to; i += GROUP) {
      first = first.min(load(x, i));
      second = second.min(load(x, i + WIDTH));
      third = third.min(load(x, i + 2 * WIDTH));
      fourth = fourth.min(load(x, i + 3 * WIDTH));
    }
    double least = Double.POSITIVE_INFINITY;
    for (double lane : first.min(second).min(third.min(fourth)).toArray()) {
      least = Math.min(least, lane);
    }
    return least;
  }

  static double greatest(double[] x, int from, int to) {
    DoubleVector first = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    DoubleVector second = first;
    DoubleVector third = first;
    DoubleVector fourth = first;
    for (int i = from; i < to; i += GROUP) {
      first = first.max(load(x, i));
      second = second.max(load(x, i + WIDTH));
      third = third.max(load(x, i + 2 * WIDTH));
      fourth = fourth.max(load(x, i + 3 * WIDTH));
    }
    double greatest = Double.NEGATIVE_INFINITY;
    for (double lane : first.max(second).max(third.max(fourth)).toArray()) {
      greatest = Math.max(greatest, lane);
    }
    return greatest;
  }
}
