package io.lanewise.kernel.scalar;

import io.lanewise.kernel.AdamFactors;
import io.lanewise.kernel.AdamStep;

/** The step of Adam, one parameter after the other. */
public final class ScalarAdamStep extends AdamStep {

  /** Creates the kernel, which holds no state. */
  public ScalarAdamStep() {}

  @Override
  protected void update(
      AdamFactors factors,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      factors.apply(i, gradients, means, squares, parameters);
    }
  }
}
