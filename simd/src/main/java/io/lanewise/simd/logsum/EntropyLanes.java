package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static io.lanewise.simd.logsum.LogSeries.INFINITY;
import static io.lanewise.simd.logsum.LogSeries.L0;
import static io.lanewise.simd.logsum.LogSeries.L1;
import static io.lanewise.simd.logsum.LogSeries.L2;
import static io.lanewise.simd.logsum.LogSeries.L3;
import static io.lanewise.simd.logsum.LogSeries.L4;
import static io.lanewise.simd.logsum.LogSeries.L5;
import static io.lanewise.simd.logsum.LogSeries.L6;
import static io.lanewise.simd.logsum.LogSeries.L7;
import static io.lanewise.simd.logsum.LogSeries.L8;
import static io.lanewise.simd.logsum.LogSeries.L9;
import static io.lanewise.simd.logsum.LogSeries.LN2_HI;
import static io.lanewise.simd.logsum.LogSeries.LN2_LO;
import static io.lanewise.simd.logsum.LogSeries.MAGIC_AND_BIAS;
import static io.lanewise.simd.logsum.LogSeries.MAGIC_BITS;
import static io.lanewise.simd.logsum.LogSeries.ZERO;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHR;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** Adds the terms c ln(D/d) of whole groups of 16 elements to the lanes. */
final class EntropyLanes {

  private EntropyLanes() {}

  /** As {@link LogTerms#crossEntropyTerm}, which for d = c is {@link LogTerms#entropyTerm}. */
  static void add(double[] c, double[] d, int from, int to, Total dTotal, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += SPECIES.length()) {
      add(c, d, from + lane, to, dTotal.hi(), dTotal.lo(), lane, lanes);
    }
  }

  /** A lane that a select drops may hold anything, NaN too. */
  private static void add(
      double[] c, double[] d, int from, int to, double hi, double lo, int lane, double[] lanes) {
    DoubleVector total = DoubleVector.broadcast(SPECIES, hi);
    DoubleVector totalLo = DoubleVector.broadcast(SPECIES, lo);
    DoubleVector sum = DoubleVector.fromArray(SPECIES, lanes, lane);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector weight = DoubleVector.fromArray(SPECIES, d, i);
      VectorMask<Double> near = weight.add(weight).compare(GT, total);
      DoubleVector gap = total.sub(weight).add(totalLo);
      DoubleVector nearGap = ZERO.blend(gap, gap.compare(GT, ZERO));
      LongVector exponent =
          total
              .viewAsIntegralLanes()
              .sub(weight.viewAsIntegralLanes())
              .add(LogTerms.EXPONENT_ROUNDING);
      DoubleVector power = exponent.and(LogTerms.EXPONENT_MASK).viewAsFloatingLanes();
      DoubleVector scaled = weight.mul(power).blend(weight, near);
      DoubleVector s = total.sub(scaled).blend(nearGap, near).div(total.add(scaled));
      DoubleVector z = s.mul(s);
      DoubleVector upper = L9.fma(z, L8).fma(z, L7).fma(z, L6).fma(z, L5).fma(z, L4);
      DoubleVector tail = upper.fma(z, L3).fma(z, L2).fma(z, L1).fma(z, L0).mul(z);
      DoubleVector nearLog = s.fma(tail, s.add(s));
      LongVector magic = exponent.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector k = magic.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      DoubleVector log = k.fma(LN2_HI, k.fma(LN2_LO, nearLog)).blend(nearLog, near);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector term = factor.mul(log).blend(INFINITY, weight.compare(EQ, ZERO));
      sum = sum.add(term.blend(ZERO, factor.compare(EQ, ZERO)));
    }
    sum.intoArray(lanes, lane);
  }
}
