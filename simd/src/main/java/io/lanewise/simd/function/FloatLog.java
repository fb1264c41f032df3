package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.SUBNORMAL_SCALE;
import static io.lanewise.kernel.FloatFunctions.SUBNORMAL_SHIFT;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** As {@link FloatFunctions#log}. */
final class FloatLog extends FloatFunction {

  private static final FloatVector LEAST = broadcast(Float.MIN_NORMAL);
  private static final FloatVector MOST = broadcast(Float.MAX_VALUE);
  private static final FloatVector ONE = broadcast(1f);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      VectorMask<Float> normal = argument.compare(GE, LEAST);
      if (!normal.and(argument.compare(LE, MOST)).allTrue()) {
        return i;
      }
      IntVector offset = FloatLogSteps.offset(argument);
      FloatVector f = FloatLogSteps.mantissa(offset).sub(ONE);
      FloatLogSteps.log(FloatLogSteps.exponent(offset), f).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void all(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      log(FloatVector.fromArray(FLOATS, x, xFrom + i)).intoArray(y, yFrom + i);
    }
  }

  @Override
  void tail(float[] x, int xFrom, float[] y, int yFrom, int count) {
    VectorMask<Float> inside = FLOATS.indexInRange(0, count);
    log(FloatVector.fromArray(FLOATS, x, xFrom, inside)).intoArray(y, yFrom, inside);
  }

  private static FloatVector log(FloatVector x) {
    VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
    FloatVector scaled = x.blend(x.mul(SUBNORMAL_SCALE), subnormal);
    FloatVector shift = broadcast(0f).blend(SUBNORMAL_SHIFT, subnormal);
    IntVector offset = FloatLogSteps.offset(scaled);
    FloatVector f = FloatLogSteps.mantissa(offset).sub(ONE);
    FloatVector log = FloatLogSteps.log(FloatLogSteps.exponent(offset).sub(shift), f);
    VectorMask<Float> large = x.compare(LT, Float.POSITIVE_INFINITY).not();
    return log.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0))
        .blend(Float.NaN, x.compare(LT, 0))
        .blend(x, large);
  }
}
