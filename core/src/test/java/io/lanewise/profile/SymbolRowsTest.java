package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.MemoryTable;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are kept as symbols, one after the other; what is not listed is one symbol. */
class SymbolRowsTest {

  private static final int ROWS = 5_000;

  private final MemoryTable real = table(3);

  /** Values from 0 to one less than so many; a null in every eleventh row. */
  private static MemoryTable table(int distinct) {
    return MemoryTable.of(
        "table",
        texts("t", rows(ROWS, row -> row % 11 == 0 ? null : "v" + row % distinct)),
        longs("x", INT64, rows(ROWS, row -> row % 11 == 0 ? null : (long) (row % distinct))));
  }

  @Test
  void rowsAreKeptInTheOrderInWhichTheyCome() {
    Reference reference = Fits.reference(real, 1);
    MemoryTable table = table(5);
    SymbolRows kept =
        new SymbolRows(reference, table.schema(), new int[] {0, 1}, 4_000, Kernels.scalar());
    // Null, three values, and all others; of bins, what is below and above, and NaN too.
    assertEquals(5, kept.symbols(0));
    assertEquals(8, kept.symbols(1));
    assertEquals(4_000, kept.room());
    try (ColumnBatch batch = table.open().next()) {
      kept.add(batch, 10, 10);
      kept.add(batch, 10, 2_510);
      assertEquals(1_500, kept.room());
      kept.add(batch, 3_000, 4_500);
    }
    assertEquals(4_000, kept.size());
    assertEquals(0, kept.room());
    for (int i = 0; i < 4_000; i++) {
      int row = i < 2_500 ? 10 + i : 500 + i;
      boolean isNull = row % 11 == 0;
      int value = row % 5;
      assertEquals(isNull ? 0 : Math.min(value + 1, 4), kept.symbol(0, i), "row " + row);
      assertEquals(isNull ? 6 : Math.min(value + 1, 4), kept.symbol(1, i), "row " + row);
    }
  }

  @Test
  void withoutColumnsThereIsNoRoom() {
    SymbolRows none =
        new SymbolRows(
            new Reference(List.of()), new Schema(List.of()), new int[0], 10, Kernels.scalar());
    assertEquals(0, none.room());
  }
}
