package io.lanewise.bench;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
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

/** What softmax costs, in ns an element, in short rows and longer ones; math loops over Math. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SoftmaxBenchmark {

  static final int COUNT = 2048;

  /** Columns of a row. */
  @Param({"8", "64"})
  int columns;

  /** From arguments to shares, or from derivatives by shares to those by arguments. */
  @Param({"forward", "backward"})
  String direction;

  final float[] x = new float[COUNT];
  final float[] dy = new float[COUNT];
  final float[] result = new float[COUNT];
  private final float[] y = new float[COUNT];
  private Matrix arguments;
  private Matrix shares;
  private Matrix derivatives;
  private Matrix results;
  private final Activations scalar = Kernels.scalar().activations();
  private final Activations vector = Kernels.simd().activations();

  /** Draws arguments and derivatives. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      x[i] = 3 * (float) random.nextGaussian();
      dy[i] = (float) random.nextGaussian();
    }
    arguments = Matrix.of(x, COUNT / columns, columns);
    shares = Matrix.of(y, COUNT / columns, columns);
    derivatives = Matrix.of(dy, COUNT / columns, columns);
    results = Matrix.of(result, COUNT / columns, columns);
    scalar.softmax(arguments, shares);
  }

  /** Loops over Math. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void math() {
    if (direction.equals("forward")) {
      PlainActivations.softmax(x, result, columns);
    } else {
      PlainActivations.softmaxBackward(y, dy, result, columns);
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
      kernels.softmax(arguments, results);
    } else {
      kernels.softmaxBackward(shares, derivatives, results);
    }
  }
}
