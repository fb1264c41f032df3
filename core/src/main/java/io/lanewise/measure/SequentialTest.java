package io.lanewise.measure;

import io.lanewise.kernel.DoubleFunctions;
import java.util.Arrays;

/**
 * Tests, pair of rows by pair of rows, whether real and generated rows come from one distribution,
 * and may be looked at after every pair without fooling anybody.
 *
 * <p>A pair is a real row and a generated row, drawn independently, as the numbers of their
 * symbols. Its factor is {@code a(x) b(y) / (m(x) m(y))} with x the real and y the generated
 * symbol, a and b the two distributions as they are estimated from earlier pairs alone, and {@code
 * m = (a+b)/2}. If both rows come from one distribution P, the factor's mean is {@code u (2-u)},
 * {@code u = sum P a/m}, at most 1 whatever P is; so the evidence, the product of all factors, is
 * at least 1/alpha at any time with a probability of at most alpha (Ville). Its largest value until
 * now gives an always-valid p-value.
 *
 * <p>Estimates are counts, shrunk towards their common mean as strongly as 20, 100, 500 and 2,500
 * rows would, and the evidence is the mean of these four: strong shrinkage finds small differences
 * spread over many symbols, weak shrinkage large ones early. Which ones were tried:
 * docs/decisions/0009-looking-any-time.md.
 *
 * <p>It belongs to one running comparison: evidence of two streams cannot be merged. Values that no
 * symbol was made for must be one symbol, and edges must come from rows that are not counted here.
 * Not for use by several threads at a time. Cost: some 15 ns a pair, whatever the number of
 * symbols, and 16 bytes a symbol. Source: R. Turner, A. Ly, P. Gruenwald, "Generic E-variables for
 * exact sequential k-sample tests that allow for optional stopping" (2021), arXiv 2106.02693.
 */
public final class SequentialTest {

  /** Rows that the common mean counts as; one test each. */
  private static final double[] SHRINKAGES = {20, 100, 500, 2500};

  private static final double LARGEST = 0x1p500;
  private static final double LEAST = 0x1p-500;

  private final long[] real;
  private final long[] generated;

  /** Evidence of each shrinkage, times 2^-exponent. */
  private final double[] evidence = new double[SHRINKAGES.length];

  private int exponent;

  /** The largest sum of evidence since the exponent changed, and before that as a logarithm. */
  private double largest = SHRINKAGES.length;

  private double largestLogBefore;
  private long pairs;

  /**
   * Creates a test that has seen nothing.
   *
   * @param symbols how many there are, at least 1
   */
  public SequentialTest(int symbols) {
    if (symbols < 1) {
      throw new IllegalArgumentException("symbols: got " + symbols + ", expected at least 1");
    }
    real = new long[symbols];
    generated = new long[symbols];
    Arrays.fill(evidence, 1);
  }

  /**
   * Adds a pair of rows.
   *
   * @param x number of the real row's symbol, from 0
   * @param y number of the generated row's symbol, from 0
   * @throws IndexOutOfBoundsException if there is no such symbol; nothing is counted then
   */
  public void add(int x, int y) {
    long realX = real[x];
    long generatedY = generated[y];
    double bothX = realX + generated[x];
    double bothY = real[y] + generatedY;
    double rows = 2.0 * pairs + real.length;
    double meanX = (bothX + 1) / rows;
    double meanY = (bothY + 1) / rows;
    double sum = 0;
    for (int i = 0; i < SHRINKAGES.length; i++) {
      double priorX = SHRINKAGES[i] * meanX;
      double priorY = SHRINKAGES[i] * meanY;
      double numerator = 4 * (realX + priorX) * (generatedY + priorY);
      evidence[i] *= numerator / ((bothX + 2 * priorX) * (bothY + 2 * priorY));
      sum += evidence[i];
    }
    largest = Math.max(largest, sum);
    real[x]++;
    generated[y]++;
    pairs++;
    if (sum > LARGEST || sum < LEAST) {
      rescale(sum);
    }
  }

  private void rescale(double sum) {
    largestLogBefore = largestLog();
    int shift = Math.getExponent(sum);
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] = Math.scalb(evidence[i], -shift);
    }
    exponent += shift;
    largest = Math.scalb(sum, -shift);
  }

  /**
   * Returns how many pairs were added.
   *
   * @return rows of either side
   */
  public long pairs() {
    return pairs;
  }

  /**
   * Returns the logarithm of the evidence that the distributions differ, as of now.
   *
   * @return nats; 0 before the first pair, negative where the rows speak for one distribution
   */
  public double logEvidence() {
    double sum = 0;
    for (double part : evidence) {
      sum += part;
    }
    return logOfMean(sum);
  }

  /**
   * Returns the p-value of "both sides come from one distribution", valid at any time: whoever
   * stops as soon as it is below alpha errs with a probability of at most alpha.
   *
   * @return 1 over the largest evidence until now, at most 1; below 1e-323 it is 0
   */
  public double pValue() {
    return Math.min(1, DoubleFunctions.exp(-largestLog()));
  }

  private double largestLog() {
    return Math.max(largestLogBefore, logOfMean(largest));
  }

  private double logOfMean(double sum) {
    return DoubleFunctions.log(sum / SHRINKAGES.length) + exponent * Divergence.LN2;
  }
}
