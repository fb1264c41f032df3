package io.lanewise.bench.quality;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Table;
import io.lanewise.gan.RowGenerator;
import io.lanewise.measure.Divergence;
import java.util.List;
import java.util.Locale;

/**
 * Mixtures of normal distributions: are all modes found, do the points lie where the density is?
 *
 * <p>The noise floor of the histogram's JS divergence is its mean over 20 pairs of fresh samples.
 */
final class GaussianQuality {

  private static final int ROWS = 10_000;
  private static final int FLOOR_PAIRS = 20;
  private static final long FRESH = 1_000_000;

  private static final List<Mixture> MIXTURES =
      List.of(
          Mixture.ring("ring, sd 0.01", 0.01),
          Mixture.ring("ring, variance 0.05", Math.sqrt(0.05)),
          Mixture.grid("grid, sd 0.05", 0.05),
          Mixture.grid("grid, variance 0.05", Math.sqrt(0.05)));

  private GaussianQuality() {}

  static void run(List<Long> seeds, List<String> lines) {
    lines.add(
        "| mixture | seed | modes | within 3 sd | log-likelihood, nats | truth | JS of 32 x 32 cells, bits | its noise floor | epochs, best | seconds |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (Mixture mixture : MIXTURES) {
      double floor = floor(mixture);
      double truth = mixture.logLikelihood(mixture.sample(ROWS, FRESH));
      for (long seed : seeds) {
        Trained trained = Trained.on(table(mixture.sample(ROWS, seed)), seed);
        Mixture.Points made = points(trained.generator());
        long[] fresh = mixture.histogram(mixture.sample(ROWS, FRESH + seed));
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d of %d | %.4f | %.3f | %.3f | %.4f | %.4f | %s | %.0f |",
                mixture.name(),
                seed,
                mixture.modesFound(made),
                mixture.centres().length,
                mixture.shareNearModes(made),
                mixture.logLikelihood(made),
                truth,
                Divergence.jsDivergence(fresh, mixture.histogram(made)) / Divergence.LN2,
                floor,
                trained.epochs(),
                trained.seconds()));
        System.err.println(lines.getLast());
      }
    }
  }

  private static double floor(Mixture mixture) {
    double sum = 0;
    for (int i = 0; i < FLOOR_PAIRS; i++) {
      long[] one = mixture.histogram(mixture.sample(ROWS, 2 * FRESH + i));
      long[] other = mixture.histogram(mixture.sample(ROWS, 3 * FRESH + i));
      sum += Divergence.jsDivergence(one, other) / Divergence.LN2;
    }
    return sum / FLOOR_PAIRS;
  }

  private static Table table(Mixture.Points points) {
    return Table.of(
        "mixture",
        List.of(
            new BatchBuilder(points.count())
                .doubles("x", points.x())
                .doubles("y", points.y())
                .build()));
  }

  private static Mixture.Points points(RowGenerator generator) {
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int from = 0; from < ROWS; from += RowGenerator.BATCH) {
      int count = Math.min(RowGenerator.BATCH, ROWS - from);
      try (ColumnBatch batch = generator.next(count)) {
        copy(batch.column(0), count, x, from);
        copy(batch.column(1), count, y, from);
      }
    }
    return new Mixture.Points(x, y);
  }

  private static void copy(Column column, int count, double[] to, int from) {
    double[] values = new double[Column.BLOCK];
    ((DoubleColumn) column).read(0, count, values, new long[Column.VALIDITY_WORDS]);
    System.arraycopy(values, 0, to, from, count);
  }
}
