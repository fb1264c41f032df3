package io.lanewise.bench;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.Entropy;
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
 * How long a symbol of a whole measure takes, with its checks and exact totals: two loops over
 * {@link Math#log} as people write them, and Lanewise on scalar and on vector kernels. An operation
 * is one symbol of 65,536.
 *
 * <p>Totals that are compensated weight by weight, each addition waiting for the one before it,
 * took 5 ns a weight, and looking for the least weight a symbol at a time 1 ns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DivergenceBenchmark {
  static final int SYMBOLS = 1 << 16;

  /** What is measured. */
  @Param({"entropy", "kl", "js"})
  String measure = "kl";

  /** What it is measured on. */
  @Param({"counts", "weights"})
  String data = "weights";

  private final long[] pCounts = new long[SYMBOLS];
  private final long[] qCounts = new long[SYMBOLS];
  private final double[] p = new double[SYMBOLS];
  private final double[] q = new double[SYMBOLS];
  private final Kernels scalar = Kernels.scalar();
  private final Kernels simd = Kernels.simd();

  /** Draws integers, so that weights and counts are the same distribution. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < SYMBOLS; i++) {
      pCounts[i] = 1 + (long) (1000 * random.nextExponential());
      qCounts[i] = 1 + (long) (1000 * random.nextExponential());
      p[i] = pCounts[i];
      q[i] = qCounts[i];
    }
  }

  /** Lanewise on vector kernels. */
  @Benchmark
  @OperationsPerInvocation(SYMBOLS)
  public double vector() {
    return lanewise(simd);
  }

  /** Lanewise on scalar kernels. */
  @Benchmark
  @OperationsPerInvocation(SYMBOLS)
  public double scalar() {
    return lanewise(scalar);
  }

  private double lanewise(Kernels kernels) {
    boolean counts = data.equals("counts");
    return switch (measure) {
      case "entropy" -> counts ? Entropy.entropy(pCounts, kernels) : Entropy.entropy(p, kernels);
      case "kl" ->
          counts
              ? Divergence.klDivergence(pCounts, qCounts, kernels)
              : Divergence.klDivergence(p, q, kernels);
      default ->
          counts
              ? Divergence.jsDivergence(pCounts, qCounts, kernels)
              : Divergence.jsDivergence(p, q, kernels);
    };
  }

  /** Plain totals, and a loop over the functions of Math. */
  @Benchmark
  @OperationsPerInvocation(SYMBOLS)
  public double math() {
    double pTotal = 0;
    double qTotal = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      pTotal += p[i];
      qTotal += q[i];
    }
    double sum = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      double real = p[i] / pTotal;
      double generated = q[i] / qTotal;
      double mean = (real + generated) / 2;
      sum +=
          switch (measure) {
            case "entropy" -> -real * Math.log(real);
            case "kl" -> real * Math.log(real / generated);
            default -> (real * Math.log(real / mean) + generated * Math.log(generated / mean)) / 2;
          };
    }
    return sum;
  }
}
