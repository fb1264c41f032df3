package io.lanewise.profile;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks a table with several workers, each on its own thread, handing out slices of rows. Which
 * worker gets which slice is a matter of chance, so what the workers make of them must not depend
 * on it: integers that are added.
 */
final class TableWalk implements AutoCloseable {

  /** Rows of a slice: some 100 microseconds of work and more, against a hand-off of some 10. */
  private static final int SLICE = 1 << 16;

  private final BatchReader reader;
  private final LongConsumer rowsDone;
  private @Nullable OpenBatch current;
  private int nextRow;
  private long done;
  private boolean stopped;

  private TableWalk(Table table, LongConsumer rowsDone) {
    this.reader = table.open();
    this.rowsDone = rowsDone;
  }

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
    try (TableWalk walk = new TableWalk(table, rowsDone)) {
      if (threads == 1 || table.rowCount() <= SLICE) {
        walk.work(workers.getFirst());
      } else {
        walk.runAll(workers);
      }
    }
    return workers;
  }

  private void runAll(List<? extends SliceWorker> workers) {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers.size(), TableWalk::daemon)) {
      List<Future<?>> futures = new ArrayList<>();
      for (SliceWorker worker : workers) {
        futures.add(pool.submit(() -> work(worker)));
      }
      RuntimeException failure = null;
      for (Future<?> future : futures) {
        try {
          future.get();
        } catch (ExecutionException e) {
          failure = failure == null ? unchecked(e.getCause()) : failure;
        } catch (InterruptedException e) {
          stop();
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while reading a table", e);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lanewise-worker");
    thread.setDaemon(true);
    return thread;
  }

  private void work(SliceWorker worker) {
    try {
      for (Slice slice = next(); slice != null; slice = next()) {
        try {
          worker.accept(slice.batch.batch, slice.from, slice.to);
        } finally {
          release(slice);
        }
      }
    } catch (RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  private synchronized @Nullable Slice next() {
    while (!stopped) {
      OpenBatch open = current;
      if (open == null) {
        ColumnBatch batch = reader.next();
        if (batch == null) {
          return null;
        }
        open = new OpenBatch(batch);
        current = open;
        nextRow = 0;
      }
      int rowCount = open.batch.rowCount();
      if (nextRow >= rowCount) {
        current = null;
        open.handedOut = true;
        open.closeIfDone();
        continue;
      }
      int from = nextRow;
      nextRow = Math.min(rowCount, from + SLICE);
      open.slices++;
      return new Slice(open, from, nextRow);
    }
    return null;
  }

  private synchronized void release(Slice slice) {
    slice.batch.slices--;
    slice.batch.closeIfDone();
    done += slice.to - slice.from;
    rowsDone.accept(done);
  }

  private synchronized void stop() {
    stopped = true;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.handedOut = true;
      current.closeIfDone();
      current = null;
    }
    reader.close();
  }

  private record Slice(OpenBatch batch, int from, int to) {}

  private static final class OpenBatch {
    final ColumnBatch batch;
    int slices;
    boolean handedOut;

    OpenBatch(ColumnBatch batch) {
      this.batch = batch;
    }

    void closeIfDone() {
      if (handedOut && slices == 0) {
        batch.close();
      }
    }
  }
}
