package io.lanewise.simd.logsum;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.BinaryCrossEntropyContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorBinaryCrossEntropyTest extends BinaryCrossEntropyContract {

  @Override
  protected BinaryCrossEntropy binaryCrossEntropy() {
    return new VectorBinaryCrossEntropy();
  }
}
