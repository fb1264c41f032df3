package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.kernel.Form;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every library multiplies the same matrices. */
class GemmBenchmarkTest {

  /** Half a unit in the last place of 1. */
  private static final double U = 0x1p-24;

  @ParameterizedTest
  @CsvSource({
    "32x32x32, NN",
    "32x32x32, NT",
    "32x32x32, TN",
    "64x128x16, NN",
    "64x128x16, NT",
    "64x128x16, TN",
    "128x8x128, NN",
    "128x8x128, NT",
    "128x8x128, TN",
    "128x1x128, NN",
    "128x1x128, NT",
    "128x1x128, TN",
    "256x256x256, NN"
  })
  void everyLibraryComputesTheProduct(String shape, Form form) {
    GemmBenchmark benchmark = new GemmBenchmark();
    benchmark.shape = shape;
    benchmark.form = form;
    benchmark.draw();
    assertEquals("VectorBLAS", benchmark.netlib.getClass().getSimpleName());
    assertProduct(benchmark, benchmark.scalar());
    assertProduct(benchmark, benchmark.vector());
    assertProduct(benchmark, benchmark.vectorTwoThreads());
    assertProduct(benchmark, benchmark.openBlasHeap());
    assertProduct(benchmark, benchmark.vectorBlas());
    assertProduct(benchmark, benchmark.ejml().data);
    float[] result = new float[benchmark.m * benchmark.n];
    benchmark.openBlas().get(result);
    assertProduct(benchmark, result);
    benchmark.free();
  }

  /** Within k u of the sum of magnitudes, which holds for any order of the terms. */
  private static void assertProduct(GemmBenchmark benchmark, float[] c) {
    for (int i = 0; i < benchmark.m; i++) {
      for (int j = 0; j < benchmark.n; j++) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < benchmark.k; p++) {
          double term = (double) a(benchmark, i, p) * b(benchmark, p, j);
          sum += term;
          size += Math.abs(term);
        }
        // Products that are not fused round too: 2 k u.
        assertEquals(sum, c[i * benchmark.n + j], 2 * benchmark.k * U * size, i + ", " + j);
      }
    }
    Arrays.fill(c, Float.NaN);
  }

  private static float a(GemmBenchmark benchmark, int i, int p) {
    return benchmark.form == Form.TN
        ? benchmark.a[p * benchmark.m + i]
        : benchmark.a[i * benchmark.k + p];
  }

  private static float b(GemmBenchmark benchmark, int p, int j) {
    return benchmark.form == Form.NT
        ? benchmark.b[j * benchmark.k + p]
        : benchmark.b[p * benchmark.n + j];
  }
}
