package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;
import io.lanewise.simd.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * Adds the terms of {@link LogTerms#jsTerm} of whole groups of 16 elements to the lanes.
 *
 * <p>Two passes over a chunk in L1, for the reason given at {@link KlLanes}: the division and the
 * logarithm of the larger product, then the series and the smaller one. Other cuts leave some step
 * outside the compiler's node limit: three passes took 13 ns per element, the series in the first
 * of two passes 6.1, this 3.7.
 */
final class JsLanes {
  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector NEAR = LogVectors.broadcast(Double.NaN);

  private final Total cTotal;
  private final Total dTotal;

  /** The square of the argument, u^2 where the products are near. */
  private final double[] square = new double[Lanes.CHUNK];

  /** The factor of the series where the products are near, the part of the larger one elsewhere. */
  private final double[] part = new double[Lanes.CHUNK];

  private final double[] small = new double[Lanes.CHUNK];

  /** Half of the sum; NaN where the products are near. */
  private final double[] half = new double[Lanes.CHUNK];

  JsLanes(Total cTotal, Total dTotal) {
    this.cTotal = cTotal;
    this.dTotal = dTotal;
  }

  void add(double[] c, double[] d, int from, int to, double[] lanes) {
    largerParts(c, d, from, to);
    for (int lane = 0; lane < LogSums.LANES; lane += SPECIES.length()) {
      terms(lane, to - from, LogVectors.load(lanes, lane)).intoArray(lanes, lane);
    }
  }

  private void largerParts(double[] c, double[] d, int from, int to) {
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
      DoubleVector sum = w.add(v);
      VectorMask<Double> none = sum.compare(EQ, ZERO);
      VectorMask<Double> near = LogVectors.near(w, v).or(none);
      VectorMask<Double> wIsSmall = w.compare(LT, v);
      DoubleVector big = w.blend(v, wIsSmall);
      DoubleVector least = v.blend(w, wIsSmall);
      DoubleVector middle = sum.mul(0.5);
      DoubleVector numerator = big.sub(middle).blend(diff, near);
      DoubleVector denominator = big.add(middle).blend(sum, near);
      DoubleVector argument = numerator.div(denominator).blend(ZERO, none);
      DoubleVector z = argument.mul(argument);
      DoubleVector log = LogVectors.log(argument, LogSeries.logTail(z));
      DoubleVector far = big.fma(log, sum.sub(big).sub(least));
      far.blend(diff.mul(argument), near).intoArray(part, i - from);
      z.intoArray(square, i - from);
      least.intoArray(small, i - from);
      middle.blend(NEAR, near).intoArray(half, i - from);
    }
  }

  private DoubleVector terms(int lane, int length, DoubleVector start) {
    DoubleVector sum = start;
    for (int i = lane; i < length; i += LogSums.LANES) {
      DoubleVector w = LogVectors.load(small, i);
      DoubleVector v = LogVectors.load(half, i);
      DoubleVector partial = LogVectors.load(part, i);
      LongVector exponent = LogVectors.exponent(w, v);
      DoubleVector scaled = w.mul(LogVectors.power(exponent));
      DoubleVector argument = v.sub(scaled).div(v.add(scaled));
      DoubleVector tail = LogSeries.logTail(argument.mul(argument));
      DoubleVector log = LogVectors.log(argument, tail);
      DoubleVector ratioLog = LogVectors.plusLn2(LogVectors.number(exponent), log);
      DoubleVector smallPart = w.mul(ratioLog).blend(ZERO, w.compare(EQ, ZERO));
      DoubleVector far = partial.sub(smallPart);
      DoubleVector nearTerm = partial.mul(LogSeries.js(LogVectors.load(square, i)));
      sum = sum.add(far.add(far).blend(nearTerm, v.test(IS_NAN)));
    }
    return sum;
  }
}
