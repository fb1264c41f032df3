package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.evaluate.WeightColumns;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.WeightStream;
import io.lanewise.report.DivergenceReport;
import io.lanewise.report.InformationUnit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares two columns of weights. */
@Command(
    name = "divergence",
    description = "Compare two distributions whose weights are columns: a row is a symbol.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "FILE is an Arrow IPC file or stream, several separated by commas, a folder of them, or -",
      "for standard input. Weights are finite and not negative: counts, probabilities, anything",
      "that is divided by its sum. JSON has all digits.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Example:",
      "  lanewise divergence counts.arrow --p real --q generated --unit nats --format json"
    })
final class DivergenceCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Parameters(index = "0", paramLabel = "FILE", description = "what has the columns")
  private String file;

  @Option(names = "--p", paramLabel = "COL", required = true, description = "weights of p")
  private String p = "";

  @Option(names = "--q", paramLabel = "COL", required = true, description = "weights of q")
  private String q = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  @Option(names = "--unit", paramLabel = "UNIT", description = "bits (default) or nats")
  private InformationUnit unit = InformationUnit.BITS;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the result to FILE, as a whole or not at all")
  private @Nullable Path output;

  @Mixin(name = "The run")
  private RunOptions runOptions;

  @Override
  public Integer call() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    InputArgument input = new InputArgument(file);
    if (output != null) {
      if (input.reads(output)) {
        throw new UsageException("--output " + output + " is an input, expected another file");
      }
      new OutputFile(output).check();
    }
    Kernels kernels = CommandKernels.choose();
    Streams streams = lanewise.streams();
    try (ArrowTable table = input.openTable(streams.in(), runOptions.budget())) {
      WeightColumns columns = WeightColumns.of(table, p, q);
      WeightStream.Result result = measure(columns, kernels);
      if (!runOptions.quiet()) {
        table.warnings().forEach(warning -> lanewise.say("warning: " + warning));
      }
      tell(
          new DivergenceReport(
              table.source(), p, q, table.rowCount(), result, unit, Version.number()));
    }
    return ExitCode.OK;
  }

  private WeightStream.Result measure(WeightColumns columns, Kernels kernels) {
    long rows = 2 * columns.table().rowCount();
    try (Progress progress = new Progress(lanewise.streams(), rows, "rows", runOptions.quiet())) {
      return columns.measure(kernels, progress);
    }
  }

  private void tell(DivergenceReport report) {
    String text = format == Format.JSON ? report.json() : report.text();
    Charset charset =
        output != null || format == Format.JSON
            ? StandardCharsets.UTF_8
            : lanewise.streams().outCharset();
    if (output == null) {
      lanewise.streams().write(text.getBytes(charset));
    } else {
      new OutputFile(output).write(text.getBytes(charset));
    }
  }
}
