package io.lanewise.cli;

import io.lanewise.column.BatchReader;
import io.lanewise.evaluate.RowWindow;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.profile.RowFeed;
import io.lanewise.profile.SliceWorker;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores rows while they are read: now and then what is there so far, and at the end all of it. */
final class RunningScore {

  private final StreamingEvaluator evaluator;
  private final @Nullable RowWindow window;
  private final long step;
  private final SnapshotWriter writer;

  /**
   * A score of rows that are still to come.
   *
   * @param evaluator counts them
   * @param window which of them count; null for all
   * @param step rows between two snapshots
   * @param writer is told snapshots
   */
  RunningScore(
      StreamingEvaluator evaluator, @Nullable RowWindow window, long step, SnapshotWriter writer) {
    this.evaluator = evaluator;
    this.window = window;
    this.step = step;
    this.writer = writer;
  }

  /**
   * Reads rows to their end, or until nobody reads what is written.
   *
   * @return the score of all that counts then
   */
  Scorecard run(BatchReader rows, int threads, Progress progress) {
    List<SliceWorker> workers = Collections.nCopies(threads, evaluator::acceptGenerated);
    long read = 0;
    try (RowFeed feed = new RowFeed(rows, workers, progress)) {
      while (true) {
        long count = feed.feed(step);
        read += count;
        Scorecard card = score(count);
        boolean last = count < step;
        progress.wipe();
        if (last || window == null || window.isFull()) {
          boolean heard = writer.write(read, card, last);
          if (last || !heard) {
            return card;
          }
        }
      }
    }
  }

  private Scorecard score(long newRows) {
    if (window == null) {
      return evaluator.snapshot();
    }
    if (newRows > 0) {
      window.add(evaluator.generated());
      evaluator.resetGenerated();
    }
    return evaluator.score(window.counts());
  }
}
