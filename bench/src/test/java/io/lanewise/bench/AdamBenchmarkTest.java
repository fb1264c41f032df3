package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import org.junit.jupiter.api.Test;

/** What is compared in speed computes the same. */
class AdamBenchmarkTest {

  @Test
  void everyMethodMovesParametersAlike() {
    AdamBenchmark scalar = drawn();
    AdamBenchmark vector = drawn();
    AdamBenchmark loop = drawn();
    for (int step = 0; step < 3; step++) {
      scalar.step(Kernels.scalar().adamStep());
      vector.step(Kernels.simd().adamStep());
      loop.loopStep();
    }
    assertArrayEquals(scalar.parameters(), vector.parameters());
    // Moves of about 1e-6, right to a few roundings, and roundings of parameters up to 4.
    assertArrayEquals(scalar.parameters(), loop.parameters(), 3 * 0x1p-22f);
  }

  private static AdamBenchmark drawn() {
    AdamBenchmark benchmark = new AdamBenchmark();
    benchmark.length = 4096;
    benchmark.draw();
    return benchmark;
  }

  @Test
  void theVectorKernelsReallyRun() {
    assertTrue(Kernels.simd().name().startsWith("simd-"), Kernels.simd().name());
  }
}
