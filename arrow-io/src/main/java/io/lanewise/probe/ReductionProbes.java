package io.lanewise.probe;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sums, dot products and moments, and the loss that is one. */
final class ReductionProbes {

  private static final long SEED = 20261124;
  private static final int COUNT = 1024;
  private static final int COLUMNS = 32;

  /** Lengths of hard data: all up to this, which is beyond a block. */
  private static final int MOST_LENGTH = 600;

  private ReductionProbes() {}

  /** A few numbers made of two arrays. */
  private interface OfDoubles {
    double[] of(Kernels kernels, double[] x, double[] y, int count);
  }

  /** The same of floats. */
  private interface OfFloats {
    double[] of(Kernels kernels, float[] x, float[] y, int count);
  }

  static List<KernelProbe> all() {
    return List.of(
        doubles("sum, double", (k, x, y, n) -> one(k.reductions().sum(x, 0, n))),
        doubles("dot product, double", (k, x, y, n) -> one(k.reductions().dot(x, 0, y, 0, n))),
        doubles("moments, double", (k, x, y, n) -> moments(k.reductions().moments(x, 0, n))),
        doubles("least, double", (k, x, y, n) -> least(k, x, n)),
        floats("dot product, float", (k, x, y, n) -> one(k.reductions().dot(x, 0, y, 0, n))),
        floats("column sums, float", ReductionProbes::columnSums),
        doubles(
            "binary cross-entropy",
            (k, x, y, n) -> one(k.binaryCrossEntropy().sum(x, 0, y, 0, n))));
  }

  private static double[] one(double value) {
    return new double[] {value};
  }

  /** Of no numbers there is none. */
  private static double[] least(Kernels kernels, double[] x, int count) {
    return count == 0 ? new double[0] : one(kernels.reductions().min(x, 0, count));
  }

  private static double[] moments(Moments moments) {
    return new double[] {moments.mean(), moments.squaredDeviations()};
  }

  private static double[] columnSums(Kernels kernels, float[] x, float[] y, int count) {
    float[] sums = new float[COLUMNS];
    kernels.columnReductions().sums(new Matrix(x, 0, count / COLUMNS, COLUMNS, COLUMNS), sums, 0);
    return HardNumbers.widened(sums);
  }

  private static KernelProbe doubles(String name, OfDoubles reduction) {
    return probe(
        name,
        kernels -> {
          double[] x = new Random(SEED).doubles(COUNT).toArray();
          double[] y = new Random(SEED + 1).doubles(COUNT).toArray();
          return () -> reduction.of(kernels, x, y, COUNT);
        },
        (kernels, count) -> {
          double[] x = hard(SEED + count, count);
          double[] y = hard(SEED - count, count);
          return reduction.of(kernels, x, y, count);
        });
  }

  private static KernelProbe floats(String name, OfFloats reduction) {
    return probe(
        name,
        kernels -> {
          float[] x = OrdinaryNumbers.floats(new Random(SEED), COUNT);
          float[] y = OrdinaryNumbers.floats(new Random(SEED + 1), COUNT);
          return () -> reduction.of(kernels, x, y, COUNT);
        },
        (kernels, count) -> {
          float[] x = HardNumbers.narrowed(hard(SEED + count, count));
          float[] y = HardNumbers.narrowed(hard(SEED - count, count));
          return reduction.of(kernels, x, y, count);
        });
  }

  /** A sum with one NaN tells nothing of the rest, so only some data has special values. */
  private static double[] hard(long seed, int count) {
    Random random = new Random(seed);
    return count % 8 == 0
        ? HardNumbers.doubles(random, count)
        : random.doubles(count).map(u -> (u - 0.5) * Math.scalb(1.0, random.nextInt(40))).toArray();
  }

  /** Results are kept in an array, so that nothing can be left out. */
  private static KernelProbe probe(
      String name,
      Function<Kernels, Supplier<double[]>> ordinary,
      BiFunction<Kernels, Integer, double[]> hard) {
    return new KernelProbe(
        name,
        "element",
        COUNT,
        kernels -> {
          var reduction = ordinary.apply(kernels);
          double[][] result = new double[1][];
          return () -> result[0] = reduction.get();
        },
        kernels -> {
          double[] results = new double[0];
          for (int count = 0; count < MOST_LENGTH; count++) {
            double[] more = hard.apply(kernels, count);
            int length = results.length;
            results = Arrays.copyOf(results, length + more.length);
            System.arraycopy(more, 0, results, length, more.length);
          }
          return results;
        });
  }
}
