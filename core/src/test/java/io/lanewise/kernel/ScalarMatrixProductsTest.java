package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.scalar.ScalarActivations;
import io.lanewise.kernel.scalar.ScalarMatrixProducts;
import org.junit.jupiter.api.Test;

/** The scalar products against the contract, and against sums in double. */
class ScalarMatrixProductsTest extends MatrixProductsContract {

  /** Half a unit in the last place of 1. */
  private static final double U = 0x1p-24;

  @Override
  protected MatrixProducts matrixProducts() {
    return new ScalarMatrixProducts(new ScalarActivations());
  }

  /**
   * k u / (1 - k u) of the sum of magnitudes (Higham 2002, 3.1), a product being exact in double.
   */
  @Test
  void theErrorIsWithinItsBound() {
    ProductSample sample = ProductSample.ordinary(5);
    double worst = 0;
    for (Form form : Form.values()) {
      for (int n : new int[] {1, 3, 9}) {
        for (int k : new int[] {1, 7, 64, 1000}) {
          Product product = plain(sample, form, 20, n, k);
          matrixProducts().multiply(product);
          worst = Math.max(worst, worstShare(product));
        }
      }
    }
    assertTrue(worst <= 1, "error is " + worst + " of its bound");
  }

  /** Largest error as a share of its bound; 1e-15 of the sum is the error of the sums in double. */
  private static double worstShare(Product product) {
    double worst = 0;
    for (int i = 0; i < product.m(); i++) {
      for (int j = 0; j < product.n(); j++) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < product.k(); p++) {
          double term = (double) a(product, i, p) * b(product, p, j);
          sum += term;
          size += Math.abs(term);
        }
        double error = Math.abs(element(product.c(), i, j) - sum);
        double bound = product.k() * U / (1 - product.k() * U) * size + 1e-13 * size;
        worst = Math.max(worst, bound == 0 ? 0 : error / bound);
      }
    }
    return worst;
  }

  /** Sums so chosen that every order but the stated one rounds differently. */
  @Test
  void aChainAscends() {
    float[] big = {0x1p24f, 1, 1, -0x1p24f};
    float[] one = {1, 1, 1, 1};
    Matrix a = Matrix.of(big, 1, 4);
    Matrix b = Matrix.of(repeat(one, 4), 4, 4);
    Matrix c = Matrix.zeros(1, 4);
    matrixProducts().multiply(new Product(Form.NN, a, b, Update.SET, c));
    assertEquals(0f, c.values()[0], "2^24 + 1 + 1 - 2^24, each rounded");
    Matrix last = Matrix.of(new float[] {1, 1, 0x1p24f, -0x1p24f}, 1, 4);
    matrixProducts().multiply(new Product(Form.NN, last, b, Update.SET, c));
    assertEquals(2f, c.values()[0], "1 + 1 first");
  }

  /** Elements 0 and 8 share a lane, 4 is folded with it first. */
  @Test
  void aNarrowSumHasLanes() {
    float[] ones = new float[9];
    java.util.Arrays.fill(ones, 1);
    float[] terms = new float[9];
    terms[0] = 0x1p24f;
    terms[4] = 1;
    terms[8] = -0x1p24f;
    Matrix c = Matrix.zeros(1, 1);
    matrixProducts()
        .multiply(
            new Product(Form.NT, Matrix.of(terms, 1, 9), Matrix.of(ones, 1, 9), Update.SET, c));
    assertEquals(1f, c.values()[0]);
    terms[8] = 0;
    terms[5] = -0x1p24f;
    matrixProducts()
        .multiply(
            new Product(Form.NN, Matrix.of(terms, 1, 9), Matrix.of(ones, 9, 1), Update.SET, c));
    assertEquals(0f, c.values()[0]);
  }

  @Test
  void aNarrowSumIsAddedToWhatIsThere() {
    Matrix a = Matrix.of(new float[] {1, 2, 3}, 1, 3);
    Matrix b = Matrix.of(new float[] {4, 5, 6}, 3, 1);
    Matrix c = Matrix.of(new float[] {100}, 1, 1);
    matrixProducts().multiply(new Product(Form.NN, a, b, Update.ADD, c));
    assertEquals(132, c.values()[0]);
    matrixProducts().multiply(new Product(Form.NN, a, b, Update.SET, c));
    assertEquals(32, c.values()[0]);
  }

  @Test
  void withoutTermsTheEpilogueStillApplies() {
    float[] bias = {-1, 2, -3, 4, 5};
    for (Update update : Update.values()) {
      Matrix c = Matrix.of(new float[] {10, 10, 10, 10, 10}, 1, 5);
      matrixProducts()
          .multiply(
              new Product(
                  Form.NN,
                  Matrix.zeros(1, 0),
                  Matrix.zeros(0, 5),
                  update,
                  c,
                  Epilogue.bias(bias, Activation.RELU)));
      assertEquals(update == Update.SET ? 0 : 9, c.values()[0]);
      assertEquals(update == Update.SET ? 2 : 12, c.values()[1]);
    }
  }

  private static Product plain(ProductSample sample, Form form, int m, int n, int k) {
    Product product = sample.product(form, Update.SET, m, n, k);
    return new Product(form, product.a(), product.b(), Update.SET, product.c());
  }

  private static float a(Product product, int i, int p) {
    return product.form() == Form.TN ? element(product.a(), p, i) : element(product.a(), i, p);
  }

  private static float b(Product product, int p, int j) {
    return product.form() == Form.NT ? element(product.b(), j, p) : element(product.b(), p, j);
  }

  private static float element(Matrix matrix, int i, int j) {
    return matrix.values()[matrix.from() + i * matrix.stride() + j];
  }

  private static float[] repeat(float[] values, int times) {
    float[] all = new float[values.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return all;
  }
}
