package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which rows of a table are looked at: all of a small table, of a larger one a sample that depends
 * on the rows' ordinals alone. How the rows are cut into batches, and which thread reads them, does
 * not change the choice.
 *
 * <p>The table is cut into as many stretches of equal length as rows are wanted, and a hash chooses
 * one row of each: a hash per sampled row, not per row.
 */
final class RowSample {

  /** No row of any table. */
  static final RowSample NONE = new RowSample(1, 0, 0);

  private final long rowCount;
  private final int size;
  private final long salt;

  private RowSample(long rowCount, int size, long salt) {
    this.rowCount = rowCount;
    this.size = size;
    this.salt = salt;
  }

  /** All rows of a table of up to {@code size}, and so many of a larger one. */
  static RowSample of(long rowCount, int size, long seed) {
    return new RowSample(rowCount, size, SymbolHash.mix(seed));
  }

  boolean all() {
    return rowCount <= size;
  }

  /** Finds those of the rows {@code [from, to)}, at most a block, that the sample takes. */
  void select(long firstRow, int from, int to, RowRuns runs) {
    runs.clear();
    if (all()) {
      runs.add(from, to);
      return;
    }
    long first = firstRow + from;
    long end = firstRow + to;
    // Near the stretch that holds the first row, but not behind it.
    int stretch = Math.clamp((long) ((double) first / rowCount * size) - 1, 0, size - 1);
    for (; stretch < size && start(stretch) < end; stretch++) {
      long row = row(stretch);
      if (row >= first && row < end) {
        runs.add((int) (row - firstRow), (int) (row - firstRow) + 1);
      }
    }
  }

  /**
   * Walks all rows that the sample does not take.
   *
   * @param threads number of workers
   * @param makeWorker makes a worker; called once per thread, on the calling thread
   * @return the workers, when all rows are done
   */
  <W extends SliceWorker> List<W> walkOthers(Table table, int threads, Supplier<W> makeWorker) {
    if (size == 0) {
      return TableWalk.walk(table, threads, makeWorker, rows -> {});
    }
    return TableWalk.walk(
            table, threads, () -> new Others<>(this, makeWorker.get(), new RowRuns()), rows -> {})
        .stream()
        .map(Others::worker)
        .toList();
  }

  /** Hands on the rows that a sample does not take. */
  private record Others<W extends SliceWorker>(RowSample sample, W worker, RowRuns runs)
      implements SliceWorker {
    @Override
    public void accept(ColumnBatch batch, int from, int to) {
      for (int block = from; block < to; block += Column.BLOCK) {
        int end = Math.min(to, block + Column.BLOCK);
        sample.select(batch.firstRow(), block, end, runs);
        int start = block;
        for (int run = 0; run < runs.count(); run++) {
          hand(batch, start, runs.start(run));
          start = runs.end(run);
        }
        hand(batch, start, end);
      }
    }

    private void hand(ColumnBatch batch, int from, int to) {
      if (from < to) {
        worker.accept(batch, from, to);
      }
    }
  }

  /** The row that is taken of a stretch. */
  private long row(int stretch) {
    long start = start(stretch);
    long length = start(stretch + 1) - start;
    return start + Long.remainderUnsigned(SymbolHash.mix(stretch + salt), length);
  }

  /** First row of a stretch: its share of all rows, without overflow. */
  private long start(int stretch) {
    return stretch * (rowCount / size) + stretch * (rowCount % size) / size;
  }
}
