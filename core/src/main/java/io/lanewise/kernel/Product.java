package io.lanewise.kernel;

import java.util.Objects;

/**
 * A matrix product to be computed: {@code c_ij = f(sum_p a_ip b_pj + bias_j)}, or the same with the
 * old {@code c_ij} in the sum.
 *
 * <p>Shapes: c is m x n; a and b are as their {@link Form} says. Any size may be 0; without terms
 * (k = 0) a sum is 0 or the old element, and the epilogue still applies.
 *
 * <p>A product only names its arrays. It can be made once and computed whenever they have changed.
 *
 * @param form which factor is stored transposed
 * @param a the left factor
 * @param b the right factor
 * @param update whether old elements of c begin the sums
 * @param c receives the result; shares no element with a, b or the bias
 * @param epilogue what becomes of each sum
 */
public record Product(Form form, Matrix a, Matrix b, Update update, Matrix c, Epilogue epilogue) {

  /**
   * Checks that the shapes fit and that the result overwrites none of its operands.
   *
   * @throws IllegalArgumentException if they do not, or it does
   */
  public Product {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(update, "update");
    Objects.requireNonNull(epilogue, "epilogue");
    int m = form == Form.TN ? a.columns() : a.rows();
    int depth = form == Form.TN ? a.rows() : a.columns();
    int bDepth = form == Form.NT ? b.columns() : b.rows();
    int n = form == Form.NT ? b.rows() : b.columns();
    check(form + ": depth of b", bDepth, "depth of a", depth);
    check(form + ": rows of c", c.rows(), "m of a", m);
    check(form + ": columns of c", c.columns(), "n of b", n);
    checkBias(epilogue, n, c);
    checkApart("a", a, c);
    checkApart("b", b, c);
  }

  /**
   * Returns a product that leaves its sums as they are.
   *
   * @param form which factor is stored transposed
   * @param a the left factor
   * @param b the right factor
   * @param update whether old elements of c begin the sums
   * @param c receives the result
   * @throws IllegalArgumentException if shapes do not fit, or c overlaps a or b
   */
  public Product(Form form, Matrix a, Matrix b, Update update, Matrix c) {
    this(form, a, b, update, c, Epilogue.NONE);
  }

  /** Rows of the result. */
  public int m() {
    return c.rows();
  }

  /** Columns of the result. */
  public int n() {
    return c.columns();
  }

  /** Terms of each sum. */
  public int k() {
    return form == Form.TN ? a.rows() : a.columns();
  }

  /**
   * Returns the part of this product that computes some rows of the result.
   *
   * @param begin first row
   * @param end one past the last row
   * @return a product whose results have the same bits, as the order of a sum depends on no row
   * @throws IllegalArgumentException if there are no such rows
   */
  public Product rows(int begin, int end) {
    Matrix part = form == Form.TN ? a.columns(begin, end) : a.rows(begin, end);
    return new Product(form, part, b, update, c.rows(begin, end), epilogue);
  }

  private static void check(String what, int size, String other, int expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "product %s is %d, expected the %s, %d".formatted(what, size, other, expected));
    }
  }

  private static void checkBias(Epilogue epilogue, int n, Matrix c) {
    float[] bias = epilogue.bias();
    if (bias == null) {
      return;
    }
    int left = bias.length - epilogue.from();
    if (left < n) {
      throw new IllegalArgumentException(
          "product: bias has %d elements from %d on, expected at least n = %d"
              .formatted(left, epilogue.from(), n));
    }
    checkApart("the bias", new Matrix(bias, epilogue.from(), 1, n, n), c);
  }

  private static void checkApart(String what, Matrix operand, Matrix c) {
    if (c.overlaps(operand)) {
      throw new IllegalArgumentException(
          "product: c (%s) overlaps %s (%s) of the same array".formatted(c, what, operand));
    }
  }
}
