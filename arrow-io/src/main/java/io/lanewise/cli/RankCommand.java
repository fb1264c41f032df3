package io.lanewise.cli;

import io.lanewise.arrow.MemoryBudget;
import io.lanewise.evaluate.Ranker;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.Standings;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.PairPlan;
import io.lanewise.report.Glyphs;
import io.lanewise.report.RankJson;
import io.lanewise.report.RankReport;
import io.lanewise.report.RankText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells which of several generated sets is nearest to the real data. */
@Command(
    name = "rank",
    description = "Rank generated sets by how near they are to the real data.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "REAL and each GENERATED are as for 'lanewise score': Arrow IPC data, or profiles; the profile",
      "of a generated set must have been made with the real side's as --reference. Files of one set",
      "are separated by commas. Columns that are not in all sets count for none.",
      "",
      "Sets are ranked by JS (mean over columns, without identifiers), then by KL(real|generated).",
      "Chance adds to the JS of few rows: see 'corrected', and the sentence where a set that comes",
      "later is nearer without it. p is for the corrected difference: how often two sets",
      "equally far from the real data, which is the same for both, differ as much as a set and the",
      "next one; at least 0.05 may well be chance. It is the largest that columns can give, however",
      "they depend on each other. JSON has more numbers, and the definition of each.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise rank real.arrow epoch1.arrow epoch2.arrow epoch3.arrow",
      "  lanewise rank real.profile runs/*.arrow --columns age,income --format json -o rank.json"
    })
final class RankCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Spec private CommandSpec command;

  @Reads
  @Parameters(index = "0", paramLabel = "REAL", description = "the real data")
  private String real;

  @Reads
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "GENERATED",
      description = "generated sets")
  private List<String> generated = List.of();

  @Mixin(name = "What is compared")
  private ColumnOptions columnOptions;

  @Mixin(name = "Pairs of columns")
  private PairScoring pairOptions;

  @Mixin(name = "The result")
  private ReportOptions reportOptions;

  @Mixin(name = "The run")
  private RunOptions runOptions;

  @Override
  public Integer call() {
    List<InputArgument> inputs =
        Stream.concat(Stream.of(real), generated.stream()).map(InputArgument::new).toList();
    if (inputs.stream().filter(InputArgument::isStandardInput).count() > 1) {
      throw new UsageException("- more than once; standard input can be read for one of them");
    }
    reportOptions.check();
    ColumnChoices choices = columnOptions.choices();
    Kernels kernels = CommandKernels.choose();
    MemoryBudget budget = runOptions.budget();
    List<OpenedInput> opened = new ArrayList<>();
    try {
      for (InputArgument input : inputs) {
        opened.add(input.open(lanewise.streams().in(), budget));
      }
      rank(opened, choices, kernels);
    } finally {
      opened.forEach(OpenedInput::close);
    }
    return ExitCode.OK;
  }

  private void rank(List<OpenedInput> opened, ColumnChoices choices, Kernels kernels) {
    ScoreInput realSide = opened.getFirst().input();
    List<ScoreInput> sets = opened.stream().skip(1).map(OpenedInput::input).toList();
    // No set has fewer columns in common with the real data than all of them together.
    int columns =
        sets.stream()
            .mapToInt(set -> choices.match(realSide, set).matches().size())
            .min()
            .orElseThrow();
    PairPlan pairs = pairOptions.plan(columns);
    FitOptions.refuseBeside(realSide, pairs, command);
    Scorer scorer =
        new Scorer(
            choices.all(),
            columnOptions.bins(),
            pairs,
            OptionalDouble.empty(),
            pairOptions.estimator(),
            runOptions.seed(),
            runOptions.threads(),
            kernels);
    Standings standings = rank(new Ranker(scorer), realSide, sets, opened);
    List<String> warnings = opened.stream().flatMap(input -> input.warnings().stream()).toList();
    RankReport report =
        new RankReport(
            realSide.source(),
            standings,
            reportOptions.unit(),
            warnings,
            kernels.name(),
            Version.number());
    Streams streams = lanewise.streams();
    reportOptions.write(
        reportOptions.isJson()
            ? RankJson.of(report)
            : RankText.of(report, new Glyphs(reportOptions.charset(streams))),
        streams);
    runOptions.warn(lanewise, warnings);
  }

  private Standings rank(
      Ranker ranker, ScoreInput realSide, List<ScoreInput> sets, List<OpenedInput> opened) {
    long rows = opened.stream().mapToLong(OpenedInput::rowsToCount).sum();
    try (Progress progress = runOptions.progress(lanewise.streams(), rows)) {
      return ranker.rank(realSide, sets, progress);
    }
  }
}
