package io.lanewise.gan;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do a piece of work together, again and again.
 *
 * <p>Rounds of a training step follow each other within microseconds, so who waits looks for a
 * while before it sleeps: waking a thread costs 7 to 11 microseconds.
 */
final class Crew implements AutoCloseable {

  /** A piece of work in as many parts as there are threads. */
  interface Work {
    /** Does one part. */
    void run(int part);
  }

  /** About 20 microseconds. */
  private static final int LOOKS = 2000;

  /** Floats of a line of memory: two threads write to none together. */
  private static final int LINE = 16;

  private final Thread[] helpers;
  private final AtomicInteger working = new AtomicInteger();
  private volatile int round;
  private volatile @Nullable Work work;
  private volatile @Nullable Throwable failure;

  /** Starts {@code threads - 1} threads beside the caller's. */
  Crew(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      int part = i + 1;
      helpers[i] =
          Thread.ofPlatform().daemon().name("lanewise-gan-" + part).start(() -> help(part));
    }
  }

  int threads() {
    return helpers.length + 1;
  }

  /** Where a part of an array of floats begins, if each thread has one. */
  int begin(int part, int size) {
    long lines = (size + LINE - 1L) / LINE;
    return (int) Math.min(size, lines * part / threads() * LINE);
  }

  /** Does all parts, and returns when the last is done. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread calls
  void run(Work next) {
    if (helpers.length == 0) {
      next.run(0);
      return;
    }
    working.set(helpers.length);
    work = next;
    round++;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    next.run(0);
    for (int looks = 0; working.get() > 0; looks++) {
      rest(looks);
    }
    Throwable failed = failure;
    if (failed != null) {
      throw new IllegalStateException("a thread of the training failed", failed);
    }
  }

  private static void rest(int looks) {
    if (looks < LOOKS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(100_000);
    }
  }

  private void help(int part) {
    int seen = 0;
    while (true) {
      for (int looks = 0; round == seen; looks++) {
        rest(looks);
      }
      seen = round;
      Work next = work;
      if (next == null) {
        return;
      }
      try {
        next.run(part);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      working.decrementAndGet();
    }
  }

  /** Ends the threads. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread calls
  public void close() {
    work = null;
    round++;
  }
}
