package io.lanewise.kernel.scalar;

import io.lanewise.kernel.ColumnReductions;
import io.lanewise.kernel.Matrix;

/** The column reductions, one column after the other. */
public final class ScalarColumnReductions extends ColumnReductions {

  /** Creates the kernels; they hold no state. */
  public ScalarColumnReductions() {}

  @Override
  protected void columnSums(Matrix x, float[] sums, int from) {
    for (int j = 0; j < x.columns(); j++) {
      sums[from + j] = (float) sum(x, j);
    }
  }

  @Override
  protected void columnMoments(Matrix x, double[] means, double[] squares, int from) {
    for (int j = 0; j < x.columns(); j++) {
      means[from + j] = sum(x, j) / x.rows();
      squares[from + j] = squares(x, j, means[from + j]);
    }
  }
}
