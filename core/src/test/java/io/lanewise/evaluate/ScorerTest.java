package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.booleans;
import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.nulls;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.column.MemoryColumn.type;
import static io.lanewise.column.MemoryColumn.wides;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.Categories;
import io.lanewise.profile.PairPlan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scorecard depends on the rows, and on nothing else. */
class ScorerTest {

  private static final long SEED = 1906;
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  private static final ColumnType UINT64 = ColumnType.of("uint64", Family.INTEGER);
  private static final ColumnType UTF8 = ColumnType.of("utf8", Family.TEXT);
  private static final ColumnType MICROS = type("timestamp[us]", Family.TIMESTAMP, "0.000001");

  @Tag("slow")
  @Test
  void batchesAndThreadsChangeNoBit() {
    assertSplitsChangeNoBit(3000, 2000, 12);
  }

  /** More than 65,536 rows: edges come from a sample, and three threads take slices. */
  @Tag("slow")
  @Test
  void batchesAndThreadsChangeNoBitOfLargeTables() {
    assertSplitsChangeNoBit(140_000, 90_000, 4);
  }

  private static void assertSplitsChangeNoBit(int realRows, int generatedRows, int rounds) {
    MemoryTable real = mixed("real", realRows, 1);
    MemoryTable generated = mixed("generated", generatedRows, 2);
    Scorecard expected = Scores.score(real, generated);
    assertEquals(realRows, expected.realRows());
    assertEquals(real.schema().fields().size(), expected.columns().size());
    Random random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      MemoryTable realCut = real.cutAtRandom(random, 20);
      MemoryTable generatedCut = generated.cutAtRandom(random, 20);
      Scorecard found =
          Scores.scorer(ColumnSelection.ALL, 1 + round % 3)
              .score(realCut, generatedCut, rows -> {});
      assertEquals(expected, found, "round " + round);
      assertEquals(0, realCut.openBatches() + generatedCut.openBatches(), "open batches");
    }
  }

  @Test
  void equalTablesAreNoDistanceApart() {
    MemoryTable table = mixed("t", 5000, 1);
    Scorecard card = Scores.score(table, table);
    assertEquals(1, card.summary().columnFidelity().getAsDouble());
    for (ColumnScore score : card.columns()) {
      Comparison same = Scores.comparison(score);
      assertEquals(0, same.js(), score.name());
      assertTrue(same.noise().insideNoise(), score.name());
      assertFalse(same.tooFewRows(), score.name());
      assertEquals(0, same.klRealGenerated(), score.name());
      assertEquals(0, same.klGeneratedReal(), score.name());
      assertEquals(0, same.totalVariation(), score.name());
      assertEquals(0, same.unseenMass(), score.name());
      assertEquals(score.entropyReal(), same.crossEntropy(), 1e-12, score.name());
      assertEquals(0, same.ks().orElse(0), score.name());
      assertEquals(0, same.wasserstein().orElse(0), score.name());
    }
  }

  @Test
  void countsAndUnseenMassesAreTold() {
    MemoryTable real = MemoryTable.of("real", texts("a", "x", "x", null, "y"));
    MemoryTable generated = MemoryTable.of("generated", texts("a", "x", null, "z", "z"));
    ColumnScore score = Scores.score(real, generated).columns().getFirst();
    assertEquals(1, score.realNulls());
    assertEquals(1, score.generatedNulls());
    assertEquals(4, score.symbols());
    assertEquals(
        List.of(
            new SymbolCount(null, 1, 1),
            new SymbolCount("x", 2, 1),
            new SymbolCount("y", 1, 0),
            new SymbolCount("z", 0, 2)),
        score.counts());
    Comparison found = Scores.comparison(score);
    assertEquals(0.5, found.unseenMass());
    assertEquals(0.25, found.missingMass());
    assertEquals(Double.POSITIVE_INFINITY, found.klRealGenerated());
    assertTrue(Double.isFinite(found.klSmoothed().getAsDouble()));
  }

  @Test
  void columnsOfTypeNullCompareWithAnything() {
    MemoryTable nothing = MemoryTable.of("n", nulls("a", 3), nulls("b", 3), nulls("c", 3));
    MemoryTable values =
        MemoryTable.of("v", longs("a", 1L, null, 2L), texts("b", "x", "y", null), nulls("c", 3));
    for (ColumnScore score : Scores.score(nothing, values).columns()) {
      assertEquals(ColumnScore.Kind.CATEGORICAL, score.kind());
      assertEquals(3, score.realNulls());
      assertEquals(0, score.entropyReal());
    }
    Scorecard card = Scores.score(values, nothing);
    assertEquals(ColumnScore.Kind.NUMERIC, card.columns().getFirst().kind());
    assertEquals(2.0 / 3, Scores.comparison(card.columns().get(0)).missingMass());
    assertEquals(2.0 / 3, Scores.comparison(card.columns().get(1)).missingMass());
    assertEquals(0, Scores.comparison(card.columns().get(2)).js());
  }

  @Test
  void aTableWithoutGeneratedRowsIsCountedButNotCompared() {
    MemoryTable real = MemoryTable.of("real", longs("a", 1L, 2L), texts("b", "x", "y"));
    MemoryTable none = MemoryTable.of("none", longs("a"), texts("b"));
    for (MemoryTable generated : List.of(none, none.cutAt(), none.cutAt(0, 0))) {
      Scorecard card = Scores.score(real, generated);
      assertEquals(0, card.generatedRows());
      assertTrue(card.summary().columnFidelity().isEmpty());
      for (ColumnScore score : card.columns()) {
        assertNull(score.comparison());
        assertEquals(Math.log(2), score.entropyReal(), 1e-15);
        assertTrue(Double.isNaN(score.entropyGenerated()));
      }
    }
  }

  @Test
  void dataThatCannotBeScoredIsRefusedWithItsName() {
    MemoryTable none = MemoryTable.of("empty.arrow", longs("a"));
    MemoryTable some = MemoryTable.of("some.arrow", longs("a", 1L));
    MemoryTable other = MemoryTable.of("other.arrow", longs("b", 1L));
    MemoryTable text = MemoryTable.of("text.arrow", texts("a", "x"));
    assertRefused("empty.arrow: no rows; the real data needs at least one", none, some);
    assertRefused("some.arrow and other.arrow: no columns in common", some, other);
    assertRefused(
        "some.arrow and text.arrow: no column can be compared: 'a': a number cannot be compared"
            + " with a text",
        some,
        text);
  }

  @Test
  void identifiersAreLeftOutOfTheAverage() {
    MemoryTable real =
        MemoryTable.of("real", longs("id", box(200, 0)), texts("b", rows(200, i -> "" + i % 2)));
    MemoryTable generated =
        MemoryTable.of("g", longs("id", box(200, 999)), texts("b", rows(200, i -> "" + i % 2)));
    Scorecard card = Scores.score(real, generated);
    assertTrue(card.columns().getFirst().identifier());
    assertEquals(Math.log(2), Scores.comparison(card.columns().getFirst()).js(), 1e-15);
    assertEquals(1, card.summary().columnFidelity().getAsDouble());
  }

  @Test
  void oneSideThatFoldsFoldsTheOther() {
    int most = Categories.CAP;
    MemoryTable real = MemoryTable.of("real", texts("a", rows(300, i -> "key " + i % 100)));
    MemoryTable generated = MemoryTable.of("g", texts("a", rows(most + 1, i -> "key " + i)));
    ColumnScore score = Scores.score(real, generated).columns().getFirst();
    assertTrue(score.folded());
    assertEquals(100 + 4096, score.counts().size());
    assertEquals(300, score.counts().stream().mapToLong(SymbolCount::real).sum());
    assertEquals(most + 1, score.counts().stream().mapToLong(SymbolCount::generated).sum());
    // The other way about the reference holds every value, so that nothing is left to fold.
    MemoryTable full = MemoryTable.of("full", texts("a", rows(most, i -> "key " + i)));
    assertTrue(!Scores.score(full, real).columns().getFirst().folded());
  }

  @Test
  void progressCountsTheRowsOfBothTables() {
    List<Long> told = new ArrayList<>();
    MemoryTable real = mixed("real", 3000, 1).cutAt(1000, 1000, 3000);
    MemoryTable generated = mixed("generated", 2000, 2).cutAt(500, 2000);
    Scores.scorer(ColumnSelection.ALL).score(real, generated, told::add);
    assertEquals(List.of(1000L, 3000L, 3500L, 5000L), told);
  }

  @Test
  void aFailureOfTheReaderComesThroughAndClosesBatches() {
    for (int threads = 1; threads <= 3; threads++) {
      MemoryTable real = mixed("real", 140_000, 1).cutAt(70_000, 70_001, 140_000);
      Table damaged = new Endless(real, 2, new DataException("real: batch 2: damaged"));
      Scorer scorer = Scores.scorer(ColumnSelection.ALL, threads);
      DataException found =
          assertThrows(DataException.class, () -> scorer.score(damaged, real, rows -> {}));
      assertEquals("real: batch 2: damaged", found.getMessage());
      assertEquals(0, real.openBatches());
    }
  }

  /** Without a stop, the workers would walk a table that never ends. */
  @Test
  @Timeout(60)
  void anInterruptedWalkStops() {
    MemoryTable rows = mixed("real", 70_000, 1);
    Table endless = new Endless(rows, Integer.MAX_VALUE, new DataException("unreachable"));
    Thread caller = Thread.currentThread();
    LongConsumer interrupt =
        done -> {
          if (done > rows.rowCount()) {
            caller.interrupt();
          }
        };
    Scorer scorer = Scores.scorer(ColumnSelection.ALL, 2);
    assertThrows(IllegalStateException.class, () -> scorer.score(rows, endless, interrupt));
    assertTrue(Thread.interrupted(), "the flag is set again");
    assertEquals(0, rows.openBatches());
  }

  @Test
  void impossibleSettingsAreRefused() {
    for (double smoothing : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      var found =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  new Scorer(
                      ColumnSelection.ALL,
                      64,
                      PairPlan.AUTOMATIC,
                      OptionalDouble.of(smoothing),
                      EntropyEstimator.MILLER_MADOW,
                      SEED,
                      1,
                      Kernels.scalar()));
      assertEquals("smoothing: got " + smoothing + ", expected finite and > 0", found.getMessage());
    }
  }

  private static void assertRefused(String message, MemoryTable real, MemoryTable generated) {
    DataException found = assertThrows(DataException.class, () -> Scores.score(real, generated));
    assertEquals(message, found.getMessage());
  }

  private static Long[] box(int count, long from) {
    return rows(count, i -> from + i).toArray(Long[]::new);
  }

  /** Every form, with nulls, NaN, infinities, few and many distinct values. */
  private static MemoryTable mixed(String name, int count, long seed) {
    Random random = new Random(seed);
    List<Double> floats =
        rows(
            count,
            i ->
                switch (random.nextInt(50)) {
                  case 0 -> null;
                  case 1 -> Double.NaN;
                  case 2 -> Double.POSITIVE_INFINITY;
                  case 3 -> -0.0;
                  default -> random.nextGaussian() + seed / 10.0;
                });
    List<Long> longs = rows(count, i -> random.nextInt(9) == 0 ? null : (long) random.nextInt(60));
    List<Long> times = rows(count, i -> 1_700_000_000_000_000L + random.nextInt(1 << 30));
    List<BigInteger> wides = rows(count, i -> new BigInteger(70, random));
    List<String> texts = rows(count, i -> "t" + (int) Math.sqrt(random.nextInt(1 << 20)));
    List<Integer> indices = rows(count, i -> random.nextInt(4) == 0 ? null : random.nextInt(5));
    List<Boolean> flags = rows(count, i -> random.nextInt(10) == 0 ? null : random.nextBoolean());
    return MemoryTable.of(
        name,
        doubles("double", FLOAT64, floats),
        longs("long", INT64, longs),
        longs("time", MICROS, times),
        wides("wide", UINT64, wides),
        texts("text", texts),
        texts("", "a", "b", null, "a", "ccc").asReplacedDictionary("dictionary", UTF8, indices),
        doubles("", 1.5, null, Double.NaN, 2.5, -1.5)
            .asDictionary("number dictionary", FLOAT64, indices),
        booleans("flag", flags.toArray(Boolean[]::new)),
        longs("id", INT64, rows(count, i -> (long) i)));
  }

  /** Walks a table over and over, and fails at a batch. */
  private record Endless(MemoryTable rows, int failAt, DataException failure) implements Table {
    @Override
    public String source() {
      return rows.source();
    }

    @Override
    public Schema schema() {
      return rows.schema();
    }

    @Override
    public long rowCount() {
      return rows.rowCount();
    }

    @Override
    public BatchReader open() {
      return new BatchReader() {
        private BatchReader walk = rows.open();
        private int batches;

        @Override
        public ColumnBatch next() {
          if (batches++ == failAt) {
            throw failure;
          }
          ColumnBatch batch = walk.next();
          if (batch == null) {
            walk = rows.open();
            batch = walk.next();
          }
          return batch;
        }

        @Override
        public void close() {
          walk.close();
        }
      };
    }

    @Override
    public void close() {}
  }
}
