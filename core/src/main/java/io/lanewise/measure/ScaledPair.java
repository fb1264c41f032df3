package io.lanewise.measure;

import io.lanewise.kernel.CrossProducts;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogTerms;
import io.lanewise.kernel.Total;

/** A pair whose weights are exact as doubles. */
record ScaledPair(Weights p, Weights q) implements Pair {

  @Override
  public double crossEntropy(LogSums sums) {
    return BlockSums.crossEntropy(p, q, sums);
  }

  @Override
  public double klDivergence(LogSums sums) {
    return BlockSums.klDivergence(p, q, sums);
  }

  @Override
  public double jsDivergence(LogSums sums) {
    return BlockSums.jsDivergence(p, q, sums);
  }

  @Override
  public double psi() {
    Total cTotal = p.total();
    Total dTotal = q.total();
    CompensatedSum sum = new CompensatedSum();
    double product = cTotal.hi() * dTotal.hi();
    double[] c = new double[1];
    double[] d = new double[1];
    for (int i = 0; i < p.size(); i++) {
      if (p.positive(i) != q.positive(i)) {
        return Double.POSITIVE_INFINITY;
      }
      if (p.tiny(i) || q.tiny(i)) {
        sum.add((p.share(i) - q.share(i)) * (p.logShare(i) - q.logShare(i)) * product);
      } else if (p.positive(i)) {
        p.stage(i, i + 1, c);
        q.stage(i, i + 1, d);
        double diff = CrossProducts.difference(c[0], d[0], cTotal, dTotal);
        sum.add(diff * LogTerms.logRatio(c[0] * dTotal.hi(), d[0] * cTotal.hi(), diff));
      }
    }
    return sum.value() / product;
  }

  @Override
  public double sum(CrossTerm term) {
    Total cTotal = p.total();
    Total dTotal = q.total();
    double[] c = new double[LogSums.BLOCK];
    double[] d = new double[LogSums.BLOCK];
    CompensatedSum sum = new CompensatedSum();
    for (int from = 0; from < p.size(); from += LogSums.BLOCK) {
      int to = Math.min(from + LogSums.BLOCK, p.size());
      p.stage(from, to, c);
      q.stage(from, to, d);
      for (int i = 0; i < to - from; i++) {
        double diff = CrossProducts.difference(c[i], d[i], cTotal, dTotal);
        sum.add(term.of(c[i] * dTotal.hi(), d[i] * cTotal.hi(), diff));
      }
    }
    return sum.value();
  }

  @Override
  public double pTotal() {
    return p.total().hi();
  }

  @Override
  public double qTotal() {
    return q.total().hi();
  }

  @Override
  public double[] cumulativeGaps() {
    double product = pTotal() * qTotal();
    double[] gaps = new double[p.size()];
    double[] block = new double[1];
    CompensatedSum c = new CompensatedSum();
    CompensatedSum d = new CompensatedSum();
    for (int i = 0; i < gaps.length; i++) {
      p.stage(i, i + 1, block);
      c.add(block[0]);
      q.stage(i, i + 1, block);
      d.add(block[0]);
      gaps[i] = Math.abs(difference(c.total(), d.total())) / product;
    }
    return gaps;
  }

  /** d C - c D where c and d are pairs too; the products of the lower parts are below 2^-106. */
  private double difference(Total c, Total d) {
    double upper = CrossProducts.difference(c.hi(), d.hi(), p.total(), q.total());
    return upper + Math.fma(d.lo(), p.total().hi(), -(c.lo() * q.total().hi()));
  }

  @Override
  public boolean disjoint() {
    for (int i = 0; i < p.size(); i++) {
      if (p.positive(i) && q.positive(i)) {
        return false;
      }
    }
    return true;
  }
}
