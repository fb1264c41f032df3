package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** What everything made of e^x in float shares, a vector at a time. */
final class FloatExpSteps {

  static final FloatVector ONE = broadcast(1f);
  static final FloatVector ROUNDING = broadcast(FloatFunctions.ROUNDING);
  static final FloatVector LOG2_E = broadcast(FloatFunctions.LOG2_E);
  static final FloatVector MINUS_HI = broadcast(-FloatFunctions.LN2_HI);
  static final FloatVector MINUS_LO = broadcast(-FloatFunctions.LN2_LO);

  static final FloatVector LOWEST = broadcast(FloatFunctions.EXP_LOWEST);
  static final FloatVector E2 = broadcast(FloatFunctions.E2);
  static final FloatVector E3 = broadcast(FloatFunctions.E3);
  static final FloatVector E4 = broadcast(FloatFunctions.E4);
  static final FloatVector E5 = broadcast(FloatFunctions.E5);
  static final FloatVector E6 = broadcast(FloatFunctions.E6);

  private static final IntVector BIAS = broadcast(127);
  private static final IntVector MINUS_BIAS = broadcast(127 + (1 << 8));
  static final IntVector LIFTED_BIAS = broadcast(127 + 64);
  private static final IntVector LOWERED_BIAS = broadcast(127 - 64);
  static final FloatVector DROP = broadcast(ActivationTerms.DROP);

  private FloatExpSteps() {}

  /** x/ln 2, rounded to an integer that stands in the lowest bits. */
  static FloatVector rounded(FloatVector x) {
    return x.fma(LOG2_E, ROUNDING);
  }

  /** {@code r = x - k ln 2}. */
  static FloatVector reduced(FloatVector x, FloatVector rounded) {
    FloatVector k = rounded.sub(ROUNDING);
    return k.fma(MINUS_LO, k.fma(MINUS_HI, x));
  }

  /** {@code (e^r - 1 - r) / r^2}. */
  private static FloatVector tail(FloatVector r) {
    return E6.fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2);
  }

  /** e^r. */
  static FloatVector expNearZero(FloatVector r) {
    return tail(r).fma(r, ONE).fma(r, ONE);
  }

  /** {@code e^r - 1}. */
  static FloatVector growth(FloatVector r) {
    return r.mul(r).fma(tail(r), r);
  }

  /** 2^k. */
  static FloatVector power(FloatVector rounded) {
    return power(rounded, BIAS);
  }

  /** -2^k: the sign stands above the exponent. */
  static FloatVector minusPower(FloatVector rounded) {
    return power(rounded, MINUS_BIAS);
  }

  /** 2^(k+64). */
  static FloatVector lifted(FloatVector rounded) {
    return power(rounded, LIFTED_BIAS);
  }

  /** 2^(k-64). */
  static FloatVector lowered(FloatVector rounded) {
    return power(rounded, LOWERED_BIAS);
  }

  /** -|x|, but no lower than a bound above which something small is still there. */
  static FloatVector minusSize(FloatVector x, FloatVector lowest) {
    FloatVector minus = x.abs().neg();
    return minus.blend(lowest, minus.compare(LT, lowest));
  }

  /** e^-|x|, down to the smallest float. */
  static FloatVector expOfMinusSize(FloatVector x) {
    FloatVector minus = minusSize(x, LOWEST);
    FloatVector rounded = rounded(minus);
    FloatVector near = expNearZero(reduced(minus, rounded));
    return near.mul(lifted(rounded)).mul(DROP);
  }

  private static FloatVector power(FloatVector rounded, IntVector bias) {
    return rounded.viewAsIntegralLanes().add(bias).lanewise(LSHL, 23).viewAsFloatingLanes();
  }
}
