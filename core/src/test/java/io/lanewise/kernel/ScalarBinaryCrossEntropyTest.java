package io.lanewise.kernel;

/** The scalar binary cross-entropy against the contract. */
class ScalarBinaryCrossEntropyTest extends BinaryCrossEntropyContract {

  @Override
  protected BinaryCrossEntropy binaryCrossEntropy() {
    return Kernels.scalar().binaryCrossEntropy();
  }
}
