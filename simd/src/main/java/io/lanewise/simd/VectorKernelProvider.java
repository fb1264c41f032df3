package io.lanewise.simd;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.KernelProvider;
import io.lanewise.kernel.Kernels;
import io.lanewise.simd.function.VectorActivations;
import io.lanewise.simd.function.VectorArrayMath;
import io.lanewise.simd.gemm.VectorMatrixProducts;
import io.lanewise.simd.logsum.VectorBinaryCrossEntropy;
import io.lanewise.simd.logsum.VectorLogSums;
import io.lanewise.simd.optimize.VectorAdamStep;
import io.lanewise.simd.reduce.VectorColumnReductions;
import io.lanewise.simd.reduce.VectorReductions;
import java.util.Optional;

/** Offers the vector kernels where the hardware has at least two lanes of double. */
public final class VectorKernelProvider implements KernelProvider {

  /** Creates the provider; it holds no state. */
  public VectorKernelProvider() {}

  @Override
  public String name() {
    return "simd-" + Lanes.SPECIES.vectorBitSize();
  }

  @Override
  public Optional<String> unavailableBecause() {
    return Lanes.SPECIES.length() >= 2
        ? Optional.empty()
        : Optional.of(
            "a vector holds " + Lanes.SPECIES.length() + " double, at least 2 are needed");
  }

  @Override
  public Kernels create() {
    Kernels scalar = Kernels.scalar();
    Activations activations = new VectorActivations();
    return new Kernels(
        name(),
        Lanes.SPECIES.vectorBitSize(),
        new VectorLogSums(),
        scalar.edgeSearch(),
        new VectorArrayMath(),
        activations,
        new VectorReductions(),
        new VectorColumnReductions(),
        new VectorBinaryCrossEntropy(),
        new VectorAdamStep(),
        new VectorMatrixProducts(activations));
  }
}
