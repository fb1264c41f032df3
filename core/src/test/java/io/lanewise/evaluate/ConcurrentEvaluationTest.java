package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.profile.Counts;
import io.lanewise.profile.JointCounts;
import io.lanewise.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that count and threads that look do not get in each other's way. */
class ConcurrentEvaluationTest {

  private static final BytesColumn WORDS = BytesColumn.of("a", "b", "c", "d");
  private static final int ROWS = 4_000;
  private static final int THREADS = 4;

  /** How often is looked: without the lock, a few looks suffice to see rows come and go. */
  private static final int LOOKS = 400;

  private final Scorer scorer = Scores.scorer(ColumnSelection.ALL);

  /** Every batch holds every word equally often, so a torn one shows. */
  private static ColumnBatch batch(int shift) {
    int[] codes = IntStream.range(0, ROWS).map(row -> (row + shift) % 4).toArray();
    long[] values = LongStream.range(0, ROWS).map(row -> row % 8).toArray();
    return new BatchBuilder(ROWS).codes("t", codes, WORDS).longs("k", values).build();
  }

  @Test
  @Timeout(60)
  void snapshotsSeeWholeBatchesAndNoneIsLost() throws Exception {
    List<ColumnBatch> batches = IntStream.range(0, 4).mapToObj(i -> batch(i)).toList();
    StreamingEvaluator evaluator = evaluator(batches);
    AtomicBoolean looking = new AtomicBoolean(true);
    List<Integer> accepted = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        writers.add(pool.submit(() -> write(evaluator, batches, looking)));
      }
      try {
        look(evaluator);
      } finally {
        looking.set(false);
      }
      for (Future<Integer> writer : writers) {
        accepted.add(writer.get());
      }
    }
    StreamingEvaluator alone = evaluator(batches);
    for (int count : accepted) {
      for (int i = 0; i < count; i++) {
        alone.acceptGenerated(batches.get(i % 4));
        alone.acceptReal(batches.get(i % 4));
      }
    }
    assertEquals(alone.generated(), evaluator.generated());
    assertEquals(alone.snapshot(), evaluator.snapshot());
  }

  private StreamingEvaluator evaluator(List<ColumnBatch> batches) {
    Table real = Table.of("real", batches);
    return StreamingEvaluator.fit(real, real.schema(), scorer);
  }

  private static int write(
      StreamingEvaluator evaluator, List<ColumnBatch> batches, AtomicBoolean looking) {
    int count = 0;
    for (; looking.get(); count++) {
      evaluator.acceptGenerated(batches.get(count % 4));
      evaluator.acceptReal(batches.get(count % 4));
    }
    return count;
  }

  private static void look(StreamingEvaluator evaluator) {
    long before = 0;
    for (int look = 0; look < LOOKS; look++) {
      Profile profile = evaluator.generated();
      assertTrue(profile.rows() >= before, profile.rows() + " after " + before);
      before = profile.rows();
      for (JointCounts pair : profile.pairs()) {
        assertEquals(before, LongStream.of(pair.toArray()).sum());
      }
      for (Counts counts : profile.columns()) {
        assertEquals(before, counts.total());
      }
      if (look % 20 == 0) {
        Scorecard card = evaluator.snapshot();
        assertEquals(0, card.generatedRows() % ROWS);
        for (SymbolCount count : card.columns().getFirst().counts()) {
          assertTrue(
              count.generated() == 0 || count.generated() == card.generatedRows() / 4,
              () -> card.generatedRows() + " rows, of one word " + count.generated());
        }
      }
    }
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
