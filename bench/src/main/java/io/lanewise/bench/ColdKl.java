package io.lanewise.bench;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
import java.time.Duration;
import java.util.Locale;

/**
 * One KL divergence in a new JVM, on the kernels that the property {@code lanewise.kernels} asks
 * for: how long does a program take that computes once and ends?
 *
 * <p>{@code ELEMENTS} is the argument; they are 2^20 weights, over and over, so that making them
 * costs next to nothing. Prints the milliseconds that the kernels took, their loading included, and
 * those of processor time that the process took so far.
 */
public final class ColdKl {

  private static final int MOST = 1 << 20;

  private ColdKl() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    long elements = Long.parseLong(arguments[0]);
    int size = (int) Math.min(elements, MOST);
    double[] c = weights(size, 1);
    double[] d = weights(size, 2);
    Total total = new Total(0x1p44, 0);
    long start = System.nanoTime();
    LogSums sums = Kernels.adaptive().logSums();
    double sum = 0;
    for (long done = 0; done < elements; done += size) {
      int end = (int) Math.min(size, elements - done);
      for (int from = 0; from < end; from += LogSums.BLOCK) {
        sum += sums.klDivergence(c, d, from, Math.min(end, from + LogSums.BLOCK), total, total);
      }
    }
    long nanos = System.nanoTime() - start;
    Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.printf(Locale.ROOT, "%.1f %d %s%n", nanos / 1e6, processor.toMillis(), sum);
  }

  /** Integers of 24 bits from a linear congruence, which needs no class but this. */
  private static double[] weights(int size, long seed) {
    double[] weights = new double[size];
    long state = seed;
    for (int i = 0; i < size; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      weights[i] = 1 + (state >>> 40);
    }
    return weights;
  }
}
