package io.lanewise.gan;

import io.lanewise.kernel.Kernels;

/** Training with the scalar kernels. */
class ScalarGanTrainerTest extends GanTrainerContract {

  @Override
  protected Kernels kernels() {
    return Kernels.scalar();
  }
}
