package io.lanewise.measure;

import java.util.Arrays;

/**
 * Row and column totals of a contingency table.
 *
 * @param rows totals of the rows
 * @param columns totals of the columns
 * @param occupiedCells how many cells are not empty
 * @param total of all cells
 */
record TableMargins(long[] rows, long[] columns, int occupiedCells, long total) {

  static TableMargins of(long[] table, int rows, int columns) {
    Table.requireShape(table, rows, columns);
    CountWeights.areWide("counts", table);
    long[] rowTotals = new long[rows];
    long[] columnTotals = new long[columns];
    long total = 0;
    int occupied = 0;
    for (int i = 0; i < table.length; i++) {
      total += table[i];
      if (total < 0) {
        throw new IllegalArgumentException("the counts add up to 2^63 or more: fewer are needed");
      }
      rowTotals[i / columns] += table[i];
      columnTotals[i % columns] += table[i];
      occupied += table[i] > 0 ? 1 : 0;
    }
    return new TableMargins(rowTotals, columnTotals, occupied, total);
  }

  /** {@code (Kx-1)(Ky-1)} over the rows and columns that are not empty. */
  double degreesOfFreedom() {
    return (occupied(rows) - 1.0) * (occupied(columns) - 1.0);
  }

  /** What Miller and Madow's correction of three entropies adds to I = H(X) + H(Y) - H(X,Y). */
  double millerMadow() {
    double symbols = (occupied(rows) - 1.0) + (occupied(columns) - 1.0) - (occupiedCells - 1.0);
    return symbols / (2.0 * total);
  }

  private static long occupied(long[] totals) {
    return Arrays.stream(totals).filter(count -> count > 0).count();
  }
}
