package io.lanewise.arrow;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over the batches of one input after the other. */
final class BatchWalk implements BatchReader {

  private final List<ArrowTable.Part> parts;
  private final MemoryBudget budget;
  private int part;
  private int batch;
  private long firstRow;
  private boolean closed;

  /** Held from batch to batch, so that the next one finds what is decoded of its dictionaries. */
  private DictionarySet held = DictionarySet.EMPTY;

  BatchWalk(List<ArrowTable.Part> parts, MemoryBudget budget) {
    this.parts = parts;
    this.budget = budget;
  }

  @Override
  public @Nullable ColumnBatch next() {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    while (part < parts.size() && batch == parts.get(part).index().batches().size()) {
      part++;
      batch = 0;
    }
    if (part == parts.size()) {
      hold(DictionarySet.EMPTY);
      return null;
    }
    IndexedBatch indexed = parts.get(part).index().batches().get(batch);
    ArrowBatch next = ArrowBatch.of(indexed, firstRow, budget, () -> {});
    hold(indexed.dictionaries());
    batch++;
    firstRow += indexed.rowCount();
    return next;
  }

  private void hold(DictionarySet next) {
    next.retain();
    held.release();
    held = next;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      hold(DictionarySet.EMPTY);
    }
  }
}
