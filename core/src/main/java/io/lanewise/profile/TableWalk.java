package io.lanewise.profile;

import io.lanewise.column.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Walks a whole table with several workers. */
final class TableWalk {

  private TableWalk() {}

  /**
   * Hands every row of a table to one of the workers.
   *
   * @param threads number of workers
   * @param makeWorker makes a worker; called once per thread, on the calling thread
   * @param rowsDone told now and then how many rows are done, from any thread, one at a time
   * @return the workers, when all rows are done
   */
  static <W extends SliceWorker> List<W> walk(
      Table table, int threads, Supplier<W> makeWorker, LongConsumer rowsDone) {
    List<W> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(makeWorker.get());
    }
    boolean small = table.rowCount() <= RowFeed.SLICE;
    try (RowFeed feed =
        new RowFeed(table.open(), small ? workers.subList(0, 1) : workers, rowsDone)) {
      feed.feed(Long.MAX_VALUE);
    }
    return workers;
  }
}
