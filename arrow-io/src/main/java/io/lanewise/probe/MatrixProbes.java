package io.lanewise.probe;

import io.lanewise.kernel.Epilogue;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.List;
import java.util.Random;

/** Products of matrices: square ones of each form, and those of layers with few outputs. */
final class MatrixProbes {

  private static final long SEED = 20261126;
  private static final int SIZE = 128;
  private static final int BATCH = 109;

  private MatrixProbes() {}

  static List<KernelProbe> all() {
    return List.of(
        probe("product 128^3", Form.NN, SIZE),
        probe("product 128^3, a b^T", Form.NT, SIZE),
        probe("product 128^3, a^T b", Form.TN, SIZE),
        probe("product, n = 8", Form.NN, 8),
        probe("product, n = 1", Form.NN, 1));
  }

  private static KernelProbe probe(String name, Form form, int n) {
    return new KernelProbe(
        name,
        "multiplication",
        SIZE * SIZE * n,
        kernels -> {
          float[] operands = OrdinaryNumbers.floats(new Random(SEED), 2 * SIZE * SIZE);
          Product product = product(form, SIZE, n, operands);
          return () -> kernels.matrixProducts().multiply(product);
        },
        kernels -> hard(kernels, form, n));
  }

  /**
   * Odd shapes; special values are the factors of one row, so most of the elements are ordinary.
   */
  private static double[] hard(Kernels kernels, Form form, int n) {
    float[] operands = OrdinaryNumbers.floats(new Random(SEED + 1), 2 * SIZE * SIZE);
    float[] special = HardNumbers.floats(new Random(SEED + 2), SIZE);
    for (int p = 0; p < SIZE; p++) {
      operands[form == Form.TN ? p * SIZE + 5 : 5 * SIZE + p] = special[p];
    }
    Product product = product(form, BATCH, n == 1 ? 1 : n - 3, operands);
    kernels.matrixProducts().multiply(product);
    return HardNumbers.widened(product.c().values());
  }

  private static Product product(Form form, int m, int n, float[] operands) {
    int aRows = form == Form.TN ? SIZE : m;
    int bRows = form == Form.NT ? n : SIZE;
    int bColumns = form == Form.NT ? SIZE : n;
    return new Product(
        form,
        new Matrix(operands, 0, aRows, form == Form.TN ? m : SIZE, SIZE),
        new Matrix(operands, SIZE * SIZE, bRows, bColumns, bColumns),
        Update.SET,
        Matrix.zeros(m, n),
        Epilogue.NONE);
  }
}
