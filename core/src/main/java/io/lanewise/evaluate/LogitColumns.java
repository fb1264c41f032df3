package io.lanewise.evaluate;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.LogitStream;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Two columns of a table that hold a discriminator's logits and the labels of their rows.
 *
 * <p>A logit is any number but NaN, infinities included; a label is 1 or true for a real row, 0 or
 * false for a generated one, or in between. Neither may be null.
 *
 * @param table what has the columns
 * @param logits position of the column of logits
 * @param labels position of the column of labels
 */
public record LogitColumns(Table table, int logits, int labels) {

  private static final Set<Family> LABELS =
      Set.of(Family.INTEGER, Family.FLOATING, Family.DECIMAL, Family.BOOLEAN);

  /**
   * Finds the columns.
   *
   * @param table what has them
   * @param logits name of the column of logits
   * @param labels name of the column of labels
   * @return the columns
   * @throws DataException if there is not exactly one column of that name, or it holds neither
   *     numbers nor, for labels, booleans
   */
  public static LogitColumns of(Table table, String logits, String labels) {
    return new LogitColumns(
        table,
        CellReader.position(table, logits, CellReader.NUMBERS, "numbers"),
        CellReader.position(table, labels, LABELS, "booleans or numbers"));
  }

  /**
   * Computes the losses, in one walk over the table.
   *
   * @param kernels what computes
   * @param rowsDone told now and then how many rows were walked over
   * @return all numbers
   * @throws DataException if a logit or a label is none, naming row and column, or there are no
   *     rows
   */
  public LogitStream.Result measure(Kernels kernels, LongConsumer rowsDone) {
    CellReader logitCells = new CellReader(table, logits);
    CellReader labelCells = new CellReader(table, labels);
    LogitStream stream =
        new LogitStream(kernels, logitCells.field().name(), labelCells.field().name());
    double[] z = new double[Column.BLOCK];
    double[] y = new double[Column.BLOCK];
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          for (int from = 0; from < open.rowCount(); from += Column.BLOCK) {
            int to = Math.min(from + Column.BLOCK, open.rowCount());
            logitCells.read(open, from, to, "a logit", z);
            labelCells.read(open, from, to, "a label from 0 to 1", y);
            stream.add(z, y, to - from);
          }
          rowsDone.accept(open.firstRow() + open.rowCount());
        }
      }
      return stream.result();
    } catch (IllegalArgumentException improper) {
      throw new DataException(table.source() + ": " + improper.getMessage(), improper);
    }
  }
}
