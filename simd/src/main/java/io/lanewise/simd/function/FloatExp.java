package io.lanewise.simd.function;

import static io.lanewise.kernel.FloatFunctions.EXP_HIGHEST;
import static io.lanewise.kernel.FloatFunctions.EXP_LOWEST;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** As {@link FloatFunctions#exp}. */
final class FloatExp extends FloatFunction {

  /** Up to this size of an argument neither the result nor a power of two leaves the range. */
  private static final FloatVector ORDINARY = broadcast(87f);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      if (!argument.abs().compare(LE, ORDINARY).allTrue()) {
        return i;
      }
      FloatVector rounded = FloatExpSteps.rounded(argument);
      FloatVector near = FloatExpSteps.expNearZero(FloatExpSteps.reduced(argument, rounded));
      near.mul(FloatExpSteps.power(rounded)).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      exp(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector above = x.blend(EXP_LOWEST, x.compare(LT, EXP_LOWEST));
    FloatVector bounded = above.blend(EXP_HIGHEST, above.compare(GT, EXP_HIGHEST));
    VectorMask<Float> negative = x.compare(LT, 0);
    FloatVector rounded = FloatExpSteps.rounded(bounded);
    FloatVector lowered = FloatExpSteps.lowered(rounded);
    FloatVector power = lowered.blend(FloatExpSteps.lifted(rounded), negative);
    FloatVector back = broadcast(0x1p64f).blend(0x1p-64f, negative);
    FloatVector near = FloatExpSteps.expNearZero(FloatExpSteps.reduced(bounded, rounded));
    return near.mul(power).mul(back);
  }
}
