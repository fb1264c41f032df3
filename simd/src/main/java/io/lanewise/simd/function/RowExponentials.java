package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.FloatFunctions;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.RowSum;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The exponentials of a row, and their sum over 16 logical lanes: one pass for each vector of
 * lanes, with a stride of 16, as the log sums do.
 */
final class RowExponentials {

  private RowExponentials() {}

  /** The largest element, leaving NaN out; -infinity if there is none. */
  static float largest(float[] x, int from, int columns) {
    FloatVector largest = broadcast(Float.NEGATIVE_INFINITY);
    int whole = FLOATS.loopBound(columns);
    for (int j = 0; j < whole; j += FLOATS.length()) {
      FloatVector elements = FloatVector.fromArray(FLOATS, x, from + j);
      largest = largest.blend(elements, elements.compare(GT, largest));
    }
    if (whole < columns) {
      VectorMask<Float> inside = FLOATS.indexInRange(whole, columns);
      FloatVector elements = FloatVector.fromArray(FLOATS, x, from + whole, inside);
      largest = largest.blend(elements, elements.compare(GT, largest).and(inside));
    }
    // The order matters to no maximum, and the sign of a zero to no exponential.
    return largest.reduceLanes(MAX);
  }

  /**
   * Sums the exponentials of a row and stores them.
   *
   * @param lanes scratch
   */
  static RowSum store(
      float[] x, int from, int columns, float largest, float[] y, int to, double[] lanes) {
    Arrays.fill(lanes, 0);
    int ones = 0;
    for (int lane = 0; lane < Math.min(columns, LogSums.LANES); lane += FLOATS.length()) {
      ones += store(x, from, columns, largest, y, to, lanes, lane);
    }
    return new RowSum(largest, ones, LogSums.fold(lanes));
  }

  private static int store(
      float[] x,
      int from,
      int columns,
      float largest,
      float[] y,
      int to,
      double[] lanes,
      int lane) {
    FloatVector m = broadcast(largest);
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    int ones = 0;
    for (int j = lane; j < columns; j += LogSums.LANES) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector e = exponential(FloatVector.fromArray(FLOATS, x, from + j, inside), m);
      e.intoArray(y, to + j, inside);
      VectorMask<Float> one = e.compare(EQ, 1).and(inside);
      ones += one.trueCount();
      FloatVector rest = e.blend(0, one.or(inside.not()));
      low = low.add(rest.convertShape(F2D, DOUBLES, 0));
      high = high.add(rest.convertShape(F2D, DOUBLES, 1));
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
    return ones;
  }

  /** Sums the exponentials of a row. */
  static RowSum sum(float[] x, int from, int columns, float largest, double[] lanes) {
    Arrays.fill(lanes, 0);
    int ones = 0;
    for (int lane = 0; lane < Math.min(columns, LogSums.LANES); lane += FLOATS.length()) {
      ones += sum(x, from, columns, largest, lanes, lane);
    }
    return new RowSum(largest, ones, LogSums.fold(lanes));
  }

  private static int sum(
      float[] x, int from, int columns, float largest, double[] lanes, int lane) {
    FloatVector m = broadcast(largest);
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    int ones = 0;
    for (int j = lane; j < columns; j += LogSums.LANES) {
      VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
      FloatVector e = exponential(FloatVector.fromArray(FLOATS, x, from + j, inside), m);
      VectorMask<Float> one = e.compare(EQ, 1).and(inside);
      ones += one.trueCount();
      FloatVector rest = e.blend(0, one.or(inside.not()));
      low = low.add(rest.convertShape(F2D, DOUBLES, 0));
      high = high.add(rest.convertShape(F2D, DOUBLES, 1));
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
    return ones;
  }

  /** As {@link ActivationTerms#expOfDifference}. */
  private static FloatVector exponential(FloatVector x, FloatVector m) {
    FloatVector difference = x.sub(m);
    FloatVector rounded = FloatExpSteps.rounded(difference);
    FloatVector k = rounded.sub(FloatExpSteps.ROUNDING);
    FloatVector upper = k.fma(FloatExpSteps.MINUS_HI, difference);
    FloatVector r = upper.add(k.fma(FloatExpSteps.MINUS_LO, rest(x, m, difference)));
    FloatVector near = FloatExpSteps.expNearZero(r);
    FloatVector e = near.mul(FloatExpSteps.lifted(rounded)).mul(ActivationTerms.DROP);
    return e.blend(0, difference.compare(LT, FloatFunctions.EXP_LOWEST));
  }

  /** What the rounding of x - m took away. */
  static FloatVector rest(FloatVector x, FloatVector m, FloatVector difference) {
    FloatVector part = difference.sub(x);
    return x.sub(difference.sub(part)).sub(m.add(part));
  }
}
