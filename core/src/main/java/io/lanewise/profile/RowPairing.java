package io.lanewise.profile;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, column by column, how often the coarse symbols of two rows come together that belong
 * together: row i of the real table and row i of the generated one.
 *
 * <p>Both sides have the symbols that a column has in its pairs, made of the real counts alone.
 * Columns that look like identifiers have one symbol. The counts do not depend on how the tables
 * are cut into batches. One thread; cost: a walk over both tables.
 */
public final class RowPairing {

  private final Side real;
  private final Side generated;
  private final List<Coarsening> coarsenings;
  private final long[][] tables;

  /**
   * One of the tables.
   *
   * @param table its rows
   * @param positions for each reference column, its position in the table
   */
  public record Side(Table table, int[] positions) {}

  private RowPairing(Side real, Side generated, List<Coarsening> coarsenings) {
    this.real = real;
    this.generated = generated;
    this.coarsenings = coarsenings;
    tables =
        coarsenings.stream()
            .map(coarsening -> new long[coarsening.symbolCount() * coarsening.symbolCount()])
            .toArray(long[][]::new);
  }

  /**
   * Counts the rows of both tables up to the end of the shorter one.
   *
   * @param counts of the real table, which the coarse symbols are made of
   * @param plan tells how many they are
   * @param real the real table
   * @param generated the generated table
   * @param kernels who does the work
   * @param rowsDone told now and then how many rows of each table are counted
   * @return for each reference column its table, a row for each symbol of the real side
   * @throws io.lanewise.column.DataException where a table cannot be read
   */
  public static List<JointCounts> count(
      Profile counts,
      PairPlan plan,
      Side real,
      Side generated,
      Kernels kernels,
      LongConsumer rowsDone) {
    CoarseningFitter fitter = new CoarseningFitter(plan.symbolsFor(counts.rows()));
    List<ReferenceColumn> columns = counts.reference().columns();
    List<Coarsening> coarsenings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ReferenceColumn column = columns.get(i);
      coarsenings.add(
          column.identifier()
              ? Coarsening.TO_ONE
              : fitter.fit(column.binning(), listed(column.binning(), counts.columns().get(i))));
    }
    RowPairing pairing = new RowPairing(real, generated, coarsenings);
    pairing.walk(columns, kernels, rowsDone);
    return pairing.counts();
  }

  /** How often each code occurs that the binning lists. */
  private static long[] listed(Binning binning, Counts counts) {
    return switch (counts) {
      case BinCounts bins -> bins.toArray();
      case CategoryCounts values -> {
        List<Symbol> known = ((Categories) binning).known();
        long[] codes = new long[binning.listedCodes()];
        codes[0] = values.nulls();
        for (int i = 0; i < known.size(); i++) {
          codes[i + 1] = values.symbols().getOrDefault(known.get(i), 0L);
        }
        yield codes;
      }
    };
  }

  private void walk(List<ReferenceColumn> columns, Kernels kernels, LongConsumer rowsDone) {
    ColumnEncoder[] realEncoders = encoders(columns, real, kernels);
    ColumnEncoder[] generatedEncoders = encoders(columns, generated, kernels);
    int[] realCodes = new int[Column.BLOCK];
    int[] generatedCodes = new int[Column.BLOCK];
    long done = 0;
    try (Cursor x = new Cursor(real.table().open());
        Cursor y = new Cursor(generated.table().open())) {
      for (int rows = shared(x, y); rows > 0; rows = shared(x, y)) {
        for (int i = 0; i < tables.length; i++) {
          x.encode(realEncoders[i], real.positions()[i], rows, realCodes);
          y.encode(generatedEncoders[i], generated.positions()[i], rows, generatedCodes);
          count(coarsenings.get(i), realCodes, generatedCodes, rows, tables[i]);
        }
        x.row += rows;
        y.row += rows;
        done += rows;
        rowsDone.accept(done);
      }
    }
  }

  private static int shared(Cursor x, Cursor y) {
    return Math.min(Column.BLOCK, Math.min(x.left(), y.left()));
  }

  private static ColumnEncoder[] encoders(
      List<ReferenceColumn> columns, Side side, Kernels kernels) {
    return ColumnEncoder.all(
        columns, side.table().schema(), side.positions(), kernels.edgeSearch());
  }

  private static void count(
      Coarsening coarsening, int[] realCodes, int[] generatedCodes, int rows, long[] table) {
    int symbols = coarsening.symbolCount();
    for (int i = 0; i < rows; i++) {
      table[coarsening.of(realCodes[i]) * symbols + coarsening.of(generatedCodes[i])]++;
    }
  }

  private List<JointCounts> counts() {
    List<JointCounts> counts = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      int symbols = coarsenings.get(i).symbolCount();
      counts.add(new JointCounts(symbols, symbols, tables[i]));
    }
    return counts;
  }

  /** Where in a table the walk is. */
  private static final class Cursor implements AutoCloseable {

    private final BatchReader reader;
    private @Nullable ColumnBatch batch;
    private int row;

    Cursor(BatchReader reader) {
      this.reader = reader;
    }

    /** Rows that are left of the batch, or of the next one that has any; 0 at the end. */
    int left() {
      while (batch == null || row == batch.rowCount()) {
        closeBatch();
        batch = reader.next();
        row = 0;
        if (batch == null) {
          return 0;
        }
      }
      return batch.rowCount() - row;
    }

    void encode(ColumnEncoder encoder, int position, int rows, int[] codes) {
      ColumnBatch open = batch;
      if (open == null) {
        throw new IllegalStateException("no rows are left");
      }
      encoder.encode(open.column(position), row, row + rows, codes);
    }

    private void closeBatch() {
      if (batch != null) {
        batch.close();
      }
    }

    @Override
    public void close() {
      closeBatch();
      reader.close();
    }
  }
}
