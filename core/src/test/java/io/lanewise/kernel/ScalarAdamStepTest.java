package io.lanewise.kernel;

/** The scalar step of Adam against the contract. */
class ScalarAdamStepTest extends AdamStepContract {

  @Override
  protected AdamStep adamStep() {
    return Kernels.scalar().adamStep();
  }
}
