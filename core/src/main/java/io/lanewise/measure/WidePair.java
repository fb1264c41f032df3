package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import java.math.BigInteger;

/** A pair of wide counts: products and differences are exact integers, rounded once at the end. */
record WidePair(WideCounts p, WideCounts q) implements Pair {

  @Override
  public double crossEntropy(LogSums ignored) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < p.size(); i++) {
      double gap = q.total().subtract(q.count(i)).doubleValue();
      double c = p.count(i).doubleValue();
      sum.add(LogTerms.crossEntropyTerm(c, q.count(i).doubleValue(), gap, qTotal()));
    }
    return sum.value() / pTotal();
  }

  @Override
  public double klDivergence(LogSums ignored) {
    // In units of C D instead of C, so that the term is one of w, v and diff alone.
    return sum((w, v, diff) -> LogTerms.klTerm(w, w, v, diff, 1)) / (pTotal() * qTotal());
  }

  @Override
  public double jsDivergence(LogSums ignored) {
    return sum(LogTerms::jsTerm) / (4 * pTotal() * qTotal());
  }

  @Override
  public double psi() {
    for (int i = 0; i < p.size(); i++) {
      if (p.count(i).signum() != q.count(i).signum()) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum((w, v, diff) -> w == 0 ? 0 : diff * LogTerms.logRatio(w, v, diff))
        / (pTotal() * qTotal());
  }

  @Override
  public double sum(CrossTerm term) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < p.size(); i++) {
      BigInteger w = p.count(i).multiply(q.total());
      BigInteger v = q.count(i).multiply(p.total());
      sum.add(term.of(w.doubleValue(), v.doubleValue(), v.subtract(w).doubleValue()));
    }
    return sum.value();
  }

  @Override
  public double pTotal() {
    return p.total().doubleValue();
  }

  @Override
  public double qTotal() {
    return q.total().doubleValue();
  }

  @Override
  public double[] cumulativeGaps() {
    double product = pTotal() * qTotal();
    double[] gaps = new double[p.size()];
    BigInteger gap = BigInteger.ZERO;
    for (int i = 0; i < gaps.length; i++) {
      BigInteger w = p.count(i).multiply(q.total());
      BigInteger v = q.count(i).multiply(p.total());
      gap = gap.add(v.subtract(w));
      gaps[i] = gap.abs().doubleValue() / product;
    }
    return gaps;
  }

  @Override
  public boolean disjoint() {
    for (int i = 0; i < p.size(); i++) {
      if (p.count(i).signum() > 0 && q.count(i).signum() > 0) {
        return false;
      }
    }
    return true;
  }
}
