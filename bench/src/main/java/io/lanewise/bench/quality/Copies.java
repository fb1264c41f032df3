package io.lanewise.bench.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How near rows lie to training rows, and whether nearer than to others.
 *
 * <p>The distance is Gower's, summed: for each column 1 where text differs, and for numbers the
 * difference over the range of the training rows. Typical rows have near neighbours anywhere; what
 * tells a copy is that a row lies nearer to the training rows than to as many rows that nobody
 * learnt from. Of who copies nothing half of the rows do.
 */
final class Copies {

  /** Rows that are compared with every training row. */
  private static final int SAMPLE = 1_952;

  private final Rows training;
  private final Rows held;
  private final Rows asManyTraining;
  private final Set<List<Object>> known = new HashSet<>();
  private final double[] ranges;

  /** Copies of training rows, beside as many others that are fewer. */
  Copies(Rows training, Rows held) {
    this.training = training;
    this.held = held;
    int step = training.size() / held.size();
    this.asManyTraining = training.where(row -> row % step == 0 && row / step < held.size());
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

  /**
   * Share of rows that are training rows, quantiles of the distance to the nearest, and the share
   * nearer to a training row than to a held-out one, both being as many; ties count half.
   */
  String of(Rows rows) {
    long same = rows.values().stream().filter(row -> known.contains(List.of(row))).count();
    int step = Math.max(1, rows.size() / SAMPLE);
    List<Object[]> sample =
        rows.where(row -> row % step == 0).values().stream().limit(SAMPLE).toList();
    double[] distances =
        sample.parallelStream().mapToDouble(row -> toNearest(row, training)).sorted().toArray();
    double nearer =
        sample.parallelStream()
            .mapToDouble(
                row -> 1 + Math.signum(toNearest(row, held) - toNearest(row, asManyTraining)))
            .average()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%.2f %% | %.2f | %.2f | %.1f %%",
        100.0 * same / rows.size(),
        distances[distances.length / 2],
        distances[distances.length / 100],
        50 * nearer);
  }

  private double toNearest(Object[] row, Rows others) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Object[] other : others.values()) {
      // A row is no neighbour of itself.
      if (other != row) {
        nearest = Math.min(nearest, distance(row, other, nearest));
      }
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
