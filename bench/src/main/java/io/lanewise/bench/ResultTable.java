package io.lanewise.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a benchmark class as a Markdown table: a row per choice of parameters, a column
 * per method. Where one method is called {@value #BASE}, the others tell how they compare with it.
 */
final class ResultTable {

  /** The method that others are compared with. */
  static final String BASE = "vector";

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final String name;
  private final List<RunResult> results;

  private ResultTable(String name, List<RunResult> results) {
    this.name = name;
    this.results = results;
  }

  /** One table per class and unit, in the order of the results. */
  static List<ResultTable> of(Collection<RunResult> results) {
    Map<String, List<RunResult>> classes =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> className(result) + ", " + result.getPrimaryResult().getScoreUnit(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return classes.entrySet().stream()
        .map(entry -> new ResultTable(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<String> lines() {
    List<String> keys = List.copyOf(results.getFirst().getParams().getParamsKeys());
    List<String> methods =
        List.copyOf(
            results.stream()
                .map(ResultTable::method)
                .collect(Collectors.toCollection(TreeSet::new)));
    Map<List<String>, Map<String, RunResult>> rows = new LinkedHashMap<>();
    for (RunResult result : results) {
      rows.computeIfAbsent(values(result, keys), row -> new LinkedHashMap<>())
          .put(method(result), result);
    }
    List<String> lines = new ArrayList<>(List.of("## " + name, ""));
    lines.add(row(keys, methods));
    lines.add("|---".repeat(keys.size()) + "|---:".repeat(methods.size()) + "|");
    rows.forEach((values, cells) -> lines.add(row(values, cells(methods, cells))));
    results.stream()
        .flatMapToDouble(result -> allocation(result).stream())
        .max()
        .ifPresent(
            bytes -> {
              lines.add("");
              lines.add(
                  String.format(Locale.ROOT, "Allocated: at most %.3f bytes an operation.", bytes));
            });
    lines.add("");
    return lines;
  }

  private static List<String> values(RunResult result, List<String> keys) {
    return keys.stream().map(result.getParams()::getParam).toList();
  }

  private static List<String> cells(List<String> methods, Map<String, RunResult> results) {
    RunResult base = results.get(BASE);
    return methods.stream()
        .map(method -> results.containsKey(method) ? cell(results.get(method), base) : "")
        .toList();
  }

  private static String cell(RunResult result, @Nullable RunResult base) {
    Result<?> score = result.getPrimaryResult();
    String cell = number(score.getScore());
    if (!Double.isNaN(score.getScoreError())) {
      cell += " ± " + number(score.getScoreError());
    }
    if (base == null || base == result) {
      return cell;
    }
    double ratio = score.getScore() / base.getPrimaryResult().getScore();
    double times = result.getParams().getMode() == Mode.Throughput ? 1 / ratio : ratio;
    return cell + String.format(Locale.ROOT, " (%.2f x)", times);
  }

  private static OptionalDouble allocation(RunResult result) {
    for (Result<?> secondary : secondaries(result)) {
      if (secondary.getLabel().endsWith(ALLOCATION)) {
        return OptionalDouble.of(secondary.getScore());
      }
    }
    return OptionalDouble.empty();
  }

  private static List<Result<?>> secondaries(RunResult result) {
    List<Result<?>> secondaries = new ArrayList<>();
    result.getSecondaryResults().values().forEach(secondaries::add);
    return secondaries;
  }

  private static String className(RunResult result) {
    BenchmarkParams params = result.getParams();
    return params.getBenchmark().replaceFirst("^.*\\.(\\w+)\\.\\w+$", "$1");
  }

  private static String method(RunResult result) {
    return result.getParams().getBenchmark().replaceFirst("^.*\\.", "");
  }

  private static String row(List<String> parameters, List<String> cells) {
    return Stream.concat(parameters.stream(), cells.stream())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String number(double value) {
    String format = value < 0.1 ? "%.4f" : value < 1000 ? "%.3f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
