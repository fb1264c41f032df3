package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** Adds the terms c ln(D/d) of whole groups of 16 elements to the lanes. */
final class EntropyLanes {
  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector INFINITY = LogVectors.broadcast(Double.POSITIVE_INFINITY);

  private EntropyLanes() {}

  /** As {@link LogTerms#crossEntropyTerm}, which for d = c is {@link LogTerms#entropyTerm}. */
  static void add(double[] c, double[] d, int from, int to, Total dTotal, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += SPECIES.length()) {
      DoubleVector sum = LogVectors.load(lanes, lane);
      sum(c, d, from + lane, to, dTotal.hi(), dTotal.lo(), sum).intoArray(lanes, lane);
    }
  }

  private static DoubleVector sum(
      double[] c, double[] d, int from, int to, double hi, double lo, DoubleVector start) {
    DoubleVector total = LogVectors.broadcast(hi);
    DoubleVector totalLo = LogVectors.broadcast(lo);
    DoubleVector sum = start;
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector weight = LogVectors.load(c, i);
      DoubleVector other = LogVectors.load(d, i);
      DoubleVector term = weight.mul(logInverseShare(other, total, totalLo));
      sum =
          sum.add(
              term.blend(INFINITY, other.compare(EQ, ZERO)).blend(ZERO, weight.compare(EQ, ZERO)));
    }
    return sum;
  }

  private static DoubleVector logInverseShare(
      DoubleVector weight, DoubleVector total, DoubleVector totalLo) {
    VectorMask<Double> near = weight.add(weight).compare(GT, total);
    DoubleVector gap = total.sub(weight).add(totalLo);
    LongVector exponent = LogVectors.exponent(weight, total);
    DoubleVector scaled = weight.mul(LogVectors.power(exponent)).blend(weight, near);
    DoubleVector nearGap = ZERO.blend(gap, gap.compare(GT, ZERO));
    DoubleVector s = total.sub(scaled).blend(nearGap, near).div(total.add(scaled));
    DoubleVector log = LogVectors.log(s, LogSeries.logTail(s.mul(s)));
    return LogVectors.plusLn2(LogVectors.number(exponent), log).blend(log, near);
  }
}
