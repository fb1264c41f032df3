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
  private final int rows;
  private final int columns;
  private final LogSums sums;
  private final long[] rowTotals;
  private final long[] columnTotals;
  private final double total;

  ScaledTable(long[] counts, int rows, int columns, LogSums sums) {
    this.counts = counts;
    this.rows = rows;
    this.columns = columns;
    this.sums = sums;
    rowTotals = new long[rows];
    columnTotals = new long[columns];
    for (int x = 0; x < rows; x++) {
      for (int y = 0; y < columns; y++) {
        rowTotals[x] += counts[x * columns + y];
        columnTotals[y] += counts[x * columns + y];
      }
    }
    total = new CountWeights(rowTotals).total().hi();
  }

  @Override
  public double jointEntropy() {
    return BlockSums.entropy(new CountWeights(counts), sums);
  }

  @Override
  public double conditionalEntropyYGivenX() {
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < rows; x++) {
      if (rowTotals[x] > 0) {
        sum.add(rowTotals[x] * BlockSums.entropy(row(x), sums));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double conditionalEntropyXGivenY() {
    CompensatedSum sum = new CompensatedSum();
    for (int y = 0; y < columns; y++) {
      if (columnTotals[y] > 0) {
        var column = new CountWeights(counts, y, columns, rows);
        sum.add(columnTotals[y] * BlockSums.entropy(column, sums));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double mutualInformation() {
    var marginal = new CountWeights(columnTotals);
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < rows; x++) {
      if (rowTotals[x] > 0) {
        sum.add(rowTotals[x] * BlockSums.klDivergence(row(x), marginal, sums));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double marginalEntropies() {
    return BlockSums.entropy(new CountWeights(rowTotals), sums)
        + BlockSums.entropy(new CountWeights(columnTotals), sums);
  }

  private CountWeights row(int x) {
    return new CountWeights(counts, x * columns, 1, columns);
  }
}
