package io.lanewise.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Pieces of work that do not depend on each other, shared by some threads. */
final class SharedWork {

  /**
   * Pieces taken at a time: some 200 microseconds of pairs, against 50 to start a thread and next
   * to nothing to take the next pieces.
   */
  private static final int CHUNK = 16;

  private SharedWork() {}

  /**
   * Does the pieces 0 to {@code count - 1}, each once, and returns when all are done.
   *
   * @param threads how many may work at a time, the calling one included
   * @param worker makes what does a piece; called by each thread for itself
   */
  static void run(int count, int threads, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          IntConsumer piece = worker.get();
          for (int from = next.getAndAdd(CHUNK); from < count; from = next.getAndAdd(CHUNK)) {
            for (int i = from; i < Math.min(from + CHUNK, count); i++) {
              piece.accept(i);
            }
          }
        };
    int others = Math.min(threads, Math.ceilDiv(count, CHUNK)) - 1;
    if (others <= 0) {
      share.run();
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(others, SharedWork::daemon)) {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        futures.add(pool.submit(share));
      }
      share.run();
      futures.forEach(SharedWork::await);
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    }
  }

  private static Thread daemon(Runnable work) {
    return Thread.ofPlatform().daemon().name("lanewise-score").unstarted(work);
  }
}
