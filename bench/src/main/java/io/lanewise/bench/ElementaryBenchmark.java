package io.lanewise.bench;

import io.lanewise.kernel.ArrayMath;
import io.lanewise.kernel.ElementaryFunction;
import io.lanewise.kernel.Kernels;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
 * What an exponential or a logarithm costs, in ns an element: {@code math} is a loop over Math,
 * {@code lanewise} the operator of the Vector API, whose bits differ between machines.
 *
 * <p>1,024 ordinary arguments that lie in the first-level cache.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementaryBenchmark {

  static final int COUNT = 1024;

  /** Which function. */
  @Param ElementaryFunction function;

  /** Bits of a number: 64 are doubles, 32 floats. */
  @Param({"64", "32"})
  int bits;

  final double[] doubles = new double[COUNT];
  final double[] doubleResults = new double[COUNT];
  final float[] floats = new float[COUNT];
  final float[] floatResults = new float[COUNT];
  private final ArrayMath scalar = Kernels.scalar().arrayMath();
  private final ArrayMath vector = Kernels.simd().arrayMath();

  /** Draws arguments: normal ones for exp, log-normal ones for the logarithms. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      double normal = 5 * random.nextGaussian();
      doubles[i] = function == ElementaryFunction.EXP ? normal : Math.exp(normal);
      floats[i] = (float) doubles[i];
    }
  }

  /** A loop over Math. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void math() {
    if (bits == 64) {
      ElementaryPeers.math(function, doubles, doubleResults);
    } else {
      ElementaryPeers.math(function, floats, floatResults);
    }
  }

  /** A loop over the operator of the Vector API. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void lanewise() {
    if (bits == 64) {
      ElementaryPeers.lanewise(function, doubles, doubleResults);
    } else {
      ElementaryPeers.lanewise(function, floats, floatResults);
    }
  }

  /** The scalar kernel. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void scalar() {
    apply(scalar);
  }

  /** The vector kernel. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void vector() {
    apply(vector);
  }

  private void apply(ArrayMath kernels) {
    if (bits == 64) {
      switch (function) {
        case EXP -> kernels.exp(doubles, 0, doubleResults, 0, COUNT);
        case LOG -> kernels.log(doubles, 0, doubleResults, 0, COUNT);
        case LOG1P -> kernels.log1p(doubles, 0, doubleResults, 0, COUNT);
      }
    } else {
      switch (function) {
        case EXP -> kernels.exp(floats, 0, floatResults, 0, COUNT);
        case LOG -> kernels.log(floats, 0, floatResults, 0, COUNT);
        case LOG1P -> kernels.log1p(floats, 0, floatResults, 0, COUNT);
      }
    }
  }
}
