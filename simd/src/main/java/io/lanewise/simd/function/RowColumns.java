package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static io.lanewise.simd.function.RowScratch.ROWS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GT;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Steps of up to {@value RowScratch#ROWS} short rows at once, which lie column by column: a lane of
 * a vector is a row, so nothing has to be reduced across lanes.
 */
final class RowColumns {

  private static final FloatVector ZERO = broadcast(0f);
  private static final FloatVector ONE = broadcast(1f);
  private static final FloatVector NONE = broadcast(Float.NEGATIVE_INFINITY);

  private RowColumns() {}

  /** Lays rows out column by column. */
  static void gather(Matrix x, int begin, int end, float[] columns) {
    float[] values = x.values();
    int first = x.from() + begin * x.stride();
    for (int j = 0; j < x.columns(); j++) {
      for (int i = 0; i < end - begin; i++) {
        columns[j * ROWS + i] = values[first + i * x.stride() + j];
      }
    }
  }

  /** The largest element of every row, leaving NaN out. */
  static void largest(RowScratch scratch, int columns) {
    for (int i = 0; i < ROWS; i += FLOATS.length()) {
      largest(scratch, columns, i);
    }
  }

  private static void largest(RowScratch scratch, int columns, int i) {
    FloatVector largest = broadcast(Float.NEGATIVE_INFINITY);
    for (int at = i; at < columns * ROWS; at += ROWS) {
      FloatVector elements = FloatVector.fromArray(FLOATS, scratch.elements, at);
      largest = largest.blend(elements, elements.compare(GT, largest));
    }
    largest.intoArray(scratch.largest, i);
  }

  /** The exponentials of every row, what they add, and how many are 1. */
  static void exponentials(RowScratch scratch, int columns) {
    for (int i = 0; i < ROWS; i += FLOATS.length()) {
      exponentials(scratch, columns, i);
    }
  }

  private static void exponentials(RowScratch scratch, int columns, int i) {
    FloatVector largest = FloatVector.fromArray(FLOATS, scratch.largest, i);
    FloatVector ones = FloatVector.zero(FLOATS);
    for (int at = i; at < columns * ROWS; at += ROWS) {
      FloatVector elements = FloatVector.fromArray(FLOATS, scratch.elements, at);
      FloatVector e = RowExponentials.exponential(elements, largest);
      VectorMask<Float> one = e.compare(EQ, ONE);
      ones = ones.add(ZERO.blend(ONE, one));
      e.intoArray(scratch.others, at);
      storeTerms(e.blend(ZERO, one), scratch.terms, at);
    }
    ones.intoArray(scratch.ones, i);
  }

  private static void storeTerms(FloatVector floats, double[] terms, int at) {
    part(floats, 0).intoArray(terms, at);
    part(floats, 1).intoArray(terms, at + DOUBLES.length());
  }

  private static DoubleVector part(FloatVector floats, int part) {
    return (DoubleVector) floats.convertShape(F2D, DOUBLES, part);
  }

  /** Elements times others as terms. */
  static void products(RowScratch scratch, int columns) {
    for (int i = 0; i < columns * ROWS; i += FLOATS.length()) {
      FloatVector first = FloatVector.fromArray(FLOATS, scratch.elements, i);
      FloatVector second = FloatVector.fromArray(FLOATS, scratch.others, i);
      DoubleVector zero = DoubleVector.zero(DOUBLES);
      part(first, 0).fma(part(second, 0), zero).intoArray(scratch.terms, i);
      part(first, 1).fma(part(second, 1), zero).intoArray(scratch.terms, i + DOUBLES.length());
    }
  }

  /** Others as terms. */
  static void terms(RowScratch scratch, int columns) {
    for (int i = 0; i < columns * ROWS; i += FLOATS.length()) {
      // As a sum that starts from +0: no term is -0.
      storeTerms(FloatVector.fromArray(FLOATS, scratch.others, i).add(ZERO), scratch.terms, i);
    }
  }

  /** As {@link LogSums#fold} for every row, leaving out lanes that hold +0: a sum is never -0. */
  static void fold(double[] terms, int columns) {
    int left = columns;
    for (int half = LogSums.LANES / 2; half > 0; half /= 2) {
      addUpper(terms, half * ROWS, Math.max(left - half, 0) * ROWS);
      left = Math.min(left, half);
    }
  }

  private static void addUpper(double[] terms, int upper, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      DoubleVector low = DoubleVector.fromArray(DOUBLES, terms, i);
      low.add(DoubleVector.fromArray(DOUBLES, terms, upper + i)).intoArray(terms, i);
    }
  }

  /** As {@link ActivationTerms#logShare}, in place of the exponentials. */
  static void logShares(RowScratch scratch, int columns) {
    for (int i = 0; i < columns * ROWS; i += FLOATS.length()) {
      int row = i % ROWS;
      FloatVector elements = FloatVector.fromArray(FLOATS, scratch.elements, i);
      FloatVector largest = FloatVector.fromArray(FLOATS, scratch.largest, row);
      FloatVector difference = elements.sub(largest);
      FloatVector sum = difference.sub(FloatVector.fromArray(FLOATS, scratch.ones, row));
      FloatVector rest = RowExponentials.rest(elements, largest, difference);
      FloatVector full = sum.add(rest.sub(FloatVector.fromArray(FLOATS, scratch.lower, row)));
      full.blend(sum, difference.compare(EQ, NONE)).intoArray(scratch.others, i);
    }
  }
}
