package io.lanewise.probe;

import io.lanewise.kernel.Epilogue;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.List;
import java.util.Random;

/** Products of matrices: a square one, and that of a layer with a single output. */
final class MatrixProbes {

  private static final long SEED = 20261126;
  private static final int SIZE = 128;
  private static final int BATCH = 109;

  private MatrixProbes() {}

  static List<KernelProbe> all() {
    return List.of(probe("matrix product 128^3", SIZE), probe("matrix product, n = 1", 1));
  }

  private static KernelProbe probe(String name, int n) {
    return new KernelProbe(
        name,
        "multiplication",
        SIZE * SIZE * n,
        kernels -> {
          Product product =
              product(SIZE, n, OrdinaryNumbers.floats(new Random(SEED), 2 * SIZE * SIZE));
          return () -> kernels.matrixProducts().multiply(product);
        },
        kernels -> hard(kernels, n));
  }

  /** Odd shapes; a NaN fills a row, so most of the elements are ordinary. */
  private static double[] hard(Kernels kernels, int n) {
    float[] operands = OrdinaryNumbers.floats(new Random(SEED + 1), 2 * SIZE * SIZE);
    float[] special = HardNumbers.floats(new Random(SEED + 2), SIZE);
    System.arraycopy(special, 0, operands, 5 * SIZE, SIZE);
    Product product = product(BATCH, n == 1 ? 1 : n - 3, operands);
    kernels.matrixProducts().multiply(product);
    return HardNumbers.widened(product.c().values());
  }

  private static Product product(int m, int n, float[] operands) {
    return new Product(
        Form.NN,
        new Matrix(operands, 0, m, SIZE, SIZE),
        new Matrix(operands, SIZE * SIZE, SIZE, n, n),
        Update.SET,
        Matrix.zeros(m, n),
        Epilogue.NONE);
  }
}
