package io.lanewise.column;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of batches that somebody else owns. */
final class HeldTable implements Table {

  private final String source;
  private final List<ColumnBatch> batches;
  private final long rowCount;

  HeldTable(String source, List<? extends ColumnBatch> batches) {
    this.source = source;
    this.batches = List.copyOf(batches);
    if (batches.isEmpty()) {
      throw new IllegalArgumentException(source + ": no batches, expected at least 1");
    }
    for (int i = 1; i < batches.size(); i++) {
      String batch = source + ": batch " + i + ": ";
      batches
          .get(i)
          .schema()
          .difference(schema())
          .ifPresent(
              difference -> {
                throw new IllegalArgumentException(batch + difference);
              });
    }
    this.rowCount = batches.stream().mapToLong(ColumnBatch::rowCount).sum();
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Schema schema() {
    return batches.getFirst().schema();
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  @Override
  public BatchReader open() {
    return new Walk();
  }

  @Override
  public void close() {}

  private final class Walk implements BatchReader {
    private int next;
    private long firstRow;

    @Override
    public @Nullable ColumnBatch next() {
      if (next == batches.size()) {
        return null;
      }
      ColumnBatch batch = batches.get(next++);
      PlacedBatch held = new PlacedBatch(batch, firstRow);
      firstRow += batch.rowCount();
      return held;
    }

    @Override
    public void close() {}
  }

  /** A batch in its place among the others, which whoever walks the table does not close. */
  private record PlacedBatch(ColumnBatch batch, long firstRow) implements ColumnBatch {
    @Override
    public Schema schema() {
      return batch.schema();
    }

    @Override
    public int rowCount() {
      return batch.rowCount();
    }

    @Override
    public Column column(int index) {
      return batch.column(index);
    }

    @Override
    public void close() {}
  }
}
