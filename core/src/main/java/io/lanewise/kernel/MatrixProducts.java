package io.lanewise.kernel;

/**
 * Products of matrices of float32.
 *
 * <p>{@code c_ij = f(sum_p a_ip b_pj + bias_j)}; shapes, forms and what may not overlap: {@link
 * Product}, which has checked them.
 *
 * <p><b>Order of addition.</b> It depends on the form, n and k only: never on m, the thread,
 * strides or how an implementation blocks, so rows of a batch can be split freely and every
 * implementation returns the same bits.
 *
 * <ul>
 *   <li>{@link Form#TN}, and n of at least {@value #NARROW}: one chain of fused multiply-adds per
 *       element, p ascending, beginning with +0.0 ({@link Update#SET}) or the old element ({@link
 *       Update#ADD}).
 *   <li>{@link Form#NN} and {@link Form#NT} with n below {@value #NARROW}: term p goes to lane p
 *       mod 8; a lane is a chain of fused multiply-adds, p ascending, beginning with +0.0; the
 *       lanes are folded 4+4, 2+2, 1+1, and {@link Update#ADD} adds the old element at the end.
 * </ul>
 *
 * <p>NaN and infinities go where IEEE 754 sends them; a zero factor hides neither. Subnormal
 * numbers are kept. Cost: 2 m n k floating-point operations. Error of an element: at most {@code k
 * u / (1 - k u) sum_p |a_ip b_pj|} with u = 2^-24 before the epilogue, for both orders (N. J.
 * Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.1; measured by {@code
 * ScalarMatrixProductsTest}).
 */
public interface MatrixProducts {

  /** The n from which on an element is one chain. */
  int NARROW = 4;

  /** Logical lanes of a narrow product, whatever the hardware has. */
  int LANES = 8;

  /**
   * Computes a product.
   *
   * @param product what to compute
   */
  void multiply(Product product);
}
