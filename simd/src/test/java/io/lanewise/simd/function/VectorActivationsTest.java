package io.lanewise.simd.function;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.ActivationsContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorActivationsTest extends ActivationsContract {

  @Override
  protected Activations activations() {
    return new VectorActivations();
  }
}
