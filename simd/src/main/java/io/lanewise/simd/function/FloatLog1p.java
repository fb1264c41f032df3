package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.LOG1P_LARGE;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** As {@link FloatFunctions#log1p}. */
final class FloatLog1p extends FloatFunction {

  private static final FloatVector ONE = broadcast(1f);
  private static final FloatVector MINUS_ONE = broadcast(-1f);
  private static final FloatVector LARGE = broadcast(LOG1P_LARGE);
  private static final IntVector SIGN = broadcast(Integer.MIN_VALUE);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      VectorMask<Float> inside = argument.compare(GT, MINUS_ONE);
      if (!inside.and(argument.compare(LE, LARGE)).allTrue()) {
        return i;
      }
      FloatVector sum = argument.add(ONE);
      IntVector offset = FloatLogSteps.offset(sum);
      FloatVector f = FloatLogSteps.mantissa(offset).sub(ONE).add(rest(argument, sum, offset));
      FloatVector log = FloatLogSteps.log(FloatLogSteps.exponent(offset), f);
      withSign(log, argument).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void all(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      log1p(FloatVector.fromArray(FLOATS, x, xFrom + i)).intoArray(y, yFrom + i);
    }
  }

  @Override
  void tail(float[] x, int xFrom, float[] y, int yFrom, int count) {
    VectorMask<Float> inside = FLOATS.indexInRange(0, count);
    log1p(FloatVector.fromArray(FLOATS, x, xFrom, inside)).intoArray(y, yFrom, inside);
  }

  private static FloatVector log1p(FloatVector x) {
    FloatVector sum = x.add(ONE);
    IntVector offset = FloatLogSteps.offset(sum);
    FloatVector rest = rest(x, sum, offset).blend(0, x.compare(GT, LOG1P_LARGE));
    FloatVector f = FloatLogSteps.mantissa(offset).sub(ONE).add(rest);
    FloatVector log = withSign(FloatLogSteps.log(FloatLogSteps.exponent(offset), f), x);
    VectorMask<Float> large = x.compare(LT, Float.POSITIVE_INFINITY).not();
    return log.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, -1))
        .blend(Float.NaN, x.compare(LT, -1))
        .blend(x, large);
  }

  /** What the rounding of 1 + x took away, scaled as the mantissa. */
  private static FloatVector rest(FloatVector x, FloatVector sum, IntVector offset) {
    FloatVector part = sum.sub(ONE);
    FloatVector rest = ONE.sub(sum.sub(part)).add(x.sub(part));
    return rest.mul(FloatLogSteps.scale(offset));
  }

  /** The result has the sign of x or is +0. */
  private static FloatVector withSign(FloatVector result, FloatVector x) {
    IntVector sign = x.viewAsIntegralLanes().and(SIGN);
    return result.viewAsIntegralLanes().or(sign).viewAsFloatingLanes();
  }
}
