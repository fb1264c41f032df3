package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Distinct values are counted while they are few, then estimated, whoever saw which. */
class DistinctEstimateTest {

  private static final int EXACT = 1 << 15;

  /** Five standard errors of 1.2 / sqrt(32768). */
  private static final double RELATIVE = 5 * 1.2 / Math.sqrt((double) EXACT);

  @Test
  void fewValuesAreCountedExactly() {
    DistinctEstimate estimate = of(0, EXACT);
    LongStream.range(0, 1000).forEach(estimate::accept);
    assertEquals(EXACT, estimate.distinct());
    assertEquals(EXACT + 1000, estimate.values());
  }

  @Test
  void manyValuesAreEstimated() {
    for (int distinct : new int[] {EXACT + 1, 100_000, 1_000_000, 3_000_000}) {
      assertEquals(distinct, of(0, distinct).distinct(), RELATIVE * distinct);
    }
  }

  @Test
  void mergesEstimateAsOneDoes() {
    DistinctEstimate atOnce = of(0, 500_000);
    int[][] cuts = {{10, 20}, {1000, 490_000}, {0, 0}, {250_000, 499_000}, {400_000, 400_001}};
    for (int[] cut : cuts) {
      DistinctEstimate merged = of(0, cut[0]);
      merged.addAll(of(cut[0] / 2, cut[1]));
      merged.addAll(of(cut[1], 500_000));
      assertEquals(atOnce.distinct(), merged.distinct(), cut[0] + ", " + cut[1]);
    }
  }

  @Test
  void wideValuesAreValuesToo() {
    DistinctEstimate estimate = new DistinctEstimate();
    for (int i = 0; i < 3000; i++) {
      estimate.accept(BigInteger.TWO.pow(64).add(BigInteger.valueOf(i / 3)));
    }
    assertEquals(1000, estimate.distinct());
    assertEquals(3000, estimate.values());
  }

  private static DistinctEstimate of(long from, long to) {
    DistinctEstimate estimate = new DistinctEstimate();
    LongStream.range(from, to).forEach(estimate::accept);
    return estimate;
  }
}
