package io.lanewise.bench;

import io.lanewise.kernel.AdamSettings;
import io.lanewise.kernel.AdamStep;
import io.lanewise.kernel.Kernels;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
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
 * How long a parameter of a step of Adam takes, in cache and from memory: the loop that people
 * write, the scalar kernel and the vector kernel. An operation is one parameter.
 *
 * <p>{@code traffic} reads and writes the same 28 bytes a parameter and computes next to nothing:
 * what memory allows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdamBenchmark {
  static final int PARAMETERS = 1 << 24;
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final AdamSettings SETTINGS = AdamSettings.of(1e-6);
  private static final long STEP = 100;

  /** Length of the arrays: 256 KiB or 256 MiB in all. */
  @Param({"16384", "16777216"})
  int length;

  private final AdamStep scalar = Kernels.scalar().adamStep();
  private final AdamStep simd = Kernels.simd().adamStep();
  private float[] gradients = {};
  private float[] means = {};
  private float[] squares = {};
  private float[] parameters = {};

  /** Draws gradients and parameters. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    gradients = new float[length];
    means = new float[length];
    squares = new float[length];
    parameters = new float[length];
    for (int i = 0; i < length; i++) {
      gradients[i] = (float) random.nextGaussian();
      parameters[i] = (float) random.nextGaussian();
    }
  }

  float[] parameters() {
    return parameters;
  }

  /** The vector kernel. */
  @Benchmark
  @OperationsPerInvocation(PARAMETERS)
  public float vector() {
    for (int done = 0; done < PARAMETERS; done += length) {
      step(simd);
    }
    return parameters[0];
  }

  /** The scalar kernel. */
  @Benchmark
  @OperationsPerInvocation(PARAMETERS)
  public float scalar() {
    for (int done = 0; done < PARAMETERS; done += length) {
      step(scalar);
    }
    return parameters[0];
  }

  void step(AdamStep kernel) {
    kernel.step(SETTINGS, STEP, gradients, means, squares, parameters, 0, length);
  }

  /** The loop that people write. */
  @Benchmark
  @OperationsPerInvocation(PARAMETERS)
  public float loop() {
    for (int done = 0; done < PARAMETERS; done += length) {
      loopStep();
    }
    return parameters[0];
  }

  void loopStep() {
    float beta1 = 0.9f;
    float beta2 = 0.999f;
    float meanCorrection = (float) (1 - Math.pow(0.9, STEP));
    float squareCorrection = (float) (1 - Math.pow(0.999, STEP));
    for (int i = 0; i < length; i++) {
      float gradient = gradients[i];
      means[i] = beta1 * means[i] + (1 - beta1) * gradient;
      squares[i] = beta2 * squares[i] + (1 - beta2) * gradient * gradient;
      float mean = means[i] / meanCorrection;
      float root = (float) Math.sqrt(squares[i] / squareCorrection);
      parameters[i] -= 1e-6f * mean / (root + 1e-8f);
    }
  }

  /** The memory traffic of a step. */
  @Benchmark
  @OperationsPerInvocation(PARAMETERS)
  public float traffic() {
    for (int done = 0; done < PARAMETERS; done += length) {
      for (int from = 0; from < length; from += 4096) {
        touch(gradients, means, squares, parameters, from, from + 4096);
      }
    }
    return parameters[0];
  }

  private static void touch(float[] g, float[] m, float[] v, float[] p, int from, int to) {
    for (int i = from; i < to; i += SPECIES.length()) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, i);
      gradient.min(FloatVector.fromArray(SPECIES, m, i)).intoArray(m, i);
      gradient.min(FloatVector.fromArray(SPECIES, v, i)).intoArray(v, i);
      gradient.min(FloatVector.fromArray(SPECIES, p, i)).intoArray(p, i);
    }
  }
}
