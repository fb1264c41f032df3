package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.LiveStream;
import io.lanewise.evaluate.ScoreInput;
import java.util.List;
import java.util.function.Supplier;

/**
 * An input that was found to be data or counts.
 *
 * @param input which
 * @param lacks what it lacks without being damaged, as far as it was read
 * @param closing lets go what it holds
 */
record OpenedInput(ScoreInput input, Supplier<List<String>> lacks, Runnable closing)
    implements AutoCloseable {

  static OpenedInput of(ArrowTable table) {
    return new OpenedInput(new ScoreInput.Data(table), table::warnings, table::close);
  }

  /** A stream, with whoever brings its bytes. */
  static OpenedInput of(LiveStream stream, Runnable closing) {
    return new OpenedInput(
        new ScoreInput.Once(stream.source(), stream.schema(), stream), stream::warnings, closing);
  }

  static OpenedInput of(ScoreInput.Counted counts) {
    return new OpenedInput(counts, List::of, () -> {});
  }

  /** What to warn of; of a stream, only its end tells. */
  List<String> warnings() {
    return lacks.get();
  }

  /** Rows that are still to be counted; negative where nobody knows. */
  long rowsToCount() {
    return switch (input) {
      case ScoreInput.Data data -> data.rowCount();
      case ScoreInput.Counted counts -> 0;
      case ScoreInput.Once stream -> -1;
    };
  }

  @Override
  public void close() {
    closing.run();
  }
}
