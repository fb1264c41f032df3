package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Lines of a training as tensors of a container, one per measure. */
final class LineEntries {

  /** Whole numbers up to here are doubles. */
  private static final double MOST_STEPS = 0x1p53;

  private LineEntries() {}

  static void write(List<TrainingLine> lines, Entries entries) {
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      entries.put(measure.key(), numbers(lines, line -> line.value(measure)));
    }
    entries.put("best", counts(lines, line -> line.best() ? 1 : 0));
    for (Alarm alarm : Alarm.values()) {
      entries.put(key(alarm), counts(lines, line -> line.alarms().contains(alarm) ? 1 : 0));
    }
  }

  private static String key(Alarm alarm) {
    return "alarm." + alarm.name();
  }

  private static Tensor numbers(List<TrainingLine> lines, ToDoubleFunction<TrainingLine> value) {
    return Tensor.of(lines.stream().mapToDouble(value).toArray());
  }

  private static Tensor counts(List<TrainingLine> lines, ToDoubleFunction<TrainingLine> value) {
    return Tensor.ofCounts(
        lines.stream().mapToDouble(value).mapToLong(number -> (long) number).toArray());
  }

  static List<TrainingLine> read(Entries entries) {
    long[] best = entries.numbers("best", 1);
    List<TrainingLine> lines = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      TrainingFigures values = new TrainingFigures();
      for (TrainingMeasure measure : TrainingMeasure.values()) {
        values.put(measure, number(entries, measure.key(), best.length, i));
      }
      Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
      for (Alarm alarm : Alarm.values()) {
        if (entries.numbers(key(alarm), best.length, 1)[i] == 1) {
          alarms.add(alarm);
        }
      }
      lines.add(new TrainingLine(values, alarms, best[i] == 1));
    }
    requireAscending(lines, TrainingMeasure.EPOCH, Integer.MAX_VALUE);
    requireAscending(lines, TrainingMeasure.STEPS, MOST_STEPS);
    requireMarks(lines);
    return lines;
  }

  /** A line is the best so far by its score, and nothing comes after one that diverged. */
  private static void requireMarks(List<TrainingLine> lines) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      TrainingLine line = lines.get(i);
      double score = line.value(TrainingMeasure.SCORE);
      if (line.best() != score > most) {
        throw new IllegalArgumentException(
            "lines/best: line %d with a score of %s after %s is marked %b"
                .formatted(i, score, most, line.best()));
      }
      most = line.best() ? score : most;
      if (i < lines.size() - 1 && line.alarms().contains(Alarm.DIVERGED)) {
        throw new IllegalArgumentException(
            "lines/%s: line %d of %d, expected the last alone"
                .formatted(key(Alarm.DIVERGED), i, lines.size()));
      }
    }
  }

  private static void requireAscending(
      List<TrainingLine> lines, TrainingMeasure measure, double most) {
    double before = 0;
    for (TrainingLine line : lines) {
      double value = line.value(measure);
      if (!(value > before && value <= most && value == Math.rint(value))) {
        throw new IllegalArgumentException(
            "lines/%s has %s after %s, expected a whole number that is larger"
                .formatted(measure.key(), value, before));
      }
      before = value;
    }
  }

  private static double number(Entries entries, String name, int count, int i) {
    double[] numbers = entries.tensor(name).toDoubles();
    if (numbers.length != count) {
      throw new IllegalArgumentException(
          "%s/%s has %d numbers, expected %d"
              .formatted(entries.prefix(), name, numbers.length, count));
    }
    return numbers[i];
  }
}
