package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.RowDependence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The numbers of a column, in the order of the JSON. p is the real data, q the generated. */
@SuppressWarnings("ImmutableEnumChecker") // Extractors hold nothing.
public enum ColumnMeasure implements Measure<ColumnScore> {
  /** Symbols that occur. */
  SYMBOLS(
      "symbols",
      Scale.COUNT,
      "number of symbols that occur on either side; null is one",
      ColumnScore::symbols),
  /** Null rows of the real data. */
  NULLS_REAL("nullsReal", Scale.COUNT, "null rows of the real data", ColumnScore::realNulls),
  /** Null rows of the generated data. */
  NULLS_GENERATED(
      "nullsGenerated",
      Scale.COUNT,
      "null rows of the generated data",
      ColumnScore::generatedNulls),
  /** H(p). */
  ENTROPY_REAL(
      "entropyReal",
      Scale.INFORMATION,
      "-sum p {log} p, with 0 {log} 0 = 0",
      ColumnScore::entropyReal),
  /** H(q). */
  ENTROPY_GENERATED(
      "entropyGenerated", Scale.INFORMATION, "-sum q {log} q", ColumnScore::entropyGenerated),
  /** CE(p, q). */
  CROSS_ENTROPY(
      "crossEntropy", Scale.INFORMATION, "-sum p {log} q", compared(Comparison::crossEntropy)),
  /** KL(p|q). */
  KL_REAL_GENERATED(
      "klRealGenerated",
      Scale.INFORMATION,
      "sum p {log}(p/q); Infinity where q = 0 < p",
      compared(Comparison::klRealGenerated)),
  /** KL(q|p). */
  KL_GENERATED_REAL(
      "klGeneratedReal",
      Scale.INFORMATION,
      "sum q {log}(q/p); Infinity where p = 0 < q",
      compared(Comparison::klGeneratedReal)),
  /** The Jensen-Shannon divergence. */
  JS("js", Scale.INFORMATION, "KL(p|m)/2 + KL(q|m)/2 with m = (p+q)/2", compared(Comparison::js)),
  /** Its square root. */
  JS_DISTANCE("jsDistance", Scale.ROOT, "square root of js", compared(Comparison::js)),
  /** Total variation. */
  TOTAL_VARIATION(
      "totalVariation", Scale.PLAIN, "sum |p-q| / 2", compared(Comparison::totalVariation)),
  /** The Hellinger distance. */
  HELLINGER(
      "hellinger",
      Scale.PLAIN,
      "sqrt(sum (sqrt p - sqrt q)^2 / 2)",
      compared(Comparison::hellinger)),
  /** The population stability index. */
  PSI(
      "psi",
      Scale.NATS,
      "sum (p-q) ln(p/q), always in nats; Infinity where p or q is 0",
      compared(Comparison::psi)),
  /** Pearson's X<sup>2</sup>. */
  CHI_SQUARE(
      "chiSquare",
      Scale.PLAIN,
      "Pearson's X^2 of the 2 x symbols table of counts",
      compared(Comparison::chiSquare)),
  /** Kolmogorov's and Smirnov's distance. */
  KS(
      "ks",
      Scale.PLAIN,
      "max |F-G| over the edges, null and NaN left out",
      optional(Comparison::ks)),
  /** The Wasserstein-1 distance. */
  WASSERSTEIN(
      "wasserstein",
      Scale.PLAIN,
      "sum |F-G| (width of bin) over the inner edges, in the column's unit, null and NaN left out",
      optional(Comparison::wasserstein)),
  /** Mass of q where p is 0. */
  UNSEEN_MASS(
      "unseenMass",
      Scale.PLAIN,
      "share of generated rows whose symbol has p = 0",
      compared(Comparison::unseenMass)),
  /** Mass of p where q is 0. */
  MISSING_MASS(
      "missingMass",
      Scale.PLAIN,
      "share of real rows whose symbol has q = 0",
      compared(Comparison::missingMass)),
  /** KL(p|q) after additive smoothing. */
  KL_SMOOTHED(
      "klSmoothed",
      Scale.INFORMATION,
      "klRealGenerated after {added} is added to the counts of every symbol on both sides, those"
          + " of empty bins too",
      optional(Comparison::klSmoothed)),
  /** The G statistic. */
  G(
      "g",
      Scale.PLAIN,
      "2 n KL(p|pool) + 2 m KL(q|pool) in nats, n and m the rows, pool both sides together",
      compared(Comparison::g)),
  /** Chance of as much under equality. */
  P_VALUE(
      "pValue",
      Scale.PLAIN,
      "chance of an X^2 at least as large if both sides come from one distribution",
      compared(comparison -> comparison.noise().pValue())),
  /** The same among many. */
  P_ADJUSTED(
      "pAdjusted",
      Scale.PLAIN,
      "pValue after Benjamini and Hochberg over all columns",
      compared(comparison -> comparison.noise().pAdjusted())),
  /** JS to be expected under equality. */
  JS_NOISE_FLOOR(
      "jsNoiseFloor",
      Scale.INFORMATION,
      "js to be expected if both sides come from one distribution",
      compared(comparison -> comparison.noise().jsNoiseFloor())),
  /** JS without what chance adds. */
  JS_CORRECTED(
      "jsCorrected",
      Scale.INFORMATION,
      "js less what chance adds to it on average, at least 0",
      compared(Comparison::jsCorrected)),
  /** H(p) corrected. */
  ENTROPY_REAL_CORRECTED(
      "entropyRealCorrected",
      Scale.INFORMATION,
      "entropyReal as the estimator corrects it",
      ColumnScore::entropyRealCorrected),
  /** H(q) corrected. */
  ENTROPY_GENERATED_CORRECTED(
      "entropyGeneratedCorrected",
      Scale.INFORMATION,
      "entropyGenerated as the estimator corrects it",
      ColumnScore::entropyGeneratedCorrected),
  /** H(r,g) of rows that belong together. */
  PAIRED_JOINT_ENTROPY(
      "pairedJointEntropy",
      Scale.INFORMATION,
      "H(r,g) = -sum p(r,g) {log} p(r,g), r the symbol of a real row, g that of the generated row"
          + " beside it, both in the coarse symbols of pairs",
      ofRows(RowDependence::jointEntropy)),
  /** H(r,g) corrected. */
  PAIRED_JOINT_ENTROPY_CORRECTED(
      "pairedJointEntropyCorrected",
      Scale.INFORMATION,
      "pairedJointEntropy as the estimator corrects it",
      ofRows(RowDependence::jointEntropyCorrected)),
  /** H(r|g). */
  PAIRED_ENTROPY_REAL_GIVEN_GENERATED(
      "pairedEntropyRealGivenGenerated",
      Scale.INFORMATION,
      "H(r|g) = -sum p(r,g) {log}(p(r,g)/p(g)), what the generated row leaves open of the real one",
      ofRows(RowDependence::entropyRealGivenGenerated)),
  /** H(g|r). */
  PAIRED_ENTROPY_GENERATED_GIVEN_REAL(
      "pairedEntropyGeneratedGivenReal",
      Scale.INFORMATION,
      "H(g|r) = -sum p(r,g) {log}(p(r,g)/p(r))",
      ofRows(RowDependence::entropyGeneratedGivenReal)),
  /** I(r;g). */
  PAIRED_MUTUAL_INFORMATION(
      "pairedMutualInformation",
      Scale.INFORMATION,
      "I(r;g) = sum p(r,g) {log}(p(r,g)/(p(r) p(g))), what a row tells of the one beside it; chance"
          + " adds to it",
      ofRows(RowDependence::mutualInformation)),
  /** I(r;g) corrected. */
  PAIRED_MUTUAL_INFORMATION_CORRECTED(
      "pairedMutualInformationCorrected",
      Scale.INFORMATION,
      "pairedMutualInformation as the estimator corrects it, at least 0",
      ofRows(RowDependence::mutualInformationCorrected)),
  /** I(r;g) by chance. */
  PAIRED_MUTUAL_INFORMATION_BY_CHANCE(
      "pairedMutualInformationByChance",
      Scale.INFORMATION,
      "pairedMutualInformation to be expected if no row tells of the one beside it",
      ofRows(RowDependence::mutualInformationByChance)),
  /** Chance of as much if no row tells of another. */
  PAIRED_P_VALUE(
      "pairedPValue",
      Scale.PLAIN,
      "chance of an X^2 of the table of r and g at least as large if no row tells of the one"
          + " beside it",
      ofRows(RowDependence::pValue)),
  /** The same among many. */
  PAIRED_P_ADJUSTED(
      "pairedPAdjusted",
      Scale.PLAIN,
      "pairedPValue after Benjamini and Hochberg over all columns",
      ofRows(RowDependence::pAdjusted));

  private static final Set<ColumnMeasure> OF_ROWS =
      Collections.unmodifiableSet(EnumSet.range(PAIRED_JOINT_ENTROPY, PAIRED_P_ADJUSTED));

  private final Entry<ColumnScore> entry;

  ColumnMeasure(
      String jsonName, Scale scale, String definition, ToDoubleFunction<ColumnScore> extractor) {
    this.entry = new Entry<>(jsonName, scale, definition, extractor);
  }

  private static ToDoubleFunction<ColumnScore> compared(ToDoubleFunction<Comparison> extractor) {
    return column -> {
      Comparison comparison = column.comparison();
      return comparison == null ? Double.NaN : extractor.applyAsDouble(comparison);
    };
  }

  private static ToDoubleFunction<ColumnScore> optional(
      Function<Comparison, OptionalDouble> extractor) {
    return compared(comparison -> extractor.apply(comparison).orElse(Double.NaN));
  }

  private static ToDoubleFunction<ColumnScore> ofRows(ToDoubleFunction<RowDependence> extractor) {
    return column -> {
      RowDependence rows = column.rows();
      return rows == null ? Double.NaN : extractor.applyAsDouble(rows);
    };
  }

  /** Whether it needs rows that belong together. */
  public boolean isOfRows() {
    return OF_ROWS.contains(this);
  }

  @Override
  public Entry<ColumnScore> entry() {
    return entry;
  }
}
