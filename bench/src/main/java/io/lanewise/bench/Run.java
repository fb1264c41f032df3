package io.lanewise.bench;

import io.lanewise.probe.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and keeps what they measure: {@code RESULT [JMH OPTIONS]} writes RESULT.json, in
 * JMH's form, and RESULT.md, a table with what is needed to judge and repeat it.
 */
public final class Run {

  private Run() {}

  /** Runs the benchmarks that the arguments select. */
  public static void main(String[] arguments)
      throws IOException, RunnerException, CommandLineOptionException {
    if (arguments.length == 0) {
      System.err.println("usage: RESULT [JMH OPTIONS]");
      System.exit(2);
    }
    Path json = Path.of(arguments[0] + ".json");
    String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(options))
                    .resultFormat(ResultFormatType.JSON)
                    .result(json.toString())
                    .shouldFailOnError(true)
                    .build())
            .run();
    // Where this machine keeps its Java is nobody's business.
    String content = Files.readString(json);
    Files.writeString(json, content.replace(System.getProperty("java.home"), "JAVA_HOME"));
    Path table = Path.of(arguments[0] + ".md");
    Files.writeString(table, table(results, options));
    System.out.println("wrote " + json + " and " + table);
  }

  private static String table(Collection<RunResult> results, String[] options) {
    StringBuilder table = new StringBuilder();
    line(table, "- command: `bench/run %s`", String.join(" ", options));
    line(
        table,
        "- processor: %s, %d used",
        Processor.name(),
        Runtime.getRuntime().availableProcessors());
    line(table, "- Java: %s", Runtime.version());
    results.stream()
        .map(result -> String.join(" ", result.getParams().getJvmArgs()))
        .distinct()
        .forEach(flags -> line(table, "- flags: `%s`", flags));
    line(table, "");
    line(
        table,
        "In brackets: the time in units of that of `%s`, in the same run.",
        ResultTable.BASE);
    line(table, "Errors are half-widths of a 99.9 %% interval.");
    line(table, "");
    ResultTable.of(results).forEach(part -> part.lines().forEach(row -> line(table, "%s", row)));
    return table.toString();
  }

  private static void line(StringBuilder table, String format, Object... parts) {
    table.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }
}
