package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import io.lanewise.profile.BinCounts;
import io.lanewise.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is scored of a stream without an end. */
class RowWindowTest {

  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);

  private final MemoryTable real = table(0, 500);
  private final StreamingEvaluator evaluator =
      StreamingEvaluator.fit(real, real.schema(), Scores.scorer(ColumnSelection.ALL));
  private final Profile empty = evaluator.generated();

  private static MemoryTable table(int from, int to) {
    return MemoryTable.of(
        "table",
        doubles("x", FLOAT64, rows(to - from, i -> Math.sin(i + from))),
        texts("t", rows(to - from, i -> "v" + (i + from) * 7 % 19)));
  }

  /** Counts of some rows; of words that the reference does not list, where there are many. */
  private Profile counts(MemoryTable table) {
    evaluator.resetGenerated();
    try (var reader = table.open()) {
      for (var batch = reader.next(); batch != null; batch = reader.next()) {
        evaluator.acceptGenerated(batch);
        batch.close();
      }
    }
    return evaluator.generated();
  }

  private Profile counts(int from, int to) {
    return counts(table(from, to));
  }

  @Test
  void aSlidingWindowHoldsTheCountsOfItsRows() {
    SlidingWindow window = new SlidingWindow(empty.reference(), 3, Long.MAX_VALUE);
    assertFalse(window.isFull());
    for (int pane = 0; pane < 10; pane++) {
      window.add(counts(40 * pane, 40 * (pane + 1)));
      int from = 40 * Math.max(0, pane - 2);
      assertEquals(counts(from, 40 * (pane + 1)), window.counts(), "pane " + pane);
      assertEquals(pane >= 2, window.isFull());
    }
  }

  @Test
  void whatIsLeftAtTheEndEntersAWindowThatIsNotFull() {
    SlidingWindow window = new SlidingWindow(empty.reference(), 2, Long.MAX_VALUE);
    window.add(counts(0, 40));
    window.addRest(counts(40, 50));
    assertEquals(counts(0, 50), window.counts());
    window.add(counts(50, 90));
    window.addRest(counts(90, 91));
    assertEquals(counts(40, 90), window.counts());
  }

  @Test
  void aWindowForgetsThatItWasFolded() {
    Profile many =
        counts(
            MemoryTable.of(
                "many",
                doubles("x", FLOAT64, rows(66_000, i -> 0.5)),
                texts("t", rows(66_000, i -> "m" + i))));
    SlidingWindow window = new SlidingWindow(empty.reference(), 2, Long.MAX_VALUE);
    window.add(many);
    window.add(counts(0, 50));
    assertEquals(many.plus(counts(0, 50)), window.counts());
    window.add(counts(50, 90));
    assertEquals(counts(0, 90), window.counts());
  }

  @Test
  void aWindowBeyondItsMemoryIsRefused() {
    double pane = SlidingWindow.leastBytes(empty.reference(), 1);
    SlidingWindow window = new SlidingWindow(empty.reference(), 9, (long) (4 * pane));
    String message =
        assertThrows(
                DataException.class,
                () -> {
                  for (int i = 0; i < 9; i++) {
                    window.add(counts(i, i + 100));
                  }
                })
            .getMessage();
    assertTrue(message.startsWith("the window needs "), message);
    assertThrows(IllegalArgumentException.class, () -> new SlidingWindow(empty.reference(), 0, 1));
  }

  /** Against the sum over panes as it is defined, w = 2^(-age / half-life). */
  @Test
  void countsFadeByTheirAge() {
    double halfLife = 70;
    DecayingWindow window = new DecayingWindow(empty.reference(), halfLife);
    List<long[]> panes = new ArrayList<>();
    for (int pane = 0; pane < 12; pane++) {
      Profile counts = counts(100 * pane, 100 * pane + 50);
      panes.add(((BinCounts) counts.columns().getFirst()).toArray());
      window.add(counts);
      double[] sums = new double[panes.getFirst().length];
      double weight = 0;
      double squares = 0;
      for (int i = 0; i <= pane; i++) {
        double w = Math.pow(2, -50.0 * (pane - i) / halfLife);
        for (int code = 0; code < sums.length; code++) {
          sums[code] += w * panes.get(i)[code];
        }
        weight += w * 50;
        squares += w * w * 50;
      }
      Profile effective = window.counts();
      long rows = Math.round(weight * weight / squares);
      assertEquals(rows, effective.rows());
      long[] rounded = ((BinCounts) effective.columns().getFirst()).toArray();
      for (int code = 0; code < sums.length; code++) {
        // By largest remainders: less than one row away from the exact share.
        assertEquals(
            sums[code] / weight * (double) rows, (double) rounded[code], 1, "code " + code);
      }
      effective.columns().forEach(column -> assertEquals(rows, column.total()));
    }
  }

  @Test
  void rowsOfOnePaneCountAsTheyAre() {
    DecayingWindow window = new DecayingWindow(empty.reference(), 10);
    assertEquals(empty, window.counts());
    window.add(counts(0, 77));
    assertEquals(counts(0, 77), window.counts());
    assertThrows(IllegalArgumentException.class, () -> new DecayingWindow(empty.reference(), 0));
  }

  /** A word that came long ago is worth no row; without that, memory would grow for ever. */
  @Test
  void whatIsOldIsForgotten() {
    DecayingWindow window = new DecayingWindow(empty.reference(), 10);
    window.add(counts(0, 5));
    for (int i = 0; i < 20; i++) {
      window.add(counts(400, 405));
    }
    assertEquals(
        counts(400, 405).columns().get(1).toString().replaceAll("=\\d+", ""),
        window.counts().columns().get(1).toString().replaceAll("=\\d+", ""));
  }
}
