package io.lanewise.measure;

import io.lanewise.kernel.Kernels;
import java.util.OptionalDouble;

/**
 * A contingency table that is asked for several measures: checked and added up once.
 *
 * <p>Each measure has the bits of its namesake in {@link Dependence}, which tells formula, unit and
 * error. Cost: six log terms a cell for all of them, three times less than asking one by one.
 * Threads: immutable, as long as nobody writes to the counts, which are not copied.
 */
public final class ContingencyTable {

  private final long[] counts;
  private final TableMargins margins;
  private final Table table;
  private final double mutualInformation;
  private final TableInformation information;

  private ContingencyTable(long[] counts, TableMargins margins, Kernels kernels) {
    this.counts = counts;
    this.margins = margins;
    this.table =
        margins.total() >= CountWeights.EXACT_LIMIT
            ? new WideTable(counts, margins.rows().length, margins.columns().length)
            : new ScaledTable(counts, margins, kernels.logSums());
    this.mutualInformation = table.mutualInformation();
    this.information = TableInformation.of(counts, margins, mutualInformation);
  }

  /**
   * A table of counts that add up to less than 2^63.
   *
   * @param counts the table, row-major; not copied
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @throws IllegalArgumentException if a count is negative, all are 0, they add up to 2^63 or
   *     more, or there are not {@code rows * columns} of them
   */
  public static ContingencyTable of(long[] counts, int rows, int columns, Kernels kernels) {
    return new ContingencyTable(counts, TableMargins.of(counts, rows, columns), kernels);
  }

  /** n_x, how often a symbol of X occurs. */
  public long rowTotal(int x) {
    return margins.rows()[x];
  }

  /** n_y, how often a symbol of Y occurs. */
  public long columnTotal(int y) {
    return margins.columns()[y];
  }

  /** {@code H(X,Y)}, nats, at least +0.0. */
  public double jointEntropy() {
    return table.jointEntropy();
  }

  /** {@code H(Y|X)}, nats, at least +0.0. */
  public double conditionalEntropyYGivenX() {
    return table.conditionalEntropyYGivenX();
  }

  /** {@code H(X|Y)}, nats, at least +0.0. */
  public double conditionalEntropyXGivenY() {
    return table.conditionalEntropyXGivenY();
  }

  /** {@code I(X;Y)} of the sample, nats, at least +0.0. */
  public double mutualInformation() {
    return mutualInformation;
  }

  /**
   * {@code I(X;Y)} as {@link EntropyEstimator#mutualInformation} estimates it, nats, at least +0.0.
   */
  public double mutualInformation(EntropyEstimator estimator) {
    if (estimator == EntropyEstimator.MILLER_MADOW) {
      return Math.max(0, mutualInformation + margins.millerMadow());
    }
    return estimator == EntropyEstimator.PLUG_IN
        ? mutualInformation
        : estimator.mutualInformation(counts, margins.rows().length, margins.columns().length);
  }

  /** {@code 2 I / (H(X) + H(Y))}, from +0.0 to 1; empty if both columns are constant. */
  public OptionalDouble normalizedMutualInformation() {
    return Table.normalized(mutualInformation, table.marginalEntropies());
  }

  /**
   * Plug-in {@code I(X;Y)} to expect of independent columns with these totals, nats, at least +0.0.
   * Source: N. X. Vinh, J. Epps, J. Bailey (2010), equation 24a.
   */
  public double chanceInformation() {
    return information.chance();
  }

  /**
   * Returns how often independent columns with these totals have a Pearson X^2 at least as large.
   *
   * <p>Against a gamma distribution with the exact mean and variance of X^2 under all tables with
   * the same totals, as {@link Significance#pValue} is. 1 where nothing can be told: a constant
   * column, fewer than 4 rows, or an X^2 that has one value only. Source: R. B. Dawson (1954).
   *
   * @return a probability, from 0 to 1
   */
  public double independencePValue() {
    return IndependenceMoments.pValue(counts, margins);
  }

  /** {@link Significance#mutualInformationChange} between this table and that of other data. */
  public MutualInformationChange mutualInformationChange(ContingencyTable other) {
    return TableInformation.change(information, other.information);
  }
}
