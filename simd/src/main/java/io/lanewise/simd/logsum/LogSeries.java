package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;

import io.lanewise.kernel.LogTerms;
import jdk.incubator.vector.DoubleVector;

/**
 * The constants of {@link LogTerms}, a vector each. One field per coefficient: a vector in an array
 * is no constant to the compiler.
 *
 * <p>The steps that use them stand in the loops, again and again, and not in methods here. Each
 * vector operation is inlined by force, but a method around some of them only while the compiler
 * sees fit; if it stops, every vector goes through the heap, and nothing tells. KL went from 1.9 to
 * 1.5 ns an element, JS from 3.4 to 2.8, entropy from 2.0 to 1.2, when the loops were written out
 * and the passes that kept them short were joined.
 */
final class LogSeries {
  private static final double[] LOG = LogTerms.logCoefficients();
  static final DoubleVector L0 = broadcast(LOG[0]);
  static final DoubleVector L1 = broadcast(LOG[1]);
  static final DoubleVector L2 = broadcast(LOG[2]);
  static final DoubleVector L3 = broadcast(LOG[3]);
  static final DoubleVector L4 = broadcast(LOG[4]);
  static final DoubleVector L5 = broadcast(LOG[5]);
  static final DoubleVector L6 = broadcast(LOG[6]);
  static final DoubleVector L7 = broadcast(LOG[7]);
  static final DoubleVector L8 = broadcast(LOG[8]);
  static final DoubleVector L9 = broadcast(LOG[9]);

  private static final double[] JS = LogTerms.jsCoefficients();
  static final DoubleVector J0 = broadcast(JS[0]);
  static final DoubleVector J1 = broadcast(JS[1]);
  static final DoubleVector J2 = broadcast(JS[2]);
  static final DoubleVector J3 = broadcast(JS[3]);
  static final DoubleVector J4 = broadcast(JS[4]);
  static final DoubleVector J5 = broadcast(JS[5]);
  static final DoubleVector J6 = broadcast(JS[6]);
  static final DoubleVector J7 = broadcast(JS[7]);
  static final DoubleVector J8 = broadcast(JS[8]);
  static final DoubleVector J9 = broadcast(JS[9]);

  static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  static final DoubleVector ONE = broadcast(1);
  static final DoubleVector INFINITY = broadcast(Double.POSITIVE_INFINITY);
  static final DoubleVector LN2_HI = broadcast(LogTerms.LN2_HI);
  static final DoubleVector LN2_LO = broadcast(LogTerms.LN2_LO);

  /**
   * The bits of 2^52: or-ed with a small integer they are the double 2^52 + that integer. There is
   * no conversion of long lanes in AVX2, hence this.
   */
  static final long MAGIC_BITS = 0x433L << 52;

  /** What to subtract to have an unbiased exponent as a number. */
  static final DoubleVector MAGIC_AND_BIAS = broadcast(0x1p52 + 1023);

  private LogSeries() {}

  private static DoubleVector broadcast(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }
}
