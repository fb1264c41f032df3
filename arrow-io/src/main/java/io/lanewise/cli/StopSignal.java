package io.lanewise.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for who has something to finish before the JVM ends: it waits until this is closed. The
 * exit code is then the system's for the signal, 130.
 */
final class StopSignal implements AutoCloseable {

  /** A disk that takes longer is not waited for. */
  private static final long MOST_SECONDS = 60;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "lanewise-stop");
  private volatile boolean given;

  /** From now on the JVM's end waits. */
  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether it is time to finish. */
  boolean isGiven() {
    return given;
  }

  /** As the signal would. */
  void give() {
    given = true;
  }

  private void await() {
    give();
    try {
      if (!finished.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("lanewise: not finished after " + MOST_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is finished. */
  @Override
  public void close() {
    finished.countDown();
    if (given) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and does not wait any more.
      give();
    }
  }
}
