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
import io.lanewise.kernel.LogSums;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The exponentials of a row, and their sum over 16 logical lanes: one pass for each vector of
 * lanes, with a stride of 16, as the log sums do. The ragged end of a row is filled up to a group
 * of 16.
 */
final class RowExponentials {

  private static final FloatVector ZERO = broadcast(0f);
  private static final FloatVector ONE = broadcast(1f);

  private RowExponentials() {}

  /** The largest element, leaving NaN out; -infinity if there is none. */
  static float largest(float[] x, int from, int columns) {
    int whole = FLOATS.loopBound(columns);
    float largest = whole == 0 ? Float.NEGATIVE_INFINITY : largestOfWhole(x, from, whole);
    for (int i = from + whole; i < from + columns; i++) {
      largest = x[i] > largest ? x[i] : largest;
    }
    return largest;
  }

  private static float largestOfWhole(float[] x, int from, int whole) {
    FloatVector largest = broadcast(Float.NEGATIVE_INFINITY);
    for (int j = 0; j < whole; j += FLOATS.length()) {
      FloatVector elements = FloatVector.fromArray(FLOATS, x, from + j);
      largest = largest.blend(elements, elements.compare(GT, largest));
    }
    // The order matters to no maximum, and the sign of a zero to no exponential.
    return largest.reduceLanes(MAX);
  }

  /**
   * Sums the exponentials of a row and stores them.
   *
   * @return what those add that are not 1; how many are 1 stands in the scratch
   */
  static double store(
      float[] x, int from, int columns, float largest, float[] y, int to, RowScratch scratch) {
    int whole = columns - columns % LogSums.LANES;
    float[] end = scratch.group;
    Arrays.fill(scratch.lanes, 0);
    int ones = store(x, from, whole, largest, y, to, scratch.lanes);
    if (whole < columns) {
      fill(x, from + whole, columns - whole, end);
      ones += store(end, 0, end.length, largest, end, 0, scratch.lanes);
      System.arraycopy(end, 0, y, to + whole, columns - whole);
    }
    scratch.onesOfRow = ones;
    return LogSums.fold(scratch.lanes);
  }

  private static int store(
      float[] x, int from, int count, float largest, float[] y, int to, double[] lanes) {
    int ones = 0;
    for (int lane = 0; lane < LogSums.LANES; lane += FLOATS.length()) {
      ones += store(x, from, count, largest, y, to, lanes, lane);
    }
    return ones;
  }

  private static int store(
      float[] x, int from, int count, float largest, float[] y, int to, double[] lanes, int lane) {
    FloatVector m = broadcast(largest);
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    int ones = 0;
    for (int j = lane; j < count; j += LogSums.LANES) {
      FloatVector e = exponential(FloatVector.fromArray(FLOATS, x, from + j), m);
      e.intoArray(y, to + j);
      VectorMask<Float> one = e.compare(EQ, ONE);
      ones += one.trueCount();
      FloatVector rest = e.blend(ZERO, one);
      low = low.add(rest.convertShape(F2D, DOUBLES, 0));
      high = high.add(rest.convertShape(F2D, DOUBLES, 1));
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
    return ones;
  }

  /**
   * Sums the exponentials of a row.
   *
   * @return what those add that are not 1; how many are 1 stands in the scratch
   */
  static double sum(float[] x, int from, int columns, float largest, RowScratch scratch) {
    int whole = columns - columns % LogSums.LANES;
    Arrays.fill(scratch.lanes, 0);
    int ones = sum(x, from, whole, largest, scratch.lanes);
    if (whole < columns) {
      fill(x, from + whole, columns - whole, scratch.group);
      ones += sum(scratch.group, 0, LogSums.LANES, largest, scratch.lanes);
    }
    scratch.onesOfRow = ones;
    return LogSums.fold(scratch.lanes);
  }

  private static int sum(float[] x, int from, int count, float largest, double[] lanes) {
    int ones = 0;
    for (int lane = 0; lane < LogSums.LANES; lane += FLOATS.length()) {
      ones += sum(x, from, count, largest, lanes, lane);
    }
    return ones;
  }

  private static int sum(float[] x, int from, int count, float largest, double[] lanes, int lane) {
    FloatVector m = broadcast(largest);
    DoubleVector low = DoubleVector.fromArray(DOUBLES, lanes, lane);
    DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + DOUBLES.length());
    int ones = 0;
    for (int j = lane; j < count; j += LogSums.LANES) {
      FloatVector e = exponential(FloatVector.fromArray(FLOATS, x, from + j), m);
      VectorMask<Float> one = e.compare(EQ, ONE);
      ones += one.trueCount();
      FloatVector rest = e.blend(ZERO, one);
      low = low.add(rest.convertShape(F2D, DOUBLES, 0));
      high = high.add(rest.convertShape(F2D, DOUBLES, 1));
    }
    low.intoArray(lanes, lane);
    high.intoArray(lanes, lane + DOUBLES.length());
    return ones;
  }

  /** The end of a row, and behind it -infinity, whose exponentials add nothing. */
  private static void fill(float[] x, int from, int count, float[] group) {
    System.arraycopy(x, from, group, 0, count);
    Arrays.fill(group, count, group.length, Float.NEGATIVE_INFINITY);
  }

  /** As {@link ActivationTerms#expOfDifference}. */
  static FloatVector exponential(FloatVector x, FloatVector m) {
    FloatVector difference = x.sub(m);
    FloatVector rounded = FloatExpSteps.rounded(difference);
    FloatVector k = rounded.sub(FloatExpSteps.ROUNDING);
    FloatVector upper = k.fma(FloatExpSteps.MINUS_HI, difference);
    FloatVector r = upper.add(k.fma(FloatExpSteps.MINUS_LO, rest(x, m, difference)));
    FloatVector near = FloatExpSteps.expNearZero(r);
    FloatVector e = near.mul(FloatExpSteps.lifted(rounded)).mul(FloatExpSteps.DROP);
    return e.blend(ZERO, difference.compare(LT, FloatExpSteps.LOWEST));
  }

  /** What the rounding of x - m took away. */
  static FloatVector rest(FloatVector x, FloatVector m, FloatVector difference) {
    FloatVector part = difference.sub(x);
    return x.sub(difference.sub(part)).sub(m.add(part));
  }
}
