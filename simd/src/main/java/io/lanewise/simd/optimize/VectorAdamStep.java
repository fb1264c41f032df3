package io.lanewise.simd.optimize;

import io.lanewise.kernel.AdamFactors;
import io.lanewise.kernel.AdamStep;
import io.lanewise.simd.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The step of Adam, a vector of parameters at a time. */
public final class VectorAdamStep extends AdamStep {
  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, Lanes.SPECIES.vectorShape());

  /** Creates the kernel, which holds no state. */
  public VectorAdamStep() {}

  @Override
  protected void update(
      AdamFactors factors,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to) {
    int whole = to - (to - from) % SPECIES.length();
    updateWhole(factors, gradients, means, squares, parameters, from, whole);
    for (int i = whole; i < to; i++) {
      factors.apply(i, gradients, means, squares, parameters);
    }
  }

  /** As {@link AdamFactors#apply}. */
  private static void updateWhole(
      AdamFactors factors,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to) {
    FloatVector keepMean = FloatVector.broadcast(SPECIES, factors.keepMean());
    FloatVector addMean = FloatVector.broadcast(SPECIES, factors.addMean());
    FloatVector keepSquare = FloatVector.broadcast(SPECIES, factors.keepSquare());
    FloatVector addSquare = FloatVector.broadcast(SPECIES, factors.addSquare());
    FloatVector correction = FloatVector.broadcast(SPECIES, factors.squareCorrection());
    FloatVector minusRate = FloatVector.broadcast(SPECIES, -factors.rate());
    FloatVector epsilon = FloatVector.broadcast(SPECIES, factors.epsilon());
    for (int i = from; i < to; i += SPECIES.length()) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, gradients, i);
      FloatVector mean = FloatVector.fromArray(SPECIES, means, i);
      FloatVector square = FloatVector.fromArray(SPECIES, squares, i);
      mean = keepMean.fma(mean, addMean.mul(gradient));
      square = keepSquare.fma(square, addSquare.mul(gradient).mul(gradient));
      mean.intoArray(means, i);
      square.intoArray(squares, i);
      FloatVector root = square.mul(correction).sqrt().add(epsilon);
      FloatVector parameter = FloatVector.fromArray(SPECIES, parameters, i);
      minusRate.fma(mean.div(root), parameter).intoArray(parameters, i);
    }
  }
}
