package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.SPECIES;
import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.ColumnReductions;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.DoubleVector;

/** The column reductions, as many columns at a time as a vector holds. */
public final class VectorColumnReductions extends ColumnReductions {

  /** For the columns that do not fill a vector. */
  private final ColumnReductions scalar = Kernels.scalar().columnReductions();

  /** Creates the kernels; they hold no state. */
  public VectorColumnReductions() {}

  @Override
  protected void columnSums(Matrix x, float[] sums, int from) {
    int whole = x.columns() - x.columns() % WIDTH;
    for (int j = 0; j < whole; j += WIDTH) {
      DoubleLanes.narrow(sum(x, j)).intoArray(sums, from + j);
    }
    if (whole < x.columns()) {
      scalar.sums(x.columns(whole, x.columns()), sums, from + whole);
    }
  }

  @Override
  protected void columnMoments(Matrix x, double[] means, double[] squares, int from) {
    int whole = x.columns() - x.columns() % WIDTH;
    for (int j = 0; j < whole; j += WIDTH) {
      DoubleVector mean = sum(x, j).div(x.rows());
      mean.intoArray(means, from + j);
      squares(x, j, mean).intoArray(squares, from + j);
    }
    if (whole < x.columns()) {
      scalar.moments(x.columns(whole, x.columns()), means, squares, from + whole);
    }
  }

  private static DoubleVector sum(Matrix x, int column) {
    float[] values = x.values();
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      sum = sum.add(load(values, at));
    }
    return sum;
  }

  private static DoubleVector squares(Matrix x, int column, DoubleVector mean) {
    float[] values = x.values();
    DoubleVector squares = DoubleVector.zero(SPECIES);
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      DoubleVector distance = load(values, at).sub(mean);
      squares = distance.fma(distance, squares);
    }
    return squares;
  }
}
