package io.lanewise.probe;

import io.lanewise.kernel.DoubleEdges;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The bin of a value among 64 quantiles, which vectors do not find faster. */
final class EdgeSearchProbes {

  private static final long SEED = 20261122;
  private static final int VALUES = 1024;
  private static final int EDGES = 63;

  private EdgeSearchProbes() {}

  static List<KernelProbe> all() {
    return List.of(
        new KernelProbe(
            "bin of 64, both scalar",
            "value",
            VALUES,
            kernels -> run(kernels, new Random(SEED).doubles(VALUES).toArray(), new int[VALUES]),
            EdgeSearchProbes::hard));
  }

  private static Runnable run(Kernels kernels, double[] values, int[] bins) {
    DoubleEdges edges = edges(new Random(SEED + 1).doubles(EDGES).toArray());
    return () -> kernels.edgeSearch().search(values, values.length, edges, EDGES + 1, bins);
  }

  private static double[] hard(Kernels kernels) {
    Random random = new Random(SEED + 2);
    double[] values = HardNumbers.doubles(random, 16 * VALUES + 13);
    int[] bins = new int[values.length];
    double[] thresholds = HardNumbers.doubles(random, EDGES);
    Arrays.setAll(thresholds, i -> Double.isNaN(thresholds[i]) ? i : thresholds[i]);
    kernels.edgeSearch().search(values, values.length, edges(thresholds), EDGES + 1, bins);
    return Arrays.stream(bins).asDoubleStream().toArray();
  }

  private static DoubleEdges edges(double[] thresholds) {
    return new DoubleEdges(Arrays.stream(thresholds).sorted().toArray());
  }
}
