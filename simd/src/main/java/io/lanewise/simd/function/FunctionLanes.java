package io.lanewise.simd.function;

import io.lanewise.simd.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** The shapes of vectors: one width for every type of element. */
final class FunctionLanes {

  static final VectorSpecies<Double> DOUBLES = Lanes.SPECIES;

  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());

  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, DOUBLES.vectorShape());

  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, DOUBLES.vectorShape());

  private FunctionLanes() {}

  static DoubleVector broadcast(double x) {
    return DoubleVector.broadcast(DOUBLES, x);
  }

  static LongVector broadcast(long x) {
    return LongVector.broadcast(LONGS, x);
  }

  static FloatVector broadcast(float x) {
    return FloatVector.broadcast(FLOATS, x);
  }

  static IntVector broadcast(int x) {
    return IntVector.broadcast(INTS, x);
  }
}
