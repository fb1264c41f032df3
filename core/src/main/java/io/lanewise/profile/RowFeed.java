package io.lanewise.profile;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to several workers, each on its own thread, as they are read. Which worker gets which
 * rows is a matter of chance, so what the workers make of them must not depend on it: integers that
 * are added.
 *
 * <p>One worker reads the next batch while the others work on those before; nobody who is done with
 * rows waits for it. Not for use by several threads at a time.
 *
 * <p>The first failure ends the feed: nothing is read any more, the other workers are interrupted,
 * and when all of them have ended, it is thrown. So it is told at once, even if the next batch
 * never comes, where the reader waits for its bytes in a channel that an interrupt closes; any
 * other source is waited for.
 */
public final class RowFeed implements AutoCloseable {

  /** Rows of a slice: some 100 microseconds of work and more, against a hand-off of some 10. */
  static final int SLICE = 1 << 16;

  private final BatchReader reader;
  private final List<? extends SliceWorker> workers;
  private final LongConsumer rowsDone;

  /**
   * Guards {@link #done}: not the feed itself, which is held while the next batch is waited for.
   */
  private final Object doneLock = new Object();

  private @Nullable ExecutorService pool;
  private @Nullable OpenBatch current;
  private int nextRow;
  private long wanted;
  private long done;
  private volatile boolean stopped;

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
   * @throws io.lanewise.column.DataException where they cannot be read; as after any failure, no
   *     rows are handed out or passed over then
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
    CompletionService<SliceWorker> running = new ExecutorCompletionService<>(pool);
    workers.forEach(worker -> running.submit(() -> work(worker), worker));
    try {
      for (int left = workers.size(); left > 0; left--) {
        running.take().get();
      }
    } catch (ExecutionException e) {
      endThreads(pool);
      throw unchecked(reason(e.getCause(), running));
    } catch (InterruptedException e) {
      endThreads(pool);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading a table", e);
    }
  }

  private void endThreads(ExecutorService threads) {
    stopped = true;
    threads.shutdownNow();
    threads.close();
    pool = null;
  }

  /** What was told first, or what caused it, if another worker tells that only now. */
  private static @Nullable Throwable reason(
      @Nullable Throwable told, CompletionService<?> running) {
    for (Future<?> ended = running.poll(); ended != null; ended = running.poll()) {
      if (told != null
          && ended.state() == Future.State.FAILED
          && ended.exceptionNow() == told.getCause()) {
        return ended.exceptionNow();
      }
    }
    return told;
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
          slice.batch.release();
        }
        tell(slice.to - slice.from);
      }
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  private synchronized @Nullable Slice next() {
    while (wanted > 0) {
      OpenBatch open = openBatch();
      if (open == null) {
        return null;
      }
      int rowCount = open.batch.rowCount();
      if (nextRow >= rowCount) {
        closeBatch(open);
        continue;
      }
      // By whoever reads, so that batches have their memory in the order in which they are read.
      open.batch.await();
      int from = nextRow;
      nextRow = (int) (from + Math.min(wanted, Math.min(SLICE, rowCount - from)));
      wanted -= nextRow - from;
      open.hold();
      return new Slice(open, from, nextRow);
    }
    return null;
  }

  private @Nullable OpenBatch openBatch() {
    if (stopped) {
      return null;
    }
    if (current == null) {
      ColumnBatch batch = read();
      if (batch != null) {
        current = new OpenBatch(batch);
        nextRow = 0;
      }
    }
    return current;
  }

  /**
   * The next batch. Nobody reads on where that failed: what comes then is the rest of something.
   */
  private @Nullable ColumnBatch read() {
    try {
      return reader.next();
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  /** Closes the current batch as soon as its slices are done. */
  private void closeBatch(OpenBatch open) {
    current = null;
    open.release();
  }

  private void tell(int rows) {
    synchronized (doneLock) {
      done += rows;
      rowsDone.accept(done);
    }
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

  /** A batch that is closed when the feed and all slices are done with it. */
  private static final class OpenBatch {
    final ColumnBatch batch;
    private final AtomicInteger holders = new AtomicInteger(1);

    OpenBatch(ColumnBatch batch) {
      this.batch = batch;
    }

    void hold() {
      holders.incrementAndGet();
    }

    void release() {
      if (holders.decrementAndGet() == 0) {
        batch.close();
      }
    }
  }
}
