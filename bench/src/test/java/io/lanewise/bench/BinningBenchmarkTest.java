package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That all designs compute the same. */
class BinningBenchmarkTest {

  @Test
  void allSearchesFindTheSameBins() {
    BinningBenchmark benchmark = new BinningBenchmark();
    benchmark.draw();
    int[] expected = benchmark.linearSearch().clone();
    List<Function<BinningBenchmark, int[]>> designs =
        List.of(
            BinningBenchmark::cells,
            BinningBenchmark::vectorCells,
            BinningBenchmark::vectorGathers,
            BinningBenchmark::vectorBinarySearch,
            BinningBenchmark::jdkBinarySearch);
    for (Function<BinningBenchmark, int[]> design : designs) {
      Arrays.fill(benchmark.bins, -1);
      assertArrayEquals(expected, design.apply(benchmark));
    }
  }

  @Test
  void allTablesCountTheSame() {
    for (String shape : List.of("even", "skewed")) {
      CountBenchmark benchmark = new CountBenchmark();
      benchmark.codesAre = shape;
      benchmark.draw();
      long expected = Arrays.stream(benchmark.codes).filter(code -> code == 0).count();
      benchmark.oneTable();
      assertEquals(expected, benchmark.count(0));
      benchmark.twoTables();
      assertEquals(2 * expected, benchmark.count(0));
      benchmark.fourTables();
      assertEquals(3 * expected, benchmark.count(0));
      benchmark.fourTablesOfInts();
      assertEquals(4 * expected, benchmark.count(0));
    }
  }
}
