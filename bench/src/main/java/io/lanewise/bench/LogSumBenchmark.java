package io.lanewise.bench;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
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
 * How long an element of a sum of logarithms takes: a loop over {@link Math#log} as people write
 * it, the scalar kernels and the vector kernels, which return the same bits. An operation is one
 * element; 65,536 of them lie in the second and third level of the cache.
 *
 * <p>With {@code -jvmArgsAppend -XX:MaxVectorSize=32} the vectors have 256 bits.
 *
 * <p>Designs of the vector kernels that lost, ns at 512 bits in one run with loops of one pass
 * (entropy 1.2, KL 1.5, JS 2.8, cross-entropy 1.6 at 512 bits and 2.3 at 256): the logarithm in a
 * method of its own, which the compiler then calls, vectors boxed, 2.0 for entropy and 6.4 for
 * cross-entropy; a pass for ratios and one for logarithms over 128 elements, KL 1.9; two such
 * passes, JS 3.4; exponentials in a pass of their own, cross-entropy 2.1; Horner's chain in place
 * of Estrin's tree, cross-entropy 1.6, and 2.5 at 256 bits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogSumBenchmark {
  static final int ELEMENTS = 1 << 16;

  /** What is summed. */
  @Param({"entropy", "kl", "js", "bce"})
  String sum;

  private final double[] c = new double[ELEMENTS];
  private final double[] d = new double[ELEMENTS];
  private final double[] logits = new double[ELEMENTS];
  private final double[] labels = new double[ELEMENTS];
  private final Kernels scalar = Kernels.scalar();
  private final Kernels simd = Kernels.simd();
  private double cSum;
  private double dSum;

  /** Draws exponential weights, and logits of a discriminator that is not sure. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < ELEMENTS; i++) {
      c[i] = random.nextExponential();
      d[i] = random.nextExponential();
      cSum += c[i];
      dSum += d[i];
      logits[i] = 3 * random.nextGaussian();
      labels[i] = random.nextInt(2);
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

  private double kernel(Kernels kernels) {
    return switch (sum) {
      case "entropy" -> entropy(kernels.logSums());
      case "kl" -> kl(kernels.logSums());
      case "js" -> js(kernels.logSums());
      default -> bce(kernels.binaryCrossEntropy());
    };
  }

  private double entropy(LogSums kernel) {
    Total total = new Total(cSum, 0);
    double entropy = 0;
    for (int i = 0; i < ELEMENTS; i += LogSums.BLOCK) {
      entropy += kernel.entropy(c, i, i + LogSums.BLOCK, total);
    }
    return entropy;
  }

  private double kl(LogSums kernel) {
    Total cTotal = new Total(cSum, 0);
    Total dTotal = new Total(dSum, 0);
    double divergence = 0;
    for (int i = 0; i < ELEMENTS; i += LogSums.BLOCK) {
      divergence += kernel.klDivergence(c, d, i, i + LogSums.BLOCK, cTotal, dTotal);
    }
    return divergence;
  }

  private double js(LogSums kernel) {
    Total cTotal = new Total(cSum, 0);
    Total dTotal = new Total(dSum, 0);
    double divergence = 0;
    for (int i = 0; i < ELEMENTS; i += LogSums.BLOCK) {
      divergence += kernel.jsDivergence(c, d, i, i + LogSums.BLOCK, cTotal, dTotal);
    }
    return divergence;
  }

  private double bce(BinaryCrossEntropy kernel) {
    return kernel.sum(logits, 0, labels, 0, ELEMENTS);
  }

  /** A loop over the functions of Math. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double math() {
    return switch (sum) {
      case "entropy" -> mathEntropy();
      case "kl" -> mathKl();
      case "js" -> mathJs();
      default -> mathBce();
    };
  }

  private double mathEntropy() {
    double entropy = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      double p = c[i] / cSum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  private double mathKl() {
    double divergence = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      double p = c[i] / cSum;
      divergence += p > 0 ? p * Math.log(p / (d[i] / dSum)) : 0;
    }
    return divergence;
  }

  private double mathJs() {
    double divergence = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      double p = c[i] / cSum;
      double q = d[i] / dSum;
      double middle = 0.5 * (p + q);
      divergence += p > 0 ? 0.5 * p * Math.log(p / middle) : 0;
      divergence += q > 0 ? 0.5 * q * Math.log(q / middle) : 0;
    }
    return divergence;
  }

  private double mathBce() {
    double loss = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      double z = logits[i];
      loss += Math.max(z, 0) - z * labels[i] + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return loss;
  }
}
