package io.lanewise.simd;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogSumsContract;
import org.junit.jupiter.api.Test;

/** The vector kernels, as a user gets them, against the contract. */
class VectorLogSumsTest extends LogSumsContract {

  @Override
  protected LogSums logSums() {
    return Kernels.installed().logSums();
  }

  @Test
  void theVectorKernelsReallyRun() {
    Kernels kernels = Kernels.installed();
    assertTrue(kernels.name().startsWith("simd-"), kernels.name());
    assertInstanceOf(VectorLogSums.class, kernels.logSums());
  }
}
