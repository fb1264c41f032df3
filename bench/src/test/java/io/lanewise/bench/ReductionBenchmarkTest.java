package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared in speed computes the same. */
class ReductionBenchmarkTest {

  /** Plain sums of n terms of about 1. */
  private static final double ERROR = Math.pow(ReductionBenchmark.ELEMENTS, 2) * 0x1p-53;

  @ParameterizedTest
  @ValueSource(strings = {"sum", "dot", "min", "moments", "floatSum", "floatDot"})
  void everyMethodComputesTheSameReduction(String reduction) {
    ReductionBenchmark benchmark = new ReductionBenchmark();
    benchmark.reduction = reduction;
    benchmark.draw();
    assertEquals(benchmark.scalar(), benchmark.vector());
    assertEquals(benchmark.scalar(), benchmark.loop(), ERROR);
    if (!reduction.equals("moments")) {
      assertEquals(benchmark.scalar(), benchmark.stream(), ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "dot", "min", "moments"})
  void everyReductionFromMemoryIsTheSame(String reduction) {
    BandwidthBenchmark benchmark = new BandwidthBenchmark();
    benchmark.reduction = reduction;
    benchmark.fill(1 << 14);
    assertEquals(benchmark.scalar(), benchmark.vector());
    assertEquals(readOneByOne(), benchmark.read());
  }

  /** The bits of all values that {@link BandwidthBenchmark#fill} draws. */
  private static long readOneByOne() {
    long bits = 0;
    for (int i = 0; i < 1009; i++) {
      bits |= Double.doubleToRawLongBits(i - 500.25);
    }
    return bits;
  }

  @Test
  void theVectorKernelsReallyRun() {
    assertTrue(Kernels.simd().name().startsWith("simd-"), Kernels.simd().name());
  }
}
