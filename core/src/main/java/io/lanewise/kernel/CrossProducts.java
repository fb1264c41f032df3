package io.lanewise.kernel;

/**
 * The difference {@code d C - c D}, which decides every comparison of two shares.
 *
 * <p>Kahan's fma difference of products on the upper parts of the totals, then the lower parts.
 * Error below 1.5 units in the last place of the upper difference plus 2^-106 of either product.
 * Source: C.-P. Jeannerod, N. Louvet, J.-M. Muller, "Further analysis of Kahan's algorithm for the
 * accurate computation of 2x2 determinants", Math. Comp. 82 (2013).
 */
public final class CrossProducts {

  private CrossProducts() {}

  /**
   * Returns {@code d C - c D}, the sign and size of q - p in units of C D.
   *
   * @param c weight of p
   * @param d weight of q
   * @param cTotal C
   * @param dTotal D
   * @return the difference; +0.0 where it is 0
   */
  public static double difference(double c, double d, Total cTotal, Total dTotal) {
    double w = c * dTotal.hi();
    double rounding = Math.fma(-c, dTotal.hi(), w);
    double upper = Math.fma(d, cTotal.hi(), -w) + rounding;
    return upper + Math.fma(d, cTotal.lo(), -(c * dTotal.lo()));
  }
}
