package io.lanewise.simd.reduce;

import io.lanewise.kernel.ColumnReductions;
import io.lanewise.kernel.ColumnReductionsContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorColumnReductionsTest extends ColumnReductionsContract {

  @Override
  protected ColumnReductions columnReductions() {
    return new VectorColumnReductions();
  }
}
