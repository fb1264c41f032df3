package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * A sample of a table's rows in random order, as symbols of a reference that was fitted to the
 * table's other rows: what a test needs whose symbols must not depend on the rows it counts.
 *
 * @param reference fitted to the other rows
 * @param rows the sample, in the table's order
 * @param order the numbers of its rows, shuffled
 */
public record HeldOutRows(Reference reference, SymbolRows rows, int[] order) {

  /** Most rows of a sample; a power of two, so that a row's number and a hash share a long. */
  private static final int MOST = 1 << 17;

  /**
   * Draws a sample, of half of the rows up to 131,072, and fits a reference to the others.
   *
   * @param fitter whose seed also draws the sample
   * @throws io.lanewise.column.DataException where the data cannot be read
   * @throws IllegalArgumentException if there are fewer than 2 rows
   */
  public static HeldOutRows of(
      Table table, List<ColumnPlan> plans, ReferenceFitter fitter, Kernels kernels) {
    long rowCount = table.rowCount();
    if (rowCount < 2) {
      throw new IllegalArgumentException(
          rowCount + " rows, expected at least 2: one to fit to, and one to hold out");
    }
    int size = (int) Math.min(MOST, rowCount / 2);
    RowSample sample = RowSample.of(rowCount, size, fitter.seed() + 1);
    Reference reference = fitter.fit(table, plans, sample);
    int[] positions = plans.stream().mapToInt(ColumnPlan::position).toArray();
    SymbolRows rows = new SymbolRows(reference, table.schema(), positions, size, kernels);
    RowRuns runs = new RowRuns();
    TableWalk.walk(
        table,
        1,
        () ->
            (batch, from, to) -> {
              for (int block = from; block < to; block += Column.BLOCK) {
                sample.select(batch.firstRow(), block, Math.min(to, block + Column.BLOCK), runs);
                for (int run = 0; run < runs.count(); run++) {
                  rows.add(batch, runs.start(run), runs.end(run));
                }
              }
            },
        done -> {});
    return new HeldOutRows(reference, rows, shuffled(size, fitter.seed()));
  }

  /** The numbers up to {@code size} in the order of their hashes. */
  private static int[] shuffled(int size, long seed) {
    long salt = SymbolHash.mix(seed);
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (SymbolHash.mix(i + salt) & -(long) MOST) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & (MOST - 1));
    }
    return order;
  }

  /** Number of rows in the sample. */
  public int size() {
    return order.length;
  }

  /** The symbol that the i-th row in random order has. */
  public int symbol(int column, int i) {
    return rows.symbol(column, order[i]);
  }
}
