package io.lanewise.simd.gemm;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.MatrixProductsContract;
import io.lanewise.simd.Lanes;
import io.lanewise.simd.function.VectorActivations;
import org.junit.jupiter.api.Test;

/** The vector kernels against the contract, at the width of this machine. */
class VectorMatrixProductsTest extends MatrixProductsContract {

  @Override
  protected MatrixProducts matrixProducts() {
    return new VectorMatrixProducts(new VectorActivations());
  }

  @Test
  void theVectorKernelsReallyRun() {
    assumeTrue(Lanes.SPECIES.length() >= 2, "one lane is left to the scalar kernels");
    assertInstanceOf(VectorMatrixProducts.class, Kernels.simd().matrixProducts());
  }
}
