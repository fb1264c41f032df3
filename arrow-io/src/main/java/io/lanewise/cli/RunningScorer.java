package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.column.Schema;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.RowWindow;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.SequentialComparison;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.profile.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows while they are read, as the options want it.
 *
 * @param lanewise the command
 * @param scorer how to score
 * @param options what happens while rows are read
 * @param runOptions how the work is done
 * @param lines is told snapshots; null if nobody wants them
 * @param checkpoint keeps the state; null if nobody wants it
 */
record RunningScorer(
    Lanewise lanewise,
    Scorer scorer,
    StreamOptions options,
    RunOptions runOptions,
    @Nullable SnapshotWriter lines,
    @Nullable Checkpoint checkpoint) {

  /**
   * Reads the real side, then the generated rows to their end.
   *
   * @param unheard whether to do so even if nobody reads the lines any more
   * @throws io.lanewise.column.DataException if the generated data lacks a column of the real side
   *     or has it in a type that does not compare; nothing is told then
   */
  RunningScore.Result run(
      ScoreInput real, OpenedInput generated, ColumnMatching matching, boolean unheard) {
    ScoreInput.Once input = once(generated.input());
    UnscoredColumns.requireAll(matching, input.source(), real.source());
    StreamingEvaluator evaluator = evaluator(real, input.schema(), matching);
    Reference reference = evaluator.real().reference();
    RowWindow window = options.window(reference, runOptions.budget().limitBytes());
    if (!runOptions.quiet()) {
      options.windowNeeds(reference).ifPresent(lanewise::say);
    }
    SequentialComparison comparison =
        options.sequential() ? comparison(real, input.schema(), matching) : null;
    try (Progress progress = runOptions.progress(lanewise.streams(), generated.rowsToCount())) {
      return new RunningScore(evaluator, options.step(), window, lines, comparison, checkpoint)
          .run(input.rows(), runOptions.threads(), unheard, progress);
    }
  }

  private StreamingEvaluator evaluator(ScoreInput real, Schema schema, ColumnMatching matching) {
    long rows = real instanceof ScoreInput.Data data ? data.rowCount() : 0;
    try (Progress progress = runOptions.progress(lanewise.streams(), rows)) {
      return StreamingEvaluator.of(real, schema, matching, scorer, progress);
    }
  }

  private SequentialComparison comparison(ScoreInput real, Schema schema, ColumnMatching matching) {
    if (!(real instanceof ScoreInput.Data data)) {
      throw new UsageException(
          "--sequential needs rows of the real data, and " + real.source() + " is a profile");
    }
    if (data.rowCount() < 2) {
      throw new DataException(
          real.source() + ": " + data.rowCount() + " rows, --sequential needs at least 2");
    }
    return SequentialComparison.of(data.table(), schema, matching, scorer);
  }

  /** Rows are read once, also where they could be read more often. */
  private static ScoreInput.Once once(ScoreInput input) {
    return switch (input) {
      case ScoreInput.Once stream -> stream;
      case ScoreInput.Data data ->
          new ScoreInput.Once(data.source(), data.table().schema(), data.table().open());
      case ScoreInput.Counted counts ->
          throw new UsageException(
              counts.source() + " is a profile, whose rows do not arrive; expected data");
    };
  }
}
