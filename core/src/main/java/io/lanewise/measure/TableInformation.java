package io.lanewise.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mutual information of one table, with what chance does to it.
 *
 * @param plugIn of the sample
 * @param chance {@link ChanceInformation}
 * @param linearVariance of the plug-in by the delta method, {@code Var(ln(p_xy / (p_x p_y))) / n};
 *     too large near independence, where it sees the noise only
 * @param quadraticVariance what the delta method leaves out, {@code df / 2n^2}
 * @param rows of the sample
 */
record TableInformation(
    double plugIn, double chance, double linearVariance, double quadraticVariance, double rows) {

  static TableInformation of(long[] table, TableMargins margins, double mutualInformation) {
    double n = margins.total();
    LogVariance linear = new LogVariance();
    int cell = 0;
    for (double x : margins.rows()) {
      for (double y : margins.columns()) {
        long count = table[cell++];
        linear.add(count / n, count * n / (x * y));
      }
    }
    return new TableInformation(
        mutualInformation,
        ChanceInformation.of(margins),
        linear.value() / n,
        margins.degreesOfFreedom() / (2 * n * n),
        n);
  }

  /** Tests whether both have the same information. */
  static MutualInformationChange change(TableInformation p, TableInformation q) {
    double difference = Math.abs(p.corrected() - q.corrected());
    double plugIn = p.rows * p.plugIn + q.rows * q.plugIn;
    double corrected = p.rows * p.corrected() + q.rows * q.corrected();
    // Near independence the delta method's variance is proportional to the information. One share
    // for both sides: separate ones make a side that is large by chance look certain.
    double share = plugIn == 0 ? 0 : Math.clamp(corrected / plugIn, 0, 1);
    double error = Math.sqrt(p.variance(share) + q.variance(share));
    if (difference == 0 || error == 0) {
      return new MutualInformationChange(error, difference == 0 ? 1 : 0);
    }
    double tail = NormalDistribution.of(0, 1).survivalProbability(difference / error);
    return new MutualInformationChange(error, Math.min(1, 2 * tail));
  }

  private double corrected() {
    return plugIn - chance;
  }

  private double variance(double share) {
    return share * linearVariance + quadraticVariance;
  }
}
