package io.lanewise.evaluate;

import io.lanewise.measure.Significance;
import java.util.List;

/**
 * What the histograms of a scorecard prove of the JS divergence of rows, in nats.
 *
 * <p>A row tells each of its columns and pairs, so by the data processing inequality the JS of rows
 * is at least that of every histogram. The limit is the largest lower end, over all columns and
 * pairs, of an interval for the JS of the distributions ({@link Significance#jsInterval}); that it
 * is the largest of M is allowed for by a tail of {@code 0.05/M} each (C. Bonferroni, 1936), so
 * with 95 % confidence all of them hold. As those intervals do, it holds for bins that were not
 * chosen by the data; 0 where nothing was generated.
 *
 * @param nats the limit, 0 to ln 2
 * @param columns the column, or the two columns, whose histogram proves it; none where it is 0
 */
public record HistogramLimit(double nats, List<String> columns) {

  private static final double LEVEL = 0.05;

  /** Copies the list. */
  public HistogramLimit {
    columns = List.copyOf(columns);
  }

  /** The best limit of a scorecard. */
  public static HistogramLimit of(Scorecard card) {
    HistogramLimit best = new HistogramLimit(0, List.of());
    if (card.generatedRows() == 0) {
      return best;
    }
    int histograms = card.columns().size() + card.pairs().size();
    double confidence = 1 - 2 * LEVEL / Math.max(2, histograms);
    for (ColumnScore column : card.columns()) {
      long[] real = column.counts().stream().mapToLong(SymbolCount::real).toArray();
      long[] generated = column.counts().stream().mapToLong(SymbolCount::generated).toArray();
      best = best.or(lower(real, generated, confidence), List.of(column.name()));
    }
    for (PairScore pair : card.pairs()) {
      double lower = lower(pair.cells().real(), pair.cells().generated(), confidence);
      best = best.or(lower, List.of(pair.nameX(), pair.nameY()));
    }
    return best;
  }

  private static double lower(long[] real, long[] generated, double confidence) {
    return Significance.jsInterval(real, generated, confidence).lower();
  }

  private HistogramLimit or(double other, List<String> otherColumns) {
    return other > nats ? new HistogramLimit(other, otherColumns) : this;
  }
}
