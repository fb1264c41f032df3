package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.F2D;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** The backward forms of softmax and its logarithm, row by row. */
final class SoftmaxDerivatives {

  private static final FloatFunction EXP = new FloatExp();

  private SoftmaxDerivatives() {}

  static void softmax(Matrix y, Matrix dy, Matrix dx) {
    double[] lanes = RowScratch.ofThread().lanes;
    for (int row = 0; row < y.rows(); row++) {
      int yFrom = y.from() + row * y.stride();
      int dyFrom = dy.from() + row * dy.stride();
      Arrays.fill(lanes, 0);
      for (int lane = 0; lane < Math.min(y.columns(), LogSums.LANES); lane += FLOATS.length()) {
        addProducts(y.values(), yFrom, dy.values(), dyFrom, y.columns(), lanes, lane);
      }
      float sum = (float) LogSums.fold(lanes);
      int dxFrom = dx.from() + row * dx.stride();
      softmax(y.values(), yFrom, dy.values(), dyFrom, y.columns(), sum, dx.values(), dxFrom);
    }
  }

  /** Products of floats are exact in double, so fma rounds as a sum does. */
  private static void addProducts(
      float[] y, int yFrom, float[] dy, int dyFrom, int columns, double[] lanes, int lane) {
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    for (int j = lane; j < columns; j += LogSums.LANES) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector share = FloatVector.fromArray(FLOATS, y, yFrom + j, inside);
      FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + j, inside);
      low = part(share, 0).fma(part(derivative, 0), low);
      high = part(share, 1).fma(part(derivative, 1), high);
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
  }

  private static void softmax(
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      int columns,
      float sum,
      float[] dx,
      int dxFrom) {
    for (int j = 0; j < columns; j += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector share = FloatVector.fromArray(FLOATS, y, yFrom + j, inside);
      FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + j, inside);
      share.mul(derivative.sub(sum)).intoArray(dx, dxFrom + j, inside);
    }
  }

  static void logSoftmax(Matrix y, Matrix dy, Matrix dx) {
    double[] lanes = RowScratch.ofThread().lanes;
    for (int row = 0; row < y.rows(); row++) {
      int dyFrom = dy.from() + row * dy.stride();
      Arrays.fill(lanes, 0);
      for (int lane = 0; lane < Math.min(y.columns(), LogSums.LANES); lane += FLOATS.length()) {
        add(dy.values(), dyFrom, y.columns(), lanes, lane);
      }
      float minusSum = -(float) LogSums.fold(lanes);
      int yFrom = y.from() + row * y.stride();
      int dxFrom = dx.from() + row * dx.stride();
      logSoftmax(
          y.values(), yFrom, dy.values(), dyFrom, y.columns(), minusSum, dx.values(), dxFrom);
    }
  }

  private static void add(float[] dy, int dyFrom, int columns, double[] lanes, int lane) {
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    for (int j = lane; j < columns; j += LogSums.LANES) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + j, inside);
      low = low.add(part(derivative, 0));
      high = high.add(part(derivative, 1));
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
  }

  /** The shares come a block at a time, so that the compiler has only one loop to inline here. */
  private static void logSoftmax(
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      int columns,
      float minusSum,
      float[] dx,
      int dxFrom) {
    FloatVector factor = broadcast(minusSum);
    float[] shares = RowScratch.ofThread().elements;
    for (int begin = 0; begin < columns; begin += shares.length) {
      int end = Math.min(begin + shares.length, columns);
      EXP.apply(y, yFrom + begin, shares, 0, end - begin);
      for (int j = begin; j < end; j += FLOATS.length()) {
        VectorMask<Float> inside = FLOATS.indexInRange(j, end);
        FloatVector share = FloatVector.fromArray(FLOATS, shares, j - begin);
        FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + j, inside);
        share.fma(factor, derivative).intoArray(dx, dxFrom + j, inside);
      }
    }
  }

  private static DoubleVector part(FloatVector floats, int part) {
    return (DoubleVector) floats.convertShape(F2D, DOUBLES, part);
  }
}
