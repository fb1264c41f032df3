package io.lanewise.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A table in memory, cut into batches as a test wants them. Reading a closed batch throws, and
 * {@link #openBatches()} tells of batches that nobody closed.
 */
public final class MemoryTable implements Table {

  private final String source;
  private final List<MemoryColumn> columns;
  private final int[] batchEnds;
  private final AtomicInteger openBatches = new AtomicInteger();

  private MemoryTable(String source, List<MemoryColumn> columns, int[] batchEnds) {
    this.source = source;
    this.columns = columns;
    this.batchEnds = batchEnds;
  }

  /** A table of one batch. */
  public static MemoryTable of(String source, MemoryColumn... columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length();
    for (MemoryColumn column : columns) {
      if (column.length() != rows) {
        throw new IllegalArgumentException(
            "column '" + column.field().name() + "' has " + column.length() + " rows, not " + rows);
      }
    }
    return new MemoryTable(source, List.of(columns), new int[] {rows});
  }

  /**
   * The same rows in other batches.
   *
   * @param batchEnds where each batch ends; the last one is the number of rows
   */
  public MemoryTable cutAt(int... batchEnds) {
    if (batchEnds.length == 0 ? rowCount() > 0 : batchEnds[batchEnds.length - 1] != rowCount()) {
      throw new IllegalArgumentException(
          "batches end at " + Arrays.toString(batchEnds) + ", rows at " + rowCount());
    }
    return new MemoryTable(source, columns, batchEnds);
  }

  /** The same rows in at most so many batches of random sizes, some of them without rows. */
  public MemoryTable cutAtRandom(Random random, int most) {
    int rows = (int) rowCount();
    List<Integer> ends = new ArrayList<>();
    for (int i = random.nextInt(most); i > 0; i--) {
      int end = random.nextInt(rows + 1);
      ends.add(end);
      if (random.nextInt(4) == 0) {
        ends.add(end);
      }
    }
    ends.add(rows);
    return cutAt(ends.stream().sorted().mapToInt(end -> end).toArray());
  }

  /** Batches that were handed out and not closed. */
  public int openBatches() {
    return openBatches.get();
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Schema schema() {
    return new Schema(columns.stream().map(MemoryColumn::field).toList());
  }

  @Override
  public long rowCount() {
    return batchEnds.length == 0 ? 0 : batchEnds[batchEnds.length - 1];
  }

  @Override
  public BatchReader open() {
    return new BatchReader() {
      private int batch;

      @Override
      public ColumnBatch next() {
        if (batch == batchEnds.length) {
          return null;
        }
        int from = batch == 0 ? 0 : batchEnds[batch - 1];
        openBatches.incrementAndGet();
        return new Batch(from, batchEnds[batch++]);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}

  private final class Batch implements ColumnBatch {
    private final int from;
    private final int to;
    private volatile boolean closed;
    private final Column[] cut;

    Batch(int from, int to) {
      this.from = from;
      this.to = to;
      this.cut = new Column[columns.size()];
    }

    @Override
    public Schema schema() {
      return MemoryTable.this.schema();
    }

    @Override
    public int rowCount() {
      return to - from;
    }

    @Override
    public long firstRow() {
      return from;
    }

    @Override
    public synchronized Column column(int index) {
      if (closed) {
        throw new IllegalStateException("batch of rows " + from + " to " + to + " is closed");
      }
      if (cut[index] == null) {
        cut[index] = columns.get(index).rows(from, to);
      }
      return cut[index];
    }

    @Override
    public synchronized void close() {
      if (closed) {
        throw new IllegalStateException("batch of rows " + from + " to " + to + " closed twice");
      }
      closed = true;
      openBatches.decrementAndGet();
    }
  }
}
