package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.SQRT_HALF_BITS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** What the logarithms of floats share, a vector at a time. */
final class FloatLogSteps {

  private static final IntVector FRACTION_MASK = broadcast((1 << 23) - 1);

  /** Makes exponents of either sign positive. */
  private static final int BIAS = 127 << 23;

  private static final IntVector SQRT_HALF = broadcast(SQRT_HALF_BITS);
  private static final IntVector BIASED_SQRT_HALF = broadcast(SQRT_HALF_BITS - BIAS);
  private static final IntVector BIASED_ONE = broadcast(FloatFunctions.ONE_BITS + BIAS);
  private static final IntVector EXPONENT_MASK = broadcast(FloatFunctions.EXPONENT_MASK);
  private static final IntVector EXPONENT_BIAS = broadcast(127);
  private static final FloatVector MINUS_HALF = broadcast(-0.5f);
  private static final FloatVector MINUS_TWO = broadcast(-2f);
  private static final FloatVector LN2_HI = broadcast(FloatFunctions.LN2_HI);
  private static final FloatVector LN2_LO = broadcast(FloatFunctions.LN2_LO);
  private static final FloatVector L1 = broadcast(FloatFunctions.L1);
  private static final FloatVector L2 = broadcast(FloatFunctions.L2);
  private static final FloatVector L3 = broadcast(FloatFunctions.L3);

  private FloatLogSteps() {}

  /** The bits of a number less those of sqrt 1/2: a biased exponent k, and a fraction. */
  static IntVector offset(FloatVector x) {
    return x.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
  }

  /** x/2^k, in [sqrt 1/2, sqrt 2). */
  static FloatVector mantissa(IntVector offset) {
    return offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes();
  }

  /** 2^-k, for k from -126 to 126. */
  static FloatVector scale(IntVector offset) {
    IntVector power = offset.and(EXPONENT_MASK);
    return BIASED_ONE.sub(power).viewAsFloatingLanes();
  }

  /** k. */
  static FloatVector exponent(IntVector offset) {
    IntVector biased = offset.lanewise(LSHR, 23);
    return (FloatVector) biased.sub(EXPONENT_BIAS).convert(I2F, 0);
  }

  /** ln(2^k (1+f)). */
  static FloatVector log(FloatVector k, FloatVector f) {
    FloatVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
    FloatVector minusS = f.div(MINUS_TWO.sub(f));
    FloatVector z = minusS.mul(minusS);
    FloatVector tail = L3.fma(z, L2).fma(z, L1);
    FloatVector upper = z.fma(tail, minusHalfSquare);
    FloatVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
    return k.fma(LN2_HI, f.add(rest));
  }
}
