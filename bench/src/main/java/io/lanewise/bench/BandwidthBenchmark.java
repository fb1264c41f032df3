package io.lanewise.bench;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Reductions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether reductions keep up with memory: 512 MiB of doubles, far more than the caches hold, on one
 * core. An operation is one double read; 1 ns is 8 GB/s.
 *
 * <p>{@code read} only combines the bits of what it reads, in two vectors and no order: it is the
 * bandwidth that there is. Four vectors took 0.38 ns where two took 0.32. The dot product takes one
 * half of the array times the other, which are two streams.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class BandwidthBenchmark {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  static final int DOUBLES = 1 << 26;

  /** What is computed. */
  @Param({"sum", "dot", "min", "moments"})
  String reduction;

  private final Reductions scalar = Kernels.scalar().reductions();
  private final Reductions simd = Kernels.simd().reductions();
  private double[] x = {};

  /** Fills the array. */
  @Setup(Level.Trial)
  public void fill() {
    fill(DOUBLES);
  }

  void fill(int count) {
    x = new double[count];
    Arrays.setAll(x, i -> (i % 1009) - 500.25);
  }

  /** Vector kernels. */
  @Benchmark
  @OperationsPerInvocation(DOUBLES)
  public double vector() {
    return kernel(simd);
  }

  /** Scalar kernels. */
  @Benchmark
  @OperationsPerInvocation(DOUBLES)
  public double scalar() {
    return kernel(scalar);
  }

  private double kernel(Reductions kernels) {
    return switch (reduction) {
      case "sum" -> kernels.sum(x, 0, x.length);
      case "dot" -> kernels.dot(x, 0, x, x.length / 2, x.length / 2);
      case "min" -> kernels.min(x, 0, x.length);
      default -> kernels.moments(x, 0, x.length).variance();
    };
  }

  /** A loop that adds what it reads. */
  @Benchmark
  @OperationsPerInvocation(DOUBLES)
  public double loop() {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }

  /** Nothing but reading. */
  @Benchmark
  @OperationsPerInvocation(DOUBLES)
  public long read() {
    long bits = 0;
    // In pieces, so that the loop is compiled as what it is, not while it runs.
    for (int from = 0; from < x.length; from += 4096) {
      bits |= read(x, from, from + 4096);
    }
    return bits;
  }

  private static long read(double[] x, int from, int to) {
    LongVector a = DoubleVector.fromArray(SPECIES, x, from).viewAsIntegralLanes();
    LongVector b = a;
    for (int i = from; i < to; i += 2 * WIDTH) {
      a = a.or(DoubleVector.fromArray(SPECIES, x, i).viewAsIntegralLanes());
      b = b.or(DoubleVector.fromArray(SPECIES, x, i + WIDTH).viewAsIntegralLanes());
    }
    return a.or(b).reduceLanes(VectorOperators.OR);
  }
}
