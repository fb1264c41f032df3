package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.MemoryColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An identifier has at least 100 values, more than 95 % of them distinct. */
class IdentifierTest {

  private static boolean isIdentifier(MemoryColumn column) {
    return Fits.column(column).identifier();
  }

  private static List<Integer> values(int rows, int distinct) {
    return rows(rows, row -> Math.min(row, distinct - 1));
  }

  @Test
  void textAndIntegersThatAreNearlyDistinctAre() {
    int[][] cases = {{99, 99}, {100, 100}, {100, 95}, {100, 96}, {1_000, 950}, {1_000, 951}};
    boolean[] expected = {false, true, false, true, false, true};
    for (int i = 0; i < cases.length; i++) {
      List<Integer> values = values(cases[i][0], cases[i][1]);
      String name = cases[i][1] + " of " + cases[i][0];
      List<Long> numbers = values.stream().map(value -> (long) value).toList();
      List<String> words = values.stream().map(value -> "v" + value).toList();
      assertEquals(expected[i], isIdentifier(longs("x", Types.INT64, numbers)), name);
      assertEquals(expected[i], isIdentifier(texts("x", words)), name);
    }
  }

  @Test
  void quantitiesAreNot() {
    List<Long> each = rows(500, row -> (long) row);
    for (ColumnType type : List.of(Types.DATE32, Types.DECIMAL2, Types.SECONDS)) {
      assertFalse(isIdentifier(longs("x", type, each)), type.name());
    }
    assertFalse(isIdentifier(doubles("x", Types.FLOAT64, rows(500, row -> (double) row))));
    assertTrue(isIdentifier(longs("x", Types.INT64, each)));
  }
}
