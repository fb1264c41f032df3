package io.lanewise.simd.function;

import static io.lanewise.kernel.ActivationTerms.TANH_FAR;
import static io.lanewise.kernel.ActivationTerms.TANH_NEAR;
import static io.lanewise.simd.function.FloatExpSteps.ONE;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.ActivationTerms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** As {@link ActivationTerms#tanh}; every argument is ordinary. */
final class Tanh extends FloatFunction {

  private static final FloatVector MINUS_FAR = broadcast(-TANH_FAR);
  private static final FloatVector NEAR = broadcast(TANH_NEAR);
  private static final IntVector SIGN = broadcast(Integer.MIN_VALUE);
  private static final FloatVector T1 = broadcast(ActivationTerms.T1);
  private static final FloatVector T2 = broadcast(ActivationTerms.T2);
  private static final FloatVector T3 = broadcast(ActivationTerms.T3);
  private static final FloatVector T4 = broadcast(ActivationTerms.T4);
  private static final FloatVector T5 = broadcast(ActivationTerms.T5);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      tanh(FloatVector.fromArray(FLOATS, x, xFrom + i)).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      tanh(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector minus = FloatExpSteps.minusSize(x, MINUS_FAR);
    FloatVector far = far(minus.add(minus));
    FloatVector result = far.blend(near(size), size.compare(LT, NEAR));
    IntVector sign = x.viewAsIntegralLanes().and(SIGN);
    return result.viewAsIntegralLanes().or(sign).viewAsFloatingLanes();
  }

  /** 1 - 2 sigmoid(minus). */
  private static FloatVector far(FloatVector minus) {
    FloatVector rounded = FloatExpSteps.rounded(minus);
    FloatVector growth = FloatExpSteps.growth(FloatExpSteps.reduced(minus, rounded));
    FloatVector minusPower = FloatExpSteps.minusPower(rounded);
    FloatVector inverse = ONE.div(minusPower.neg().fma(growth, ONE.sub(minusPower)));
    return growth.fma(inverse, inverse).fma(minusPower.add(minusPower), ONE);
  }

  private static FloatVector near(FloatVector size) {
    FloatVector z = size.mul(size);
    FloatVector tail = T5.fma(z, T4).fma(z, T3).fma(z, T2).fma(z, T1);
    return z.mul(tail).fma(size, size);
  }
}
