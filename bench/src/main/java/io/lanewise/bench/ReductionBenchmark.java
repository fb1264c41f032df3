package io.lanewise.bench;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Moments;
import io.lanewise.kernel.Reductions;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * How long an element of a reduction takes in the second level of the cache: the loop that people
 * write, a stream, the scalar kernels and the vector kernels. An operation is one element.
 *
 * <p>The kernels do more than the loops: sums and products are compensated, and moments take two
 * passes and merge. The loop over moments is Welford's. The stream sums with compensation too, but
 * has no variance.
 *
 * <p>Designs of the compensated sum that lost, ns at 512 bits in 16 KiB: blocks added plainly and
 * compensated once a block, 0.11 against 0.26, but 36 times the error, and from memory no faster;
 * one vector of lanes at a time, 0.27; all of an array before the next lanes, 0.26, and half as
 * fast from memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReductionBenchmark {
  static final int ELEMENTS = 1 << 14;

  /** What is computed. */
  @Param({"sum", "dot", "min", "moments", "floatSum", "floatDot"})
  String reduction;

  private final double[] x = new double[ELEMENTS];
  private final double[] y = new double[ELEMENTS];
  private final float[] floatX = new float[ELEMENTS];
  private final float[] floatY = new float[ELEMENTS];
  private final Reductions scalar = Kernels.scalar().reductions();
  private final Reductions simd = Kernels.simd().reductions();

  /** Draws normal numbers. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < ELEMENTS; i++) {
      x[i] = random.nextGaussian();
      y[i] = random.nextGaussian();
      floatX[i] = (float) x[i];
      floatY[i] = (float) y[i];
    }
  }

  /** Vector kernels. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double vector() {
    return kernel(simd);
  }

  /** Scalar kernels. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double scalar() {
    return kernel(scalar);
  }

  private double kernel(Reductions kernels) {
    return switch (reduction) {
      case "sum" -> kernels.sum(x, 0, ELEMENTS);
      case "dot" -> kernels.dot(x, 0, y, 0, ELEMENTS);
      case "min" -> kernels.min(x, 0, ELEMENTS);
      case "floatSum" -> kernels.sum(floatX, 0, ELEMENTS);
      case "floatDot" -> kernels.dot(floatX, 0, floatY, 0, ELEMENTS);
      default -> kernels.moments(x, 0, ELEMENTS).variance();
    };
  }

  /** The loop that people write. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double loop() {
    return switch (reduction) {
      case "sum" -> loopSum();
      case "dot" -> loopDot();
      case "min" -> loopMin();
      case "floatSum" -> loopFloatSum();
      case "floatDot" -> loopFloatDot();
      default -> welford().variance();
    };
  }

  private double loopSum() {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }

  private double loopDot() {
    double dot = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      dot += x[i] * y[i];
    }
    return dot;
  }

  private double loopMin() {
    double min = Double.POSITIVE_INFINITY;
    for (double value : x) {
      min = Math.min(min, value);
    }
    return min;
  }

  private double loopFloatSum() {
    double sum = 0;
    for (float value : floatX) {
      sum += value;
    }
    return sum;
  }

  private double loopFloatDot() {
    double dot = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      dot += (double) floatX[i] * floatY[i];
    }
    return dot;
  }

  private Moments welford() {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      double distance = x[i] - mean;
      mean += distance / (i + 1);
      squares += distance * (x[i] - mean);
    }
    return new Moments(ELEMENTS, mean, squares);
  }

  /** A stream. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double stream() {
    return switch (reduction) {
      case "sum" -> Arrays.stream(x).sum();
      case "dot" -> IntStream.range(0, ELEMENTS).mapToDouble(i -> x[i] * y[i]).sum();
      case "min" -> Arrays.stream(x).min().orElseThrow();
      case "floatSum" -> IntStream.range(0, ELEMENTS).mapToDouble(i -> floatX[i]).sum();
      case "floatDot" ->
          IntStream.range(0, ELEMENTS).mapToDouble(i -> (double) floatX[i] * floatY[i]).sum();
      default -> Arrays.stream(x).summaryStatistics().getAverage();
    };
  }
}
