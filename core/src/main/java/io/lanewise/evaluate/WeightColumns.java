package io.lanewise.evaluate;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Table;
import io.lanewise.column.WideColumn;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.WeightStream;
import io.lanewise.measure.WideWeightStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.LongConsumer;

/**
 * Two columns of a table that hold the weights of two distributions: a row is a symbol.
 *
 * <p>A weight is a finite number that is not negative, of an integer, floating-point or decimal
 * column. Integers and decimals are exact, whatever their size, unless the other column is of
 * floating-point numbers: from 2^53 up they are refused beside these. Not all weights of a column
 * are 0.
 *
 * @param table what has the columns
 * @param p position of the column of p
 * @param q position of the column of q
 */
public record WeightColumns(Table table, int p, int q) {

  /** Integers from here on may not be doubles. */
  private static final long EXACT_LIMIT = 1L << 53;

  private static final String WEIGHT = "a weight >= 0";

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
    return CellReader.position(table, name, CellReader.NUMBERS, "numbers");
  }

  /**
   * Computes entropies and divergences, in two walks over the table, or in up to three where an
   * integer is 2^53 or more.
   *
   * @param kernels what computes
   * @param rowsDone told now and then how many rows were walked over, of twice those of the table
   * @return all measures
   * @throws DataException if a weight is none, naming row and column, or a column is all 0
   */
  public WeightStream.Result measure(Kernels kernels, LongConsumer rowsDone) {
    try {
      WeightStream.Totals totals = new WeightStream.Totals(name(p), name(q));
      if (!walk(new Doubles(totals::add), rowsDone)) {
        return measureWide(rowsDone);
      }
      WeightStream terms = totals.terms(kernels);
      walk(new Doubles(terms::add), rows -> rowsDone.accept(table.rowCount() + rows));
      return terms.result();
    } catch (IllegalArgumentException improper) {
      throw new DataException(table.source() + ": " + improper.getMessage(), improper);
    }
  }

  private WeightStream.Result measureWide(LongConsumer rowsDone) {
    WideWeightStream.Totals totals = new WideWeightStream.Totals(name(p), name(q));
    walk(new Integers(totals::add), rowsDone);
    WideWeightStream terms = totals.terms();
    walk(new Integers(terms::add), rows -> rowsDone.accept(table.rowCount() + rows));
    return terms.result();
  }

  private String name(int column) {
    return table.schema().fields().get(column).name();
  }

  /** Takes the rows of a batch, at most {@link Column#BLOCK}; false to end the walk. */
  private interface Block {
    boolean take(ColumnBatch batch, int from, int to);
  }

  /** Walks over all rows; false where a block ended it. */
  private boolean walk(Block block, LongConsumer rowsDone) {
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          for (int from = 0; from < open.rowCount(); from += Column.BLOCK) {
            if (!block.take(open, from, Math.min(from + Column.BLOCK, open.rowCount()))) {
              return false;
            }
          }
          rowsDone.accept(open.firstRow() + open.rowCount());
        }
      }
      return true;
    }
  }

  private interface DoubleRows {
    void add(double[] p, double[] q, int count);
  }

  /** Weights that doubles hold; ends where one is an integer that they may not hold. */
  private final class Doubles implements Block {
    private final DoubleRows rows;
    private final double[] pWeights = new double[Column.BLOCK];
    private final double[] qWeights = new double[Column.BLOCK];

    Doubles(DoubleRows rows) {
      this.rows = rows;
    }

    @Override
    public boolean take(ColumnBatch batch, int from, int to) {
      if (!read(batch, p, q, from, to, pWeights) || !read(batch, q, p, from, to, qWeights)) {
        return false;
      }
      rows.add(pWeights, qWeights, to - from);
      return true;
    }

    private boolean read(
        ColumnBatch batch, int column, int other, int from, int to, double[] weights) {
      if (batch.column(column) instanceof DoubleColumn doubles) {
        long[] validity = new long[Column.VALIDITY_WORDS];
        int nulls = doubles.read(from, to, weights, validity);
        cells(column).requirePresent(batch, from, to, nulls, validity, WEIGHT);
        return true;
      }
      if (!(batch.column(column) instanceof LongColumn longs)) {
        requireExact(batch, column, other, from, "integers past 2^63");
        return false;
      }
      long[] validity = new long[Column.VALIDITY_WORDS];
      long[] values = new long[to - from];
      int nulls = longs.read(from, to, values, validity);
      cells(column).requirePresent(batch, from, to, nulls, validity, WEIGHT);
      for (int i = 0; i < values.length; i++) {
        if (values[i] < 0) {
          throw negative(batch, column, from + i, BigInteger.valueOf(values[i]));
        }
        if (values[i] >= EXACT_LIMIT) {
          requireExact(
              batch, column, other, from + i, cells(column).written(BigInteger.valueOf(values[i])));
          return false;
        }
        weights[i] = values[i];
      }
      return true;
    }
  }

  /** Fails where the other column is of floating-point numbers, beside which nothing is exact. */
  private void requireExact(ColumnBatch batch, int column, int other, int row, String value) {
    if (cells(other).field().type().family() == Family.FLOATING) {
      CellReader cells = cells(column);
      BigDecimal step = cells.field().type().step();
      throw new DataException(
          "%s%s, expected a weight below 2^53%s = %s beside the floating-point column '%s'"
              .formatted(
                  cells.where(batch, row),
                  value,
                  step.compareTo(BigDecimal.ONE) == 0 ? "" : " steps of " + step,
                  cells.written(BigInteger.valueOf(EXACT_LIMIT)),
                  name(other)));
    }
  }

  private interface IntegerRows {
    void add(BigInteger[] p, BigInteger[] q, int count);
  }

  /** Stored integers, whose common step is divided out. */
  private final class Integers implements Block {
    private final IntegerRows rows;

    Integers(IntegerRows rows) {
      this.rows = rows;
    }

    @Override
    public boolean take(ColumnBatch batch, int from, int to) {
      rows.add(read(batch, p, from, to), read(batch, q, from, to), to - from);
      return true;
    }

    private BigInteger[] read(ColumnBatch batch, int column, int from, int to) {
      BigInteger[] values = new BigInteger[to - from];
      long[] validity = new long[Column.VALIDITY_WORDS];
      int nulls =
          switch (batch.column(column)) {
            case WideColumn wides -> wides.read(from, to, values, validity);
            case LongColumn longs -> {
              long[] stored = new long[to - from];
              int missing = longs.read(from, to, stored, validity);
              for (int i = 0; i < stored.length; i++) {
                values[i] = BigInteger.valueOf(stored[i]);
              }
              yield missing;
            }
            case Column other -> throw new IllegalStateException(other + " holds no integers");
          };
      cells(column).requirePresent(batch, from, to, nulls, validity, WEIGHT);
      for (int i = 0; i < values.length; i++) {
        if (values[i].signum() < 0) {
          throw negative(batch, column, from + i, values[i]);
        }
      }
      return values;
    }
  }

  private DataException negative(ColumnBatch batch, int column, int row, BigInteger stored) {
    CellReader cells = cells(column);
    return new DataException(
        cells.where(batch, row) + cells.written(stored) + ", expected " + WEIGHT);
  }

  private CellReader cells(int column) {
    return new CellReader(table, column);
  }
}
