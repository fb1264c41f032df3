package io.lanewise.measure;

import io.lanewise.kernel.LogSums;

/**
 * A table whose total is below 2^53, so that every sum of counts is exact as a double.
 *
 * <p>It needs no kernel of its own: conditional entropy is the mean of the entropies of the rows,
 * and mutual information the mean of their KL divergences from the column totals, both weighted by
 * {@code n_x / N}. The difference of products in those KL terms is {@code n_y n_x - n_xy N}.
 */
final class ScaledTable implements Table {
  private final long[] counts;
  private final long[] rowTotals;
  private final long[] columnTotals;
  private final long total;
  private final LogSums sums;

  // Symbols behind the last that occurs add +0.0 to lanes, so they are left out; a table often has
  // one or two of them, and lanes come in groups of 16.
  private final int occupiedRows;
  private final int occupiedColumns;

  /** Takes a checked table with its margins. */
  ScaledTable(long[] counts, TableMargins margins, LogSums sums) {
    this.counts = counts;
    this.rowTotals = margins.rows();
    this.columnTotals = margins.columns();
    this.total = margins.total();
    this.sums = sums;
    occupiedRows = occupied(rowTotals);
    occupiedColumns = occupied(columnTotals);
  }

  private static int occupied(long[] totals) {
    int last = totals.length;
    while (totals[last - 1] == 0) {
      last--;
    }
    return last;
  }

  @Override
  public double jointEntropy() {
    return BlockSums.entropy(new CountWeights(counts, 0, 1, counts.length, total), sums);
  }

  @Override
  public double conditionalEntropyYGivenX() {
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < occupiedRows; x++) {
      if (rowTotals[x] > 0) {
        sum.add(rowTotals[x] * BlockSums.entropy(row(x), sums));
      }
    }
    return sum.value() / (double) total;
  }

  @Override
  public double conditionalEntropyXGivenY() {
    int columns = columnTotals.length;
    CompensatedSum sum = new CompensatedSum();
    for (int y = 0; y < occupiedColumns; y++) {
      if (columnTotals[y] > 0) {
        var column = new CountWeights(counts, y, columns, occupiedRows, columnTotals[y]);
        sum.add(columnTotals[y] * BlockSums.entropy(column, sums));
      }
    }
    return sum.value() / (double) total;
  }

  @Override
  public double mutualInformation() {
    var marginal = new CountWeights(columnTotals, 0, 1, occupiedColumns, total);
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < occupiedRows; x++) {
      if (rowTotals[x] > 0) {
        sum.add(rowTotals[x] * BlockSums.klDivergence(row(x), marginal, sums));
      }
    }
    return sum.value() / (double) total;
  }

  @Override
  public double marginalEntropies() {
    return BlockSums.entropy(new CountWeights(rowTotals, 0, 1, rowTotals.length, total), sums)
        + BlockSums.entropy(new CountWeights(columnTotals, 0, 1, columnTotals.length, total), sums);
  }

  private CountWeights row(int x) {
    return new CountWeights(counts, x * columnTotals.length, 1, occupiedColumns, rowTotals[x]);
  }
}
