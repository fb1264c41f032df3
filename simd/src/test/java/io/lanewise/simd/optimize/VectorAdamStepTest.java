package io.lanewise.simd.optimize;

import io.lanewise.kernel.AdamStep;
import io.lanewise.kernel.AdamStepContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorAdamStepTest extends AdamStepContract {

  @Override
  protected AdamStep adamStep() {
    return new VectorAdamStep();
  }
}
