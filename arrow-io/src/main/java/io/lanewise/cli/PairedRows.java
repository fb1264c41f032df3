package io.lanewise.cli;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.evaluate.SequentialComparison;
import org.jspecify.annotations.Nullable;

/**
 * Generated rows that a sequential test sees in their order, before whoever counts them in any.
 *
 * @param rows the rows
 * @param comparison the test
 */
record PairedRows(BatchReader rows, SequentialComparison comparison) implements BatchReader {

  @Override
  public @Nullable ColumnBatch next() {
    ColumnBatch batch = rows.next();
    if (batch != null) {
      try {
        batch.await();
        comparison.accept(batch);
      } catch (RuntimeException e) {
        batch.close();
        throw e;
      }
    }
    return batch;
  }

  @Override
  public void close() {
    rows.close();
  }
}
