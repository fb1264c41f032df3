package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Steps of a training allocate nothing with vector kernels. To be run in a JVM of its own, as
 * trainings are: what other tests do to kernels decides what its compiler makes of them.
 */
@Execution(ExecutionMode.SAME_THREAD)
class StepAllocationTest {

  private static final int STEPS = 1_000;
  private static final int ROWS = 200;

  /**
   * Code that is not compiled yet allocates the vectors that it works with, so windows of steps are
   * tried until one has nothing: what a step itself allocates is in every one of them.
   */
  private static final int MOST_WINDOWS = 100;

  private static final RowLayout LAYOUT =
      new RowLayout(
          List.of(
              new RowLayout.Block(
                  0,
                  List.of(
                      new RowLayout.Single(),
                      RowLayout.Stretch.SPREAD,
                      new RowLayout.Stretch(List.of(-0.2f, 0.4f, 1f), List.of(-0.5f, 0f, 0.7f)))),
              new RowLayout.Block(4, List.of(RowLayout.Stretch.SPREAD))));

  private final ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 0.5, 8"})
  void aStepOfBothNetworksAllocatesNothing(int pack, double dropout, int softBins) {
    GanSettings settings = settings(pack, dropout, softBins);
    float[] rows = rows(LAYOUT.width());
    try (GanTrainer trainer = new GanTrainer(settings, LAYOUT, rows, 1, 2, Kernels.simd())) {
      requireNothing(trainer::step);
    }
  }

  @Test
  void aStepOfTheDiscriminatorAllocatesNothing() {
    int width = LAYOUT.width();
    RandomNumbers random = new RandomNumbers(3);
    Network discriminator =
        Network.initial(
            width, Architecture.discriminator(List.of(16), 8, 1, LAYOUT, 0.25), random.next());
    RowParts.Rows halves =
        new RowParts.Rows(
            IntStream.range(0, ROWS / 2).toArray(), IntStream.range(ROWS / 2, ROWS).toArray());
    try (DiscriminatorTrainer trainer =
        new DiscriminatorTrainer(
            discriminator,
            Optimizer.Adam.of(1e-3, 0.9),
            rows(width),
            halves,
            ROWS / 2,
            random,
            2,
            Kernels.simd())) {
      requireNothing(trainer::step);
    }
  }

  private void requireNothing(Runnable step) {
    step.run();
    long[] threads = threadsOfTraining();
    long allocated = Long.MAX_VALUE;
    for (int window = 0; window < MOST_WINDOWS && allocated >= STEPS; window++) {
      long before = allocatedBytes(threads);
      for (int i = 0; i < STEPS; i++) {
        step.run();
      }
      allocated = allocatedBytes(threads) - before;
    }
    // To look allocates some hundred bytes; the smallest object a step would be 16,000.
    assertTrue(allocated < STEPS, allocated + " bytes in " + STEPS + " steps");
  }

  /** The thread that calls, and all that help. */
  private static long[] threadsOfTraining() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("lanewise-gan-"))
        .mapToLong(Thread::threadId)
        .toArray();
  }

  private long allocatedBytes(long[] threads) {
    long bytes = 0;
    for (long thread : threads) {
      bytes += bean.getThreadAllocatedBytes(thread);
    }
    return bytes;
  }

  private static GanSettings settings(int pack, double dropout, int softBins) {
    GanSettings usual = GanSettings.MANY_ROWS;
    return new GanSettings(
        List.of(16, 16),
        List.of(32, 16),
        5,
        Prior.NORMAL,
        128,
        pack,
        usual.loss(),
        dropout,
        usual.labelSmoothing(),
        softBins,
        usual.temperature(),
        usual.generatorOptimizer(),
        usual.discriminatorOptimizer(),
        STEPS,
        usual.averaging());
  }

  private static float[] rows(int width) {
    Random random = new Random(7);
    float[] rows = new float[ROWS * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 2 * random.nextFloat() - 1;
    }
    return rows;
  }
}
