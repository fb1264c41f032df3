package io.lanewise.simd.gemm;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.Product;

/** Matrix products on vectors of 128, 256 or 512 bits. */
public final class VectorMatrixProducts implements MatrixProducts {

  private final Epilogues epilogues;

  /**
   * Creates the kernels; they hold no state but scratch of each thread.
   *
   * @param activations what an epilogue applies
   */
  public VectorMatrixProducts(Activations activations) {
    epilogues = new Epilogues(activations);
  }

  @Override
  public void multiply(Product product) {
    if (product.n() >= NARROW) {
      BlockedProducts.multiply(product, Workspace.ofThread(), epilogues);
      return;
    }
    if (product.form() == Form.TN) {
      ColumnSums.multiply(product, Workspace.ofThread());
    } else {
      DotProducts.multiply(product, Workspace.ofThread());
    }
    if (product.n() > 0) {
      epilogues.apply(product, 0, product.m(), 0, product.n());
    }
  }
}
