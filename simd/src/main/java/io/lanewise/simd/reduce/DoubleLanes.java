package io.lanewise.simd.reduce;

import io.lanewise.simd.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Loads of doubles, and of as many floats. */
final class DoubleLanes {

  static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

  static final int WIDTH = SPECIES.length();

  /** Floats in half the width of the hardware. */
  static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

  private DoubleLanes() {}

  static DoubleVector load(double[] x, int i) {
    return DoubleVector.fromArray(SPECIES, x, i);
  }

  static DoubleVector load(float[] x, int i) {
    FloatVector floats = FloatVector.fromArray(HALF, x, i);
    return (DoubleVector) floats.convertShape(VectorOperators.F2D, SPECIES, 0);
  }

  static FloatVector narrow(DoubleVector x) {
    return (FloatVector) x.convertShape(VectorOperators.D2F, HALF, 0);
  }
}
