package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import io.lanewise.column.Table;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ProfileFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A snapshot depends on the rows that came, and on nothing else. */
class StreamingEvaluatorTest {

  private static final long SEED = 505;
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);

  private final Scorer scorer = Scores.scorer(ColumnSelection.ALL);
  private final MemoryTable real = table("real", 0, 1500);
  private final MemoryTable generated = table("generated", 700, 2600);

  private static MemoryTable table(String source, int from, int to) {
    int count = to - from;
    return MemoryTable.of(
        source,
        doubles("x", FLOAT64, rows(count, i -> (i + from) % 11 == 0 ? null : Math.sin(i + from))),
        longs("k", INT64, rows(count, i -> (long) (i + from) * (i + from) % 97)),
        texts("t", rows(count, i -> (i + from) % 13 == 0 ? null : "v" + (i + from) % 29)));
  }

  private static void each(Table table, Consumer<ColumnBatch> sink) {
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        sink.accept(batch);
        batch.close();
      }
    }
  }

  private StreamingEvaluator fitted() {
    return StreamingEvaluator.fit(real, generated.schema(), scorer);
  }

  @Test
  void anySplitGivesTheBitsOfTheTables() {
    Scorecard expected = scorer.score(real, generated);
    Random random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      StreamingEvaluator evaluator = fitted();
      each(generated.cutAtRandom(random, 20), evaluator::acceptGenerated);
      assertEquals(expected, evaluator.snapshot(), "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void theRealSideMayStreamToo() {
    StreamingEvaluator evaluator =
        StreamingEvaluator.of(
            fitted().real().reference(), real.schema(), generated.schema(), scorer);
    assertEquals(
        "0 real rows so far, a score needs at least 1",
        assertThrows(IllegalStateException.class, evaluator::snapshot).getMessage());
    Random random = new Random(SEED);
    each(generated.cutAtRandom(random, 9), evaluator::acceptGenerated);
    each(real.cutAtRandom(random, 9), evaluator::acceptReal);
    assertEquals(scorer.score(real, generated), evaluator.snapshot());
  }

  @Test
  void aSnapshotBetweenBatchesIsTheScoreOfThePrefix() {
    StreamingEvaluator evaluator = fitted();
    assertEquals(scorer.score(real, table("generated", 0, 0)), evaluator.snapshot());
    List<Integer> ends = List.of(1, 64, 900, 1900);
    int from = 700;
    for (int end : ends) {
      each(table("generated", from, 700 + end), evaluator::acceptGenerated);
      from = 700 + end;
      assertEquals(scorer.score(real, table("generated", 700, from)), evaluator.snapshot());
    }
  }

  @Test
  void anyMergeTreeGivesTheSameBits() {
    StreamingEvaluator whole = fitted();
    each(generated, whole::acceptGenerated);
    each(real, whole::acceptReal);
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      List<StreamingEvaluator> parts = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        parts.add(StreamingEvaluator.of(fitted().real(), generated.schema(), scorer));
      }
      each(
          generated.cutAtRandom(random, 20),
          batch -> parts.get(random.nextInt(5)).acceptGenerated(batch));
      each(real.cutAtRandom(random, 20), batch -> parts.get(random.nextInt(5)).acceptReal(batch));
      Collections.shuffle(parts, random);
      while (parts.size() > 1) {
        StreamingEvaluator last = parts.removeLast();
        parts.get(random.nextInt(parts.size())).merge(last);
      }
      StreamingEvaluator merged = parts.getFirst();
      String at = "seed " + SEED + ", round " + round;
      assertEquals(whole.snapshot(), merged.snapshot(), at);
      assertArrayEquals(bytes(whole.real()), bytes(merged.real()), at);
      assertArrayEquals(bytes(whole.generated()), bytes(merged.generated()), at);
    }
  }

  /** No part has too many distinct values, their sum has: it folds as the whole does. */
  @Test
  void mergedPartsFoldPastTheCapAsTheWholeDoes() {
    MemoryTable known = MemoryTable.of("real", texts("t", rows(300, row -> "v" + row % 30)));
    MemoryTable many = MemoryTable.of("generated", texts("t", rows(70_000, row -> "v" + row)));
    StreamingEvaluator merged = StreamingEvaluator.fit(known, many.schema(), scorer);
    StreamingEvaluator other = StreamingEvaluator.of(merged.real(), many.schema(), scorer);
    each(
        many.cutAt(30_000, 40_000, 70_000),
        batch -> (batch.firstRow() == 30_000 ? other : merged).acceptGenerated(batch));
    Scorecard expected = scorer.score(known, many);
    assertTrue(expected.columns().getFirst().folded());
    assertEquals(60_000, merged.generated().rows());
    assertFalse(merged.snapshot().columns().getFirst().folded());
    merged.merge(other);
    assertEquals(expected, merged.snapshot());
  }

  private static byte[] bytes(Profile profile) {
    return ProfileFormat.write(profile).toBytes();
  }

  @Test
  void aProfileReplacesTheRealData() {
    StreamingEvaluator evaluator =
        StreamingEvaluator.of(fitted().real(), generated.schema(), scorer);
    each(generated, evaluator::acceptGenerated);
    assertEquals(scorer.score(real, generated), evaluator.snapshot());
    StreamingEvaluator plain = StreamingEvaluator.of(fitted().real());
    each(generated, plain::acceptGenerated);
    assertEquals(Scorer.ofDefaults().score(real, generated), plain.snapshot());
  }

  @Test
  void mergingAnotherReferenceNamesTheColumnAndMergesNothing() {
    StreamingEvaluator evaluator = fitted();
    MemoryTable others = table("real", 300, 900);
    StreamingEvaluator other = StreamingEvaluator.fit(others, generated.schema(), scorer);
    String message =
        assertThrows(IllegalArgumentException.class, () -> evaluator.merge(other)).getMessage();
    assertTrue(message.startsWith("profiles of different references: column 'x' has"), message);
    StreamingEvaluator twice =
        StreamingEvaluator.of(evaluator.real().plus(evaluator.real()), generated.schema(), scorer);
    message =
        assertThrows(IllegalArgumentException.class, () -> evaluator.merge(twice)).getMessage();
    assertEquals("started from other real data, of 1500 rows and of 3000 rows", message);
    assertEquals(fitted().snapshot(), evaluator.snapshot());
  }

  @Test
  void resetForgetsTheGeneratedSideAlone() {
    StreamingEvaluator evaluator = fitted();
    each(real, evaluator::acceptReal);
    Scorecard before = evaluator.snapshot();
    each(generated, evaluator::acceptGenerated);
    evaluator.resetGenerated();
    assertEquals(before, evaluator.snapshot());
    each(generated, evaluator::acceptGenerated);
    assertEquals(1900, evaluator.generated().rows());
    assertEquals(3000, evaluator.real().rows());
  }

  @Test
  void otherColumnsAreRefusedByNameBeforeAnythingIsCounted() {
    StreamingEvaluator evaluator = fitted();
    ColumnBatch batch =
        new BatchBuilder(1)
            .doubles("x", new double[1])
            .ints("k", new int[1])
            .texts("t", "v1")
            .build();
    assertEquals(
        "generated batch: column 1 is 'k' of type int32, expected 'k' of type int64",
        assertThrows(DataException.class, () -> evaluator.acceptGenerated(batch)).getMessage());
    assertEquals(0, evaluator.generated().rows());
    StreamingEvaluator other = StreamingEvaluator.of(evaluator.real(), batch.schema(), scorer);
    other.acceptGenerated(batch);
    assertEquals(1, other.generated().rows());
    ColumnBatch wrong = new BatchBuilder(1).texts("x", "a").ints("k", new int[1]).build();
    assertEquals(
        "column 'x' is float64 in the reference and utf8 in the generated data, which do not"
            + " compare; column 't' is not in the generated data",
        assertThrows(
                DataException.class,
                () -> StreamingEvaluator.of(evaluator.real(), wrong.schema(), scorer))
            .getMessage());
  }

  @Test
  void furtherColumnsAreListedAsNotScored() {
    ColumnBatch batch =
        new BatchBuilder(2)
            .texts("extra", "a", "b")
            .texts("t", "v1", null)
            .longs("k", new long[] {4, 9})
            .doubles("x", new double[] {0.1, 0.2})
            .build();
    StreamingEvaluator evaluator = StreamingEvaluator.of(fitted().real(), batch.schema(), scorer);
    evaluator.acceptGenerated(batch);
    assertEquals(scorer.score(real, Table.of("batch", List.of(batch))), evaluator.snapshot());
  }

  @Test
  void aBatchThatFailsHalfwayIsNotPassedOver() {
    StreamingEvaluator evaluator = fitted();
    each(generated, evaluator::acceptGenerated);
    ColumnBatch broken = new BrokenBatch(generated.schema());
    assertThrows(DataException.class, () -> evaluator.acceptGenerated(broken));
    String message = assertThrows(IllegalStateException.class, evaluator::snapshot).getMessage();
    assertEquals("part of a generated batch that failed is counted: column 't': torn", message);
    assertThrows(IllegalStateException.class, () -> each(generated, evaluator::acceptGenerated));
    evaluator.resetGenerated();
    each(generated, evaluator::acceptGenerated);
    assertEquals(scorer.score(real, generated), evaluator.snapshot());
  }
}
