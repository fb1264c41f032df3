package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever looks at every row errs no more often than he meant to. */
class SequentialComparisonTest {

  private static final long SEED = 4711;
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final int REAL = 1_200;
  private static final int GENERATED = 600;

  private final Scorer scorer = Scores.scorer(ColumnSelection.ALL);

  /**
   * Rows of two columns that depend on each other, and a third of words of which half occur once,
   * so that a reference which knew the rows that are tested would give itself away.
   */
  private static MemoryTable table(Random random, int count, double shift) {
    double[] base = random.doubles(count).toArray();
    return MemoryTable.of(
        "table",
        doubles("x", FLOAT64, rows(count, i -> base[i] * base[i] + shift)),
        doubles("y", FLOAT64, rows(count, i -> base[i] + 0.3 * random.nextDouble())),
        texts("t", rows(count, i -> "w" + (int) (Math.pow(random.nextDouble(), 3) * 3_000))));
  }

  private SequentialComparison comparison(MemoryTable real, MemoryTable generated) {
    ColumnMatching matching =
        ColumnMatching.of(real.schema(), generated.schema(), ColumnSelection.ALL);
    SequentialComparison comparison =
        SequentialComparison.of(real, generated.schema(), matching, scorer);
    try (BatchReader reader = generated.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        comparison.accept(batch);
        batch.close();
      }
    }
    return comparison;
  }

  /** Rows until the p-value is at most 0.05; a row more than there are if it never is. */
  private int rowsUntilAlarm(SequentialComparison comparison) {
    for (int row = 1; row <= GENERATED; row++) {
      comparison.advance(row);
      if (comparison.pValue() <= 0.05) {
        return row;
      }
    }
    return GENERATED + 1;
  }

  @Tag("slow")
  @Test
  void atMostFiveOfAHundredEqualRunsAlarm() {
    Random random = new Random(SEED);
    int runs = 400;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      MemoryTable real = table(random, REAL, 0);
      alarms += rowsUntilAlarm(comparison(real, table(random, GENERATED, 0))) <= GENERATED ? 1 : 0;
    }
    // Five in a hundred, and three standard deviations of a binomial count of that rate.
    double most = 0.05 * runs + 3 * Math.sqrt(runs * 0.05 * 0.95);
    assertTrue(alarms <= most, alarms + " alarms in " + runs + " runs, seed " + SEED);
  }

  @Test
  void aDifferenceIsFound() {
    Random random = new Random(SEED);
    for (int run = 0; run < 20; run++) {
      MemoryTable real = table(random, REAL, 0);
      int rows = rowsUntilAlarm(comparison(real, table(random, GENERATED, 0.2)));
      assertTrue(rows <= GENERATED, "run " + run + ", seed " + SEED);
    }
  }

  @Test
  void onlyRowsThatAreReachedCount() {
    Random random = new Random(SEED);
    MemoryTable real = table(random, REAL, 0);
    SequentialComparison comparison = comparison(real, table(random, 5_000, 0.2));
    assertEquals(1, comparison.pValue());
    comparison.advance(100);
    assertEquals(100, comparison.pairs());
    assertFalse(comparison.isExhausted());
    double first = comparison.pValue();
    comparison.advance(5_000);
    assertEquals(REAL / 2, comparison.pairs());
    assertTrue(comparison.isExhausted());
    double last = comparison.pValue();
    assertTrue(last <= first && last < 1e-3, first + " and then " + last);
    assertEquals("x", comparison.columns().getFirst().name());
    assertTrue(comparison.columns().getFirst().pValue() < comparison.columns().get(1).pValue());
  }

  @Test
  void batchesDoNotMatter() {
    Random random = new Random(SEED);
    MemoryTable real = table(random, REAL, 0);
    MemoryTable generated = table(random, GENERATED, 0.05);
    SequentialComparison whole = comparison(real, generated);
    SequentialComparison split = comparison(real, generated.cutAtRandom(random, 30));
    whole.advance(GENERATED);
    split.advance(GENERATED);
    assertEquals(whole.pValue(), split.pValue());
    assertEquals(whole.columns(), split.columns());
  }

  @Test
  void oneRowCannotBeSplit() {
    MemoryTable one = table(new Random(SEED), 1, 0);
    assertEquals(
        "1 rows, expected at least 2: one to fit to, and one to hold out",
        assertThrows(IllegalArgumentException.class, () -> comparison(one, one)).getMessage());
  }
}
