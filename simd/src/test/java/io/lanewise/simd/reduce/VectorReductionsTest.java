package io.lanewise.simd.reduce;

import io.lanewise.kernel.Reductions;
import io.lanewise.kernel.ReductionsContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorReductionsTest extends ReductionsContract {

  @Override
  protected Reductions reductions() {
    return new VectorReductions();
  }
}
