package io.lanewise.evaluate;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.Entropy;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.Significance;
import io.lanewise.profile.Bins;
import io.lanewise.profile.CategoryCounts;
import io.lanewise.profile.Counts;
import io.lanewise.profile.ReferenceColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Scores a column from its counts on both sides.
 *
 * @param smoothing what is added to every count for the smoothed KL, where that is wanted
 * @param estimator corrects entropies
 * @param kernels who does the work
 */
record ColumnScorer(OptionalDouble smoothing, EntropyEstimator estimator, Kernels kernels) {

  /**
   * The score of a column.
   *
   * @param match the column on both sides
   * @param column its symbols
   * @param real counts of the real data
   * @param generated counts of the generated data
   * @param symbols both counts over the same symbols
   * @param noise null where the generated data has no rows
   */
  ColumnScore score(
      ColumnMatch match,
      ReferenceColumn column,
      Counts real,
      Counts generated,
      Alignment symbols,
      @Nullable Noise noise) {
    Bins bins = column.binning() instanceof Bins found ? found : null;
    int occupied = symbols.occupied();
    return new ColumnScore(
        match.realPosition(),
        column.name(),
        match.real().type(),
        match.generated().type(),
        bins != null ? ColumnScore.Kind.NUMERIC : ColumnScore.Kind.CATEGORICAL,
        column.identifier(),
        isFolded(real) || isFolded(generated),
        occupied,
        real.nulls(),
        generated.nulls(),
        Entropy.entropy(symbols.real(), kernels),
        noise != null ? Entropy.entropy(symbols.generated(), kernels) : Double.NaN,
        estimator.entropy(symbols.real(), occupied),
        noise != null ? estimator.entropy(symbols.generated(), occupied) : Double.NaN,
        noise != null ? compare(symbols, bins, noise) : null,
        bins != null ? bins.edges() : List.of(),
        counts(symbols),
        null);
  }

  private static boolean isFolded(Counts counts) {
    return counts instanceof CategoryCounts values && values.isFolded();
  }

  private static List<SymbolCount> counts(Alignment symbols) {
    List<SymbolCount> counts = new ArrayList<>();
    for (int i = 0; i < symbols.real().length; i++) {
      counts.add(
          new SymbolCount(symbols.labels().get(i), symbols.real()[i], symbols.generated()[i]));
    }
    return counts;
  }

  private Comparison compare(Alignment symbols, @Nullable Bins bins, Noise noise) {
    long[] p = symbols.real();
    long[] q = symbols.generated();
    OrderedCounts onLine = bins == null ? null : OrderedCounts.of(bins, p, q);
    return new Comparison(
        Entropy.crossEntropy(p, q, kernels),
        Divergence.klDivergence(p, q, kernels),
        Divergence.klDivergence(q, p, kernels),
        Divergence.jsDivergence(p, q, kernels),
        Divergence.totalVariation(p, q),
        Divergence.hellinger(p, q),
        Divergence.psi(p, q),
        Divergence.chiSquare(p, q),
        Significance.g(p, q),
        onLine == null ? OptionalDouble.empty() : onLine.kolmogorovSmirnov(),
        onLine == null ? OptionalDouble.empty() : onLine.wasserstein(),
        massWithout(q, p),
        massWithout(p, q),
        smoothing.isPresent()
            ? OptionalDouble.of(smoothedKl(p, q, smoothing.getAsDouble()))
            : OptionalDouble.empty(),
        noise,
        Significance.jsCorrected(p, q),
        Significance.jsInterval(p, q, Comparison.CONFIDENCE));
  }

  /** Share of the rows of {@code counts} whose symbol does not occur in {@code other}. */
  private static double massWithout(long[] counts, long[] other) {
    long total = 0;
    long without = 0;
    for (int i = 0; i < counts.length; i++) {
      total += counts[i];
      without += other[i] == 0 ? counts[i] : 0;
    }
    return (double) without / total;
  }

  private double smoothedKl(long[] p, long[] q, double added) {
    double[] smoothP = Arrays.stream(p).mapToDouble(count -> count + added).toArray();
    double[] smoothQ = Arrays.stream(q).mapToDouble(count -> count + added).toArray();
    return Divergence.klDivergence(smoothP, smoothQ, kernels);
  }
}
