package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;
import java.math.BigInteger;
import java.util.Arrays;

/** A table whose total reaches 2^53: exact integers, rounded once in each term. */
final class WideTable implements Table {
  private final WideCounts cells;
  private final WideCounts rowTotals;
  private final WideCounts columnTotals;

  WideTable(long[] counts, int rows, int columns) {
    var byRow = new BigInteger[rows];
    var byColumn = new BigInteger[columns];
    Arrays.fill(byRow, BigInteger.ZERO);
    Arrays.fill(byColumn, BigInteger.ZERO);
    for (int i = 0; i < counts.length; i++) {
      BigInteger count = BigInteger.valueOf(counts[i]);
      byRow[i / columns] = byRow[i / columns].add(count);
      byColumn[i % columns] = byColumn[i % columns].add(count);
    }
    cells = new WideCounts(counts);
    rowTotals = new WideCounts(byRow);
    columnTotals = new WideCounts(byColumn);
  }

  @Override
  public double jointEntropy() {
    return cells.entropy();
  }

  @Override
  public double conditionalEntropyYGivenX() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < cells.size(); i++) {
      sum.add(conditionalTerm(cells.count(i), rowTotals.count(i / columnTotals.size())));
    }
    return sum.value() / total();
  }

  @Override
  public double conditionalEntropyXGivenY() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < cells.size(); i++) {
      sum.add(conditionalTerm(cells.count(i), columnTotals.count(i % columnTotals.size())));
    }
    return sum.value() / total();
  }

  private static double conditionalTerm(BigInteger cell, BigInteger condition) {
    double gap = condition.subtract(cell).doubleValue();
    return LogTerms.entropyTerm(cell.doubleValue(), gap, condition.doubleValue());
  }

  @Override
  public double mutualInformation() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < cells.size(); i++) {
      BigInteger cell = cells.count(i);
      BigInteger w = cell.multiply(cells.total());
      BigInteger v =
          rowTotals
              .count(i / columnTotals.size())
              .multiply(columnTotals.count(i % columnTotals.size()));
      double diff = v.subtract(w).doubleValue();
      sum.add(
          LogTerms.klTerm(cell.doubleValue(), w.doubleValue(), v.doubleValue(), diff, 1 / total()));
    }
    return sum.value() / total();
  }

  @Override
  public double marginalEntropies() {
    return rowTotals.entropy() + columnTotals.entropy();
  }

  private double total() {
    return cells.total().doubleValue();
  }
}
