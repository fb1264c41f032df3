package io.lanewise.simd.logsum;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogSumsContract;
import io.lanewise.simd.Lanes;
import org.junit.jupiter.api.Test;

/** The vector kernels against the contract, at the width of this machine. */
class VectorLogSumsTest extends LogSumsContract {

  @Override
  protected LogSums logSums() {
    return new VectorLogSums();
  }

  @Test
  void theVectorKernelsReallyRun() {
    assumeTrue(Lanes.SPECIES.length() >= 2, "one lane is left to the scalar kernels");
    Kernels kernels = Kernels.simd();
    assertTrue(kernels.name().startsWith("simd-"), kernels.name());
    assertInstanceOf(VectorLogSums.class, kernels.logSums());
  }
}
