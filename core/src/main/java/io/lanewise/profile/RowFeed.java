package io.lanewise.profile;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to several workers, each on its own thread, as they are read. Which worker gets which
 * rows is a matter of chance, so what the workers make of them must not depend on it: integers that
 * are added.
 *
 * <p>One worker reads the next batch while the others work on those before. Not for use by several
 * threads at a time.
 */
public final class RowFeed implements AutoCloseable {

  /** Rows of a slice: some 100 microseconds of work and more, against a hand-off of some 10. */
  static final int SLICE = 1 << 16;

  private final BatchReader reader;
  private final List<? extends SliceWorker> workers;
  private final LongConsumer rowsDone;
  private @Nullable ExecutorService pool;
  private @Nullable OpenBatch current;
  private int nextRow;
  private long wanted;
  private long done;
  private boolean stopped;

  /**
   * A feed that has read nothing.
   *
   * @param reader where rows come from; is closed with the feed
   * @param workers at least one; no more than one thread at a time calls each
   * @param rowsDone told now and then how many rows are done, from any thread, one at a time
   */
  public RowFeed(BatchReader reader, List<? extends SliceWorker> workers, LongConsumer rowsDone) {
    if (workers.isEmpty()) {
      throw new IllegalArgumentException("no workers, expected at least 1");
    }
    this.reader = reader;
    this.workers = List.copyOf(workers);
    this.rowsDone = rowsDone;
  }

  /**
   * Hands out the next rows, and returns when they are done.
   *
   * @param rows at most so many; a batch is cut where they end, and the rest of it comes next time
   * @return how many there were; fewer than {@code rows} only at the end
   * @throws io.lanewise.column.DataException where they cannot be read; the feed is of no use then
   */
  public long feed(long rows) {
    long before = done;
    synchronized (this) {
      wanted = rows;
    }
    if (workers.size() == 1 || rows <= SLICE) {
      work(workers.getFirst());
    } else {
      runAll();
    }
    return done - before;
  }

  /**
   * Passes over the next rows; columns are not decoded.
   *
   * @return how many there were; fewer than {@code rows} only at the end
   * @throws io.lanewise.column.DataException where they cannot be read
   */
  public synchronized long skip(long rows) {
    long left = rows;
    while (left > 0) {
      OpenBatch open = openBatch();
      if (open == null) {
        break;
      }
      int passed = (int) Math.min(left, open.batch.rowCount() - nextRow);
      nextRow += passed;
      left -= passed;
      if (left > 0) {
        closeBatch(open);
      }
    }
    return rows - left;
  }

  /**
   * Whether there are further rows; waits for them.
   *
   * @throws io.lanewise.column.DataException where they cannot be read
   */
  public synchronized boolean hasMore() {
    for (OpenBatch open = openBatch(); open != null; open = openBatch()) {
      if (nextRow < open.batch.rowCount()) {
        return true;
      }
      closeBatch(open);
    }
    return false;
  }

  private void runAll() {
    if (pool == null) {
      pool = Executors.newFixedThreadPool(workers.size(), RowFeed::daemon);
    }
    ExecutorService threads = pool;
    List<Future<?>> futures = new ArrayList<>();
    for (SliceWorker worker : workers) {
      futures.add(threads.submit(() -> work(worker)));
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
          slice.batch.batch.await();
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
    while (!stopped && wanted > 0) {
      OpenBatch open = openBatch();
      if (open == null) {
        return null;
      }
      int rowCount = open.batch.rowCount();
      if (nextRow >= rowCount) {
        closeBatch(open);
        continue;
      }
      int from = nextRow;
      nextRow = (int) (from + Math.min(wanted, Math.min(SLICE, rowCount - from)));
      wanted -= nextRow - from;
      open.slices++;
      return new Slice(open, from, nextRow);
    }
    return null;
  }

  private @Nullable OpenBatch openBatch() {
    if (current == null) {
      ColumnBatch batch = reader.next();
      if (batch != null) {
        current = new OpenBatch(batch);
        nextRow = 0;
      }
    }
    return current;
  }

  /** Closes the current batch as soon as its slices are done. */
  private void closeBatch(OpenBatch open) {
    current = null;
    open.handedOut = true;
    open.closeIfDone();
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
  public void close() {
    if (pool != null) {
      pool.close();
    }
    closeReader();
  }

  private synchronized void closeReader() {
    if (current != null) {
      closeBatch(current);
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
