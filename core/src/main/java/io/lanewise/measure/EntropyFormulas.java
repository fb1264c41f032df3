package io.lanewise.measure;

import org.apache.commons.numbers.gamma.Digamma;

/** The sums behind {@link EntropyEstimator}, which tells what they are and where they come from. */
final class EntropyFormulas {

  private EntropyFormulas() {}

  static double millerMadow(OccupiedCounts counts) {
    return counts.plugInEntropy() + (counts.size() - 1) / (2 * counts.total());
  }

  static double grassberger(OccupiedCounts counts) {
    double total = counts.total();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < counts.size(); i++) {
      double n = counts.count(i);
      double sign = counts.count(i) % 2 == 0 ? 1 : -1;
      sum.add(n * (Digamma.value(n) + sign / (n + 1)));
    }
    return Math.max(0, Math.log(total) - sum.value() / total);
  }

  static double chaoShen(OccupiedCounts counts) {
    double total = counts.total();
    // Where every row is a symbol of its own the coverage would be 0, and 0/0 the entropy.
    double coverage = 1 - Math.min(counts.singletons(), total - 1) / total;
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < counts.size(); i++) {
      double share = coverage * counts.share(i);
      double seen = share < 1 ? -Math.expm1(total * Math.log1p(-share)) : 1;
      sum.add(term(share) / seen);
    }
    return sum.value();
  }

  static double jamesStein(OccupiedCounts counts) {
    double target = 1.0 / counts.symbols();
    double unseen = counts.symbols() - counts.size();
    double shrinkage = shrinkage(counts, target, unseen);
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < counts.size(); i++) {
      sum.add(term(shrinkage * target + (1 - shrinkage) * counts.share(i)));
    }
    sum.add(unseen * term(shrinkage * target));
    return sum.value();
  }

  /** The weight of the target that has the least expected squared error, estimated. */
  private static double shrinkage(OccupiedCounts counts, double target, double unseen) {
    double squares = 0;
    double distance = unseen * target * target;
    for (int i = 0; i < counts.size(); i++) {
      double share = counts.share(i);
      squares += share * share;
      distance += (target - share) * (target - share);
    }
    double spread = (counts.total() - 1) * distance;
    return spread == 0 ? 1 : Math.clamp((1 - squares) / spread, 0, 1);
  }

  static double dirichlet(OccupiedCounts counts, double alpha) {
    double total = counts.total() + alpha * counts.symbols();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < counts.size(); i++) {
      sum.add(term((counts.count(i) + alpha) / total));
    }
    return sum.value();
  }

  /** {@code -x ln x}; a share that rounds to 1 has none, so that no result is below 0. */
  private static double term(double share) {
    return share <= 0 || share >= 1 ? 0 : -share * Math.log(share);
  }
}
