package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FmaPeakBenchmarkTest {

  /** Twelve sums that have reached 1: none was left out by the compiler. */
  @Test
  void everySumIsComputed() {
    FmaPeakBenchmark benchmark = new FmaPeakBenchmark();
    assertEquals(FmaPeakBenchmark.SUMS, benchmark.bits256(), 1e-3f);
    assertEquals(FmaPeakBenchmark.SUMS, benchmark.bits512(), 1e-3f);
  }
}
