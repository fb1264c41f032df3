package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.SPECIES;
import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.LogSums;
import jdk.incubator.vector.DoubleVector;

/** Plain additions of whole groups of 16 elements of a block, a vector of lanes at a time. */
final class PlainSums {

  private PlainSums() {}

  /** Distances from an origin. */
  static void addDistances(double[] x, int from, int to, double origin, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      distances(x, from + lane, to, origin).intoArray(lanes, lane);
    }
  }

  private static DoubleVector distances(double[] x, int from, int to, double origin) {
    DoubleVector zero = DoubleVector.broadcast(SPECIES, origin);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LogSums.LANES) {
      sum = sum.add(load(x, i).sub(zero));
    }
    return sum;
  }

  static void add(float[] x, int from, int to, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      sum(x, from + lane, to).intoArray(lanes, lane);
    }
  }

  private static DoubleVector sum(float[] x, int from, int to) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LogSums.LANES) {
      sum = sum.add(load(x, i));
    }
    return sum;
  }

  static void addProducts(float[] x, int xFrom, float[] y, int yFrom, int count, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      dot(x, xFrom, y, yFrom, lane, count).intoArray(lanes, lane);
    }
  }

  private static DoubleVector dot(float[] x, int xFrom, float[] y, int yFrom, int lane, int count) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = lane; i < count; i += LogSums.LANES) {
      sum = sum.add(load(x, xFrom + i).mul(load(y, yFrom + i)));
    }
    return sum;
  }

  /** Distances from a mean relative to an origin, and their squares. */
  static void addDistances(
      double[] x,
      int from,
      int to,
      double origin,
      double mean,
      double[] distances,
      double[] squares) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      addDistances(x, from + lane, to, origin, mean, distances, squares, lane);
    }
  }

  private static void addDistances(
      double[] x,
      int from,
      int to,
      double origin,
      double mean,
      double[] distances,
      double[] squares,
      int lane) {
    DoubleVector zero = DoubleVector.broadcast(SPECIES, origin);
    DoubleVector center = DoubleVector.broadcast(SPECIES, mean);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector squareSum = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector distance = load(x, i).sub(zero).sub(center);
      sum = sum.add(distance);
      squareSum = distance.fma(distance, squareSum);
    }
    sum.intoArray(distances, lane);
    squareSum.intoArray(squares, lane);
  }
}
