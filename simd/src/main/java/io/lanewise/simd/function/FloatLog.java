package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.SUBNORMAL_SCALE;
import static io.lanewise.kernel.FloatFunctions.SUBNORMAL_SHIFT;
import static io.lanewise.simd.function.FloatLogConstants.BIASED_SQRT_HALF;
import static io.lanewise.simd.function.FloatLogConstants.FRACTION_MASK;
import static io.lanewise.simd.function.FloatLogConstants.L1;
import static io.lanewise.simd.function.FloatLogConstants.L2;
import static io.lanewise.simd.function.FloatLogConstants.L3;
import static io.lanewise.simd.function.FloatLogConstants.LN2_HI;
import static io.lanewise.simd.function.FloatLogConstants.LN2_LO;
import static io.lanewise.simd.function.FloatLogConstants.MAGIC_AND_BIAS;
import static io.lanewise.simd.function.FloatLogConstants.MAGIC_BITS;
import static io.lanewise.simd.function.FloatLogConstants.MINUS_HALF;
import static io.lanewise.simd.function.FloatLogConstants.MINUS_TWO;
import static io.lanewise.simd.function.FloatLogConstants.SQRT_HALF;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** As {@link FloatFunctions#log}. */
final class FloatLog extends FloatFunction {

  private static final FloatVector LEAST = broadcast(Float.MIN_NORMAL);
  private static final FloatVector MOST = broadcast(Float.MAX_VALUE);
  private static final FloatVector INFINITY = broadcast(Float.POSITIVE_INFINITY);
  private static final FloatVector MINUS_INFINITY = broadcast(Float.NEGATIVE_INFINITY);
  private static final FloatVector NAN = broadcast(Float.NaN);
  private static final FloatVector ZERO = broadcast(0f);
  private static final FloatVector ONE = broadcast(1f);
  private static final FloatVector SCALE = broadcast(SUBNORMAL_SCALE);
  private static final FloatVector MAGIC_BIAS_AND_SHIFT =
      MAGIC_AND_BIAS.add(broadcast(SUBNORMAL_SHIFT));

  /**
   * The steps are written out, here and below: as calls they are so much in one method that the
   * compiler does not always inline them all, and boxes vectors (2 to 4 ns an element).
   */
  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      VectorMask<Float> normal = argument.compare(GE, LEAST);
      if (!normal.and(argument.compare(LE, MOST)).allTrue()) {
        return i;
      }
      IntVector offset = argument.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      IntVector biased = offset.lanewise(LSHR, 23).or(MAGIC_BITS);
      FloatVector k = biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      FloatVector f = offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes().sub(ONE);
      FloatVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      FloatVector minusS = f.div(MINUS_TWO.sub(f));
      FloatVector z = minusS.mul(minusS);
      FloatVector upper = z.fma(L3.fma(z, L2).fma(z, L1), minusHalfSquare);
      FloatVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      k.fma(LN2_HI, f.add(rest)).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      VectorMask<Float> subnormal = argument.compare(LT, LEAST);
      FloatVector scaled = argument.blend(argument.mul(SCALE), subnormal);
      IntVector offset = scaled.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      IntVector biased = offset.lanewise(LSHR, 23).or(MAGIC_BITS);
      FloatVector shift = MAGIC_AND_BIAS.blend(MAGIC_BIAS_AND_SHIFT, subnormal);
      FloatVector k = biased.viewAsFloatingLanes().sub(shift);
      FloatVector f = offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes().sub(ONE);
      FloatVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      FloatVector minusS = f.div(MINUS_TWO.sub(f));
      FloatVector z = minusS.mul(minusS);
      FloatVector upper = z.fma(L3.fma(z, L2).fma(z, L1), minusHalfSquare);
      FloatVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      FloatVector log = k.fma(LN2_HI, f.add(rest));
      log.blend(MINUS_INFINITY, argument.compare(EQ, ZERO))
          .blend(NAN, argument.compare(LT, ZERO))
          .blend(argument, argument.compare(LT, INFINITY).not())
          .intoArray(y, yFrom + i, inside);
    }
  }
}
