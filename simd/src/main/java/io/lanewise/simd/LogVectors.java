package io.lanewise.simd;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.LogTerms;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * The terms of {@link LogTerms}, a vector at a time: the same operations in the same order, and
 * selects where the scalar form branches. A lane that a select drops may hold anything, NaN too.
 */
final class LogVectors {

  /** The bits of 2^52: or-ed with a small integer they are the double 2^52 + that integer. */
  private static final long MAGIC_BITS = 0x433L << 52;

  private static final double MAGIC_AND_BIAS = 0x1p52 + 1023;

  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector INFINITY =
      DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
  private static final DoubleVector LN2_HI = DoubleVector.broadcast(SPECIES, LogTerms.LN2_HI);
  private static final DoubleVector LN2_LO = DoubleVector.broadcast(SPECIES, LogTerms.LN2_LO);

  private LogVectors() {}

  /** As {@link LogTerms#entropyTerm}. */
  static DoubleVector entropy(DoubleVector c, DoubleVector total, DoubleVector totalLo) {
    DoubleVector term = c.mul(logInverseShare(c, total, totalLo));
    return term.blend(ZERO, c.compare(EQ, ZERO));
  }

  /** As {@link LogTerms#crossEntropyTerm}. */
  static DoubleVector crossEntropy(
      DoubleVector c, DoubleVector d, DoubleVector total, DoubleVector totalLo) {
    DoubleVector term = c.mul(logInverseShare(d, total, totalLo));
    return term.blend(INFINITY, d.compare(EQ, ZERO)).blend(ZERO, c.compare(EQ, ZERO));
  }

  /** As {@link LogTerms#klTerm}. */
  static DoubleVector kl(
      DoubleVector c, DoubleVector w, DoubleVector v, DoubleVector diff, DoubleVector inverse) {
    VectorMask<Double> near = near(w, v);
    LongVector exponent = exponent(w, v);
    DoubleVector scaled = w.mul(power(exponent)).blend(w, near);
    DoubleVector sum = v.add(scaled);
    DoubleVector s = v.sub(scaled).blend(diff, near).div(sum);
    DoubleVector tail = LogSeries.logTail(s.mul(s));
    DoubleVector subtrahend = plusLn2(exponent, s.fma(tail, s.add(s))).blend(tail, near);
    DoubleVector term = c.neg().fma(subtrahend, diff.mul(inverse));
    return term.blend(term.mul(s), near)
        .blend(INFINITY, v.compare(EQ, ZERO))
        .blend(v.mul(inverse), c.compare(EQ, ZERO));
  }

  /** As {@link LogTerms#jsTerm}. */
  static DoubleVector js(DoubleVector w, DoubleVector v, DoubleVector diff) {
    VectorMask<Double> near = near(w, v);
    VectorMask<Double> wIsSmall = w.compare(LT, v);
    DoubleVector big = w.blend(v, wIsSmall);
    DoubleVector small = v.blend(w, wIsSmall);
    DoubleVector sum = w.add(v);
    DoubleVector half = sum.mul(0.5);
    // One division serves u where the products are near, s of the larger one where they are not.
    DoubleVector s = big.sub(half).blend(diff, near).div(big.add(half).blend(sum, near));
    DoubleVector z = s.mul(s);
    DoubleVector part = farPart(big, small, half, sum, s, z);
    return part.add(part)
        .blend(diff.mul(s).mul(LogSeries.js(z)), near)
        .blend(ZERO, sum.compare(EQ, ZERO));
  }

  private static DoubleVector farPart(
      DoubleVector big,
      DoubleVector small,
      DoubleVector half,
      DoubleVector sum,
      DoubleVector s,
      DoubleVector z) {
    DoubleVector bigLog = s.fma(LogSeries.logTail(z), s.add(s));
    DoubleVector smallPart =
        small.mul(farLogRatio(small, half)).blend(ZERO, small.compare(EQ, ZERO));
    return big.fma(bigLog, sum.sub(big).sub(small)).sub(smallPart);
  }

  private static VectorMask<Double> near(DoubleVector w, DoubleVector v) {
    return v.compare(LT, w.add(w)).and(w.compare(LT, v.add(v)));
  }

  private static DoubleVector logInverseShare(
      DoubleVector weight, DoubleVector total, DoubleVector totalLo) {
    VectorMask<Double> near = weight.add(weight).compare(GT, total);
    DoubleVector gap = total.sub(weight).add(totalLo);
    LongVector exponent = exponent(weight, total);
    DoubleVector scaled = weight.mul(power(exponent)).blend(weight, near);
    DoubleVector nearGap = ZERO.blend(gap, gap.compare(GT, ZERO));
    DoubleVector s = total.sub(scaled).blend(nearGap, near).div(total.add(scaled));
    DoubleVector log = s.fma(LogSeries.logTail(s.mul(s)), s.add(s));
    return plusLn2(exponent, log).blend(log, near);
  }

  private static DoubleVector farLogRatio(DoubleVector w, DoubleVector v) {
    LongVector exponent = exponent(w, v);
    DoubleVector scaled = w.mul(power(exponent));
    DoubleVector s = v.sub(scaled).div(v.add(scaled));
    return plusLn2(exponent, s.fma(LogSeries.logTail(s.mul(s)), s.add(s)));
  }

  /** The nearest integer to log2 of v/w, biased, in the exponent field; the rest is noise. */
  private static LongVector exponent(DoubleVector w, DoubleVector v) {
    LongVector difference = v.viewAsIntegralLanes().sub(w.viewAsIntegralLanes());
    return difference.add(LogTerms.EXPONENT_ROUNDING);
  }

  private static DoubleVector power(LongVector exponent) {
    return exponent.and(LogTerms.EXPONENT_MASK).viewAsFloatingLanes();
  }

  /** Adds k ln 2; there is no conversion of long lanes in AVX2, hence the magic number. */
  private static DoubleVector plusLn2(LongVector exponent, DoubleVector log) {
    LongVector biased = exponent.lanewise(LSHR, 52).or(MAGIC_BITS);
    DoubleVector k = biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
    return k.fma(LN2_HI, k.fma(LN2_LO, log));
  }
}
