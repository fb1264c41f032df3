package io.lanewise.cli;

import io.lanewise.evaluate.ScoreInput;
import io.lanewise.gan.GanModel;
import io.lanewise.profile.ProfileFormat;
import io.lanewise.report.Glyphs;
import io.lanewise.report.ModelContents;
import io.lanewise.report.ModelJson;
import io.lanewise.report.ModelText;
import io.lanewise.report.ProfileContents;
import io.lanewise.report.ProfileJson;
import io.lanewise.report.ProfileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a profile or a model holds. */
@Command(
    name = "inspect",
    description =
        "Show what a profile or a model holds: columns, and counts, or how it was trained.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Of a profile, text shows the range of bins, and the most frequent categories. JSON shows all",
      "that it names, with counts; its columns are a specification, as --spec takes it.",
      "Of a model, text shows columns, settings, the best line of its training and the last; JSON has",
      "all lines. 'lanewise help train' says what is in a line.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise inspect real.profile --format json",
      "  lanewise inspect real.model"
    })
final class InspectCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Reads
  @Parameters(index = "0", paramLabel = "FILE", description = "the profile or the model")
  private Path file;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    if (ModelFile.isLikely(file)) {
      showModel();
    } else {
      showProfile();
    }
    return ExitCode.OK;
  }

  private void showProfile() {
    ScoreInput.Counted counted = ProfileFile.read(file);
    // Only the canonical form is read, so these are the bytes of the file.
    long bytes = ProfileFormat.write(counted.profile()).toBytes().length;
    ProfileContents contents = new ProfileContents(counted.source(), bytes, counted.profile());
    show(
        () -> ProfileJson.of(contents, Version.number()),
        (out, glyphs) -> new ProfileText(out, glyphs).write(contents));
  }

  private void showModel() {
    GanModel model = ModelFile.read(file);
    long bytes = model.write().toBytes().length;
    ModelContents contents = new ModelContents(file.toString(), bytes, model);
    show(
        () -> ModelJson.of(contents, Version.number()),
        (out, glyphs) -> new ModelText(out, glyphs).write(contents));
  }

  /** Writes what is to be seen. */
  private interface Text {
    void write(Appendable out, Glyphs glyphs) throws IOException;
  }

  private void show(Supplier<String> json, Text text) {
    Streams streams = lanewise.streams();
    if (format == Format.JSON) {
      streams.write(json.get().getBytes(StandardCharsets.UTF_8));
      return;
    }
    StringBuilder shown = new StringBuilder();
    try {
      text.write(shown, new Glyphs(streams.outCharset()));
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    streams.print(shown.toString());
  }
}
