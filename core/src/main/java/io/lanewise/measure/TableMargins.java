package io.lanewise.measure;

/**
 * Row and column totals of a contingency table.
 *
 * @param rows totals of the rows
 * @param columns totals of the columns
 * @param occupiedCells how many cells are not empty
 * @param total of all cells
 */
record TableMargins(long[] rows, long[] columns, int occupiedCells, long total) {

  /** Of a table that is not checked yet. */
  static TableMargins of(long[] table, int rows, int columns) {
    Table.requireShape(table, rows, columns);
    CountWeights.areWide("counts", table);
    return ofChecked(table, rows, columns);
  }

  static TableMargins ofChecked(long[] table, int rows, int columns) {
    long[] rowTotals = new long[rows];
    long[] columnTotals = new long[columns];
    long total = 0;
    long signs = 0;
    int occupied = 0;
    int cell = 0;
    for (int x = 0; x < rows; x++) {
      long rowTotal = 0;
      for (int y = 0; y < columns; y++, cell++) {
        long count = table[cell];
        rowTotal += count;
        columnTotals[y] += count;
        occupied += count > 0 ? 1 : 0;
        total += count;
        signs |= total;
      }
      rowTotals[x] = rowTotal;
    }
    if (signs < 0) {
      throw new IllegalArgumentException("the counts add up to 2^63 or more: fewer are needed");
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
    long occupied = 0;
    for (long count : totals) {
      occupied += count > 0 ? 1 : 0;
    }
    return occupied;
  }
}
