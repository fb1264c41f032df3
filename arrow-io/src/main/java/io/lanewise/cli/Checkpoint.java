package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.InputLedger;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.profile.Profile;
import io.lanewise.profile.RowFeed;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of a running score, and finds the place where it stopped in an input that is read
 * again.
 */
final class Checkpoint {

  private final StateFile file;
  private final AccountedRows rows;
  private final boolean again;
  private InputLedger ledger = InputLedger.EMPTY;

  /** What the ledger has of this input. */
  private Optional<Entry> entry = Optional.empty();

  /** Rows that were counted when this input began. */
  private long rowsBefore;

  /** The counts that were kept last. */
  private @Nullable Profile kept;

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
      find().ifPresent(known -> resume(known, feed));
    }
    rowsBefore = evaluator.generated().rows() - entry.map(Entry::rows).orElse(0L);
  }

  /** What the ledger has of this input, or of the one that must come before any other. */
  private Optional<Entry> find() {
    Optional<Entry> interrupted = ledger.interrupted();
    if (again && !interrupted.map(Entry::head).equals(rows.head())) {
      ledger = ledger.givenUp();
      return Optional.empty();
    }
    // Started once more with --again, a score that was stopped goes on.
    return interrupted.isPresent() ? interrupted : rows.head().flatMap(ledger::sameHead);
  }

  private void add(RunState state, StreamingEvaluator evaluator) {
    try {
      evaluator.addGenerated(state.generated());
    } catch (IllegalArgumentException e) {
      throw new DataException(file.path() + " does not fit the real data: " + e.getMessage(), e);
    }
  }

  private void resume(Entry known, RowFeed feed) {
    long passed = feed.skip(known.rows());
    if (passed < known.rows() || !rows.latest().equals(Optional.of(known.counted()))) {
      throw other(known);
    }
    if (known.complete() && !feed.hasMore()) {
      throw new DataException(
          "%s has counted all %,d rows of this input; --again counts them once more"
              .formatted(file.path(), known.rows()));
    }
    entry = Optional.of(known);
  }

  private DataException other(Entry known) {
    String what =
        known.complete()
            ? "this input begins like one that %s has counted, but not all of its %,d bytes are"
                + " the same"
            : "this input is not the one that %s was counting: its first %,d bytes are others";
    return new DataException(
        (what + (again ? "" : "; --again counts this one as well"))
            .formatted(file.path(), known.counted().bytes()));
  }

  /** Writes the state: more rows of the input may come. */
  void save(StreamingEvaluator evaluator) {
    kept = evaluator.generated();
    write(false);
  }

  /**
   * Writes the state that was saved last once more: the input has ended. This is for the time when
   * the result is where it belongs; who is stopped before gets it by starting again.
   */
  void complete() {
    write(true);
  }

  private void write(boolean complete) {
    Profile counts = Objects.requireNonNull(kept, "nothing is saved");
    if (rows.latest().isPresent()) {
      Entry now =
          new Entry(
              counts.rows() - rowsBefore, rows.latest().get(), rows.head().orElseThrow(), complete);
      ledger = ledger.with(entry, now);
      entry = Optional.of(now);
    }
    file.write(new RunState(counts, ledger));
  }
}
