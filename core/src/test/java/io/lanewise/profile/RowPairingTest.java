package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Row i of one table is counted with row i of the other. */
class RowPairingTest {

  private static final long SEED = 20;
  private static final int REAL = 4_000;
  private static final int GENERATED = 3_000;

  private final List<Integer> realValues = values(REAL, 3);

  /** 3 is a value that the real table has not, 4 is null. */
  private final List<Integer> generatedValues = values(GENERATED, 5);

  private static List<Integer> values(int rows, int distinct) {
    Random random = new Random(SEED + rows);
    return rows(rows, i -> random.nextInt(distinct));
  }

  private static MemoryTable table(List<Integer> values) {
    int rows = values.size();
    return MemoryTable.of(
        "table",
        longs("x", INT64, rows(rows, i -> values.get(i) == 4 ? null : (long) values.get(i))),
        texts("t", rows(rows, i -> values.get(i) == 4 ? null : "v" + values.get(i))),
        texts("id", rows(rows, i -> "key " + i)));
  }

  /** A bin each for 0, 1 and 2, one symbol for null and one for what lies outside. */
  private static final int[] BIN_SYMBOLS = {0, 1, 2, 4, 3};

  /** The values of the real table alone, and one symbol for all others. */
  private static final int[] CATEGORY_SYMBOLS = {0, 1, 2, 3, 3};

  @Test
  void rowsAreCountedTogetherUpToTheEndOfTheShorterTable() {
    MemoryTable real = table(realValues).cutAt(0, 1, 1_500, 1_500, REAL);
    MemoryTable generated = table(generatedValues).cutAt(700, 700, 2_900, GENERATED);
    for (boolean swapped : new boolean[] {false, true}) {
      Reference reference = Fits.reference(real, 1);
      Profile counts = Fits.profile(real, reference, 1);
      List<Long> done = new ArrayList<>();
      List<JointCounts> tables =
          RowPairing.count(
              counts,
              PairPlan.AUTOMATIC,
              new RowPairing.Side(swapped ? generated : real, new int[] {0, 1, 2}),
              new RowPairing.Side(swapped ? real : generated, new int[] {0, 1, 2}),
              Kernels.scalar(),
              done::add);
      List<Integer> first = swapped ? generatedValues : realValues;
      List<Integer> second = swapped ? realValues : generatedValues;
      assertEquals(3, tables.size());
      assertArrayEquals(counted(first, second, BIN_SYMBOLS, 5), tables.get(0).toArray());
      assertArrayEquals(counted(first, second, CATEGORY_SYMBOLS, 4), tables.get(1).toArray());
      assertArrayEquals(new long[] {GENERATED}, tables.get(2).toArray(), "an identifier");
      assertEquals(GENERATED, done.getLast());
      assertEquals(done.stream().sorted().distinct().toList(), done);
      assertEquals(0, real.openBatches());
      assertEquals(0, generated.openBatches());
    }
  }

  private static long[] counted(
      List<Integer> first, List<Integer> second, int[] symbols, int width) {
    long[] counts = new long[width * width];
    for (int i = 0; i < GENERATED; i++) {
      counts[symbols[first.get(i)] * width + symbols[second.get(i)]]++;
    }
    return counts;
  }

  /** Null is a symbol of its own where it is frequent in the real table. */
  @Test
  void realNullsCountAmongTheCategories() {
    List<Integer> values = rows(1_000, i -> i % 2 == 0 ? 4 : i % 3);
    MemoryTable real = table(values);
    Profile counts = Fits.profile(real, Fits.reference(real, 1), 1);
    RowPairing.Side side = new RowPairing.Side(real, new int[] {0, 1, 2});
    List<JointCounts> tables =
        RowPairing.count(counts, PairPlan.AUTOMATIC, side, side, Kernels.scalar(), rows -> {});
    long[] alone = new long[4];
    values.forEach(value -> alone[value == 4 ? 0 : value + 1]++);
    long[] table = tables.get(1).toArray();
    for (int symbol = 0; symbol < 4; symbol++) {
      assertEquals(alone[symbol], table[symbol * 5 + symbol], "symbol " + symbol);
    }
    assertEquals(5, tables.get(1).rows());
  }
}
