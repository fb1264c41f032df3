package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.Profile;
import io.lanewise.profile.RareValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Counts data into a profile. */
@Command(
    name = "profile",
    description = "Count data into a profile: a small file that scores in its place.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "DATA is what score takes: an Arrow IPC file or stream, several separated by commas, a folder",
      "of them, or - for standard input. Without --reference, bins and categories are fitted to it.",
      "Parts of one whole, and generated data, are profiled with --reference: only profiles of one",
      "reference merge, subtract and score against each other.",
      "COLS are column names separated by commas; write \\, for a comma inside a name.",
      "",
      "A profile holds counts and no rows, but it can leak values: it names categories, also those",
      "that occur once, and the edges of bins are values of the data, the least and the greatest",
      "among them. --min-count N keeps rare categories out: values that occur fewer than N times are",
      "counted in 4096 hash buckets. Edges of bins stay, and a bucket tells 12 bits of a value's"
          + " hash.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise profile real.arrow -o real.profile --min-count 10",
      "  lanewise score real.profile generated.arrow",
      "  lanewise profile monday.arrow --reference real.profile -o monday.profile"
    })
final class ProfileCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Spec private CommandSpec command;

  @Reads
  @Parameters(index = "0", paramLabel = "DATA", description = "the data to count")
  private String data;

  @Mixin(name = "The profile")
  private ReferenceOptions profileOptions;

  @Mixin(name = "What is counted")
  private ColumnOptions columnOptions;

  @Mixin(name = "Pairs of columns")
  private PairOptions pairOptions;

  @Mixin(name = "The run")
  private RunOptions runOptions;

  @Override
  public Integer call() {
    InputArgument argument = new InputArgument(data);
    ProfileOutput output = profileOptions.output();
    Path reference = profileOptions.reference();
    if (reference != null) {
      refuseBesideReference(reference);
    }
    output.check();
    ColumnChoices choices = columnOptions.choices();
    Kernels kernels = CommandKernels.choose();
    ScoreInput.Counted given = reference == null ? null : ProfileFile.read(reference);
    List<String> warnings = new ArrayList<>();
    try (OpenedInput opened = argument.open(lanewise.streams().in(), runOptions.budget())) {
      warnings.addAll(opened.warnings());
      ScoreInput.Data rows = rows(opened.input());
      output.write(
          given == null
              ? fitted(rows, choices, kernels, warnings)
              : counted(rows, given, kernels, warnings));
    }
    runOptions.warn(lanewise, warnings);
    return ExitCode.OK;
  }

  private void refuseBesideReference(Path profile) {
    FitOptions.refuse(command, profile.toString());
    for (String name : List.of("--columns", "--exclude", "--pairs")) {
      FitOptions.refuse(name, command, profile.toString());
    }
  }

  private static ScoreInput.Data rows(ScoreInput input) {
    return switch (input) {
      case ScoreInput.Data rows -> rows;
      case ScoreInput.Once stream ->
          throw new IllegalStateException(stream.source() + " was not copied to a file");
      case ScoreInput.Counted counts ->
          throw new DataException(
              counts.source() + " is a profile already, expected data; merge adds profiles");
    };
  }

  private Profile fitted(
      ScoreInput.Data rows, ColumnChoices choices, Kernels kernels, List<String> warnings) {
    TableProfiler profiler = profiler(rows, kernels);
    Profile profile =
        profiler.fit(choices, columnOptions.bins(), pairOptions::plan, runOptions.seed(), warnings);
    int least = profileOptions.minCount();
    return least == 1 ? profile : new RareValues(least).unlisted(profile);
  }

  private Profile counted(
      ScoreInput.Data rows, ScoreInput.Counted given, Kernels kernels, List<String> warnings) {
    Profile profile = profiler(rows, kernels).count(given, warnings);
    int least = profileOptions.minCount();
    return least == 1 ? profile : new RareValues(least).folded(profile);
  }

  private TableProfiler profiler(ScoreInput.Data rows, Kernels kernels) {
    return new TableProfiler(
        rows,
        runOptions.threads(),
        kernels,
        () -> runOptions.progress(lanewise.streams(), rows.rowCount()));
  }
}
