package io.lanewise.evaluate;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.WeightStream;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Two columns of a table that hold the weights of two distributions: a row is a symbol.
 *
 * <p>A weight is a finite number that is not negative, of an integer, floating-point or decimal
 * column; integers are exact, and refused from 2^53 up. Not all weights of a column are 0.
 *
 * @param table what has the columns
 * @param p position of the column of p
 * @param q position of the column of q
 */
public record WeightColumns(Table table, int p, int q) {

  /** Integers from here on may not be doubles. */
  private static final long EXACT_LIMIT = 1L << 53;

  /**
   * Finds the columns.
   *
   * @param table what has them
   * @param p name of the column of p
   * @param q name of the column of q
   * @return the columns
   * @throws DataException if there is not exactly one numeric column of that name
   */
  public static WeightColumns of(Table table, String p, String q) {
    return new WeightColumns(table, position(table, p), position(table, q));
  }

  private static int position(Table table, String name) {
    List<Field> fields = table.schema().fields();
    int[] positions =
        IntStream.range(0, fields.size()).filter(i -> fields.get(i).name().equals(name)).toArray();
    if (positions.length != 1) {
      throw new DataException(
          "%s: %s, expected one"
              .formatted(
                  table.source(),
                  positions.length == 0
                      ? "no column '" + name + "'"
                      : positions.length + " columns '" + name + "'"));
    }
    Family family = fields.get(positions[0]).type().family();
    if (family != Family.INTEGER && family != Family.FLOATING && family != Family.DECIMAL) {
      throw new DataException(
          "%s: column '%s' is %s, expected numbers"
              .formatted(table.source(), name, fields.get(positions[0]).type().name()));
    }
    return positions[0];
  }

  /**
   * Computes entropies and divergences, in two walks over the table.
   *
   * @param kernels what computes
   * @param rowsDone told now and then how many rows were walked over, of twice those of the table
   * @return all measures
   * @throws DataException if a weight is none, naming row and column, or a column is all 0
   */
  public WeightStream.Result measure(Kernels kernels, LongConsumer rowsDone) {
    try {
      WeightStream.Totals totals = new WeightStream.Totals(name(p), name(q));
      walk(totals::add, rowsDone);
      WeightStream terms = totals.terms(kernels);
      walk(terms::add, rows -> rowsDone.accept(table.rowCount() + rows));
      return terms.result();
    } catch (IllegalArgumentException improper) {
      throw new DataException(table.source() + ": " + improper.getMessage(), improper);
    }
  }

  private String name(int column) {
    return table.schema().fields().get(column).name();
  }

  private interface Rows {
    void add(double[] p, double[] q, int count);
  }

  private void walk(Rows rows, LongConsumer rowsDone) {
    double[] pWeights = new double[Column.BLOCK];
    double[] qWeights = new double[Column.BLOCK];
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          for (int from = 0; from < open.rowCount(); from += Column.BLOCK) {
            int to = Math.min(from + Column.BLOCK, open.rowCount());
            read(open, p, from, to, pWeights);
            read(open, q, from, to, qWeights);
            rows.add(pWeights, qWeights, to - from);
          }
          rowsDone.accept(open.firstRow() + open.rowCount());
        }
      }
    }
  }

  private void read(ColumnBatch batch, int column, int from, int to, double[] weights) {
    long[] validity = new long[Column.VALIDITY_WORDS];
    int nulls =
        switch (batch.column(column)) {
          case DoubleColumn doubles -> doubles.read(from, to, weights, validity);
          case LongColumn longs -> {
            long[] values = new long[to - from];
            int missing = longs.read(from, to, values, validity);
            for (int i = 0; i < values.length; i++) {
              boolean present = missing == 0 || (validity[i / Long.SIZE] >>> i & 1) != 0;
              if (present && values[i] >= EXACT_LIMIT) {
                throw notExact(batch, column, from + i, Long.toString(values[i]));
              }
              weights[i] = values[i];
            }
            yield missing;
          }
          case Column other -> throw notExact(batch, column, from, "integers past 2^63");
        };
    for (int i = 0; nulls > 0 && i < to - from; i++) {
      if ((validity[i / Long.SIZE] >>> i & 1) == 0) {
        throw new DataException(where(batch, column, from + i) + "null, expected a weight >= 0");
      }
    }
  }

  private DataException notExact(ColumnBatch batch, int column, int row, String value) {
    return new DataException(
        where(batch, column, row) + value + ", expected a weight below 2^53 = " + EXACT_LIMIT);
  }

  private String where(ColumnBatch batch, int column, int row) {
    return "%s: row %d, column '%s': "
        .formatted(table.source(), batch.firstRow() + row, name(column));
  }
}
