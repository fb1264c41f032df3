package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.SPECIES;
import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.LogSums;
import jdk.incubator.vector.DoubleVector;

/** Plain additions of whole groups of 16 elements of a block, a vector of lanes at a time. */
final class PlainSums {

  private PlainSums() {}

  static void add(double[] x, int from, int to, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      sum(x, from + lane, to).intoArray(lanes, lane);
    }
  }

  private static DoubleVector sum(double[] x, int from, int to) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LogSums.LANES) {
      sum = sum.add(load(x, i));
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

  /** Distances from a point and their squares. */
  static void addDistances(
      double[] x, int from, int to, double point, double[] distances, double[] squares) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      addDistances(x, from + lane, to, point, lane, distances, squares);
    }
  }

  private static void addDistances(
      double[] x, int from, int to, double point, int lane, double[] distances, double[] squares) {
    DoubleVector center = DoubleVector.broadcast(SPECIES, point);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector squareSum = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector distance = load(x, i).sub(center);
      sum = sum.add(distance);
      squareSum = distance.fma(distance, squareSum);
    }
    sum.intoArray(distances, lane);
    squareSum.intoArray(squares, lane);
  }
}
