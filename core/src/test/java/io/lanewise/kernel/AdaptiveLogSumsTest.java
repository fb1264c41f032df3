package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract across the switch, and when it happens. */
class AdaptiveLogSumsTest extends LogSumsContract {
  private static final int THRESHOLD = 3 * LogSums.BLOCK;
  private final double[] weights = new double[LogSums.BLOCK];
  private final Total total = new Total(1, 0);
  private final CountDownLatch asked = new CountDownLatch(1);

  /** A twin that is its own vector form: the switch happens in the middle of the contract. */
  @Override
  protected LogSums logSums() {
    LogSums scalar = Kernels.scalar().logSums();
    return new AdaptiveLogSums(THRESHOLD, scalar, () -> scalar);
  }

  @Test
  void vectorsAreNotAskedForUpToTheThreshold() {
    LogSums sums =
        new AdaptiveLogSums(
            THRESHOLD,
            Kernels.scalar().logSums(),
            () -> {
              throw new AssertionError("asked for");
            });
    for (int done = 0; done < THRESHOLD; done += LogSums.BLOCK) {
      sums.entropy(weights, 0, LogSums.BLOCK, total);
      sums.crossEntropy(weights, weights, 0, LogSums.BLOCK, total, total);
      sums.klDivergence(weights, weights, 0, LogSums.BLOCK, total, total);
      sums.jsDivergence(weights, weights, 0, LogSums.BLOCK, total, total);
    }
  }

  @Test
  void beyondItTheyAreAskedForOnceAndInAnotherThread() throws InterruptedException {
    Thread caller = Thread.currentThread();
    LogSums sums =
        new AdaptiveLogSums(
            THRESHOLD,
            Kernels.scalar().logSums(),
            () -> {
              assertEquals(1, asked.getCount());
              assertTrue(Thread.currentThread() != caller && Thread.currentThread().isDaemon());
              asked.countDown();
              return null;
            });
    for (int done = 0; done < 10 * THRESHOLD; done += LogSums.BLOCK) {
      sums.jsDivergence(weights, weights, 0, LogSums.BLOCK, total, total);
    }
    assertTrue(asked.await(10, TimeUnit.SECONDS));
  }

  @Test
  void theFasterFormTakesOver() throws InterruptedException {
    Object slow = "slow";
    Object fast = "fast";
    var takesOver = new VectorSwitch<>(0, slow, () -> fast);
    assertTrue(takesOver.count(1));
    assertNull(takesOver.ready());
    takesOver.start(form -> busy(form == slow ? 100_000 : 1_000));
    for (int i = 0; takesOver.ready() == null && i < 1000; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertSame(fast, takesOver.ready());
  }

  @Test
  void theSlowerFormDoesNot() throws InterruptedException {
    Object slow = "slow";
    Object fast = "fast";
    var stays = new VectorSwitch<>(0, fast, () -> slow);
    CountDownLatch tried = new CountDownLatch(50);
    stays.start(
        form -> {
          busy(form == slow ? 1_000_000 : 1_000);
          tried.countDown();
        });
    assertTrue(tried.await(30, TimeUnit.SECONDS));
    assertNull(stays.ready());
  }

  /** A class of the incubator module may be missing although the module was found. */
  @Test
  void aBrokenVectorFormLeavesTheScalarOneAlone() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    var stays = new VectorSwitch<>(0, "scalar", () -> "vector");
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> uncaught.add(problem));
    try {
      stays.start(
          form -> {
            tried.countDown();
            throw new NoClassDefFoundError(form);
          });
      assertTrue(tried.await(30, TimeUnit.SECONDS));
      TimeUnit.MILLISECONDS.sleep(50);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), uncaught);
    assertNull(stays.ready());
  }

  private static void busy(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }
}
