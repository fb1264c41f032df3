package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.IS_NAN;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;
import io.lanewise.simd.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * Adds the terms of {@link LogTerms#klTerm} of whole groups of 16 elements to the lanes.
 *
 * <p>Two passes over a chunk in L1: first the ratios, then their logarithms. In one loop body the
 * compiler stops inlining somewhere, and vectors go through the heap (9 ns per element against 2).
 */
final class KlLanes {
  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector ONE = LogVectors.broadcast(1);
  private static final DoubleVector NEAR = LogVectors.broadcast(Double.NaN);
  private static final DoubleVector INFINITY = LogVectors.broadcast(Double.POSITIVE_INFINITY);

  private final Total cTotal;
  private final Total dTotal;
  private final double inverse;

  /** The argument of the logarithm's series. */
  private final double[] s = new double[Lanes.CHUNK];

  /** The power of 2 taken from the ratio; NaN where the ratio is near 1. */
  private final double[] k = new double[Lanes.CHUNK];

  /** The difference in units of C: c r. */
  private final double[] excess = new double[Lanes.CHUNK];

  KlLanes(Total cTotal, Total dTotal) {
    this.cTotal = cTotal;
    this.dTotal = dTotal;
    inverse = 1 / dTotal.hi();
  }

  void add(double[] c, double[] d, int from, int to, double[] lanes) {
    ratios(c, d, from, to);
    for (int lane = 0; lane < LogSums.LANES; lane += SPECIES.length()) {
      logs(c, from, lane, to - from, LogVectors.load(lanes, lane)).intoArray(lanes, lane);
    }
  }

  private void ratios(double[] c, double[] d, int from, int to) {
    DoubleVector cHi = LogVectors.broadcast(cTotal.hi());
    DoubleVector cLo = LogVectors.broadcast(cTotal.lo());
    DoubleVector dHi = LogVectors.broadcast(dTotal.hi());
    DoubleVector dLo = LogVectors.broadcast(dTotal.lo());
    for (int i = from; i < to; i += SPECIES.length()) {
      DoubleVector weight = LogVectors.load(c, i);
      DoubleVector other = LogVectors.load(d, i);
      DoubleVector w = weight.mul(dHi);
      DoubleVector v = other.mul(cHi);
      DoubleVector upper = LogVectors.upperDifference(weight, other, w, cHi, dHi);
      DoubleVector diff = upper.add(other.fma(cLo, weight.mul(dLo).neg()));
      VectorMask<Double> near = LogVectors.near(w, v);
      VectorMask<Double> noW = w.compare(EQ, ZERO);
      VectorMask<Double> noV = v.compare(EQ, ZERO);
      VectorMask<Double> none = noW.or(noV);
      LongVector exponent = LogVectors.exponent(w, v);
      DoubleVector scaled = w.mul(LogVectors.power(exponent)).blend(w, near);
      DoubleVector argument = v.sub(scaled).blend(diff, near).div(v.add(scaled));
      // Without a ratio the logarithm is any finite number: c is 0 or the excess infinite.
      argument.blend(ZERO, none).intoArray(s, i - from);
      LogVectors.number(exponent).blend(NEAR, near).blend(ONE, none).intoArray(k, i - from);
      DoubleVector cr = diff.mul(inverse);
      cr.blend(INFINITY, noV).blend(cr, noW).intoArray(excess, i - from);
    }
  }

  private DoubleVector logs(double[] c, int from, int lane, int length, DoubleVector start) {
    DoubleVector sum = start;
    for (int i = lane; i < length; i += LogSums.LANES) {
      DoubleVector argument = LogVectors.load(s, i);
      DoubleVector power = LogVectors.load(k, i);
      VectorMask<Double> near = power.test(IS_NAN);
      DoubleVector tail = LogSeries.logTail(argument.mul(argument));
      DoubleVector log = LogVectors.plusLn2(power, LogVectors.log(argument, tail));
      DoubleVector minus = LogVectors.load(c, from + i).neg();
      DoubleVector term = minus.fma(log.blend(tail, near), LogVectors.load(excess, i));
      sum = sum.add(term.blend(term.mul(argument), near));
    }
    return sum;
  }
}
