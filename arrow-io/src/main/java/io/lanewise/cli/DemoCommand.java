package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.ArrowWriter;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.OutputColumn;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.ReportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a pair of tables with known truth, scores it, and sets the truth beside the score. */
@Command(
    name = "demo",
    description = "Write a small real/generated pair with known truth, and score it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  private static final int BATCH = 1 << 14;
  private static final long MEMORY_LIMIT = 1L << 28;

  @ParentCommand private Lanewise lanewise;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "write real.arrow and generated.arrow there (default: lanewise-demo)")
  private Path folder = Path.of("lanewise-demo");

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = WholeNumber.Rows.class,
      description = "rows of each table, 1 to 1000000 (default: 10000)")
  private int rows = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of the values (default: 1)")
  private Seed seed = new Seed(1);

  @Override
  public Integer call() {
    Path real = folder.resolve("real.arrow");
    Path generated = folder.resolve("generated.arrow");
    try {
      Files.createDirectories(folder);
      write(real, DemoTables.real(rows, seed.value()));
      write(generated, DemoTables.generated(rows, seed.value()));
    } catch (IOException e) {
      throw new EnvironmentException(folder + ": cannot be written: " + FileProblem.reason(e), e);
    }
    Scorer scorer =
        new Scorer(
            ColumnSelection.ALL,
            ReferenceFitter.MOST_BINS,
            PairPlan.AUTOMATIC,
            OptionalDouble.empty(),
            EntropyEstimator.MILLER_MADOW,
            0,
            1,
            Kernels.scalar());
    MemoryBudget budget = new MemoryBudget(MEMORY_LIMIT);
    try (ArrowTable realTable = ArrowTable.open(List.of(real), budget);
        ArrowTable generatedTable = ArrowTable.open(List.of(generated), budget)) {
      Scorecard card = scorer.score(realTable, generatedTable, done -> {});
      ReportContext context =
          new ReportContext(
              realTable.source(),
              generatedTable.source(),
              InformationUnit.BITS,
              false,
              scorer.smoothing(),
              false,
              scorer.estimator(),
              List.of(),
              List.of(),
              List.of(),
              scorer.kernels().name(),
              Version.number());
      String report =
          new ReportWriter(Format.TEXT, context).render(card, lanewise.streams().outCharset());
      lanewise.streams().print(report + truth(card) + next(real, generated));
    }
    return ExitCode.OK;
  }

  private static void write(Path file, List<OutputColumn> columns) throws IOException {
    ArrowWriter.write(file, columns, BATCH);
  }

  private static String truth(Scorecard card) {
    Map<String, ColumnScore> scores =
        card.columns().stream().collect(Collectors.toMap(ColumnScore::name, score -> score));
    StringBuilder table = new StringBuilder();
    table.append("\nThe truth, known because the tables were made from it:\n\n");
    table.append("column     true JS  measured   the generated column's fault\n");
    DemoTables.truths()
        .forEach(
            (name, truth) -> {
              ColumnScore score = Objects.requireNonNull(scores.get(name));
              double js = Objects.requireNonNull(score.comparison()).js();
              table.append(
                  String.format(
                      Locale.ROOT,
                      "%-9s %8.4f  %8.4f   %s\n",
                      name,
                      InformationUnit.BITS.of(truth.jsNats()),
                      InformationUnit.BITS.of(js),
                      truth.fault()));
            });
    table.append("           bits      bits\n");
    PairScore pair = pair(card);
    double generated = Objects.requireNonNull(pair.generated()).mutualInformationCorrected();
    table
        .append("\npair                  true I  measured\n")
        .append(
            dependence(
                "real", DemoTables.realDependenceNats(), pair.real().mutualInformationCorrected()))
        .append(dependence("generated", 0, generated))
        .append("                        bits      bits\n");
    return table
        .append(
            "\nSamples differ by chance: measured JS lies beside the truth, and above it where the")
        .append(
            " truth is 0.\nBins hide detail: of numbers and dates it can lie below. I is mutual")
        .append(" information.\n")
        .toString();
  }

  private static PairScore pair(Scorecard card) {
    return card.pairs().stream()
        .filter(pair -> pair.nameX().equals("country") && pair.nameY().equals("currency"))
        .findFirst()
        .orElseThrow();
  }

  private static String dependence(String side, double truthNats, double measuredNats) {
    return String.format(
        Locale.ROOT,
        "country and currency  %6.4f  %8.4f   %s\n",
        InformationUnit.BITS.of(truthNats),
        InformationUnit.BITS.of(measuredNats),
        side);
  }

  private static String next(Path real, Path generated) {
    return "\nNext: ./lanewise score " + real + " " + generated + " --explain country,currency\n";
  }
}
