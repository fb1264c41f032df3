package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.SPECIES;
import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.ColumnReductions;
import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.DoubleVector;

/** The column reductions, as many columns at a time as a vector holds. */
public final class VectorColumnReductions extends ColumnReductions {

  /** Creates the kernels; they hold no state. */
  public VectorColumnReductions() {}

  @Override
  protected void columnSums(Matrix x, float[] sums, int from) {
    int whole = x.columns() - x.columns() % WIDTH;
    for (int j = 0; j < whole; j += WIDTH) {
      DoubleLanes.narrow(sums(x, j)).intoArray(sums, from + j);
    }
    for (int j = whole; j < x.columns(); j++) {
      sums[from + j] = (float) sum(x, j);
    }
  }

  @Override
  protected void columnMoments(Matrix x, double[] means, double[] squares, int from) {
    int whole = x.columns() - x.columns() % WIDTH;
    for (int j = 0; j < whole; j += WIDTH) {
      DoubleVector mean = sums(x, j).div(x.rows());
      mean.intoArray(means, from + j);
      deviations(x, j, mean).intoArray(squares, from + j);
    }
    for (int j = whole; j < x.columns(); j++) {
      means[from + j] = sum(x, j) / x.rows();
      squares[from + j] = squares(x, j, means[from + j]);
    }
  }

  private static DoubleVector sums(Matrix x, int column) {
    float[] values = x.values();
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      sum = sum.add(load(values, at));
    }
    return sum;
  }

  private static DoubleVector deviations(Matrix x, int column, DoubleVector mean) {
    float[] values = x.values();
    DoubleVector squares = DoubleVector.zero(SPECIES);
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      DoubleVector distance = load(values, at).sub(mean);
      squares = distance.fma(distance, squares);
    }
    return squares;
  }
}
