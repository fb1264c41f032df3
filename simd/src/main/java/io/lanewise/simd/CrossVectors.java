package io.lanewise.simd;

import static io.lanewise.simd.Lanes.SPECIES;

import io.lanewise.kernel.CrossProducts;
import io.lanewise.kernel.Total;
import jdk.incubator.vector.DoubleVector;

/** The cross products of weights with both totals, and what is made of them. */
final class CrossVectors {
  private final DoubleVector cTotal;
  private final DoubleVector cTotalLo;
  private final DoubleVector dTotal;
  private final DoubleVector dTotalLo;

  CrossVectors(Total cTotal, Total dTotal) {
    this.cTotal = DoubleVector.broadcast(SPECIES, cTotal.hi());
    this.cTotalLo = DoubleVector.broadcast(SPECIES, cTotal.lo());
    this.dTotal = DoubleVector.broadcast(SPECIES, dTotal.hi());
    this.dTotalLo = DoubleVector.broadcast(SPECIES, dTotal.lo());
  }

  DoubleVector kl(DoubleVector c, DoubleVector d, DoubleVector inverse) {
    DoubleVector w = c.mul(dTotal);
    return LogVectors.kl(c, w, d.mul(cTotal), difference(c, d, w), inverse);
  }

  DoubleVector js(DoubleVector c, DoubleVector d) {
    DoubleVector w = c.mul(dTotal);
    return LogVectors.js(w, d.mul(cTotal), difference(c, d, w));
  }

  /** As {@link CrossProducts#difference}. */
  private DoubleVector difference(DoubleVector c, DoubleVector d, DoubleVector w) {
    DoubleVector rounding = c.neg().fma(dTotal, w);
    DoubleVector upper = d.fma(cTotal, w.neg()).add(rounding);
    return upper.add(d.fma(cTotalLo, c.mul(dTotalLo).neg()));
  }
}
