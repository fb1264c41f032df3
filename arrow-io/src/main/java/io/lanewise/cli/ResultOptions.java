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
  private Format format = Format.TEXT;

  @Option(names = "--unit", paramLabel = "UNIT", description = "bits (default) or nats")
  private InformationUnit unit = InformationUnit.BITS;

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

  /** Fails where the result could not be written, or would replace one of the inputs. */
  void checkOutput(InputArgument... inputs) {
    if (output != null) {
      new OutputFile(output).check(inputs);
    }
  }
}
