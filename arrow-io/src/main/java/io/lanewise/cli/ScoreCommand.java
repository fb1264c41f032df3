package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.SelectionException;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.ReportContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Scores generated data against real data. */
@Command(
    name = "score",
    description = "Score generated data against real data, column by column.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "REAL and GENERATED are Arrow IPC files or streams, told apart by content: one file,",
      "several separated by commas, a folder of them, or - for standard input (one side only).",
      "COLS are column names separated by commas; write \\, for a comma inside a name.",
      "",
      "In the result, JS is the Jensen-Shannon divergence (0 is the same, 1 bit nothing in"
          + " common).",
      "KL(r|g) grows with what the generated data lacks, KL(g|r) with what the real data never"
          + " has;",
      "inf says that a value is missing altogether. H is entropy. A bar is as long as sqrt(JS).",
      "JSON has more measures, the edges of all bins, and the definition of each number.",
      "",
      "Example: lanewise score real.arrow generated.arrow --format json -o score.json"
    })
final class ScoreCommand implements Callable<Integer> {

  private static final long DEFAULT_MEMORY_LIMIT = 1L << 30;

  @ParentCommand private Lanewise lanewise;

  @Parameters(index = "0", paramLabel = "REAL", description = "the real data")
  private String real;

  @Parameters(index = "1", paramLabel = "GENERATED", description = "the generated data")
  private String generated;

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

  @Mixin private ColumnOptions columnOptions;

  @Option(
      names = "--bins",
      paramLabel = "N",
      converter = WholeNumber.Bins.class,
      description = "at most N bins of equal mass for a number, 2 to 64 (default: 64)")
  private int bins = ReferenceFitter.MOST_BINS;

  @Option(
      names = "--smooth",
      paramLabel = "A",
      converter = Smoothing.Converter.class,
      description = "also show KL(real|generated) with A added to every count")
  private @Nullable Smoothing smooth;

  @Option(names = "--counts", description = "also show how often each symbol occurs")
  private boolean counts;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "use N threads (default: one per processor); results do not depend on it")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = ByteSize.Converter.class,
      description =
          "hold at most SIZE of decompressed data at a time, like 512M or 2G (default: 1G)")
  private ByteSize memoryLimit = new ByteSize(DEFAULT_MEMORY_LIMIT);

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of the rows that bins of large data are fitted to (default: 0)")
  private Seed seed = new Seed(0);

  @Option(names = "--quiet", description = "no warnings and no progress")
  private boolean quiet;

  @Override
  public Integer call() {
    InputArgument realInput = new InputArgument(real);
    InputArgument generatedInput = new InputArgument(generated);
    if (realInput.isStandardInput() && generatedInput.isStandardInput()) {
      throw new UsageException("- on both sides; expected a file or a folder on one of them");
    }
    checkOutput(realInput, generatedInput);
    ColumnChoices choices = columnOptions.choices();
    Kernels kernels = kernels();
    MemoryBudget budget = new MemoryBudget(memoryLimit.bytes());
    Streams streams = lanewise.streams();
    try (ArrowTable realTable = realInput.open(streams.in(), budget);
        ArrowTable generatedTable = generatedInput.open(streams.in(), budget)) {
      Scorer scorer = scorer(choices.all(), kernels);
      Scorecard card = score(scorer, choices, realTable, generatedTable);
      List<String> warnings = new ArrayList<>(realTable.warnings());
      warnings.addAll(generatedTable.warnings());
      ReportContext context =
          new ReportContext(
              realTable.source(),
              generatedTable.source(),
              unit,
              counts,
              scorer.smoothing(),
              scorer.estimator(),
              List.of(),
              List.of(),
              warnings,
              scorer.kernels().name(),
              Version.number());
      new ReportWriter(format, context).write(card, output, streams);
      // After all that can fail, so that a failure is one line.
      warn(warnings);
    }
    return ExitCode.OK;
  }

  private void checkOutput(InputArgument realInput, InputArgument generatedInput) {
    if (output == null) {
      return;
    }
    if (output.toString().isEmpty()) {
      throw new UsageException("--output '', expected a file");
    }
    if (realInput.reads(output) || generatedInput.reads(output)) {
      throw new UsageException("--output " + output + " is an input, expected another file");
    }
    new OutputFile(output).check();
  }

  private Scorecard score(
      Scorer scorer, ColumnChoices choices, ArrowTable realTable, ArrowTable generatedTable) {
    long rows = realTable.rowCount() + generatedTable.rowCount();
    try (Progress progress = new Progress(lanewise.streams().err(), rows, quiet)) {
      return scorer.score(realTable, generatedTable, progress);
    } catch (SelectionException e) {
      throw choices.explain(e, realTable.schema(), generatedTable.schema());
    }
  }

  private Scorer scorer(ColumnSelection selection, Kernels kernels) {
    return new Scorer(
        selection,
        bins,
        PairPlan.AUTOMATIC,
        smooth == null ? OptionalDouble.empty() : OptionalDouble.of(smooth.added()),
        EntropyEstimator.MILLER_MADOW,
        seed.value(),
        threads,
        kernels);
  }

  private static Kernels kernels() {
    try {
      return CommandKernels.choose();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw new EnvironmentException(String.valueOf(e.getMessage()), e);
    }
  }

  private void warn(List<String> warnings) {
    if (!quiet) {
      for (String warning : warnings) {
        lanewise.streams().err().println("lanewise: warning: " + Lanewise.oneLine(warning));
      }
    }
  }
}
