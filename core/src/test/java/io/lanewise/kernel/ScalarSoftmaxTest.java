package io.lanewise.kernel;

/** The scalar kernels against the contract: what remains is the walk over arrays. */
class ScalarSoftmaxTest extends SoftmaxContract {

  @Override
  protected Activations activations() {
    return Kernels.scalar().activations();
  }
}
