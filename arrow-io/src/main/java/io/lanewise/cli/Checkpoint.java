package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.InputLedger;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.profile.Profile;
import io.lanewise.profile.RowFeed;
import java.util.Optional;

/**
 * Keeps the state of a running score, and finds the place where it stopped in an input that is read
 * again.
 */
final class Checkpoint {

  private final StateFile file;
  private final AccountedRows rows;
  private final boolean again;
  private InputLedger ledger = InputLedger.EMPTY;

  /** What the ledger had of this input. */
  private Optional<Entry> before = Optional.empty();

  /** Rows that were counted when this input began. */
  private long rowsBefore;

  /**
   * A checkpoint of one input.
   *
   * @param file keeps the state
   * @param rows the input
   * @param again whether it is to be counted even if it was before
   */
  Checkpoint(StateFile file, AccountedRows rows, boolean again) {
    this.file = file;
    this.rows = rows;
    this.again = again;
  }

  /**
   * Gives the evaluator the counts of the state, and passes over the rows that are in them.
   *
   * @throws DataException if the state is of another reference, or the input is not the one that
   *     the state was counting, or was counted to its end
   */
  void begin(StreamingEvaluator evaluator, RowFeed feed) {
    Optional<RunState> state = file.read();
    if (state.isPresent()) {
      ledger = state.get().ledger();
      add(state.get(), evaluator);
      if (!again) {
        resume(feed);
      }
    }
    rowsBefore = evaluator.generated().rows() - before.map(Entry::rows).orElse(0L);
  }

  private void add(RunState state, StreamingEvaluator evaluator) {
    try {
      evaluator.addGenerated(state.generated());
    } catch (IllegalArgumentException e) {
      throw new DataException(file.path() + " does not fit the real data: " + e.getMessage(), e);
    }
  }

  private void resume(RowFeed feed) {
    Optional<Entry> interrupted = ledger.interrupted();
    before = interrupted.isPresent() ? interrupted : rows.head().flatMap(ledger::sameHead);
    if (before.isEmpty()) {
      return;
    }
    Entry entry = before.get();
    long passed = feed.skip(entry.rows());
    if (passed < entry.rows() || !rows.latest().equals(Optional.of(entry.counted()))) {
      throw other(entry, interrupted.isPresent());
    }
    if (entry.complete() && !feed.hasMore()) {
      throw new DataException(
          "%s has counted all %,d rows of this input; --again counts them once more"
              .formatted(file.path(), entry.rows()));
    }
  }

  private DataException other(Entry entry, boolean interrupted) {
    String what =
        interrupted
            ? "this input is not the one that %s was counting: its first %,d bytes are others"
            : "this input begins like one that %s has counted, but not all of its %,d bytes are"
                + " the same";
    return new DataException(
        (what + "; --again counts this one as well")
            .formatted(file.path(), entry.counted().bytes()));
  }

  /**
   * Writes the state.
   *
   * @param complete whether the input has ended
   */
  void save(StreamingEvaluator evaluator, boolean complete) {
    Profile counts = evaluator.generated();
    if (rows.latest().isPresent()) {
      Entry now =
          new Entry(
              counts.rows() - rowsBefore, rows.latest().get(), rows.head().orElseThrow(), complete);
      ledger = ledger.with(before, now);
      before = Optional.of(now);
    }
    file.write(new RunState(counts, ledger));
  }
}
