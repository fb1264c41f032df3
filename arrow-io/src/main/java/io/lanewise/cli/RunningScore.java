package io.lanewise.cli;

import io.lanewise.column.BatchReader;
import io.lanewise.evaluate.RowWindow;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SequentialComparison;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.profile.Profile;
import io.lanewise.profile.RowFeed;
import io.lanewise.profile.SliceWorker;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows while they are read: now and then what is there so far, and at the end all of it.
 *
 * @param evaluator counts them
 * @param step rows between two snapshots
 * @param window which of them count; null for all
 * @param lines is told snapshots; null if nobody wants them
 * @param comparison tests what may be looked at any time; null if nobody wants it
 * @param checkpoint keeps the state; null if nobody wants it
 */
record RunningScore(
    StreamingEvaluator evaluator,
    long step,
    @Nullable RowWindow window,
    @Nullable SnapshotWriter lines,
    @Nullable SequentialComparison comparison,
    @Nullable Checkpoint checkpoint) {

  /**
   * What came of it.
   *
   * @param rows generated rows that were read, those of a state included
   * @param card the score of all that counts of them
   * @param stopped whether rows may be left, because nobody reads on
   */
  record Result(long rows, Scorecard card, boolean stopped) {}

  /**
   * Reads rows to their end.
   *
   * @param unheard whether to do so even if nobody reads the lines any more
   */
  Result run(BatchReader reader, int threads, boolean unheard, Progress progress) {
    List<SliceWorker> workers = Collections.nCopies(threads, evaluator::acceptGenerated);
    BatchReader seen = comparison == null ? reader : new PairedRows(reader, comparison);
    try (RowFeed feed = new RowFeed(seen, workers, progress)) {
      if (checkpoint != null) {
        checkpoint.begin(evaluator, feed);
      }
      long rows = evaluator.generated().rows();
      boolean heard = true;
      while (true) {
        // Lines come at the same rows after a stop as without.
        long wanted = step - rows % step;
        long count = feed.feed(wanted);
        rows += count;
        boolean last = count < wanted;
        if (window != null && count > 0) {
          move(window, last);
        }
        boolean telling = lines != null && heard && (last || window == null || window.isFull());
        Scorecard card = last || telling ? score() : null;
        if (card != null && telling) {
          progress.wipe();
          heard = tell(rows, card, last);
        }
        if (checkpoint != null) {
          checkpoint.save(evaluator);
        }
        if (card != null && (last || !(heard || unheard))) {
          return new Result(rows, card, !last);
        }
      }
    }
  }

  private void move(RowWindow moved, boolean last) {
    Profile pane = evaluator.generated();
    evaluator.resetGenerated();
    if (last) {
      moved.addRest(pane);
    } else {
      moved.add(pane);
    }
  }

  private Scorecard score() {
    return window == null ? evaluator.snapshot() : evaluator.score(window.counts());
  }

  private boolean tell(long rows, Scorecard card, boolean last) {
    if (comparison != null) {
      comparison.advance(rows);
    }
    return lines == null || lines.write(rows, card, comparison, last);
  }
}
