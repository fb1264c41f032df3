package io.lanewise.cli;

import io.lanewise.report.InformationUnit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a report that has two forms, text and JSON. */
final class ReportOptions {

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  @Option(names = "--unit", paramLabel = "UNIT", description = "bits (default) or nats")
  private InformationUnit unit = InformationUnit.BITS;

  @Writes
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the result to FILE, as a whole or not at all")
  private @Nullable Path output;

  InformationUnit unit() {
    return unit;
  }

  boolean isJson() {
    return format == Format.JSON;
  }

  /** Fails where the result could not be written so. */
  void check() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    if (output != null) {
      new OutputFile(output).check();
    }
  }

  /** What the result can be written in: a file is UTF-8, a terminal decides for itself. */
  Charset charset(Streams streams) {
    return output != null || isJson() ? StandardCharsets.UTF_8 : streams.outCharset();
  }

  /** Writes the whole result. */
  void write(String result, Streams streams) {
    byte[] bytes = result.getBytes(charset(streams));
    if (output == null) {
      streams.write(bytes);
    } else {
      new OutputFile(output).write(bytes);
    }
  }
}
