package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.profile.Treatment;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.ReportContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Scores generated data against real data. */
@Command(
    name = "score",
    description = "Score generated data against real data, column by column.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "REAL and GENERATED are Arrow IPC files or streams, told apart by content: one file,",
      "several separated by commas, a folder of them, or - for standard input (one side only).",
      "COLS are column names separated by commas; write \\, for a comma inside a name.",
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

  @Option(
      names = "--categorical",
      paramLabel = "COLS",
      description = "take every value of these columns as a symbol; '*' for all columns")
  private List<String> categorical = List.of();

  @Option(
      names = "--numeric",
      paramLabel = "COLS",
      description = "bin these columns, also where they look like identifiers")
  private List<String> numeric = List.of();

  @Option(names = "--columns", paramLabel = "COLS", description = "score these columns only")
  private List<String> columns = List.of();

  @Option(names = "--exclude", paramLabel = "COLS", description = "do not score these columns")
  private List<String> exclude = List.of();

  @Option(
      names = "--bins",
      paramLabel = "N",
      description = "at most N bins of equal mass for a number, 2 to 64 (default: 64)")
  private int bins = ReferenceFitter.MOST_BINS;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "take kinds and edges of columns from JSON; the JSON of a score will do")
  private @Nullable Path spec;

  @Option(
      names = "--smooth",
      paramLabel = "A",
      description = "also show KL(real|generated) with A added to every count")
  private @Nullable Double smooth;

  @Option(names = "--counts", description = "also show how often each symbol occurs")
  private boolean counts;

  @Option(
      names = "--threads",
      paramLabel = "N",
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
      description = "seed of the rows that bins of large data are fitted to (default: 0)")
  private long seed;

  @Option(names = "--quiet", description = "no warnings and no progress")
  private boolean quiet;

  @Override
  public Integer call() {
    InputArgument realInput = new InputArgument(real);
    InputArgument generatedInput = new InputArgument(generated);
    if (realInput.isStandardInput() && generatedInput.isStandardInput()) {
      throw new UsageException("- on both sides; expected a file or a folder on one of them");
    }
    Scorer scorer = scorer();
    MemoryBudget budget = new MemoryBudget(memoryLimit.bytes());
    Streams streams = lanewise.streams();
    try (ArrowTable realTable = realInput.open(streams.in(), budget);
        ArrowTable generatedTable = generatedInput.open(streams.in(), budget)) {
      warn(realTable);
      warn(generatedTable);
      Progress progress =
          new Progress(streams.err(), realTable.rowCount() + generatedTable.rowCount(), quiet);
      Scorecard card = scorer.score(realTable, generatedTable, progress);
      progress.close();
      ReportContext context =
          new ReportContext(
              realTable.source(),
              generatedTable.source(),
              unit,
              counts,
              scorer.kernels().name(),
              Version.number());
      new ReportWriter(format, context).write(card, output, streams);
    }
    return ExitCode.OK;
  }

  private Scorer scorer() {
    if (bins < 2 || bins > ReferenceFitter.MOST_BINS) {
      throw new UsageException("--bins " + bins + ", expected 2 to " + ReferenceFitter.MOST_BINS);
    }
    if (threads < 1 || threads > 1024) {
      throw new UsageException("--threads " + threads + ", expected 1 to 1024");
    }
    if (smooth != null && !(smooth > 0 && smooth <= 1e6)) {
      throw new UsageException("--smooth " + smooth + ", expected a number above 0, up to 1e6");
    }
    return new Scorer(
        selection(),
        bins,
        smooth == null ? OptionalDouble.empty() : OptionalDouble.of(smooth),
        seed,
        threads,
        kernels());
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

  private ColumnSelection selection() {
    Map<String, Treatment> treatments =
        new HashMap<>(spec == null ? Map.of() : SpecFile.read(spec));
    List<String> categories = new ArrayList<>(NameList.parse(categorical));
    boolean allCategories = categories.remove("*");
    List<String> numbers = NameList.parse(numeric);
    for (String name : numbers) {
      if (categories.contains(name)) {
        throw new UsageException("column '" + name + "' is in --numeric and in --categorical");
      }
      treatments.putIfAbsent(name, new Treatment.AsNumbers());
      if (treatments.get(name) instanceof Treatment.AsCategories) {
        treatments.put(name, new Treatment.AsNumbers());
      }
    }
    categories.forEach(name -> treatments.put(name, new Treatment.AsCategories()));
    return new ColumnSelection(
        NameList.parse(columns),
        NameList.parse(exclude),
        treatments,
        allCategories ? new Treatment.AsCategories() : new Treatment.Automatic());
  }

  private void warn(ArrowTable table) {
    if (!quiet) {
      for (String warning : table.warnings()) {
        lanewise.streams().err().println("lanewise: warning: " + warning);
      }
    }
  }
}
