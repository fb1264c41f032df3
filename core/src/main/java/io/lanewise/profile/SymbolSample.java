package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;

/** Keeps the coarse symbols of sampled rows, column by column. */
final class SymbolSample implements SliceWorker {

  private final int[] positions;
  private final List<Coarsening> coarsenings;
  private final RowSample sample;
  private final ColumnEncoder[] encoders;
  private final byte[][] symbols;
  private final int[] codes = new int[Column.BLOCK];
  private final RowRuns runs = new RowRuns();
  private int size;

  SymbolSample(
      List<ReferenceColumn> columns,
      Schema schema,
      int[] positions,
      List<Coarsening> coarsenings,
      RowSample sample) {
    this.positions = positions;
    this.coarsenings = coarsenings;
    this.sample = sample;
    this.encoders = ColumnEncoder.all(columns, schema, positions, Kernels.scalar().edgeSearch());
    this.symbols = new byte[encoders.length][Column.BLOCK];
  }

  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int block = from; block < to; block += Column.BLOCK) {
      sample.select(batch.firstRow(), block, Math.min(to, block + Column.BLOCK), runs);
      int end = size;
      for (int i = 0; i < encoders.length; i++) {
        Column column = batch.column(positions[i]);
        end = size;
        for (int run = 0; run < runs.count(); run++) {
          int length = runs.end(run) - runs.start(run);
          encoders[i].encode(column, runs.start(run), runs.end(run), codes);
          if (end + length > symbols[i].length) {
            symbols[i] = Arrays.copyOf(symbols[i], 2 * (end + length));
          }
          coarsenings.get(i).apply(codes, length, symbols[i], end);
          end += length;
        }
      }
      size = end;
    }
  }

  /** Adds how often the symbols of two columns came together. */
  void count(ColumnPair pair, int width, long[] counts) {
    byte[] x = symbols[pair.x()];
    byte[] y = symbols[pair.y()];
    for (int i = 0; i < size; i++) {
      counts[x[i] * width + y[i]]++;
    }
  }
}
