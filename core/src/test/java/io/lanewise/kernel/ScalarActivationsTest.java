package io.lanewise.kernel;

/** The scalar kernels against the contract: what remains is the walk over arrays. */
class ScalarActivationsTest extends ActivationsContract {

  @Override
  protected Activations activations() {
    return Kernels.scalar().activations();
  }
}
