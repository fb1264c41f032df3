package io.lanewise.bench;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Activations;
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
 * What an activation costs, in ns an element of a layer of 128 rows and 16 columns; {@code math} is
 * a loop over Math.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ActivationBenchmark {

  static final int COUNT = 2048;

  /** Which activation. */
  @Param({"SIGMOID", "TANH", "SOFTPLUS", "RELU"})
  Activation.Kind kind;

  /** From arguments to results, or from derivatives by results to those by arguments. */
  @Param({"forward", "backward"})
  String direction;

  final float[] x = new float[COUNT];
  final float[] dy = new float[COUNT];
  final float[] result = new float[COUNT];
  private final float[] y = new float[COUNT];
  private Activation activation;
  private final Activations scalar = Kernels.scalar().activations();
  private final Activations vector = Kernels.simd().activations();

  /** Draws arguments and derivatives. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    activation = new Activation(kind, 0);
    for (int i = 0; i < COUNT; i++) {
      x[i] = 3 * (float) random.nextGaussian();
      dy[i] = (float) random.nextGaussian();
    }
    scalar.forward(activation, x, 0, y, 0, COUNT);
  }

  /** Loops over Math. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void math() {
    if (direction.equals("forward")) {
      PlainActivations.forward(kind, x, result);
    } else {
      PlainActivations.backward(kind, y, dy, result);
    }
  }

  /** The scalar kernels. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void scalar() {
    apply(scalar);
  }

  /** The vector kernels. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void vector() {
    apply(vector);
  }

  private void apply(Activations kernels) {
    if (direction.equals("forward")) {
      kernels.forward(activation, x, 0, result, 0, COUNT);
    } else {
      kernels.backward(activation, y, 0, dy, 0, result, 0, COUNT);
    }
  }
}
