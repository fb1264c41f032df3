package io.lanewise.cli;

import io.lanewise.gan.Ending;
import io.lanewise.gan.TrainingLine;
import io.lanewise.report.InformationUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps the lines of a training in a file that is whole at every moment. */
interface TrainingLog {

  /** The log that a file's name asks for. */
  static TrainingLog of(Path file, InformationUnit unit) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".json")) {
      return new JsonLog(file, unit);
    }
    if (name.endsWith(".arrow")) {
      return new ArrowLog(file, unit);
    }
    throw new UsageException(
        "--log " + file + ", expected a name that ends in .jsonl, .json or .arrow");
  }

  /** Begins with lines of a training that goes on; there may be none. */
  void begin(List<TrainingLine> lines, @Nullable Ending ending);

  /**
   * A line more.
   *
   * @param lines all of them, the new one last
   * @param ending why it is the last; null if it is not
   */
  void add(List<TrainingLine> lines, @Nullable Ending ending);

  /** Brings the file up to date. */
  void checkpoint();
}
