package io.lanewise.column;

import org.jspecify.annotations.Nullable;

/** One walk over the batches of a table. One thread at a time. */
public interface BatchReader extends AutoCloseable {

  /**
   * The next batch, which the caller closes, or null after the last. Batches that are open stay
   * valid when the reader moves on or is closed.
   *
   * @throws DataException where the data cannot be read
   */
  @Nullable ColumnBatch next();

  /** Ends the walk. */
  @Override
  void close();
}
