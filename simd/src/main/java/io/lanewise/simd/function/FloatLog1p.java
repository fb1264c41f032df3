package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.LOG1P_LARGE;
import static io.lanewise.simd.function.FloatLogConstants.BIASED_ONE;
import static io.lanewise.simd.function.FloatLogConstants.BIASED_SQRT_HALF;
import static io.lanewise.simd.function.FloatLogConstants.EXPONENT_MASK;
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
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** As {@link FloatFunctions#log1p}. */
final class FloatLog1p extends FloatFunction {

  private static final FloatVector INFINITY = broadcast(Float.POSITIVE_INFINITY);
  private static final FloatVector MINUS_INFINITY = broadcast(Float.NEGATIVE_INFINITY);
  private static final FloatVector NAN = broadcast(Float.NaN);
  private static final FloatVector ZERO = broadcast(0f);
  private static final FloatVector ONE = broadcast(1f);
  private static final FloatVector MINUS_ONE = broadcast(-1f);
  private static final FloatVector LARGE = broadcast(LOG1P_LARGE);
  private static final IntVector SIGN = broadcast(Integer.MIN_VALUE);

  /**
   * The steps are written out, here and below: as calls they are so much in one method that the
   * compiler does not always inline them all, and boxes vectors (4 to 17 ns an element).
   */
  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      VectorMask<Float> inside = argument.compare(GT, MINUS_ONE);
      if (!inside.and(argument.compare(LE, LARGE)).allTrue()) {
        return i;
      }
      FloatVector sum = argument.add(ONE);
      IntVector offset = sum.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      IntVector biased = offset.lanewise(LSHR, 23).or(MAGIC_BITS);
      FloatVector k = biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      FloatVector part = sum.sub(ONE);
      FloatVector lost = ONE.sub(sum.sub(part)).add(argument.sub(part));
      FloatVector scale = BIASED_ONE.sub(offset.and(EXPONENT_MASK)).viewAsFloatingLanes();
      FloatVector small = lost.mul(scale);
      FloatVector mantissa = offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes();
      FloatVector f = mantissa.sub(ONE).add(small);
      FloatVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      FloatVector minusS = f.div(MINUS_TWO.sub(f));
      FloatVector z = minusS.mul(minusS);
      FloatVector upper = z.fma(L3.fma(z, L2).fma(z, L1), minusHalfSquare);
      FloatVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      FloatVector log = k.fma(LN2_HI, f.add(rest));
      IntVector sign = argument.viewAsIntegralLanes().and(SIGN);
      log.viewAsIntegralLanes().or(sign).viewAsFloatingLanes().intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      FloatVector sum = argument.add(ONE);
      IntVector offset = sum.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      IntVector biased = offset.lanewise(LSHR, 23).or(MAGIC_BITS);
      FloatVector k = biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      FloatVector part = sum.sub(ONE);
      FloatVector lost = ONE.sub(sum.sub(part)).add(argument.sub(part));
      FloatVector scale = BIASED_ONE.sub(offset.and(EXPONENT_MASK)).viewAsFloatingLanes();
      FloatVector small = lost.mul(scale).blend(ZERO, argument.compare(GT, LARGE));
      FloatVector mantissa = offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes();
      FloatVector f = mantissa.sub(ONE).add(small);
      FloatVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      FloatVector minusS = f.div(MINUS_TWO.sub(f));
      FloatVector z = minusS.mul(minusS);
      FloatVector upper = z.fma(L3.fma(z, L2).fma(z, L1), minusHalfSquare);
      FloatVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      FloatVector log = k.fma(LN2_HI, f.add(rest));
      IntVector sign = argument.viewAsIntegralLanes().and(SIGN);
      log.viewAsIntegralLanes()
          .or(sign)
          .viewAsFloatingLanes()
          .blend(MINUS_INFINITY, argument.compare(EQ, MINUS_ONE))
          .blend(NAN, argument.compare(LT, MINUS_ONE))
          .blend(argument, argument.compare(LT, INFINITY).not())
          .intoArray(y, yFrom + i, inside);
    }
  }
}
