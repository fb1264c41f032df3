package io.lanewise.cli;

import io.lanewise.arrow.ArrowWriter;
import io.lanewise.arrow.OutputColumn;
import io.lanewise.gan.Alarm;
import io.lanewise.gan.Ending;
import io.lanewise.gan.TrainingLine;
import io.lanewise.gan.TrainingMeasure;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.TrainingLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines as a table: a row a line, a column of float64 a measure, null where it has no value; then
 * {@code unit}, {@code alarms}, separated by commas, and {@code best}. Written whole, again and
 * again.
 */
final class ArrowLog implements TrainingLog {

  private final Path file;
  private final TrainingLines form;
  private List<TrainingLine> lines = List.of();

  ArrowLog(Path file, InformationUnit unit) {
    this.file = file;
    this.form = new TrainingLines(unit);
  }

  @Override
  public void begin(List<TrainingLine> begun, @Nullable Ending ending) {
    lines = List.copyOf(begun);
    checkpoint();
  }

  @Override
  public void add(List<TrainingLine> all, @Nullable Ending ending) {
    lines = List.copyOf(all);
    if (ending != null) {
      checkpoint();
    }
  }

  @Override
  public void checkpoint() {
    List<OutputColumn> columns = new ArrayList<>();
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      columns.add(numbers(measure));
    }
    columns.add(words("unit", lines.stream().map(_ -> form.unit().label()).toList()));
    columns.add(words("alarms", lines.stream().map(ArrowLog::alarms).toList()));
    boolean[] best = new boolean[lines.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = lines.get(i).best();
    }
    columns.add(new OutputColumn.Booleans("best", best, new BitSet()));
    try {
      ArrowWriter.write(file, columns, Math.max(1, lines.size()));
    } catch (IOException e) {
      throw new EnvironmentException(file + ": cannot be written: " + FileProblem.reason(e), e);
    }
  }

  private OutputColumn numbers(TrainingMeasure measure) {
    double[] values = lines.stream().mapToDouble(line -> form.value(line, measure)).toArray();
    BitSet nulls = new BitSet();
    for (int i = 0; i < values.length; i++) {
      nulls.set(i, Double.isNaN(values[i]));
    }
    return new OutputColumn.Doubles(measure.key(), values, nulls);
  }

  private static OutputColumn words(String name, List<String> texts) {
    List<String> words = texts.stream().distinct().toList();
    int[] indices = texts.stream().mapToInt(words::indexOf).toArray();
    return new OutputColumn.Words(name, indices, words, new BitSet());
  }

  private static String alarms(TrainingLine line) {
    return Arrays.stream(Alarm.values())
        .filter(line.alarms()::contains)
        .map(Alarm::title)
        .collect(Collectors.joining(", "));
  }
}
