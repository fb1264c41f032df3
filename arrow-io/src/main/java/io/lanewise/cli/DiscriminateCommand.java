package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.HistogramLimit;
import io.lanewise.evaluate.NotScored;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.gan.ClassifierResult;
import io.lanewise.gan.ClassifierSettings;
import io.lanewise.gan.ClassifierTest;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.report.DiscriminationJson;
import io.lanewise.report.DiscriminationReport;
import io.lanewise.report.DiscriminationText;
import io.lanewise.report.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells whether a discriminator can tell real from generated rows. */
@Command(
    name = "discriminate",
    description = "Train a discriminator on half of the rows, and see what it tells of the others.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "REAL and GENERATED are Arrow IPC files or streams, several separated by commas, a folder of",
      "them, or - for standard input (one side only). COLS are column names separated by commas.",
      "",
      "As many rows of either side are drawn, by the seed. Half of them teach a discriminator D (a",
      "fifth of these are held back to tell when to stop); the other half tests it. Equal rows are",
      "never in both halves. A column that looks like an identifier is left out, unless an option",
      "names it; of one with more than 1000 categories D sees the 999 most frequent.",
      "",
      "accuracy is the share of rows that D takes for what they are, with a logit above 0 for real;",
      "p is how often chance does as well where both sides have one distribution: Fisher's exact",
      "test, one-sided. ROC area is the chance that a real row has the higher logit. The JS of rows",
      "is at least (V + log 4)/2, V = E log D(x) + E log(1 - D) of rows that D has not seen; it sees",
      "all columns at once, while a histogram of a column or a pair shows one or two, and the JS of",
      "rows is at least that of each histogram. A weak D proves little, but nothing that is wrong.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise discriminate real.arrow generated.arrow",
      "  lanewise discriminate real.arrow generated.arrow --rows 50k --format json -o told.json"
    })
final class DiscriminateCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Reads
  @Parameters(index = "0", paramLabel = "REAL", description = "the real data")
  private String real;

  @Reads
  @Parameters(index = "1", paramLabel = "GENERATED", description = "the generated data")
  private String generated;

  @Mixin(name = "What is compared")
  private ColumnOptions columnOptions;

  @Mixin(name = "Pairs of columns")
  private PairOptions pairOptions;

  @Mixin(name = "The discriminator")
  private DiscriminatorOptions discriminatorOptions;

  @Mixin(name = "The result")
  private ReportOptions reportOptions;

  @Mixin(name = "The run")
  private WorkOptions workOptions;

  @Override
  public Integer call() {
    InputArgument realInput = new InputArgument(real);
    InputArgument generatedInput = new InputArgument(generated);
    InputArgument.requireOneStream(realInput, generatedInput);
    reportOptions.check();
    ColumnChoices choices = columnOptions.choices();
    ClassifierSettings settings = discriminatorOptions.settings();
    Kernels kernels = CommandKernels.installed();
    MemoryBudget budget = workOptions.budget();
    Streams streams = lanewise.streams();
    try (ArrowTable realTable = realInput.openTable(streams.in(), budget);
        ArrowTable generatedTable = generatedInput.openTable(streams.in(), budget)) {
      DiscriminationReport report = compare(realTable, generatedTable, choices, settings, kernels);
      reportOptions.write(
          reportOptions.isJson()
              ? DiscriminationJson.of(report)
              : DiscriminationText.of(report, new Glyphs(reportOptions.charset(streams))),
          streams);
      workOptions.warn(lanewise, report.warnings());
    }
    return ExitCode.OK;
  }

  private DiscriminationReport compare(
      ArrowTable realTable,
      ArrowTable generatedTable,
      ColumnChoices choices,
      ClassifierSettings settings,
      Kernels kernels) {
    ScoreInput.Data realSide = new ScoreInput.Data(realTable);
    ScoreInput.Data generatedSide = new ScoreInput.Data(generatedTable);
    ColumnMatching matching = choices.match(realSide, generatedSide);
    Scorer scorer =
        new Scorer(
            choices.all(),
            columnOptions.bins(),
            pairOptions.plan(matching.matches().size()),
            OptionalDouble.empty(),
            EntropyEstimator.MILLER_MADOW,
            discriminatorOptions.seed(),
            workOptions.threads(),
            kernels);
    Scorecard card = scorer.score(realSide, generatedSide, _ -> {});
    ClassifierTest test =
        ClassifierTest.of(
            realTable,
            generatedTable,
            withoutIdentifiers(matching, card),
            settings,
            discriminatorOptions.seed(),
            workOptions.threads(),
            kernels);
    ClassifierResult result;
    try (Progress progress =
        workOptions.progress(lanewise.streams(), test.mostSteps(), "steps at most")) {
      result = test.run(progress);
    }
    Scorecard compared = withoutIdentifiers(card);
    List<String> warnings = new ArrayList<>(realTable.warnings());
    warnings.addAll(generatedTable.warnings());
    return new DiscriminationReport(
        realTable.source(),
        generatedTable.source(),
        result,
        compared,
        HistogramLimit.of(compared),
        settings,
        discriminatorOptions.seed(),
        reportOptions.unit(),
        warnings,
        kernels.name(),
        Version.number());
  }

  /** What a row is called says nothing of where it comes from. */
  private static ColumnMatching withoutIdentifiers(ColumnMatching matching, Scorecard card) {
    List<ColumnMatch> matches = new ArrayList<>();
    List<NotScored> left = new ArrayList<>(matching.notScored());
    for (int i = 0; i < matching.matches().size(); i++) {
      ColumnMatch match = matching.matches().get(i);
      if (card.columns().get(i).identifier()) {
        left.add(
            new NotScored(
                match.real().name(),
                NotScored.Side.BOTH,
                match.real().type().name(),
                "looks like an identifier; --numeric or --categorical takes it all the same"));
      } else {
        matches.add(match);
      }
    }
    return new ColumnMatching(matches, left);
  }

  /** Pairs are never of identifiers. */
  private static Scorecard withoutIdentifiers(Scorecard card) {
    return new Scorecard(
        card.realRows(),
        card.generatedRows(),
        card.columns().stream().filter(column -> !column.identifier()).toList(),
        card.pairs(),
        card.notScored());
  }
}
