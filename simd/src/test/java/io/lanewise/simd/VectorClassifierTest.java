package io.lanewise.simd;

import io.lanewise.gan.ClassifierContract;
import io.lanewise.kernel.Kernels;

/** Training with the vector kernels, at the width of this machine. */
class VectorClassifierTest extends ClassifierContract {

  @Override
  protected Kernels kernels() {
    return Kernels.simd();
  }
}
