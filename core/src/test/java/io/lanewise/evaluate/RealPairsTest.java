package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one look keeps for the next is never taken for what it no longer is. */
class RealPairsTest {

  private static ColumnBatch batch(int rows, int step) {
    return new BatchBuilder(rows)
        .longs("k", IntStream.range(0, rows).mapToLong(row -> row * step % 40).toArray())
        .longs("n", IntStream.range(0, rows).mapToLong(row -> row * step % 31).toArray())
        .build();
  }

  private static StreamingEvaluator evaluator() {
    Table real = Table.of("real", List.of(batch(300, 1)));
    StreamingEvaluator evaluator = StreamingEvaluator.fit(real, real.schema(), Scorer.ofDefaults());
    evaluator.acceptGenerated(batch(200, 2));
    return evaluator;
  }

  @Test
  void realRowsBetweenTwoLooksAreSeen() {
    StreamingEvaluator looked = evaluator();
    Scorecard before = looked.snapshot();
    assertEquals(before, looked.snapshot());
    looked.acceptReal(batch(100, 3));
    looked.acceptGenerated(batch(100, 3));
    StreamingEvaluator straight = evaluator();
    straight.acceptReal(batch(100, 3));
    straight.acceptGenerated(batch(100, 3));
    assertEquals(straight.snapshot(), looked.snapshot());
    assertNotEquals(before.pairs().getFirst().real(), looked.snapshot().pairs().getFirst().real());
  }

  @Test
  void windowsOfGeneratedRowsShareThem() {
    StreamingEvaluator evaluator = evaluator();
    Scorecard now = evaluator.snapshot();
    evaluator.snapshot();
    StreamingEvaluator other = evaluator();
    other.resetGenerated();
    other.acceptGenerated(batch(120, 5));
    assertEquals(other.snapshot(), evaluator.score(other.generated()));
    assertEquals(now, evaluator.snapshot());
  }
}
