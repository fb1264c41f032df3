package io.lanewise.bench.quality;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How near rows lie to training rows.
 *
 * <p>The distance is Gower's, summed: for each column 1 where text differs, and for numbers the
 * difference over the range of the training rows.
 */
final class Copies {

  /** Rows that are compared with every training row. */
  private static final int SAMPLE = 1_952;

  private final Rows training;
  private final Set<List<Object>> known = new HashSet<>();
  private final double[] ranges;

  Copies(Rows training) {
    this.training = training;
    training.values().forEach(row -> known.add(List.of(row)));
    ranges = new double[training.schema().fields().size()];
    for (int i = 0; i < ranges.length; i++) {
      int column = i;
      if (training.schema().fields().get(i).type().family().ordered()) {
        var numbers =
            training.values().stream().mapToLong(row -> (Long) row[column]).summaryStatistics();
        ranges[i] = Math.max(1, numbers.getMax() - numbers.getMin());
      }
    }
  }

  /** Share of rows that are training rows, and quantiles of the distance to the nearest. */
  String of(Rows rows) {
    long same = rows.values().stream().filter(row -> known.contains(List.of(row))).count();
    int step = Math.max(1, rows.size() / SAMPLE);
    double[] distances =
        rows.where(row -> row % step == 0).values().stream()
            .limit(SAMPLE)
            .parallel()
            .mapToDouble(this::toNearest)
            .toArray();
    Arrays.sort(distances);
    return String.format(
        Locale.ROOT,
        "%.2f %% | %.2f | %.2f",
        100.0 * same / rows.size(),
        distances[distances.length / 2],
        distances[distances.length / 100]);
  }

  private double toNearest(Object[] row) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Object[] other : training.values()) {
      nearest = Math.min(nearest, distance(row, other, nearest));
    }
    return nearest;
  }

  private double distance(Object[] one, Object[] other, double enough) {
    double sum = 0;
    for (int i = 0; i < ranges.length && sum < enough; i++) {
      sum +=
          ranges[i] > 0
              ? Math.abs((Long) one[i] - (Long) other[i]) / ranges[i]
              : one[i].equals(other[i]) ? 0 : 1;
    }
    return sum;
  }
}
