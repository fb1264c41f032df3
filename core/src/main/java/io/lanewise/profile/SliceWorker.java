package io.lanewise.profile;

import io.lanewise.column.ColumnBatch;

/** Takes some rows of a table at a time. One thread. */
@FunctionalInterface
public interface SliceWorker {

  /** Takes the rows {@code [from, to)} of a batch. */
  void accept(ColumnBatch batch, int from, int to);
}
