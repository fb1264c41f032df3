package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.RowSum;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Softmax, its logarithm and log-sum-exp, row by row. */
final class Softmax {

  private Softmax() {}

  static void softmax(Matrix x, Matrix y) {
    RowScratch scratch = RowScratch.ofThread();
    int columns = x.columns();
    for (int row = 0; row < x.rows(); row++) {
      int from = x.from() + row * x.stride();
      int to = y.from() + row * y.stride();
      float largest = RowExponentials.largest(x.values(), from, columns);
      double rest =
          RowExponentials.store(x.values(), from, columns, largest, y.values(), to, scratch);
      scale(y.values(), to, columns, RowSum.inverse(scratch.onesOfRow, rest));
    }
  }

  /** As {@link ActivationTerms#share}. */
  private static void scale(float[] y, int from, int columns, double inverse) {
    FloatVector upper = broadcast((float) inverse);
    FloatVector lower = broadcast((float) (inverse - (float) inverse));
    int whole = FLOATS.loopBound(columns);
    for (int j = 0; j < whole; j += FLOATS.length()) {
      FloatVector e = FloatVector.fromArray(FLOATS, y, from + j);
      e.fma(upper, e.mul(lower)).intoArray(y, from + j);
    }
    if (whole < columns) {
      VectorMask<Float> inside = FLOATS.indexInRange(whole, columns);
      FloatVector e = FloatVector.fromArray(FLOATS, y, from + whole, inside);
      e.fma(upper, e.mul(lower)).intoArray(y, from + whole, inside);
    }
  }

  static void logSoftmax(Matrix x, Matrix y) {
    RowScratch scratch = RowScratch.ofThread();
    int columns = x.columns();
    for (int row = 0; row < x.rows(); row++) {
      int from = x.from() + row * x.stride();
      int to = y.from() + row * y.stride();
      float largest = RowExponentials.largest(x.values(), from, columns);
      double rest = RowExponentials.sum(x.values(), from, columns, largest, scratch);
      double log = RowSum.log(scratch.onesOfRow, rest);
      logShares(x.values(), from, columns, largest, log, y.values(), to);
    }
  }

  /** As {@link ActivationTerms#logShare}. */
  private static void logShares(
      float[] x, int from, int columns, float largest, double log, float[] y, int to) {
    float upper = (float) log;
    float lower = (float) (log - upper);
    FloatVector m = broadcast(largest);
    for (int j = 0; j < columns; j += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector elements = FloatVector.fromArray(FLOATS, x, from + j, inside);
      FloatVector difference = elements.sub(m);
      FloatVector sum = difference.sub(upper);
      FloatVector rest = RowExponentials.rest(elements, m, difference).sub(lower);
      VectorMask<Float> none = difference.compare(EQ, Float.NEGATIVE_INFINITY);
      sum.add(rest).blend(sum, none).intoArray(y, to + j, inside);
    }
  }

  static void logSumExp(Matrix x, float[] y, int yFrom) {
    RowScratch scratch = RowScratch.ofThread();
    for (int row = 0; row < x.rows(); row++) {
      int from = x.from() + row * x.stride();
      float largest = RowExponentials.largest(x.values(), from, x.columns());
      double rest = RowExponentials.sum(x.values(), from, x.columns(), largest, scratch);
      y[yFrom + row] = new RowSum(largest, scratch.onesOfRow, rest).logSumExp(x, row);
    }
  }
}
