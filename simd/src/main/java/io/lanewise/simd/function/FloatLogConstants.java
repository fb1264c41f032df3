package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.SQRT_HALF_BITS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** What the logarithms of floats share. */
final class FloatLogConstants {

  static final IntVector FRACTION_MASK = broadcast((1 << 23) - 1);

  /** Makes exponents of either sign positive. */
  private static final int BIAS = 127 << 23;

  static final IntVector SQRT_HALF = broadcast(SQRT_HALF_BITS);
  static final IntVector BIASED_SQRT_HALF = broadcast(SQRT_HALF_BITS - BIAS);
  static final IntVector BIASED_ONE = broadcast(FloatFunctions.ONE_BITS + BIAS);
  static final IntVector EXPONENT_MASK = broadcast(FloatFunctions.EXPONENT_MASK);

  /** The bits of 2^23: or-ed with a small integer they are the float 2^23 + that integer. */
  static final IntVector MAGIC_BITS = broadcast(0x4b << 24);

  static final FloatVector MAGIC_AND_BIAS = broadcast(0x1p23f + 127);
  static final FloatVector MINUS_HALF = broadcast(-0.5f);
  static final FloatVector MINUS_TWO = broadcast(-2f);
  static final FloatVector LN2_HI = broadcast(FloatFunctions.LN2_HI);
  static final FloatVector LN2_LO = broadcast(FloatFunctions.LN2_LO);
  static final FloatVector L1 = broadcast(FloatFunctions.L1);
  static final FloatVector L2 = broadcast(FloatFunctions.L2);
  static final FloatVector L3 = broadcast(FloatFunctions.L3);

  private FloatLogConstants() {}
}
