package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many threads count, and whether a table or a walk is counted, the counts are equal. */
class ProfilerTest {

  private static final int ROWS = RowFeed.SLICE + 10_000;
  private static final int[] POSITIONS = {1, 0};

  private final MemoryTable table =
      MemoryTable.of(
              "table",
              longs("x", Types.INT64, rows(ROWS, row -> (long) row % 50)),
              texts("t", rows(ROWS, row -> row % 13 == 0 ? null : "v" + row % 7)))
          .cutAt(100, 30_000, ROWS);

  private final Reference reference =
      new ReferenceFitter(64, PairPlan.AUTOMATIC, Fits.SEED, 1)
          .fit(
              table,
              List.of(
                  new ColumnPlan(1, new Treatment.Automatic()),
                  new ColumnPlan(0, new Treatment.Automatic())));

  @Test
  void tablesAndWalksAreCountedAlike() {
    Profile expected =
        new Profiler(1, Kernels.scalar()).profile(table, reference, POSITIONS, rows -> {});
    assertEquals(ROWS, expected.rows());
    CategoryCounts texts = (CategoryCounts) expected.columns().getFirst();
    assertEquals((ROWS + 12) / 13, texts.nulls());
    for (int threads : new int[] {1, 2, 3}) {
      Profiler profiler = new Profiler(threads, Kernels.scalar());
      List<Long> done = Collections.synchronizedList(new ArrayList<>());
      assertEquals(expected, profiler.profile(table, reference, POSITIONS, done::add));
      assertEquals(ROWS, done.getLast());
      done.clear();
      assertEquals(
          expected,
          profiler.profile(table.open(), table.schema(), reference, POSITIONS, done::add));
      assertEquals(ROWS, done.getLast());
      assertEquals(0, table.openBatches());
    }
  }

  @Test
  void thereIsAtLeastOneThread() {
    assertThrows(IllegalArgumentException.class, () -> new Profiler(0, Kernels.scalar()));
  }
}
