package io.lanewise.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mutual information of one table, corrected for its bias, with the variance of that.
 *
 * @param information Miller-Madow corrected, may be negative
 * @param variance of the information
 */
record InformationChange(double information, double variance) {

  static InformationChange of(long[] table, int rows, int columns) {
    TableMargins margins = TableMargins.of(table, rows, columns);
    double n = margins.total();
    LogVariance linear = new LogVariance();
    for (int i = 0; i < table.length; i++) {
      double expected = (double) margins.rows()[i / columns] * margins.columns()[i % columns];
      linear.add(table[i] / n, table[i] * n / expected);
    }
    double quadratic = margins.degreesOfFreedom() / (2 * n * n);
    double plugIn = Dependence.mutualInformation(table, rows, columns);
    return new InformationChange(plugIn + margins.millerMadow(), linear.value() / n + quadratic);
  }

  /** Two-sided p-value of there being no difference. */
  static double pValue(InformationChange real, InformationChange generated) {
    double variance = real.variance + generated.variance;
    double difference = Math.abs(real.information - generated.information);
    if (difference == 0) {
      return 1;
    }
    if (variance == 0) {
      return 0;
    }
    return Math.min(
        1, 2 * NormalDistribution.of(0, 1).survivalProbability(difference / Math.sqrt(variance)));
  }
}
