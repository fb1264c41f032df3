package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ScoreInput;
import picocli.CommandLine.Option;

/** The option that says which rows belong together. */
final class RowOptions {

  @Option(
      names = "--paired",
      description =
          "row i of GENERATED belongs to row i of REAL: also show what they tell of each other")
  private boolean paired;

  boolean paired() {
    return paired;
  }

  /** Fails beside options that look at rows of one side before they are all there. */
  void check(StreamOptions streams) {
    if (paired && streams.isRunning()) {
      throw new UsageException(
          "--paired with --every, --window, --half-life or --state: rows are compared when all are"
              + " read, expected one of the two");
    }
  }

  /** The rows of a side, which counts do not have. */
  static Table rows(OpenedInput side) {
    return switch (side.input()) {
      case ScoreInput.Data data -> data.table();
      case ScoreInput.Counted counts ->
          throw new DataException(
              counts.source() + " is a profile, and --paired compares rows; expected data");
      case ScoreInput.Once stream ->
          throw new DataException(
              stream.source() + " can be read once, and --paired reads rows twice");
    };
  }
}
