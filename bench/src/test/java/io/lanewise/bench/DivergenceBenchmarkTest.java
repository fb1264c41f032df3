package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared in speed computes the same. */
class DivergenceBenchmarkTest {

  /** The loop over Math adds 65,536 terms plainly, and KL and JS cancel 10 times their size. */
  private static final double RELATIVE = 65_536 * 0x1p-53 * 20;

  @ParameterizedTest
  @CsvSource({
    "entropy, counts",
    "entropy, weights",
    "kl, counts",
    "kl, weights",
    "js, counts",
    "js, weights"
  })
  void everyMethodComputesTheSameMeasure(String measure, String data) {
    DivergenceBenchmark benchmark = new DivergenceBenchmark();
    benchmark.measure = measure;
    benchmark.data = data;
    benchmark.draw();
    assertEquals(benchmark.scalar(), benchmark.vector());
    assertEquals(benchmark.scalar(), benchmark.math(), RELATIVE * benchmark.scalar());
  }
}
