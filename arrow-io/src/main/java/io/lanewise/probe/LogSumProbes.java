package io.lanewise.probe;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Entropy, cross-entropy, KL and JS. */
final class LogSumProbes {

  private static final long SEED = 20261121;
  private static final int BLOCK = LogSums.BLOCK;

  /** Blocks of hard data, each of another length. */
  private static final int HARD_BLOCKS = 200;

  private LogSumProbes() {}

  /** One block's share of a measure. */
  private interface Measure {
    double of(LogSums sums, double[] c, double[] d, int to, Total cTotal, Total dTotal);
  }

  static List<KernelProbe> all() {
    return List.of(
        probe("entropy", (sums, c, d, to, cTotal, dTotal) -> sums.entropy(c, 0, to, cTotal)),
        probe(
            "cross-entropy",
            (sums, c, d, to, cTotal, dTotal) -> sums.crossEntropy(c, d, 0, to, cTotal, dTotal)),
        probe(
            "KL divergence",
            (sums, c, d, to, cTotal, dTotal) -> sums.klDivergence(c, d, 0, to, cTotal, dTotal)),
        probe(
            "JS divergence",
            (sums, c, d, to, cTotal, dTotal) -> sums.jsDivergence(c, d, 0, to, cTotal, dTotal)));
  }

  private static KernelProbe probe(String name, Measure measure) {
    return new KernelProbe(
        name,
        "element",
        BLOCK,
        kernels -> run(kernels, measure),
        kernels -> hard(kernels, measure));
  }

  private static Runnable run(Kernels kernels, Measure measure) {
    Random random = new Random(SEED);
    double[] c = random.doubles(BLOCK).toArray();
    double[] d = random.doubles(BLOCK).toArray();
    Total cTotal = new Total(Arrays.stream(c).sum(), 0);
    Total dTotal = new Total(Arrays.stream(d).sum(), 0);
    double[] result = new double[1];
    return () -> result[0] = measure.of(kernels.logSums(), c, d, BLOCK, cTotal, dTotal);
  }

  /** Weights are finite and not negative, so what is special are zeros, ratios and equal pairs. */
  private static double[] hard(Kernels kernels, Measure measure) {
    Random random = new Random(SEED + 1);
    double[] results = new double[HARD_BLOCKS];
    double[] c = new double[BLOCK];
    double[] d = new double[BLOCK];
    for (int block = 0; block < HARD_BLOCKS; block++) {
      int length = random.nextInt(BLOCK + 1);
      for (int i = 0; i < length; i++) {
        c[i] = weight(random, Math.scalb(1.0, -random.nextInt(60)));
        d[i] = weight(random, c[i]);
      }
      Total cTotal = new Total(1 + Arrays.stream(c).sum(), 0);
      Total dTotal = new Total(1 + Arrays.stream(d).sum(), 0);
      results[block] = measure.of(kernels.logSums(), c, d, length, cTotal, dTotal);
    }
    return results;
  }

  private static double weight(Random random, double near) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> near;
      case 2 -> Math.nextUp(near);
      case 3 -> 2 * near;
      default -> random.nextDouble() * Math.scalb(1.0, -random.nextInt(60));
    };
  }
}
