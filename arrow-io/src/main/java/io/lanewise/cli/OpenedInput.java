package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.evaluate.ScoreInput;
import java.util.List;

/**
 * An input that was found to be data or counts.
 *
 * @param input which
 * @param warnings what it lacks without being damaged
 */
record OpenedInput(ScoreInput input, List<String> warnings) implements AutoCloseable {

  static OpenedInput of(ArrowTable table) {
    return new OpenedInput(new ScoreInput.Data(table), table.warnings());
  }

  static OpenedInput of(ScoreInput.Counted counts) {
    return new OpenedInput(counts, List.of());
  }

  /** Rows that are still to be counted. */
  long rowsToCount() {
    return input instanceof ScoreInput.Data ? input.rowCount() : 0;
  }

  @Override
  public void close() {
    if (input instanceof ScoreInput.Data data) {
      data.table().close();
    }
  }
}
