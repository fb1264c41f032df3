package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Joint counts are exact, whatever the shape of the tables and the cut of the batches. */
class JointCountsTest {

  private static final long SEED = 1809;

  @Test
  void everyRowIsCountedInItsCell() {
    for (int symbols : new int[] {2, 3, 15, 16, 17, 40, 64}) {
      for (int rows : new int[] {1, 7, 8, 9, 1023, 8191, 8192, 8193, 20_000}) {
        assertCounted(mixed(rows, SEED + rows, 90), mixed(rows, SEED - rows, 120), symbols);
      }
    }
  }

  /** Counts a table that has values which the reference does not list. */
  private static void assertCounted(MemoryTable real, MemoryTable table, int symbols) {
    Reference reference = reference(real, new PairPlan(100, OptionalInt.of(symbols)));
    PairSpace space = reference.pairs();
    assertEquals(6, space.pairs().size());
    Profile profile = Fits.profile(table, reference, 1);
    byte[][] coarse = coarseSymbols(table, reference);
    for (int i = 0; i < space.pairs().size(); i++) {
      ColumnPair pair = space.pairs().get(i);
      int width = space.y(pair).symbolCount();
      long[] expected = new long[space.x(pair).symbolCount() * width];
      for (int row = 0; row < table.rowCount(); row++) {
        expected[coarse[pair.x()][row] * width + coarse[pair.y()][row]]++;
      }
      assertArrayEquals(expected, profile.pairs().get(i).toArray(), pair + " of " + symbols);
    }
  }

  /** Row by row, by way of the encoders alone. */
  private static byte[][] coarseSymbols(MemoryTable table, Reference reference) {
    int[] positions = IntStream.range(0, reference.columns().size()).toArray();
    ColumnEncoder[] encoders =
        ColumnEncoder.all(
            reference.columns(), table.schema(), positions, Kernels.scalar().edgeSearch());
    byte[][] coarse = new byte[encoders.length][(int) table.rowCount()];
    int[] code = new int[1];
    try (ColumnBatch batch = table.open().next()) {
      for (int i = 0; i < encoders.length; i++) {
        for (int row = 0; row < table.rowCount(); row++) {
          encoders[i].encode(batch.column(i), row, row + 1, code);
          coarse[i][row] = (byte) reference.pairs().coarsenings().get(i).of(code[0]);
        }
      }
    }
    return coarse;
  }

  /** What a pair counts of one column is what the column itself counts, joined. */
  @Test
  void marginsAreTheCoarseCountsOfTheColumns() {
    MemoryTable table = mixed(5000, SEED);
    Reference reference = reference(table, PairPlan.AUTOMATIC);
    Profile profile = Fits.profile(table, reference, 1);
    BinCounts bins = (BinCounts) profile.columns().get(0);
    Coarsening coarsening = reference.pairs().coarsenings().get(0);
    long[] expected = new long[coarsening.symbolCount()];
    for (int code = 0; code < bins.toArray().length; code++) {
      expected[coarsening.of(code)] += bins.toArray()[code];
    }
    JointCounts joint = profile.pairs().get(0);
    long[] margin = new long[joint.rows()];
    for (int cell = 0; cell < joint.toArray().length; cell++) {
      margin[cell / joint.columns()] += joint.toArray()[cell];
    }
    assertArrayEquals(expected, margin);
  }

  @Tag("slow")
  @Test
  void batchesThreadsAndMergesDoNotChangeTheCounts() {
    MemoryTable table = mixed(70_000, SEED);
    Reference reference = reference(table, PairPlan.AUTOMATIC);
    Profile whole = Fits.profile(table, reference, 1);
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      Profile cut = Fits.profile(table.cutAtRandom(random, 300), reference, 1 + round % 3);
      assertEquals(whole, cut, "round " + round);
    }
    Profile twice = whole.plus(whole);
    long[] doubled = Arrays.stream(whole.pairs().get(3).toArray()).map(c -> 2 * c).toArray();
    assertArrayEquals(doubled, twice.pairs().get(3).toArray());
    assertEquals(140_000, twice.rows());
  }

  @Test
  void countsThatWouldOverflowAreRefused() {
    JointCounts many = new JointCounts(1, 2, new long[] {Long.MAX_VALUE, 0});
    assertThrows(ArithmeticException.class, () -> many.plus(many));
    JointCounts other = new JointCounts(2, 1, new long[] {1, 1});
    assertThrows(IllegalArgumentException.class, () -> many.plus(other));
  }

  @Test
  void askingTwiceCountsOnce() {
    MemoryTable table = mixed(100, SEED);
    Reference reference = reference(table, PairPlan.AUTOMATIC);
    ProfileBuilder builder =
        new ProfileBuilder(reference, table.schema(), new int[] {0, 1, 2, 3}, Kernels.scalar());
    try (ColumnBatch batch = table.open().next()) {
      builder.accept(batch, 0, 40);
      assertEquals(40, sum(builder.profile().pairs().get(0)));
      assertEquals(40, sum(builder.profile().pairs().get(0)));
      builder.accept(batch, 40, 100);
    }
    assertEquals(Fits.profile(table, reference, 1), builder.profile());
  }

  private static long sum(JointCounts counts) {
    return Arrays.stream(counts.toArray()).sum();
  }

  private static Reference reference(MemoryTable table, PairPlan pairs) {
    List<ColumnPlan> plans =
        IntStream.range(0, table.schema().fields().size())
            .mapToObj(position -> new ColumnPlan(position, new Treatment.AsCategories()))
            .toList();
    List<ColumnPlan> mixed =
        plans.stream()
            .map(plan -> plan.position() == 0 ? new ColumnPlan(0, new Treatment.AsNumbers()) : plan)
            .toList();
    return new ReferenceFitter(64, pairs, SEED, 1).fit(table, mixed);
  }

  private static MemoryTable mixed(int rows, long seed) {
    return mixed(rows, seed, 90);
  }

  private static MemoryTable mixed(int rows, long seed, int values) {
    Random random = new Random(seed);
    return MemoryTable.of(
        "mixed",
        doubles(
            "x",
            Types.FLOAT64,
            rows(rows, row -> random.nextInt(9) == 0 ? null : random.nextGaussian())),
        longs("k", Types.INT64, rows(rows, row -> (long) (random.nextGaussian() * 20))),
        texts("t", rows(rows, row -> random.nextInt(9) == 0 ? null : "v" + random.nextInt(values))),
        texts("b", rows(rows, row -> random.nextInt(50) == 0 ? "yes" : "no")));
  }
}
