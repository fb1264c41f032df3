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
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** Adds the terms of {@link LogTerms#klTerm} of whole groups of 16 elements to the lanes. */
final class KlLanes {

  private KlLanes() {}

  static void add(
      double[] c, double[] d, int from, int to, Total cTotal, Total dTotal, double[] lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += SPECIES.length()) {
      add(c, d, from + lane, to, cTotal, dTotal, lane, lanes);
    }
  }

  /** A lane that a select drops may hold anything, NaN too. */
  private static void add(
      double[] c,
      double[] d,
      int from,
      int to,
      Total cTotal,
      Total dTotal,
      int lane,
      double[] lanes) {
    DoubleVector cHi = DoubleVector.broadcast(SPECIES, cTotal.hi());
    DoubleVector cLo = DoubleVector.broadcast(SPECIES, cTotal.lo());
    DoubleVector dHi = DoubleVector.broadcast(SPECIES, dTotal.hi());
    DoubleVector dLo = DoubleVector.broadcast(SPECIES, dTotal.lo());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1 / dTotal.hi());
    DoubleVector sum = DoubleVector.fromArray(SPECIES, lanes, lane);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector weight = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector other = DoubleVector.fromArray(SPECIES, d, i);
      DoubleVector w = weight.mul(dHi);
      DoubleVector v = other.mul(cHi);
      // As CrossProducts.difference.
      DoubleVector upper = other.fma(cHi, w.neg()).add(weight.neg().fma(dHi, w));
      DoubleVector diff = upper.add(other.fma(cLo, weight.mul(dLo).neg()));
      VectorMask<Double> near = v.compare(LT, w.add(w)).and(w.compare(LT, v.add(v)));
      LongVector exponent =
          v.viewAsIntegralLanes().sub(w.viewAsIntegralLanes()).add(LogTerms.EXPONENT_ROUNDING);
      DoubleVector power = exponent.and(LogTerms.EXPONENT_MASK).viewAsFloatingLanes();
      DoubleVector scaled = w.mul(power).blend(w, near);
      DoubleVector s = v.sub(scaled).blend(diff, near).div(v.add(scaled));
      DoubleVector z = s.mul(s);
      DoubleVector high = L9.fma(z, L8).fma(z, L7).fma(z, L6).fma(z, L5).fma(z, L4);
      DoubleVector tail = high.fma(z, L3).fma(z, L2).fma(z, L1).fma(z, L0).mul(z);
      LongVector magic = exponent.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector k = magic.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      DoubleVector log = k.fma(LN2_HI, k.fma(LN2_LO, s.fma(tail, s.add(s))));
      DoubleVector excess = diff.mul(inverse);
      DoubleVector far = weight.neg().fma(log.blend(tail, near), excess);
      DoubleVector term = far.blend(far.mul(s), near).blend(INFINITY, v.compare(EQ, ZERO));
      sum = sum.add(term.blend(excess, w.compare(EQ, ZERO)));
    }
    sum.intoArray(lanes, lane);
  }
}
