package io.lanewise.simd.function;

import static io.lanewise.simd.function.RowScratch.ROWS;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.RowSum;

/**
 * Softmax and its kin for rows of at most 16 elements, {@value RowScratch#ROWS} rows at a time.
 *
 * <p>For rows of 8, in ns an element: a masked vector a row 9.2; exponentials side by side and the
 * rest of each row in scalar code 7.4; this, which turns rows into columns, see SoftmaxBenchmark.
 */
final class ShortRows {

  private static final FloatFunction EXP = new FloatExp();

  private ShortRows() {}

  static boolean areIn(Matrix matrix) {
    return matrix.columns() > 0 && matrix.columns() <= LogSums.LANES;
  }

  static void softmax(Matrix x, Matrix y) {
    RowScratch scratch = RowScratch.ofThread();
    for (int begin = 0; begin < x.rows(); begin += ROWS) {
      int end = Math.min(begin + ROWS, x.rows());
      sum(x, begin, end, scratch);
      for (int i = 0; i < end - begin; i++) {
        double inverse = RowSum.inverse((int) scratch.ones[i], scratch.terms[i]);
        scratch.ones[i] = (float) inverse;
        scratch.lower[i] = (float) (inverse - scratch.ones[i]);
      }
      scatterShares(scratch, y, begin, end);
    }
  }

  private static void scatterShares(RowScratch scratch, Matrix y, int begin, int end) {
    float[] values = y.values();
    int first = y.from() + begin * y.stride();
    for (int j = 0; j < y.columns(); j++) {
      for (int i = 0; i < end - begin; i++) {
        float e = scratch.others[j * ROWS + i];
        values[first + i * y.stride() + j] =
            ActivationTerms.share(e, scratch.ones[i], scratch.lower[i]);
      }
    }
  }

  static void logSoftmax(Matrix x, Matrix y) {
    RowScratch scratch = RowScratch.ofThread();
    for (int begin = 0; begin < x.rows(); begin += ROWS) {
      int end = Math.min(begin + ROWS, x.rows());
      sum(x, begin, end, scratch);
      for (int i = 0; i < end - begin; i++) {
        double log = RowSum.log((int) scratch.ones[i], scratch.terms[i]);
        scratch.ones[i] = (float) log;
        scratch.lower[i] = (float) (log - scratch.ones[i]);
      }
      RowColumns.logShares(scratch, x.columns());
      scatter(scratch, y, begin, end);
    }
  }

  private static void scatter(RowScratch scratch, Matrix y, int begin, int end) {
    float[] values = y.values();
    int first = y.from() + begin * y.stride();
    for (int j = 0; j < y.columns(); j++) {
      for (int i = 0; i < end - begin; i++) {
        values[first + i * y.stride() + j] = scratch.others[j * ROWS + i];
      }
    }
  }

  static void logSumExp(Matrix x, float[] y, int yFrom) {
    RowScratch scratch = RowScratch.ofThread();
    for (int begin = 0; begin < x.rows(); begin += ROWS) {
      int end = Math.min(begin + ROWS, x.rows());
      sum(x, begin, end, scratch);
      for (int row = begin; row < end; row++) {
        int i = row - begin;
        RowSum sum = new RowSum(scratch.largest[i], (int) scratch.ones[i], scratch.terms[i]);
        y[yFrom + row] = sum.logSumExp(x, row);
      }
    }
  }

  private static void sum(Matrix x, int begin, int end, RowScratch scratch) {
    RowColumns.gather(x, begin, end, scratch.elements);
    RowColumns.largest(scratch, x.columns());
    RowColumns.exponentials(scratch, x.columns());
    RowColumns.fold(scratch.terms, x.columns());
  }

  static void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    RowScratch scratch = RowScratch.ofThread();
    for (int begin = 0; begin < y.rows(); begin += ROWS) {
      int end = Math.min(begin + ROWS, y.rows());
      RowColumns.gather(y, begin, end, scratch.elements);
      RowColumns.gather(dy, begin, end, scratch.others);
      RowColumns.products(scratch, y.columns());
      RowColumns.fold(scratch.terms, y.columns());
      scatterSoftmax(scratch, dx, begin, end);
    }
  }

  private static void scatterSoftmax(RowScratch scratch, Matrix dx, int begin, int end) {
    float[] values = dx.values();
    int first = dx.from() + begin * dx.stride();
    for (int j = 0; j < dx.columns(); j++) {
      for (int i = 0; i < end - begin; i++) {
        int at = j * ROWS + i;
        float derivative = scratch.others[at] - (float) scratch.terms[i];
        values[first + i * dx.stride() + j] = scratch.elements[at] * derivative;
      }
    }
  }

  static void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    RowScratch scratch = RowScratch.ofThread();
    for (int begin = 0; begin < y.rows(); begin += ROWS) {
      int end = Math.min(begin + ROWS, y.rows());
      RowColumns.gather(y, begin, end, scratch.elements);
      RowColumns.gather(dy, begin, end, scratch.others);
      EXP.apply(scratch.elements, 0, scratch.elements, 0, ROWS * y.columns());
      RowColumns.terms(scratch, y.columns());
      RowColumns.fold(scratch.terms, y.columns());
      scatterLogSoftmax(scratch, dx, begin, end);
    }
  }

  private static void scatterLogSoftmax(RowScratch scratch, Matrix dx, int begin, int end) {
    float[] values = dx.values();
    int first = dx.from() + begin * dx.stride();
    for (int j = 0; j < dx.columns(); j++) {
      for (int i = 0; i < end - begin; i++) {
        int at = j * ROWS + i;
        float minusSum = -(float) scratch.terms[i];
        values[first + i * dx.stride() + j] =
            Math.fma(scratch.elements[at], minusSum, scratch.others[at]);
      }
    }
  }
}
