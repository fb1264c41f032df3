package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.evaluate.LogitColumns;
import io.lanewise.evaluate.WeightColumns;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.LogitStream;
import io.lanewise.measure.WeightStream;
import io.lanewise.report.DivergenceReport;
import io.lanewise.report.Glyphs;
import io.lanewise.report.LogitReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares two columns of weights, or a discriminator's logits with labels. */
@Command(
    name = "divergence",
    description = "Compare two distributions in columns of one file, or judge a discriminator.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "FILE is an Arrow IPC file or stream, several separated by commas, a folder of them, or -",
      "for standard input, which is copied to a temporary file: weights are read twice, totals first,",
      "so that it is as exact as a file. JSON has all digits.",
      "",
      "With --p and --q a row is a symbol, and the columns hold its weights, finite and not",
      "negative: counts, probabilities, anything that is divided by its sum.",
      "",
      "With --logits and --labels a row is one that a discriminator has judged. Labels are 1 or true",
      "for real rows, 0 or false for generated ones, or smoothed in between. The loss is the mean",
      "binary cross-entropy; V, the GAN's value, proves that JS is at least (V + 2 log 2)/2.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise divergence counts.arrow --p real --q generated --unit nats --format json",
      "  lanewise divergence judged.arrow --logits logit --labels is_real"
    })
final class DivergenceCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Reads
  @Parameters(index = "0", paramLabel = "FILE", description = "what has the columns")
  private String file;

  @Mixin(name = "The columns")
  private DivergenceColumns columns;

  @Mixin(name = "The result")
  private ReportOptions reportOptions;

  @Mixin(name = "The run")
  private RunOptions runOptions;

  /** Which columns are read: one of both pairs. */
  static final class DivergenceColumns {
    @Option(names = "--p", paramLabel = "COL", description = "weights of p")
    private @Nullable String p;

    @Option(names = "--q", paramLabel = "COL", description = "weights of q")
    private @Nullable String q;

    @Option(names = "--logits", paramLabel = "COL", description = "logits of a discriminator")
    private @Nullable String logits;

    @Option(names = "--labels", paramLabel = "COL", description = "1 real, 0 generated")
    private @Nullable String labels;

    private void check() {
      boolean weights = p != null || q != null;
      boolean judged = logits != null || labels != null;
      if (weights == judged) {
        throw new UsageException(
            (weights ? "weights and logits at once" : "no columns")
                + "; expected --p and --q, or --logits and --labels");
      }
      require(weights, "--p", p, "--q", q);
      require(judged, "--logits", logits, "--labels", labels);
    }

    private static void require(
        boolean wanted,
        String firstName,
        @Nullable String first,
        String secondName,
        @Nullable String second) {
      if (wanted && (first == null || second == null)) {
        throw new UsageException(
            first == null
                ? secondName + " without " + firstName + ", expected both"
                : firstName + " without " + secondName + ", expected both");
      }
    }
  }

  @Override
  public Integer call() {
    columns.check();
    InputArgument input = new InputArgument(file);
    reportOptions.check();
    Kernels kernels = CommandKernels.choose();
    Streams streams = lanewise.streams();
    try (ArrowTable table = input.openTable(streams.in(), runOptions.budget())) {
      String report = report(table, kernels);
      runOptions.warn(lanewise, table.warnings());
      reportOptions.write(report, streams);
    }
    return ExitCode.OK;
  }

  private String report(ArrowTable table, Kernels kernels) {
    if (columns.p != null && columns.q != null) {
      return compare(table, columns.p, columns.q, kernels);
    }
    if (columns.logits != null && columns.labels != null) {
      return judge(table, columns.logits, columns.labels, kernels);
    }
    throw new IllegalStateException("neither weights nor logits");
  }

  private String compare(ArrowTable table, String p, String q, Kernels kernels) {
    WeightColumns weights = WeightColumns.of(table, p, q);
    WeightStream.Result result;
    try (Progress progress = progress(2 * table.rowCount())) {
      result = weights.measure(kernels, progress);
    }
    DivergenceReport report =
        new DivergenceReport(
            table.source(), p, q, table.rowCount(), result, reportOptions.unit(), Version.number());
    return reportOptions.isJson() ? report.json() : report.text(glyphs());
  }

  private String judge(ArrowTable table, String logits, String labels, Kernels kernels) {
    LogitColumns judged = LogitColumns.of(table, logits, labels);
    LogitStream.Result result;
    try (Progress progress = progress(table.rowCount())) {
      result = judged.measure(kernels, progress);
    }
    LogitReport report =
        new LogitReport(
            table.source(), logits, labels, result, reportOptions.unit(), Version.number());
    return reportOptions.isJson() ? report.json() : report.text(glyphs());
  }

  private Glyphs glyphs() {
    return new Glyphs(reportOptions.charset(lanewise.streams()));
  }

  private Progress progress(long rows) {
    return runOptions.progress(lanewise.streams(), rows);
  }
}
