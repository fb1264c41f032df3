package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;

import io.lanewise.kernel.ActivationTerms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** As {@link ActivationTerms#softplus}; every argument is ordinary. */
final class Softplus extends FloatFunction {

  private static final FloatVector ZERO = broadcast(0f);
  private static final FloatVector MINUS_HALF = broadcast(-0.5f);
  private static final FloatVector MINUS_TWO = broadcast(-2f);
  private static final FloatVector U1 = broadcast(ActivationTerms.U1);
  private static final FloatVector U2 = broadcast(ActivationTerms.U2);
  private static final FloatVector U3 = broadcast(ActivationTerms.U3);
  private static final FloatVector U4 = broadcast(ActivationTerms.U4);
  private static final FloatVector U5 = broadcast(ActivationTerms.U5);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      softplus(FloatVector.fromArray(FLOATS, x, xFrom + i)).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      softplus(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static FloatVector softplus(FloatVector x) {
    FloatVector e = FloatExpSteps.expOfMinusSize(x);
    FloatVector minusHalfSquare = e.mul(MINUS_HALF).mul(e);
    FloatVector minusS = e.div(MINUS_TWO.sub(e));
    FloatVector z = minusS.mul(minusS);
    FloatVector tail = U5.fma(z, U4).fma(z, U3).fma(z, U2).fma(z, U1);
    FloatVector correction = minusS.fma(z.fma(tail, minusHalfSquare), minusHalfSquare);
    return e.add(correction.add(ZERO.blend(x, x.compare(GT, ZERO))));
  }
}
