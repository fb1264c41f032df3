package io.lanewise.evaluate;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.profile.Profile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * An evaluator of two columns and what is done with it. Each look shows all counts, so one that saw
 * a part of a batch, or one side before and the other after a merge, is like no order of the
 * operations.
 */
public class EvaluatorOperations {

  private static final BytesColumn WORDS = BytesColumn.of("a", "b");

  private static final List<ColumnBatch> BATCHES = List.of(batch(1), batch(2), batch(40));

  private static final Profile START = start();

  private static final StreamingEvaluator OTHER = other();

  private final StreamingEvaluator evaluator = evaluator();

  private static ColumnBatch batch(int rows) {
    int[] codes = IntStream.range(0, rows).map(row -> row % 2).toArray();
    long[] values = IntStream.range(0, rows).mapToLong(row -> row % 3).toArray();
    return new BatchBuilder(rows).codes("t", codes, WORDS).longs("k", values).build();
  }

  private static Profile start() {
    Table real = Table.of("real", List.of(batch(12)));
    Scorer scorer = Scores.scorer(ColumnSelection.ALL);
    return StreamingEvaluator.fit(real, real.schema(), scorer).real();
  }

  private static StreamingEvaluator evaluator() {
    Scorer scorer = Scores.scorer(ColumnSelection.ALL);
    return StreamingEvaluator.of(START, BATCHES.getFirst().schema(), scorer);
  }

  private static StreamingEvaluator other() {
    StreamingEvaluator other = evaluator();
    other.acceptReal(batch(100));
    other.acceptGenerated(batch(200));
    return other;
  }

  /** Counts one of the batches as generated data. */
  @Operation
  public void acceptGenerated(@Param(gen = IntGen.class, conf = "0:2") int batch) {
    evaluator.acceptGenerated(BATCHES.get(batch));
  }

  /** Counts one of the batches as real data. */
  @Operation
  public void acceptReal(@Param(gen = IntGen.class, conf = "0:2") int batch) {
    evaluator.acceptReal(BATCHES.get(batch));
  }

  /** Takes over another evaluator, of 100 real and 200 generated rows. */
  @Operation
  public void merge() {
    evaluator.merge(OTHER);
  }

  /** Forgets the generated side. */
  @Operation
  public void reset() {
    evaluator.resetGenerated();
  }

  /** The counts of the generated side, single columns and the pair. */
  @Operation
  public String generated() {
    Profile profile = evaluator.generated();
    return profile.rows() + " " + profile.columns() + " " + profile.pairs();
  }

  /** The counts of both sides. */
  @Operation
  public String snapshot() {
    Scorecard card = evaluator.snapshot();
    return card.realRows()
        + " "
        + card.generatedRows()
        + " "
        + card.columns().stream()
            .map(ColumnScore::counts)
            .map(List::toString)
            .collect(Collectors.joining());
  }
}
