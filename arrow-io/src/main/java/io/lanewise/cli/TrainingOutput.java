package io.lanewise.cli;

import io.lanewise.column.Table;
import io.lanewise.report.InformationUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a training leaves behind. */
final class TrainingOutput {

  @Writes
  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "keep the model in the file MODEL, which is always whole")
  private Path model = Path.of("");

  @Option(names = "--resume", description = "go on with MODEL as if it had never stopped")
  private boolean resume;

  @Writes
  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "also write the lines to FILE: .jsonl or .json is JSON, .arrow a table")
  private @Nullable Path log;

  @Writes
  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description = "draw 100 generated rows of pixels to FILE, a PNG, at each best line")
  private @Nullable Path preview;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "lines as text (default) or json")
  private Format format = Format.TEXT;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "information in bits (default) or nats; losses and V are in nats")
  private InformationUnit unit = InformationUnit.BITS;

  Path model() {
    return model;
  }

  boolean resume() {
    return resume;
  }

  InformationUnit unit() {
    return unit;
  }

  boolean isJson() {
    return format == Format.JSON;
  }

  /** The log; null if nobody wants one. */
  @Nullable TrainingLog log() {
    return log == null ? null : TrainingLog.of(log, unit);
  }

  /** Draws rows of a table; null if nobody wants it. */
  @Nullable PreviewFile preview(Table table) {
    return preview == null ? null : PreviewFile.of(preview, table);
  }

  /** Fails where something could not be written. */
  void check() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    check("--output", model);
    check("--log", log);
    check("--preview", preview);
  }

  private static void check(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new UsageException(option + " " + file + " is no regular file");
    }
    new OutputFile(file).check();
  }
}
