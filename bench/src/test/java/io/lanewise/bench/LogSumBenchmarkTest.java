package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared in speed computes the same. */
class LogSumBenchmarkTest {

  /** The loops over Math add 65,536 terms plainly, and KL and JS cancel 10 times their size. */
  private static final double RELATIVE = 65_536 * 0x1p-53 * 20;

  @ParameterizedTest
  @ValueSource(strings = {"entropy", "kl", "js", "bce"})
  void everyMethodComputesTheSameSum(String sum) {
    LogSumBenchmark benchmark = new LogSumBenchmark();
    benchmark.sum = sum;
    benchmark.draw();
    assertEquals(benchmark.scalar(), benchmark.vector());
    assertEquals(benchmark.scalar(), benchmark.math(), RELATIVE * benchmark.scalar());
  }

  @Test
  void theVectorKernelsReallyRun() {
    assertTrue(Kernels.simd().name().startsWith("simd-"), Kernels.simd().name());
  }
}
