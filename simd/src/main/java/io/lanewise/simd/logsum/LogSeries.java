package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;

import io.lanewise.kernel.LogTerms;
import jdk.incubator.vector.DoubleVector;

/**
 * The two polynomials of {@link LogTerms}, a vector at a time. One field per coefficient: a vector
 * in an array is no constant to the compiler.
 */
final class LogSeries {
  private static final DoubleVector[] LOG = vectors(LogTerms.logCoefficients());
  private static final DoubleVector L0 = LOG[0];
  private static final DoubleVector L1 = LOG[1];
  private static final DoubleVector L2 = LOG[2];
  private static final DoubleVector L3 = LOG[3];
  private static final DoubleVector L4 = LOG[4];
  private static final DoubleVector L5 = LOG[5];
  private static final DoubleVector L6 = LOG[6];
  private static final DoubleVector L7 = LOG[7];
  private static final DoubleVector L8 = LOG[8];
  private static final DoubleVector L9 = LOG[9];

  private static final DoubleVector[] JS = vectors(LogTerms.jsCoefficients());
  private static final DoubleVector J0 = JS[0];
  private static final DoubleVector J1 = JS[1];
  private static final DoubleVector J2 = JS[2];
  private static final DoubleVector J3 = JS[3];
  private static final DoubleVector J4 = JS[4];
  private static final DoubleVector J5 = JS[5];
  private static final DoubleVector J6 = JS[6];
  private static final DoubleVector J7 = JS[7];
  private static final DoubleVector J8 = JS[8];
  private static final DoubleVector J9 = JS[9];
  private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1.0);

  private LogSeries() {}

  private static DoubleVector[] vectors(double[] coefficients) {
    DoubleVector[] vectors = new DoubleVector[coefficients.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = DoubleVector.broadcast(SPECIES, coefficients[i]);
    }
    return vectors;
  }

  /** R(z) with ln((1+s)/(1-s)) = 2s + s R(s^2). */
  static DoubleVector logTail(DoubleVector z) {
    DoubleVector upper = L9.fma(z, L8).fma(z, L7).fma(z, L6).fma(z, L5);
    return upper.fma(z, L4).fma(z, L3).fma(z, L2).fma(z, L1).fma(z, L0).mul(z);
  }

  /** h(u)/u^2 as a function of z = u^2. */
  static DoubleVector js(DoubleVector z) {
    DoubleVector upper = J9.fma(z, J8).fma(z, J7).fma(z, J6).fma(z, J5);
    return upper.fma(z, J4).fma(z, J3).fma(z, J2).fma(z, J1).fma(z, J0).fma(z, ONE);
  }
}
