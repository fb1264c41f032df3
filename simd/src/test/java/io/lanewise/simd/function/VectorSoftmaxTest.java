package io.lanewise.simd.function;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.SoftmaxContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorSoftmaxTest extends SoftmaxContract {

  @Override
  protected Activations activations() {
    return new VectorActivations();
  }
}
