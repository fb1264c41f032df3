package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Half of the rows, which the reference has not seen, in random order. */
class HeldOutRowsTest {

  private static MemoryTable table(int rows) {
    return MemoryTable.of(
        "table",
        texts("each", rows(rows, i -> "key " + i)),
        longs("third", INT64, rows(rows, i -> i * 3L / rows)));
  }

  private static HeldOutRows heldOut(MemoryTable table, long seed) {
    List<ColumnPlan> plans =
        List.of(
            new ColumnPlan(0, new Treatment.AsCategories()),
            new ColumnPlan(1, new Treatment.AsCategories()));
    ReferenceFitter fitter = new ReferenceFitter(64, PairPlan.NONE, seed, 1);
    return HeldOutRows.of(table, plans, fitter, Kernels.scalar());
  }

  @Test
  void theReferenceListsTheOtherRowsAlone() {
    for (int rowCount : new int[] {2, 3, 1_001, 5_000}) {
      HeldOutRows held = heldOut(table(rowCount), 1);
      assertEquals(rowCount / 2, held.size());
      int listed = ((Categories) held.reference().columns().getFirst().binning()).known().size();
      assertEquals(rowCount - rowCount / 2, listed);
      for (int i = 0; i < held.size(); i++) {
        // Null, the values that are listed, and then one symbol for all others.
        assertEquals(1 + listed, held.symbol(0, i), rowCount + " rows, row " + i);
      }
    }
  }

  /** The table is sorted: a third of each half of the random order is of each third of it. */
  @Test
  void theOrderIsAShuffle() {
    HeldOutRows held = heldOut(table(6_000), 1);
    assertEquals(
        IntStream.range(0, 3_000).boxed().toList(),
        Arrays.stream(held.order()).sorted().boxed().toList());
    for (int third = 1; third <= 3; third++) {
      int symbol = third;
      long count = IntStream.range(0, 1_500).filter(i -> held.symbol(1, i) == symbol).count();
      // Without replacement, so less than five deviations of 1,500 draws with it.
      assertEquals(500, (double) count, 5 * Math.sqrt(1_500 * 2 / 9.0));
    }
    assertEquals(3_000, IntStream.range(0, 3_000).filter(i -> held.symbol(1, i) > 0).count());
  }

  /** The rows are taken in the table's order, and looked up through the shuffle. */
  @Test
  void symbolsAreThoseOfTheShuffledRows() {
    HeldOutRows held = heldOut(table(600).cutAt(0, 7, 300, 300, 600), 1);
    assertEquals(held.rows().size(), held.size());
    int before = 0;
    for (int row = 0; row < held.size(); row++) {
      assertTrue(held.rows().symbol(1, row) >= before, "row " + row);
      before = held.rows().symbol(1, row);
    }
    for (int i = 0; i < held.size(); i++) {
      assertEquals(held.rows().symbol(1, held.order()[i]), held.symbol(1, i));
    }
  }

  @Test
  void theSeedDecides() {
    MemoryTable table = table(1_000);
    assertTrue(Arrays.equals(heldOut(table, 1).order(), heldOut(table, 1).order()));
    assertFalse(Arrays.equals(heldOut(table, 1).order(), heldOut(table, 2).order()));
    assertFalse(heldOut(table, 1).reference().equals(heldOut(table, 2).reference()));
    assertEquals(0, table.openBatches());
  }

  @Test
  void oneRowIsTooFew() {
    for (int rowCount : new int[] {0, 1}) {
      assertThrows(IllegalArgumentException.class, () -> heldOut(table(rowCount), 1));
    }
  }
}
