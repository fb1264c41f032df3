package io.lanewise.cli;

import io.lanewise.report.InformationUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is shown, and where it goes. */
final class ResultOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json or markdown")
  private @Nullable Format format;

  @Option(names = "--unit", paramLabel = "UNIT", description = "bits (default) or nats")
  private InformationUnit unit = InformationUnit.BITS;

  @Writes
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the result to FILE, as a whole or not at all")
  private @Nullable Path output;

  @Option(
      names = "--explain",
      paramLabel = "COLS",
      description = "show which symbols of these columns cost how much, and cells of their pairs")
  private List<String> explain = List.of();

  @Option(names = "--counts", description = "also show how often each symbol occurs")
  private boolean counts;

  @Option(
      names = "--smooth",
      paramLabel = "A",
      converter = Smoothing.Converter.class,
      description = "also show KL(real|generated) with A added to every count")
  private @Nullable Smoothing smooth;

  Format format() {
    return format == null ? Format.TEXT : format;
  }

  /** How lines are written: as asked for, or as whoever reads them is likely to want them. */
  Format lineFormat(boolean terminal) {
    if (format == Format.MARKDOWN && output == null) {
      throw new UsageException(
          "--format markdown for a line every so many rows, expected text"
              + " or json; or -o FILE for the score of all rows");
    }
    if (format == null || format == Format.MARKDOWN) {
      return terminal ? Format.TEXT : Format.JSON;
    }
    return format;
  }

  InformationUnit unit() {
    return unit;
  }

  @Nullable Path output() {
    return output;
  }

  boolean counts() {
    return counts;
  }

  OptionalDouble smoothing() {
    return smooth == null ? OptionalDouble.empty() : OptionalDouble.of(smooth.added());
  }

  /** The columns to explain, in the order they were named in. */
  List<String> explain() {
    return NameList.parse(explain).stream().distinct().toList();
  }

  /** Fails where the result could not be written. */
  void checkOutput() {
    if (output != null) {
      new OutputFile(output).check();
    }
  }
}
