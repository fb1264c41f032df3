package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Few values are kept with their counts, in the order of the numbers, whoever saw which. */
class DistinctValuesTest {

  private static final long SEED = 63;
  private static final BigInteger LARGE = BigInteger.TWO.pow(64);

  private final SortedMap<BigDecimal, Long> expected = new TreeMap<>();

  private void add(DistinctValues values, long key) {
    values.accept(key);
    expected.merge(BigDecimal.valueOf(key), 1L, Long::sum);
  }

  private void add(DistinctValues values, BigInteger wide) {
    values.accept(wide);
    expected.merge(new BigDecimal(wide), 1L, Long::sum);
  }

  private void assertRuns(ValueRuns runs) {
    assertEquals(expected.size(), runs.size());
    int run = 0;
    for (Map.Entry<BigDecimal, Long> entry : expected.entrySet()) {
      assertEquals(entry.getKey(), runs.value(run));
      assertEquals(entry.getValue(), runs.count(run++));
    }
    assertEquals(expected.values().stream().mapToLong(count -> count).sum(), runs.total());
  }

  private void fill(DistinctValues values, Random random) {
    for (int i = 0; i < 300; i++) {
      add(values, random.nextLong(-20, 20) * 0x0100_0000_0001L);
      add(values, LARGE.add(BigInteger.valueOf(random.nextInt(5))));
      add(values, LARGE.negate().subtract(BigInteger.valueOf(random.nextInt(5))));
    }
  }

  @Test
  void valuesOfAllWidthsAscend() {
    DistinctValues values = new DistinctValues(63);
    fill(values, new Random(SEED));
    assertFalse(values.tooMany());
    assertRuns(values.runs(Types.INT64));
  }

  @Test
  void whatTwoSawIsAdded() {
    DistinctValues values = new DistinctValues(63);
    DistinctValues others = new DistinctValues(63);
    Random random = new Random(SEED);
    fill(values, random);
    fill(others, random);
    add(others, 17);
    values.addAll(others);
    assertRuns(values.runs(Types.INT64));
  }

  @Test
  void oneMoreThanWantedIsTooMany() {
    for (int most : new int[] {2, 7, 64}) {
      DistinctValues values = new DistinctValues(most);
      LongStream.range(0, most).forEach(values::accept);
      LongStream.range(0, most).forEach(values::accept);
      assertFalse(values.tooMany());
      values.accept(most);
      assertTrue(values.tooMany());
      LongStream.range(0, 1_000).forEach(values::accept);
      assertTrue(values.tooMany());

      DistinctValues wide = new DistinctValues(most);
      LongStream.range(1, most).forEach(wide::accept);
      wide.accept(LARGE);
      assertFalse(wide.tooMany());
      wide.accept(LARGE.negate());
      assertTrue(wide.tooMany());
      DistinctValues merged = new DistinctValues(most);
      merged.addAll(wide);
      assertTrue(merged.tooMany());
    }
  }

  /** Between -1 and 0, and after 0, where nothing wide lies, edges count what is below them. */
  @Test
  void countsBelowEdgesAreThoseOfAWalk() {
    DistinctValues values = new DistinctValues(63);
    fill(values, new Random(SEED));
    List<BigDecimal> edges =
        List.of(
            new BigDecimal(LARGE.negate().subtract(BigInteger.TWO)),
            new BigDecimal("-0.5"),
            BigDecimal.ZERO,
            new BigDecimal(LARGE.add(BigInteger.TWO)));
    long[] below = values.runs(Types.INT64).countsBelow(edges);
    for (int edge = 0; edge < below.length; edge++) {
      long count = 0;
      for (Map.Entry<BigDecimal, Long> entry : expected.entrySet()) {
        int order = entry.getKey().compareTo(edges.get(edge));
        count += order < 0 || (order == 0 && edge == below.length - 1) ? entry.getValue() : 0;
      }
      assertEquals(count, below[edge], "edge " + edges.get(edge));
    }
  }

  @Test
  void aSampleHasTheSameRuns() {
    Random random = new Random(SEED);
    NumberSample sample = new NumberSample();
    NumberSample more = new NumberSample();
    for (int i = 0; i < 3_000; i++) {
      long key = random.nextLong(-500, 500);
      (i % 3 == 0 ? sample : more).accept(key);
      expected.merge(BigDecimal.valueOf(key), 1L, Long::sum);
      BigInteger wide = i % 2 == 0 ? LARGE : LARGE.negate();
      (i % 5 == 0 ? sample : more).accept(wide);
      expected.merge(new BigDecimal(wide), 1L, Long::sum);
    }
    sample.addAll(more);
    assertEquals(6_000, sample.size());
    assertRuns(sample.runs(Types.INT64));
  }
}
