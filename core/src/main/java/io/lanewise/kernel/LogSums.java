package io.lanewise.kernel;

/**
 * The log-sum reductions: what one block of weights adds to entropy, cross-entropy, KL and JS.
 *
 * <p>Notation: weights c and d, their totals C and D over <em>all</em> blocks, shares p = c/C and q
 * = d/D. A block is {@code [from, to)} with at most {@value #BLOCK} elements; the caller walks the
 * blocks and adds what they return, so no implementation can differ there.
 *
 * <p><b>Order of addition.</b> Element {@code from + i} goes to lane {@code i % 16}; a lane adds
 * its terms in order, starting from +0.0; the 16 lanes are folded 8+8, 4+4, 2+2, 1+1 ({@link
 * #fold}). The order does not depend on the hardware, so neither do the bits.
 *
 * <p>Unit: nats. Weights are finite and not negative; a positive weight is at least 2^-960 of its
 * total, and no product of a weight with a total underflows or overflows (the caller scales by a
 * power of two). Every result is at least +0.0 or +infinity, never NaN, never -0.0. Error of a
 * term: see {@link LogTerms}. On its way a term passes at most 35 additions: 3.9e-15 relative if
 * every one rounds the same way; 512 equal terms, which come near to that, were 1e-15 off ({@code
 * ClosedFormsTest}).
 */
public interface LogSums {

  /** Most elements in a block: two such blocks and a scratch fit into 32 KiB of L1 cache. */
  int BLOCK = 512;

  /** Logical lanes, whatever the hardware has. */
  int LANES = 16;

  /**
   * Returns the block's share of the entropy.
   *
   * <p>{@code sum p ln(1/p)}, with 0 for p = 0.
   *
   * @param c weights
   * @param from first element of the block
   * @param to one past its last element
   * @param cTotal the sum of all weights, not only of this block
   * @return nats
   */
  double entropy(double[] c, int from, int to, Total cTotal);

  /**
   * Returns the block's share of the cross-entropy.
   *
   * <p>{@code sum p ln(1/q)}, with 0 for p = 0, and +infinity for p above 0 where q = 0.
   *
   * @param c weights of p
   * @param d weights of q
   * @param from first element of the block
   * @param to one past its last element
   * @param cTotal the sum of all c
   * @param dTotal the sum of all d
   * @return nats
   */
  double crossEntropy(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal);

  /**
   * Returns the block's share of the Kullback-Leibler divergence of p from q.
   *
   * <p>{@code sum p g(q/p - 1)} with {@code g(r) = r - ln(1+r)}; q for p = 0, and +infinity for p
   * above 0 where q = 0. Over all blocks the parts {@code q - p} cancel; in a block they keep every
   * term from being negative.
   *
   * @param c weights of p
   * @param d weights of q
   * @param from first element of the block
   * @param to one past its last element
   * @param cTotal the sum of all c
   * @param dTotal the sum of all d
   * @return nats
   */
  double klDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal);

  /**
   * Returns the block's share of the Jensen-Shannon divergence.
   *
   * <p>{@code 1/4 sum (p+q) [(1+u) ln(1+u) + (1-u) ln(1-u)]} with {@code u = (q-p)/(q+p)}; 0 where
   * both are 0.
   *
   * @param c weights of p
   * @param d weights of q
   * @param from first element of the block
   * @param to one past its last element
   * @param cTotal the sum of all c
   * @param dTotal the sum of all d
   * @return nats
   */
  double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal);

  /**
   * Folds the 16 lanes into one sum: 8+8, 4+4, 2+2, 1+1.
   *
   * @param lanes the lane sums
   * @return the sum of all lanes
   */
  static double fold(double[] lanes) {
    assert lanes.length == LANES : "fold: " + lanes.length + " lanes, expected " + LANES;
    // Written out: as loops, whose compiled form is made for long ones, it took as long as the
    // logarithms of a row of a contingency table.
    double a0 = (lanes[0] + lanes[8]) + (lanes[4] + lanes[12]);
    double a1 = (lanes[1] + lanes[9]) + (lanes[5] + lanes[13]);
    double a2 = (lanes[2] + lanes[10]) + (lanes[6] + lanes[14]);
    double a3 = (lanes[3] + lanes[11]) + (lanes[7] + lanes[15]);
    return (a0 + a2) + (a1 + a3);
  }
}
