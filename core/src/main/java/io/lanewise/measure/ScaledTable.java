package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
import java.util.Arrays;

/**
 * A table whose total is below 2^53, so that every sum of counts is exact as a double.
 *
 * <p>It needs no kernel of its own: conditional entropy is the mean of the entropies of the rows,
 * and mutual information the mean of their KL divergences from the column totals, both weighted by
 * {@code n_x / N}. The difference of products in those KL terms is {@code n_y n_x - n_xy N}.
 */
final class ScaledTable implements Table {
  private final long[] counts;
  private final int columns;
  private final long[] rowTotals;
  private final long[] columnTotals;
  private final double total;
  private final LogSums sums;

  // Symbols behind the last that occurs add +0.0 to lanes, so they are left out; a table often has
  // one or two of them, and lanes come in groups of 16.
  private final int occupiedRows;
  private final int occupiedColumns;

  /** Takes a checked table with its margins. */
  ScaledTable(long[] counts, TableMargins margins, LogSums sums) {
    this.counts = counts;
    this.columns = margins.columns().length;
    this.rowTotals = margins.rows();
    this.columnTotals = margins.columns();
    this.total = (double) margins.total();
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

  /** Room for some weights and zeros behind them, which add +0.0, to whole groups of lanes. */
  private static double[] room(int weights) {
    return new double[Math.ceilDiv(weights, LogSums.LANES) * LogSums.LANES];
  }

  @Override
  public double jointEntropy() {
    return entropy(staged(counts), total);
  }

  @Override
  public double conditionalEntropyYGivenX() {
    double[] row = room(occupiedColumns);
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < occupiedRows; x++) {
      if (rowTotals[x] > 0) {
        stageRow(x, row);
        sum.add(rowTotals[x] * entropy(row, (double) rowTotals[x]));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double conditionalEntropyXGivenY() {
    double[] column = room(occupiedRows);
    CompensatedSum sum = new CompensatedSum();
    for (int y = 0; y < occupiedColumns; y++) {
      if (columnTotals[y] > 0) {
        for (int x = 0, cell = y; x < occupiedRows; x++, cell += columns) {
          column[x] = counts[cell];
        }
        sum.add(columnTotals[y] * entropy(column, (double) columnTotals[y]));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double mutualInformation() {
    double[] row = room(occupiedColumns);
    double[] marginal = Arrays.copyOf(staged(columnTotals), row.length);
    Total ofMarginal = new Total(total, 0);
    CompensatedSum sum = new CompensatedSum();
    for (int x = 0; x < occupiedRows; x++) {
      if (rowTotals[x] > 0) {
        stageRow(x, row);
        Total ofRow = new Total((double) rowTotals[x], 0);
        sum.add(rowTotals[x] * klDivergence(row, marginal, ofRow, ofMarginal));
      }
    }
    return sum.value() / total;
  }

  @Override
  public double marginalEntropies() {
    return entropy(staged(rowTotals), total) + entropy(staged(columnTotals), total);
  }

  private void stageRow(int x, double[] row) {
    int from = x * columns;
    for (int y = 0; y < occupiedColumns; y++) {
      row[y] = counts[from + y];
    }
  }

  private static double[] staged(long[] counts) {
    double[] weights = room(counts.length);
    for (int i = 0; i < counts.length; i++) {
      weights[i] = counts[i];
    }
    return weights;
  }

  private double entropy(double[] weights, double weightTotal) {
    Total sumOfAll = new Total(weightTotal, 0);
    if (weights.length <= LogSums.BLOCK) {
      return sums.entropy(weights, 0, weights.length, sumOfAll);
    }
    CompensatedSum sum = new CompensatedSum();
    for (int from = 0; from < weights.length; from += LogSums.BLOCK) {
      int to = Math.min(from + LogSums.BLOCK, weights.length);
      sum.add(sums.entropy(weights, from, to, sumOfAll));
    }
    return sum.value();
  }

  private double klDivergence(double[] p, double[] q, Total ofP, Total ofQ) {
    if (p.length <= LogSums.BLOCK) {
      return sums.klDivergence(p, q, 0, p.length, ofP, ofQ);
    }
    CompensatedSum sum = new CompensatedSum();
    for (int from = 0; from < p.length; from += LogSums.BLOCK) {
      int to = Math.min(from + LogSums.BLOCK, p.length);
      sum.add(sums.klDivergence(p, q, from, to, ofP, ofQ));
    }
    return sum.value();
  }
}
