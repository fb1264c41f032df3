package io.lanewise.kernel.scalar;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Epilogue;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.Arrays;

/** Matrix products as three plain loops: the definition the vector kernels are held to. */
public final class ScalarMatrixProducts implements MatrixProducts {

  private final Activations activations;

  /**
   * Creates the kernels; they hold no state.
   *
   * @param activations what an epilogue applies
   */
  public ScalarMatrixProducts(Activations activations) {
    this.activations = activations;
  }

  @Override
  public void multiply(Product product) {
    boolean dots = product.n() < NARROW && product.form() != Form.TN;
    for (int i = 0; product.n() > 0 && i < product.m(); i++) {
      if (dots) {
        dots(product, i);
      } else {
        chains(product, i);
      }
      finish(product, i);
    }
  }

  /** Row i of c, term by term, so that the inner loop can be vectorised by the compiler. */
  private static void chains(Product product, int i) {
    Matrix c = product.c();
    float[] sums = c.values();
    int begin = c.from() + i * c.stride();
    if (product.update() == Update.SET) {
      Arrays.fill(sums, begin, begin + product.n(), 0);
    }
    float[] b = product.b().values();
    int across = product.form() == Form.NT ? product.b().stride() : 1;
    for (int p = 0; p < product.k(); p++) {
      float factor = product.a().values()[a(product, i, p)];
      int row = b(product, p, 0);
      for (int j = 0; j < product.n(); j++) {
        sums[begin + j] = Math.fma(factor, b[row + j * across], sums[begin + j]);
      }
    }
  }

  /** Row i of c, each element a dot product over eight lanes. */
  private static void dots(Product product, int i) {
    float[] lanes = new float[LANES];
    Matrix c = product.c();
    for (int j = 0; j < product.n(); j++) {
      Arrays.fill(lanes, 0);
      for (int p = 0; p < product.k(); p++) {
        float factor = product.a().values()[a(product, i, p)];
        lanes[p % LANES] =
            Math.fma(factor, product.b().values()[b(product, p, j)], lanes[p % LANES]);
      }
      int at = c.from() + i * c.stride() + j;
      float sum = fold(lanes);
      c.values()[at] = product.update() == Update.ADD ? c.values()[at] + sum : sum;
    }
  }

  private static float fold(float[] lanes) {
    for (int width = LANES / 2; width > 0; width /= 2) {
      for (int lane = 0; lane < width; lane++) {
        lanes[lane] += lanes[lane + width];
      }
    }
    return lanes[0];
  }

  private static int a(Product product, int i, int p) {
    Matrix a = product.a();
    return a.from() + (product.form() == Form.TN ? p * a.stride() + i : i * a.stride() + p);
  }

  private static int b(Product product, int p, int j) {
    Matrix b = product.b();
    return b.from() + (product.form() == Form.NT ? j * b.stride() + p : p * b.stride() + j);
  }

  private void finish(Product product, int i) {
    Epilogue epilogue = product.epilogue();
    float[] bias = epilogue.bias();
    float[] c = product.c().values();
    int begin = product.c().from() + i * product.c().stride();
    if (bias != null) {
      for (int j = 0; j < product.n(); j++) {
        c[begin + j] += bias[epilogue.from() + j];
      }
    }
    activations.forward(epilogue.activation(), c, begin, c, begin, product.n());
  }
}
