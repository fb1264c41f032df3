package io.lanewise.measure;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import java.util.Arrays;

/**
 * Entropies and divergences of two columns of weights that are too long for arrays: a row is a
 * symbol, p and q hold one weight each, and shares are taken by dividing by the column's total.
 *
 * <p>The rows are walked twice: {@link Totals} first, then the terms. Blocks of 512 rows are
 * counted from the start, so it does not matter how the rows are cut into batches, and results have
 * the bits of {@link Entropy} and {@link Divergence} over arrays of the same weights (unless a
 * weight is more than 2^300 times as large as all before it). Error, zeros and infinities as there.
 * Memory does not grow with the rows. Cost: as there.
 */
public final class WeightStream {

  private final WeightScale pScale;
  private final WeightScale qScale;
  private final LogSums sums;
  private final double[] pBlock = new double[LogSums.BLOCK];
  private final double[] qBlock = new double[LogSums.BLOCK];
  private int filled;
  private long left;
  private boolean overlap;

  private final CompensatedSum entropyP = new CompensatedSum();
  private final CompensatedSum entropyQ = new CompensatedSum();
  private final CompensatedSum crossEntropy = new CompensatedSum();
  private final CompensatedSum klPq = new CompensatedSum();
  private final CompensatedSum klQp = new CompensatedSum();
  private final CompensatedSum js = new CompensatedSum();
  private final CompensatedSum differences = new CompensatedSum();

  private WeightStream(Totals totals, Kernels kernels) {
    pScale = totals.p.scale();
    qScale = totals.q.scale();
    left = totals.rows;
    sums = kernels.logSums();
  }

  /** The first walk. */
  public static final class Totals {
    private final String pName;
    private final String qName;
    private final WeightTotal p = new WeightTotal();
    private final WeightTotal q = new WeightTotal();
    private final double[] pBlock = new double[LogSums.BLOCK];
    private final double[] qBlock = new double[LogSums.BLOCK];
    private int filled;
    private long rows;

    /**
     * Begins a walk.
     *
     * @param pName how messages call the column of p
     * @param qName how they call that of q
     */
    public Totals(String pName, String qName) {
      this.pName = pName;
      this.qName = qName;
    }

    /**
     * Adds the next rows.
     *
     * @param pWeights weights of p, finite and not negative
     * @param qWeights weights of q, likewise
     * @param count how many rows of these arrays
     * @throws IllegalArgumentException if a weight is not; the message names row and column
     */
    public void add(double[] pWeights, double[] qWeights, int count) {
      for (int i = 0; i < count; i++) {
        check(pWeights[i], pName);
        check(qWeights[i], qName);
        pBlock[filled] = pWeights[i];
        qBlock[filled] = qWeights[i];
        rows++;
        if (++filled == LogSums.BLOCK) {
          flush();
        }
      }
    }

    private void check(double weight, String name) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "row " + rows + ", column '" + name + "': " + weight + ", expected a weight >= 0");
      }
    }

    private void flush() {
      p.add(pBlock, filled);
      q.add(qBlock, filled);
      filled = 0;
    }

    /**
     * Begins the second walk, over the same rows.
     *
     * @param kernels what computes
     * @return the walk
     * @throws IllegalArgumentException if a column has no weight above 0
     */
    public WeightStream terms(Kernels kernels) {
      flush();
      requirePositive(p, pName);
      requirePositive(q, qName);
      return new WeightStream(this, kernels);
    }

    private void requirePositive(WeightTotal total, String name) {
      if (total.isZero()) {
        throw new IllegalArgumentException(
            "column '" + name + "': all " + rows + " weights are 0, their sum must be positive");
      }
    }
  }

  /**
   * Adds the next rows, the same as in the first walk.
   *
   * @param p weights of p
   * @param q weights of q
   * @param count how many rows of these arrays
   * @throws IllegalStateException if these are more rows than before
   */
  public void add(double[] p, double[] q, int count) {
    left -= count;
    if (left < 0) {
      throw new IllegalStateException("the second walk has " + -left + " rows more than the first");
    }
    for (int i = 0; i < count; ) {
      int length = Math.min(LogSums.BLOCK - filled, count - i);
      System.arraycopy(p, i, pBlock, filled, length);
      System.arraycopy(q, i, qBlock, filled, length);
      filled += length;
      i += length;
      if (filled == LogSums.BLOCK) {
        flush();
      }
    }
  }

  private void flush() {
    Weights p = new DoubleWeights(Arrays.copyOf(pBlock, filled), pScale);
    Weights q = new DoubleWeights(Arrays.copyOf(qBlock, filled), qScale);
    filled = 0;
    BlockSums.addEntropy(p, sums, entropyP);
    BlockSums.addEntropy(q, sums, entropyQ);
    BlockSums.addCrossEntropy(p, q, sums, crossEntropy);
    BlockSums.addKlDivergence(p, q, sums, klPq);
    BlockSums.addKlDivergence(q, p, sums, klQp);
    BlockSums.addJsDivergence(p, q, sums, js);
    ScaledPair pair = new ScaledPair(p, q);
    differences.add(pair.sum((w, v, diff) -> Math.abs(diff)));
    overlap |= !pair.disjoint();
  }

  /**
   * What the columns amount to, in nats but for the last.
   *
   * @param entropyP {@code H(p)}
   * @param entropyQ {@code H(q)}
   * @param crossEntropy {@code -sum p ln q}, possibly infinite
   * @param klPq {@code KL(p|q)}, possibly infinite
   * @param klQp {@code KL(q|p)}, possibly infinite
   * @param js the Jensen-Shannon divergence, exactly ln 2 where no row has both
   * @param totalVariation {@code 1/2 sum |p - q|}, 0 to 1
   */
  public record Result(
      double entropyP,
      double entropyQ,
      double crossEntropy,
      double klPq,
      double klQp,
      double js,
      double totalVariation) {}

  /**
   * Ends the second walk.
   *
   * @return all measures
   * @throws IllegalStateException if rows of the first walk did not come again
   */
  public Result result() {
    if (left > 0) {
      throw new IllegalStateException("the second walk lacks " + left + " rows of the first");
    }
    if (filled > 0) {
      flush();
    }
    double product = pScale.total().hi() * qScale.total().hi();
    return new Result(
        entropyP.value(),
        entropyQ.value(),
        crossEntropy.value(),
        klPq.value(),
        klQp.value(),
        overlap ? Math.min(Divergence.LN2, js.value()) : Divergence.LN2,
        Math.min(1, 0.5 * differences.value() / product));
  }
}
