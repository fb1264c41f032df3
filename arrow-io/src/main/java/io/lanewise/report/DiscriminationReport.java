package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.HistogramLimit;
import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.gan.ClassifierResult;
import io.lanewise.gan.ClassifierSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report on a discriminator says.
 *
 * @param realSource where the real data came from
 * @param generatedSource where the generated data came from
 * @param result what the discriminator proves
 * @param card what histograms of the same columns say
 * @param limit what they prove
 * @param settings of the discriminator
 * @param seed of all random numbers
 * @param unit the unit of information
 * @param warnings what the reader of the inputs had to say
 * @param kernels which kernels computed the numbers
 * @param version which Lanewise did
 */
public record DiscriminationReport(
    String realSource,
    String generatedSource,
    ClassifierResult result,
    Scorecard card,
    HistogramLimit limit,
    ClassifierSettings settings,
    long seed,
    InformationUnit unit,
    List<String> warnings,
    String kernels,
    String version) {

  /** Above it, chance alone may well explain what the discriminator tells. */
  static final double LEVEL = 0.05;

  /** Copies the list. */
  public DiscriminationReport {
    warnings = List.copyOf(warnings);
  }

  /** The column whose histograms differ most. */
  ColumnScore farthestColumn() {
    return card.columns().stream()
        .max(Comparator.comparingDouble(column -> comparison(column).js()))
        .orElseThrow();
  }

  static Comparison comparison(ColumnScore column) {
    return Objects.requireNonNull(column.comparison());
  }

  /** Mean JS of all columns, in nats. */
  double meanOfColumns() {
    return card.columns().stream()
        .mapToDouble(column -> comparison(column).js())
        .average()
        .orElseThrow();
  }

  /** The pair whose histograms differ most, if pairs were counted. */
  Optional<PairScore> farthestPair() {
    return card.pairs().stream().max(Comparator.comparingDouble(pair -> comparison(pair).js()));
  }

  static PairComparison comparison(PairScore pair) {
    return Objects.requireNonNull(pair.comparison());
  }

  /** Mean JS of all pairs, in nats. */
  double meanOfPairs() {
    return card.pairs().stream()
        .mapToDouble(pair -> comparison(pair).js())
        .average()
        .orElse(Double.NaN);
  }

  /** Whether the discriminator proves more than the histograms do. */
  boolean discriminatorIsBetter() {
    return result.verdict().jsLowerLimit() >= limit.nats();
  }

  /** The better lower limit of the JS of rows, in nats. */
  double betterLimit() {
    return Math.max(result.verdict().jsLowerLimit(), limit.nats());
  }
}
