package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.CrossProducts;
import io.lanewise.kernel.LogTerms;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * The steps that the terms of {@link LogTerms} share, a vector at a time: the same operations in
 * the same order, and selects where the scalar form branches. A lane that a select drops may hold
 * anything, NaN too.
 */
final class LogVectors {

  /** The bits of 2^52: or-ed with a small integer they are the double 2^52 + that integer. */
  private static final long MAGIC_BITS = 0x433L << 52;

  private static final double MAGIC_AND_BIAS = 0x1p52 + 1023;

  private static final DoubleVector LN2_HI = DoubleVector.broadcast(SPECIES, LogTerms.LN2_HI);
  private static final DoubleVector LN2_LO = DoubleVector.broadcast(SPECIES, LogTerms.LN2_LO);

  private LogVectors() {}

  static DoubleVector broadcast(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  static DoubleVector load(double[] from, int i) {
    return DoubleVector.fromArray(SPECIES, from, i);
  }

  /** Whether the ratio lies between 1/2 and 2, where the exact difference decides. */
  static VectorMask<Double> near(DoubleVector w, DoubleVector v) {
    return v.compare(LT, w.add(w)).and(w.compare(LT, v.add(v)));
  }

  /** As {@link CrossProducts#difference}, up to its last addition. */
  static DoubleVector upperDifference(
      DoubleVector c, DoubleVector d, DoubleVector w, DoubleVector cTotal, DoubleVector dTotal) {
    return d.fma(cTotal, w.neg()).add(c.neg().fma(dTotal, w));
  }

  /** The nearest integer to log2 of v/w, biased, in the exponent field; the rest is noise. */
  static LongVector exponent(DoubleVector w, DoubleVector v) {
    LongVector difference = v.viewAsIntegralLanes().sub(w.viewAsIntegralLanes());
    return difference.add(LogTerms.EXPONENT_ROUNDING);
  }

  /** 2 to the exponent. */
  static DoubleVector power(LongVector exponent) {
    return exponent.and(LogTerms.EXPONENT_MASK).viewAsFloatingLanes();
  }

  /** The exponent as a number; there is no conversion of long lanes in AVX2, hence the magic. */
  static DoubleVector number(LongVector exponent) {
    LongVector biased = exponent.lanewise(LSHR, 52).or(MAGIC_BITS);
    return biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
  }

  /** ln((1+s)/(1-s)), given the tail for s^2. */
  static DoubleVector log(DoubleVector s, DoubleVector tail) {
    return s.fma(tail, s.add(s));
  }

  static DoubleVector plusLn2(DoubleVector k, DoubleVector log) {
    return k.fma(LN2_HI, k.fma(LN2_LO, log));
  }
}
