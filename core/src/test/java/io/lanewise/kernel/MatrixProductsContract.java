package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MatrixProducts} is held to: the bits of the scalar one. */
public abstract class MatrixProductsContract {
  private static final long SEED = 20261121;

  private final MatrixProducts scalar = Kernels.scalar().matrixProducts();

  /** Creates a contract; JUnit does. */
  protected MatrixProductsContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract MatrixProducts matrixProducts();

  @Test
  void severalThreadsReturnTheBitsOfOne() {
    int rows = ContractSize.thorough() ? 251 : 64;
    for (Form form : Form.values()) {
      Product whole = ProductSample.ordinary(12).product(form, Update.ADD, rows, 150, 300);
      Matrix c = whole.c();
      Matrix copy = new Matrix(c.values().clone(), c.from(), c.rows(), c.columns(), c.stride());
      Product cut = new Product(form, whole.a(), whole.b(), Update.ADD, copy, whole.epilogue());
      matrixProducts().multiply(whole);
      new ParallelProducts(matrixProducts(), 2).multiply(cut);
      assertArrayEquals(c.values(), copy.values(), form.toString());
    }
  }

  @Test
  void everyNumberOfRowsReturnsTheScalarBits() {
    ProductSample sample = ProductSample.ordinary(SEED);
    for (int m = 0; m <= 257; m++) {
      assertAllForms(sample, m, some(sample, 40), some(sample, 20));
    }
  }

  @Test
  void everyNumberOfColumnsReturnsTheScalarBits() {
    ProductSample sample = ProductSample.ordinary(SEED + 1);
    for (int n = 0; n <= 257; n++) {
      assertAllForms(sample, some(sample, 20), n, some(sample, 20));
    }
  }

  @Test
  void everyNumberOfTermsReturnsTheScalarBits() {
    ProductSample sample = ProductSample.ordinary(SEED + 2);
    for (int k = 0; k <= 257; k++) {
      assertAllForms(sample, some(sample, 20), some(sample, 40), k);
      assertAllForms(sample, some(sample, 20), 1 + sample.size(3), k);
    }
  }

  /** Sizes around those at which blocks, panels and tiles begin anew. */
  @Test
  void sizesAroundBlocksReturnTheScalarBits() {
    ProductSample sample = ProductSample.ordinary(SEED + 3);
    assertAllForms(sample, 3, 390, 5);
    assertAllForms(sample, 3, 5, 390);
    assertAllForms(sample, 100, 3, 5);
    for (int size : thorough(257, 383, 384, 385, 512, 545, 769, 1030)) {
      assertAllForms(sample, 13, size, 37);
      assertAllForms(sample, 13, 45, size);
      assertAllForms(sample, size, 33, 65);
      assertAllForms(sample, 50, size, 90);
      assertAllForms(sample, 9, 2, size);
      assertAllForms(sample, size, 3, 45);
    }
    for (int k : thorough(70_001)) {
      assertAllForms(sample, 3, 2, k);
      assertAllForms(sample, 2, 5, k);
    }
  }

  @Test
  void manyOrdinaryProductsReturnTheScalarBits() {
    assertMany(ProductSample.ordinary(SEED + 4));
  }

  @Test
  void manyExtremeProductsReturnTheScalarBits() {
    assertMany(ProductSample.extreme(SEED + 5));
  }

  /** Terms so small that their sums round to -0.0, which a padded lane would turn into +0.0. */
  @Test
  void manyTinyProductsReturnTheScalarBits() {
    assertMany(ProductSample.tiny(SEED + 6));
  }

  /**
   * Every lane and every chain is -0.0 here, so a single +0.0 that is added to one of them shows.
   */
  @Test
  void sumsThatRoundToNegativeZeroKeepTheirSign() {
    for (Form form : Form.values()) {
      for (int n : new int[] {1, 3, 4, 8, 17, 40}) {
        for (int k : new int[] {16, 17, 31, 32, ContractSize.thorough() ? 401 : 33}) {
          Matrix a = filled(form == Form.TN ? k : 9, form == Form.TN ? 9 : k, -Float.MIN_NORMAL);
          Matrix b = filled(form == Form.NT ? n : k, form == Form.NT ? k : n, Float.MIN_NORMAL);
          Matrix c = Matrix.zeros(9, n);
          matrixProducts().multiply(new Product(form, a, b, Update.SET, c));
          for (float sum : c.values()) {
            int bits = Float.floatToRawIntBits(sum);
            assertEquals(Float.floatToRawIntBits(-0f), bits, form + ", n " + n + ", k " + k);
          }
        }
      }
    }
  }

  private static Matrix filled(int rows, int columns, float value) {
    float[] values = new float[rows * columns];
    Arrays.fill(values, value);
    return Matrix.of(values, rows, columns);
  }

  private void assertMany(ProductSample sample) {
    int done = 0;
    for (int round = 0; done < ContractSize.values(); round++) {
      int m = sample.size(round % 4 == 0 ? 150 : 30);
      int n = sample.size(round % 3 == 0 ? 6 : 90);
      int k = sample.size(round % 5 == 0 && ContractSize.thorough() ? 300 : 40);
      assertAllForms(sample, m, n, k);
      done += 6 * m * n;
    }
  }

  @Test
  void replacedElementsAreNeverRead() {
    ProductSample sample = ProductSample.ordinary(SEED + 7);
    for (Form form : Form.values()) {
      for (int n : new int[] {1, 3, 4, 8, 17, 40}) {
        for (int k : new int[] {0, 5, ContractSize.thorough() ? 800 : 10}) {
          Product product = sample.product(form, Update.SET, 15, n, k);
          Product dirty = copy(product);
          Arrays.fill(dirty.c().values(), Float.NaN);
          matrixProducts().multiply(product);
          matrixProducts().multiply(dirty);
          assertElements(product, dirty);
        }
      }
    }
  }

  /** So a batch may be cut anywhere. */
  @Test
  void theOrderOfASumDependsOnNoRow() {
    ProductSample sample = ProductSample.ordinary(SEED + 8);
    int m = ContractSize.thorough() ? 130 : 30;
    int k = ContractSize.thorough() ? 400 : 20;
    for (Form form : Form.values()) {
      for (int n : new int[] {1, 2, 8, 33, 130}) {
        Product whole = sample.product(form, Update.ADD, m, n, k);
        Product cut = copy(whole);
        matrixProducts().multiply(whole);
        for (int row = 0; row < m; ) {
          int end = Math.min(m, row + 1 + sample.size(30));
          matrixProducts().multiply(cut.rows(row, end));
          row = end;
        }
        assertSame(whole, cut);
      }
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            thread -> {
              ProductSample sample = ProductSample.ordinary(SEED + 9 + thread);
              for (int round = 0; round < (ContractSize.thorough() ? 20 : 1); round++) {
                assertAllForms(sample, some(sample, 60), some(sample, 60), some(sample, 300));
              }
            });
  }

  private static int some(ProductSample sample, int bound) {
    return 1 + sample.size(ContractSize.thorough() ? bound : Math.ceilDiv(bound, 8));
  }

  private static int[] thorough(int... sizes) {
    return ContractSize.thorough() ? sizes : new int[0];
  }

  private void assertAllForms(ProductSample sample, int m, int n, int k) {
    for (Form form : Form.values()) {
      for (Update update : Update.values()) {
        Product expected = sample.product(form, update, m, n, k);
        Product actual = copy(expected);
        scalar.multiply(expected);
        matrixProducts().multiply(actual);
        assertSame(expected, actual);
      }
    }
  }

  /** The whole arrays: nothing beside the elements may change. */
  private static void assertSame(Product expected, Product actual) {
    float[] values = expected.c().values();
    for (int i = 0; i < values.length; i++) {
      if (Float.floatToIntBits(values[i]) != Float.floatToIntBits(actual.c().values()[i])) {
        fail(
            "seed %d, %s %s, m %d, n %d, k %d, %s, c %s, index %d: expected %s, is %s"
                .formatted(
                    SEED,
                    expected.form(),
                    expected.update(),
                    expected.m(),
                    expected.n(),
                    expected.k(),
                    expected.epilogue(),
                    expected.c(),
                    i,
                    values[i],
                    actual.c().values()[i]));
      }
    }
  }

  private static void assertElements(Product expected, Product actual) {
    Matrix c = expected.c();
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        int at = c.from() + i * c.stride() + j;
        assertEquals(c.values()[at], actual.c().values()[at], expected.form() + " " + c);
      }
    }
  }

  private static Product copy(Product product) {
    Matrix c = product.c();
    Matrix copy = new Matrix(c.values().clone(), c.from(), c.rows(), c.columns(), c.stride());
    return new Product(
        product.form(), product.a(), product.b(), product.update(), copy, product.epilogue());
  }
}
