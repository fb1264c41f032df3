package io.lanewise.simd.function;

import static io.lanewise.kernel.ActivationTerms.ONE_MINUS_EXP_FAR;
import static io.lanewise.simd.function.FloatExpSteps.ONE;
import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.ActivationTerms;
import jdk.incubator.vector.FloatVector;

/** Whole vectors of {@link ActivationTerms#backward} for the smooth activations. */
final class Derivatives {

  private static final FloatVector MINUS_FAR = broadcast(-ONE_MINUS_EXP_FAR);

  private Derivatives() {}

  static void sigmoid(
      float[] y, int yFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector output = FloatVector.fromArray(FLOATS, y, yFrom + i);
      FloatVector slope = ONE.sub(output).mul(output);
      slope.mul(FloatVector.fromArray(FLOATS, dy, dyFrom + i)).intoArray(dx, dxFrom + i);
    }
  }

  static void tanh(
      float[] y, int yFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector output = FloatVector.fromArray(FLOATS, y, yFrom + i);
      FloatVector slope = ONE.sub(output).mul(ONE.add(output));
      slope.mul(FloatVector.fromArray(FLOATS, dy, dyFrom + i)).intoArray(dx, dxFrom + i);
    }
  }

  static void softplus(
      float[] y, int yFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector slope = oneMinusExp(FloatVector.fromArray(FLOATS, y, yFrom + i));
      slope.mul(FloatVector.fromArray(FLOATS, dy, dyFrom + i)).intoArray(dx, dxFrom + i);
    }
  }

  /** As {@link ActivationTerms#oneMinusExp}. */
  private static FloatVector oneMinusExp(FloatVector a) {
    FloatVector all = a.neg();
    FloatVector minus = all.blend(MINUS_FAR, all.compare(LT, MINUS_FAR));
    FloatVector rounded = FloatExpSteps.rounded(minus);
    FloatVector growth = FloatExpSteps.growth(FloatExpSteps.reduced(minus, rounded));
    FloatVector minusPower = FloatExpSteps.minusPower(rounded);
    return minusPower.fma(growth, ONE.add(minusPower));
  }
}
