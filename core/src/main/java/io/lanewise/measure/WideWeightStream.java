package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;
import java.math.BigInteger;

/**
 * {@link WeightStream} for whole numbers of any size: totals, products and differences are exact
 * integers, rounded once.
 *
 * <p>Results have the bits of {@link Entropy} and {@link Divergence} over arrays of the same
 * counts, some of which reach 2^53; terms are summed row by row, so it does not matter how the rows
 * are cut into batches. Memory does not grow with the rows. Cost: about 2 microseconds a row.
 */
public final class WideWeightStream {

  private final BigInteger pTotal;
  private final BigInteger qTotal;
  private final double pScale;
  private final double qScale;
  private long left;
  private boolean overlap;

  private final CompensatedSum entropyP = new CompensatedSum();
  private final CompensatedSum entropyQ = new CompensatedSum();
  private final CompensatedSum crossEntropy = new CompensatedSum();
  private final CompensatedSum klPq = new CompensatedSum();
  private final CompensatedSum klQp = new CompensatedSum();
  private final CompensatedSum js = new CompensatedSum();
  private final CompensatedSum differences = new CompensatedSum();

  private WideWeightStream(Totals totals) {
    pTotal = totals.p;
    qTotal = totals.q;
    pScale = pTotal.doubleValue();
    qScale = qTotal.doubleValue();
    left = totals.rows;
  }

  /** The first walk. */
  public static final class Totals {
    private final String pName;
    private final String qName;
    private BigInteger p = BigInteger.ZERO;
    private BigInteger q = BigInteger.ZERO;
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
     * @param pWeights weights of p, not negative
     * @param qWeights weights of q, likewise
     * @param count how many rows of these arrays
     * @throws IllegalArgumentException if a weight is; the message names row and column
     */
    public void add(BigInteger[] pWeights, BigInteger[] qWeights, int count) {
      for (int i = 0; i < count; i++) {
        check(pWeights[i], pName);
        check(qWeights[i], qName);
        p = p.add(pWeights[i]);
        q = q.add(qWeights[i]);
        rows++;
      }
    }

    private void check(BigInteger weight, String name) {
      if (weight.signum() < 0) {
        throw new IllegalArgumentException(
            "row " + rows + ", column '" + name + "': " + weight + ", expected a weight >= 0");
      }
    }

    /**
     * Begins the second walk, over the same rows.
     *
     * @return the walk
     * @throws IllegalArgumentException if a column has no weight above 0
     */
    public WideWeightStream terms() {
      requirePositive(p, pName);
      requirePositive(q, qName);
      return new WideWeightStream(this);
    }

    private void requirePositive(BigInteger total, String name) {
      if (total.signum() == 0) {
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
  public void add(BigInteger[] p, BigInteger[] q, int count) {
    left -= count;
    if (left < 0) {
      throw new IllegalStateException("the second walk has " + -left + " rows more than the first");
    }
    for (int i = 0; i < count; i++) {
      add(p[i], q[i]);
    }
  }

  private void add(BigInteger p, BigInteger q) {
    double c = p.doubleValue();
    double d = q.doubleValue();
    double qGap = qTotal.subtract(q).doubleValue();
    entropyP.add(LogTerms.entropyTerm(c, pTotal.subtract(p).doubleValue(), pScale));
    entropyQ.add(LogTerms.entropyTerm(d, qGap, qScale));
    crossEntropy.add(LogTerms.crossEntropyTerm(c, d, qGap, qScale));
    BigInteger pProduct = p.multiply(qTotal);
    BigInteger qProduct = q.multiply(pTotal);
    double w = pProduct.doubleValue();
    double v = qProduct.doubleValue();
    double difference = qProduct.subtract(pProduct).doubleValue();
    klPq.add(LogTerms.klTerm(w, w, v, difference, 1));
    klQp.add(LogTerms.klTerm(v, v, w, -difference, 1));
    js.add(LogTerms.jsTerm(w, v, difference));
    differences.add(Math.abs(difference));
    overlap |= p.signum() > 0 && q.signum() > 0;
  }

  /**
   * Ends the second walk.
   *
   * @return all measures
   * @throws IllegalStateException if rows of the first walk did not come again
   */
  public WeightStream.Result result() {
    if (left > 0) {
      throw new IllegalStateException("the second walk lacks " + left + " rows of the first");
    }
    double product = pScale * qScale;
    return new WeightStream.Result(
        entropyP.value() / pScale,
        entropyQ.value() / qScale,
        crossEntropy.value() / pScale,
        klPq.value() / product,
        klQp.value() / product,
        overlap ? Math.min(Divergence.LN2, js.value() / (4 * product)) : Divergence.LN2,
        Math.min(1, 0.5 * differences.value() / product));
  }
}
