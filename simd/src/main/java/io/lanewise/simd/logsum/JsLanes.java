package io.lanewise.simd.logsum;

import static io.lanewise.simd.Lanes.SPECIES;
import static io.lanewise.simd.logsum.LogSeries.J0;
import static io.lanewise.simd.logsum.LogSeries.J1;
import static io.lanewise.simd.logsum.LogSeries.J2;
import static io.lanewise.simd.logsum.LogSeries.J3;
import static io.lanewise.simd.logsum.LogSeries.J4;
import static io.lanewise.simd.logsum.LogSeries.J5;
import static io.lanewise.simd.logsum.LogSeries.J6;
import static io.lanewise.simd.logsum.LogSeries.J7;
import static io.lanewise.simd.logsum.LogSeries.J8;
import static io.lanewise.simd.logsum.LogSeries.J9;
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
import static io.lanewise.simd.logsum.LogSeries.ONE;
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

/** Adds the terms of {@link LogTerms#jsTerm} of whole groups of 16 elements to the lanes. */
final class JsLanes {

  private JsLanes() {}

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
    DoubleVector terms = DoubleVector.fromArray(SPECIES, lanes, lane);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector weight = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector other = DoubleVector.fromArray(SPECIES, d, i);
      DoubleVector w = weight.mul(dHi);
      DoubleVector v = other.mul(cHi);
      // As CrossProducts.difference.
      DoubleVector upper = other.fma(cHi, w.neg()).add(weight.neg().fma(dHi, w));
      DoubleVector diff = upper.add(other.fma(cLo, weight.mul(dLo).neg()));
      DoubleVector sum = w.add(v);
      VectorMask<Double> none = sum.compare(EQ, ZERO);
      VectorMask<Double> near = v.compare(LT, w.add(w)).and(w.compare(LT, v.add(v)));
      VectorMask<Double> wIsSmall = w.compare(LT, v);
      DoubleVector big = w.blend(v, wIsSmall);
      DoubleVector small = v.blend(w, wIsSmall);
      DoubleVector half = sum.mul(0.5);

      // The logarithm of the larger product; u where the products are near.
      DoubleVector numerator = big.sub(half).blend(diff, near);
      DoubleVector s = numerator.div(big.add(half).blend(sum, near)).blend(ZERO, none);
      DoubleVector z = s.mul(s);
      DoubleVector high = L9.fma(z, L8).fma(z, L7).fma(z, L6).fma(z, L5).fma(z, L4);
      DoubleVector tail = high.fma(z, L3).fma(z, L2).fma(z, L1).fma(z, L0).mul(z);
      DoubleVector bigLog = s.fma(tail, s.add(s));
      DoubleVector bigPart = big.fma(bigLog, sum.sub(big).sub(small));

      // The logarithm of the smaller one.
      LongVector exponent =
          half.viewAsIntegralLanes()
              .sub(small.viewAsIntegralLanes())
              .add(LogTerms.EXPONENT_ROUNDING);
      DoubleVector power = exponent.and(LogTerms.EXPONENT_MASK).viewAsFloatingLanes();
      DoubleVector scaled = small.mul(power);
      DoubleVector t = half.sub(scaled).div(half.add(scaled));
      DoubleVector y = t.mul(t);
      DoubleVector highOfT = L9.fma(y, L8).fma(y, L7).fma(y, L6).fma(y, L5).fma(y, L4);
      DoubleVector tailOfT = highOfT.fma(y, L3).fma(y, L2).fma(y, L1).fma(y, L0).mul(y);
      LongVector magic = exponent.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector k = magic.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      DoubleVector smallLog = k.fma(LN2_HI, k.fma(LN2_LO, t.fma(tailOfT, t.add(t))));
      DoubleVector smallPart = small.mul(smallLog).blend(ZERO, small.compare(EQ, ZERO));

      DoubleVector far = bigPart.sub(smallPart);
      DoubleVector upperSeries = J9.fma(z, J8).fma(z, J7).fma(z, J6).fma(z, J5).fma(z, J4);
      DoubleVector series = upperSeries.fma(z, J3).fma(z, J2).fma(z, J1).fma(z, J0).fma(z, ONE);
      terms = terms.add(far.add(far).blend(diff.mul(s).mul(series), near));
    }
    terms.intoArray(lanes, lane);
  }
}
