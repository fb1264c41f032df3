package io.lanewise.cli;

import io.lanewise.evaluate.ScoreInput;
import io.lanewise.profile.ProfileFormat;
import io.lanewise.report.Glyphs;
import io.lanewise.report.ProfileContents;
import io.lanewise.report.ProfileJson;
import io.lanewise.report.ProfileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a profile holds. */
@Command(
    name = "inspect",
    description = "Show what a profile holds: rows, columns, edges of bins, categories, counts.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Text shows the range of bins, and the most frequent categories. JSON shows all that the",
      "profile names, with counts; its columns are a specification, as --spec takes it.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Example:",
      "  lanewise inspect real.profile --format json"
    })
final class InspectCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Parameters(index = "0", paramLabel = "FILE", description = "the profile")
  private Path file;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    ScoreInput.Counted counted = ProfileFile.read(file);
    // Only the canonical form is read, so these are the bytes of the file.
    long bytes = ProfileFormat.write(counted.profile()).toBytes().length;
    ProfileContents contents = new ProfileContents(counted.source(), bytes, counted.profile());
    Streams streams = lanewise.streams();
    if (format == Format.JSON) {
      String json = ProfileJson.of(contents, Version.number());
      streams.write(json.getBytes(StandardCharsets.UTF_8));
    } else {
      streams.print(text(contents, new Glyphs(streams.outCharset())));
    }
    return ExitCode.OK;
  }

  private static String text(ProfileContents contents, Glyphs glyphs) {
    StringBuilder text = new StringBuilder();
    try {
      new ProfileText(text, glyphs).write(contents);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }
}
