package io.lanewise.simd.function;

import static io.lanewise.simd.function.FloatExpSteps.DROP;
import static io.lanewise.simd.function.FloatExpSteps.LOWEST;
import static io.lanewise.simd.function.FloatExpSteps.ONE;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.ActivationTerms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** As {@link ActivationTerms#sigmoid}; every argument is ordinary. */
final class Sigmoid extends FloatFunction {

  private static final FloatVector ZERO = broadcast(0f);

  @Override
  int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      sigmoid(FloatVector.fromArray(FLOATS, x, xFrom + i)).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i, inside);
      sigmoid(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static FloatVector sigmoid(FloatVector x) {
    FloatVector minus = FloatExpSteps.minusSize(x, LOWEST);
    FloatVector rounded = FloatExpSteps.rounded(minus);
    FloatVector growth = FloatExpSteps.growth(FloatExpSteps.reduced(minus, rounded));
    FloatVector lifted = FloatExpSteps.lifted(rounded);
    FloatVector power = lifted.mul(DROP);
    FloatVector divisor = power.fma(growth, ONE.add(power));
    FloatVector inverse = ONE.div(divisor);
    FloatVector remainder = divisor.fma(inverse.neg(), ONE);
    FloatVector share = growth.add(remainder).fma(inverse, inverse);
    return inverse.blend(share.mul(lifted).mul(DROP), x.compare(LT, ZERO));
  }
}
