package io.lanewise.gan;

import io.lanewise.kernel.Kernels;

/** A test of two samples with the scalar kernels. */
class ScalarClassifierTest extends ClassifierContract {

  @Override
  protected Kernels kernels() {
    return Kernels.scalar();
  }
}
