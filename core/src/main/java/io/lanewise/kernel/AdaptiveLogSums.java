package io.lanewise.kernel;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log sums on scalar kernels, each until its {@link VectorSwitch} has the vector form ready.
 */
final class AdaptiveLogSums implements LogSums {

  private final LogSums scalar;
  private final VectorSwitch<LogSums> entropy;
  private final VectorSwitch<LogSums> crossEntropy;
  private final VectorSwitch<LogSums> klDivergence;
  private final VectorSwitch<LogSums> jsDivergence;

  AdaptiveLogSums(long threshold, LogSums scalar, Supplier<@Nullable LogSums> vector) {
    this.scalar = scalar;
    entropy = new VectorSwitch<>(threshold, scalar, vector);
    crossEntropy = new VectorSwitch<>(threshold, scalar, vector);
    klDivergence = new VectorSwitch<>(threshold, scalar, vector);
    jsDivergence = new VectorSwitch<>(threshold, scalar, vector);
  }

  @Override
  public double entropy(double[] c, int from, int to, Total cTotal) {
    LogSums vector = entropy.ready();
    if (vector != null) {
      return vector.entropy(c, from, to, cTotal);
    }
    if (entropy.count(to - from)) {
      double[] block = Arrays.copyOfRange(c, from, to);
      entropy.start(sums -> sums.entropy(block, 0, block.length, cTotal));
    }
    return scalar.entropy(c, from, to, cTotal);
  }

  @Override
  public double crossEntropy(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    LogSums vector = crossEntropy.ready();
    if (vector != null) {
      return vector.crossEntropy(c, d, from, to, cTotal, dTotal);
    }
    if (crossEntropy.count(to - from)) {
      double[] p = Arrays.copyOfRange(c, from, to);
      double[] q = Arrays.copyOfRange(d, from, to);
      crossEntropy.start(sums -> sums.crossEntropy(p, q, 0, p.length, cTotal, dTotal));
    }
    return scalar.crossEntropy(c, d, from, to, cTotal, dTotal);
  }

  @Override
  public double klDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    LogSums vector = klDivergence.ready();
    if (vector != null) {
      return vector.klDivergence(c, d, from, to, cTotal, dTotal);
    }
    if (klDivergence.count(to - from)) {
      double[] p = Arrays.copyOfRange(c, from, to);
      double[] q = Arrays.copyOfRange(d, from, to);
      klDivergence.start(sums -> sums.klDivergence(p, q, 0, p.length, cTotal, dTotal));
    }
    return scalar.klDivergence(c, d, from, to, cTotal, dTotal);
  }

  @Override
  public double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    LogSums vector = jsDivergence.ready();
    if (vector != null) {
      return vector.jsDivergence(c, d, from, to, cTotal, dTotal);
    }
    if (jsDivergence.count(to - from)) {
      double[] p = Arrays.copyOfRange(c, from, to);
      double[] q = Arrays.copyOfRange(d, from, to);
      jsDivergence.start(sums -> sums.jsDivergence(p, q, 0, p.length, cTotal, dTotal));
    }
    return scalar.jsDivergence(c, d, from, to, cTotal, dTotal);
  }
}
