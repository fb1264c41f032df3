package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;
import java.util.List;

/** Counts the codes of sampled rows, over a reference's columns. */
final class CodeSample implements SliceWorker {

  private final int[] positions;
  private final RowSample sample;
  private final ColumnEncoder[] encoders;
  private final CodeCounter[] counters;
  private final int[] listed;
  private final int[] codes = new int[Column.BLOCK];
  private final RowRuns runs = new RowRuns();

  CodeSample(List<ReferenceColumn> columns, Schema schema, int[] positions, RowSample sample) {
    this.positions = positions;
    this.sample = sample;
    this.encoders = ColumnEncoder.all(columns, schema, positions, Kernels.scalar().edgeSearch());
    this.listed = columns.stream().mapToInt(column -> column.binning().listedCodes()).toArray();
    this.counters = new CodeCounter[listed.length];
    for (int i = 0; i < listed.length; i++) {
      counters[i] = new CodeCounter(listed[i] + 1);
    }
  }

  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int block = from; block < to; block += Column.BLOCK) {
      sample.select(batch.firstRow(), block, Math.min(to, block + Column.BLOCK), runs);
      for (int i = 0; i < encoders.length; i++) {
        Column column = batch.column(positions[i]);
        for (int run = 0; run < runs.count(); run++) {
          encoders[i].encode(column, runs.start(run), runs.end(run), codes);
          count(i, runs.end(run) - runs.start(run));
        }
      }
    }
  }

  private void count(int column, int length) {
    for (int i = 0; i < length; i++) {
      codes[i] = Math.min(codes[i], listed[column]);
    }
    counters[column].add(codes, length);
  }

  /** Counts by code: of those that the reference lists, and last of all others together. */
  long[] counts(int column) {
    return counters[column].toArray(listed[column] + 1);
  }
}
