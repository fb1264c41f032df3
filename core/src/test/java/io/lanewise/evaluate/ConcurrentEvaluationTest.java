package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.profile.JointCounts;
import io.lanewise.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that count and threads that look do not get in each other's way. */
class ConcurrentEvaluationTest {

  private static final BytesColumn WORDS = BytesColumn.of("a", "b", "c", "d");
  private static final int ROWS = 40;
  private static final int BATCHES = 400;
  private static final int THREADS = 4;

  private final Scorer scorer = Scores.scorer(ColumnSelection.ALL);

  /** Every batch holds every word equally often, so a torn one shows. */
  private static ColumnBatch batch(int number) {
    int[] codes = IntStream.range(0, ROWS).map(row -> (row + number) % 4).toArray();
    long[] values = LongStream.range(0, ROWS).map(row -> row % 8).toArray();
    return new BatchBuilder(ROWS).codes("t", codes, WORDS).longs("k", values).build();
  }

  @Test
  @Timeout(60)
  void snapshotsSeeWholeBatchesAndNoneIsLost() throws Exception {
    ColumnBatch first = batch(0);
    StreamingEvaluator evaluator =
        StreamingEvaluator.fit(Table.of("real", List.of(first)), first.schema(), scorer);
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        writers.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < BATCHES; i++) {
                    evaluator.acceptGenerated(batch(i));
                    evaluator.acceptReal(batch(i));
                  }
                }));
      }
      Future<Long> looks =
          pool.submit(
              () -> {
                long seen = 0;
                while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                  seen = look(evaluator, seen);
                }
                return seen;
              });
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertTrue(looks.get() <= (long) THREADS * BATCHES * ROWS);
    }
    assertEquals((long) THREADS * BATCHES * ROWS, evaluator.generated().rows());
    assertEquals(ROWS * (1L + THREADS * BATCHES), evaluator.real().rows());
    StreamingEvaluator alone =
        StreamingEvaluator.fit(Table.of("real", List.of(first)), first.schema(), scorer);
    for (int i = 0; i < THREADS * BATCHES; i++) {
      alone.acceptGenerated(batch(i % BATCHES));
      alone.acceptReal(batch(i % BATCHES));
    }
    assertEquals(alone.snapshot(), evaluator.snapshot());
  }

  private static long look(StreamingEvaluator evaluator, long before) {
    Scorecard card = evaluator.snapshot();
    assertTrue(card.generatedRows() >= before, card.generatedRows() + " after " + before);
    assertEquals(0, card.generatedRows() % ROWS);
    for (SymbolCount count : card.columns().getFirst().counts()) {
      if (count.generated() > 0) {
        assertEquals(card.generatedRows() / 4, count.generated());
      }
    }
    Profile profile = evaluator.generated();
    for (JointCounts pair : profile.pairs()) {
      assertEquals(profile.rows(), LongStream.of(pair.toArray()).sum());
    }
    return card.generatedRows();
  }

  /** Two evaluators that take each other over at once must not wait for each other. */
  @Test
  @Timeout(60)
  void crossedMergesEnd() throws Exception {
    ColumnBatch first = batch(0);
    StreamingEvaluator a =
        StreamingEvaluator.fit(Table.of("real", List.of(first)), first.schema(), scorer);
    StreamingEvaluator b = StreamingEvaluator.of(a.real(), first.schema(), scorer);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<?> one = pool.submit(() -> IntStream.range(0, 500).forEach(i -> a.merge(b)));
      Future<?> other = pool.submit(() -> IntStream.range(0, 500).forEach(i -> b.merge(a)));
      one.get();
      other.get();
    }
    assertEquals(0, a.generated().rows());
  }
}
