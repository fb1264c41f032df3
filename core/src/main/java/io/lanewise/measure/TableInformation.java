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

  /**
   * A sum of four logarithms, each off by 2^-48 at most, is good to 1e-11 from here on; nearer to 0
   * the logarithm of the ratio is taken.
   */
  private static final double LEAST_SUM = 0x1p-8;

  static TableInformation of(long[] table, TableMargins margins, double mutualInformation) {
    double n = margins.total();
    double logRows = CountLogarithms.of(margins.total());
    double[] columnLogs = new double[margins.columns().length];
    for (int y = 0; y < columnLogs.length; y++) {
      columnLogs[y] = margins.columns()[y] == 0 ? 0 : CountLogarithms.of(margins.columns()[y]);
    }
    LogVariance linear = new LogVariance();
    int cell = 0;
    for (long rowTotal : margins.rows()) {
      double rowLog = rowTotal == 0 ? 0 : logRows - CountLogarithms.of(rowTotal);
      for (int y = 0; y < columnLogs.length; y++) {
        long count = table[cell++];
        if (count > 0) {
          double log = (CountLogarithms.of(count) - columnLogs[y]) + rowLog;
          boolean cancelled = Math.abs(log) < LEAST_SUM;
          double column = margins.columns()[y];
          linear.addLog(count / n, cancelled ? Math.log(count * n / (rowTotal * column)) : log);
        }
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
