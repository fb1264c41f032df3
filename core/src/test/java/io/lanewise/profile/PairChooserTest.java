package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which pairs are counted where not all are. */
class PairChooserTest {

  private static final long SEED = 64;

  @Test
  void upToSixtyFourColumnsHaveAllPairs() {
    assertEquals(2016, pairs(independent(64, 60), PairPlan.AUTOMATIC, 1).size());
    assertEquals(2016, pairs(independent(65, 60), PairPlan.AUTOMATIC, 1).size());
    assertEquals(2080, pairs(independent(65, 60), all(), 1).size());
    assertEquals(0, pairs(independent(3, 60), PairPlan.NONE, 1).size());
    assertEquals(0, pairs(independent(1, 60), all(), 1).size());
  }

  @Test
  void thePairsThatDependMostAreTaken() {
    for (int rows : new int[] {500, 6_000, 100_000}) {
      MemoryTable table = withCopies(rows);
      assertEquals(
          List.of(new ColumnPair(4, 5)), pairs(table, new PairPlan(1, OptionalInt.empty()), 1));
      List<ColumnPair> three =
          List.of(new ColumnPair(0, 1), new ColumnPair(2, 3), new ColumnPair(4, 5));
      for (int threads = 1; threads <= 3; threads++) {
        assertEquals(
            three, pairs(table, new PairPlan(3, OptionalInt.empty()), threads), rows + " rows");
      }
    }
  }

  @Test
  void batchesDoNotChangeTheChoice() {
    MemoryTable table = independent(12, 70_000);
    PairPlan plan = new PairPlan(20, OptionalInt.empty());
    List<ColumnPair> whole = pairs(table, plan, 1);
    Random random = new Random(SEED);
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals(whole, pairs(table.cutAtRandom(random, 50), plan, threads));
    }
  }

  @Test
  void equalsAreTakenInTheOrderOfTheColumns() {
    MemoryColumn constant = texts("c", rows(50, row -> "same"));
    MemoryTable table =
        MemoryTable.of("t", constant, constant.named("d"), constant.named("e"), constant);
    assertEquals(
        List.of(new ColumnPair(0, 1), new ColumnPair(0, 2)),
        pairs(table, new PairPlan(2, OptionalInt.empty()), 1));
  }

  /** A column of constants has nothing to share, so the pair behind 1,000 of them is found. */
  @Test
  void ofMoreColumnsThanArePairedThoseOfLargestEntropyAre() {
    List<MemoryColumn> columns = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      columns.add(texts("c" + i, rows(60, row -> "same")));
    }
    columns.add(texts("x", rows(60, row -> "v" + row % 3)));
    columns.add(texts("y", rows(60, row -> "v" + row % 3)));
    MemoryTable table = MemoryTable.of("t", columns.toArray(MemoryColumn[]::new));
    assertEquals(
        List.of(new ColumnPair(1_000, 1_001)),
        pairs(table, new PairPlan(1, OptionalInt.empty()), 1));
    List<ColumnPair> most = pairs(table, all(), 1);
    assertEquals(PairPlan.LIMIT, most.size());
    assertEquals(
        509, most.stream().filter(p -> p.y() < 1_000).mapToInt(p -> p.y()).max().orElse(0));
  }

  @Test
  void identifiersAreInNoPair() {
    MemoryTable table =
        MemoryTable.of(
            "t",
            texts("a", rows(500, row -> "v" + row % 3)),
            longs("id", Types.INT64, rows(500, row -> (long) row * row)),
            texts("b", rows(500, row -> "v" + row % 5)));
    assertEquals(List.of(new ColumnPair(0, 2)), pairs(table, PairPlan.AUTOMATIC, 1));
  }

  private static PairPlan all() {
    return new PairPlan(PairPlan.LIMIT, OptionalInt.empty());
  }

  private static List<ColumnPair> pairs(MemoryTable table, PairPlan plan, int threads) {
    List<ColumnPlan> columns =
        IntStream.range(0, table.schema().fields().size())
            .mapToObj(position -> new ColumnPlan(position, new Treatment.Automatic()))
            .toList();
    return new ReferenceFitter(64, plan, SEED, threads).fit(table, columns).pairs().pairs();
  }

  private static MemoryTable independent(int columns, int rows) {
    Random random = new Random(SEED);
    List<MemoryColumn> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      all.add(texts("c" + i, rows(rows, row -> "v" + random.nextInt(4))));
    }
    return MemoryTable.of("independent", all.toArray(MemoryColumn[]::new));
  }

  /** Copies that agree in half of the rows, in nine of ten, and in all; and one by itself. */
  private static MemoryTable withCopies(int rows) {
    Random random = new Random(SEED);
    List<MemoryColumn> columns = new ArrayList<>();
    for (String name : List.of("a", "c", "e")) {
      int copied = name.equals("a") ? 5 : name.equals("c") ? 9 : 10;
      List<Integer> values = rows(rows, row -> random.nextInt(6));
      columns.add(texts(name, rows(rows, row -> "v" + values.get(row))));
      columns.add(
          texts(
              name + " again",
              rows(rows, row -> "v" + (row % 10 < copied ? values.get(row) : random.nextInt(6)))));
    }
    columns.add(texts("g", rows(rows, row -> "v" + random.nextInt(6))));
    return MemoryTable.of("copies", columns.toArray(MemoryColumn[]::new));
  }
}
