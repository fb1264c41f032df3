package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.LogisticTerms;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** The exponential of {@link LogisticTerms}, a vector at a time. */
final class LogisticVectors {
  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector ONE = LogVectors.broadcast(1);
  private static final DoubleVector MINUS_ONE = LogVectors.broadcast(-1);
  private static final DoubleVector LOG2_E = LogVectors.broadcast(LogisticTerms.LOG2_E);
  private static final DoubleVector ROUNDING = LogVectors.broadcast(LogisticTerms.ROUNDING);
  private static final DoubleVector FARTHEST = LogVectors.broadcast(LogisticTerms.FARTHEST);
  private static final DoubleVector MINUS_LN2_HI = LogVectors.broadcast(-LogTerms.LN2_HI);
  private static final DoubleVector MINUS_LN2_LO = LogVectors.broadcast(-LogTerms.LN2_LO);

  private static final double[] EXP = LogisticTerms.expCoefficients();
  private static final DoubleVector E0 = LogVectors.broadcast(EXP[0]);
  private static final DoubleVector E1 = LogVectors.broadcast(EXP[1]);
  private static final DoubleVector E2 = LogVectors.broadcast(EXP[2]);
  private static final DoubleVector E3 = LogVectors.broadcast(EXP[3]);
  private static final DoubleVector E4 = LogVectors.broadcast(EXP[4]);
  private static final DoubleVector E5 = LogVectors.broadcast(EXP[5]);
  private static final DoubleVector E6 = LogVectors.broadcast(EXP[6]);
  private static final DoubleVector E7 = LogVectors.broadcast(EXP[7]);
  private static final DoubleVector E8 = LogVectors.broadcast(EXP[8]);
  private static final DoubleVector E9 = LogVectors.broadcast(EXP[9]);

  private LogisticVectors() {}

  /** e^-a for a at least 0. */
  static DoubleVector expOfMinus(DoubleVector a) {
    DoubleVector rounded = a.fma(LOG2_E, ROUNDING);
    DoubleVector n = rounded.sub(ROUNDING);
    DoubleVector r = n.fma(MINUS_LN2_LO, n.fma(MINUS_LN2_HI, a));
    DoubleVector upper = E9.fma(r, E8).fma(r, E7).fma(r, E6).fma(r, E5);
    DoubleVector tail = upper.fma(r, E4).fma(r, E3).fma(r, E2).fma(r, E1).fma(r, E0);
    DoubleVector exp = r.fma(r.fma(tail, MINUS_ONE), ONE);
    LongVector shift = rounded.viewAsIntegralLanes().lanewise(LSHL, 52);
    DoubleVector scaled = exp.viewAsIntegralLanes().sub(shift).viewAsFloatingLanes();
    return scaled.blend(ZERO, a.compare(GT, FARTHEST)).blend(a, a.test(IS_NAN));
  }
}
