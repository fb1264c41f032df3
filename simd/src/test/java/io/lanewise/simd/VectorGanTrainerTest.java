package io.lanewise.simd;

import io.lanewise.gan.GanTrainerContract;
import io.lanewise.kernel.Kernels;

/** Training with the vector kernels, at the width of this machine. */
class VectorGanTrainerTest extends GanTrainerContract {

  @Override
  protected Kernels kernels() {
    return Kernels.simd();
  }
}
