package io.lanewise.report;

import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairDependence;
import io.lanewise.evaluate.PairScore;
import java.util.function.ToDoubleFunction;

/** The numbers of a pair of columns, in the order of the JSON. */
@SuppressWarnings("ImmutableEnumChecker") // Extractors hold nothing.
public enum PairMeasure implements Measure<PairScore> {
  /** Symbols of the first column. */
  SYMBOLS_X(
      "symbolsX",
      Scale.COUNT,
      "number of coarse symbols of x that occur on either side",
      PairScore::symbolsX),
  /** Symbols of the second column. */
  SYMBOLS_Y(
      "symbolsY",
      Scale.COUNT,
      "number of coarse symbols of y that occur on either side",
      PairScore::symbolsY),
  /** H(X,Y) of the real data. */
  JOINT_ENTROPY_REAL(
      "jointEntropyReal",
      Scale.INFORMATION,
      "H(X,Y) = -sum p(x,y) {log} p(x,y) of the real data, in coarse symbols",
      real(PairDependence::jointEntropy)),
  /** H(X,Y) of the generated data. */
  JOINT_ENTROPY_GENERATED(
      "jointEntropyGenerated",
      Scale.INFORMATION,
      "the same of the generated data",
      generated(PairDependence::jointEntropy)),
  /** H(Y|X) of the real data. */
  CONDITIONAL_ENTROPY_Y_GIVEN_X_REAL(
      "conditionalEntropyYGivenXReal",
      Scale.INFORMATION,
      "H(Y|X) = -sum p(x,y) {log}(p(x,y)/p(x)) of the real data",
      real(PairDependence::conditionalEntropyYGivenX)),
  /** H(Y|X) of the generated data. */
  CONDITIONAL_ENTROPY_Y_GIVEN_X_GENERATED(
      "conditionalEntropyYGivenXGenerated",
      Scale.INFORMATION,
      "the same of the generated data",
      generated(PairDependence::conditionalEntropyYGivenX)),
  /** H(X|Y) of the real data. */
  CONDITIONAL_ENTROPY_X_GIVEN_Y_REAL(
      "conditionalEntropyXGivenYReal",
      Scale.INFORMATION,
      "H(X|Y) = -sum p(x,y) {log}(p(x,y)/p(y)) of the real data",
      real(PairDependence::conditionalEntropyXGivenY)),
  /** H(X|Y) of the generated data. */
  CONDITIONAL_ENTROPY_X_GIVEN_Y_GENERATED(
      "conditionalEntropyXGivenYGenerated",
      Scale.INFORMATION,
      "the same of the generated data",
      generated(PairDependence::conditionalEntropyXGivenY)),
  /** I(X;Y) of the real sample. */
  MUTUAL_INFORMATION_REAL(
      "mutualInformationReal",
      Scale.INFORMATION,
      "I(X;Y) = sum p(x,y) {log}(p(x,y)/(p(x) p(y))) of the real data; chance adds to it",
      real(PairDependence::mutualInformation)),
  /** I(X;Y) of the generated sample. */
  MUTUAL_INFORMATION_GENERATED(
      "mutualInformationGenerated",
      Scale.INFORMATION,
      "the same of the generated data",
      generated(PairDependence::mutualInformation)),
  /** I(X;Y) of the real data, corrected. */
  MUTUAL_INFORMATION_REAL_CORRECTED(
      "mutualInformationRealCorrected",
      Scale.INFORMATION,
      "mutualInformationReal as the estimator corrects it, at least 0",
      real(PairDependence::mutualInformationCorrected)),
  /** I(X;Y) of the generated data, corrected. */
  MUTUAL_INFORMATION_GENERATED_CORRECTED(
      "mutualInformationGeneratedCorrected",
      Scale.INFORMATION,
      "mutualInformationGenerated as the estimator corrects it, at least 0",
      generated(PairDependence::mutualInformationCorrected)),
  /** 2I / (H(X) + H(Y)) of the real data. */
  NORMALIZED_MUTUAL_INFORMATION_REAL(
      "normalizedMutualInformationReal",
      Scale.PLAIN,
      "2 I / (H(X) + H(Y)) of the real data; null if both columns are constant",
      real(dependence -> dependence.normalizedMutualInformation().orElse(Double.NaN))),
  /** 2I / (H(X) + H(Y)) of the generated data. */
  NORMALIZED_MUTUAL_INFORMATION_GENERATED(
      "normalizedMutualInformationGenerated",
      Scale.PLAIN,
      "the same of the generated data",
      generated(dependence -> dependence.normalizedMutualInformation().orElse(Double.NaN))),
  /** JS of the joint distributions. */
  JS(
      "js",
      Scale.INFORMATION,
      "KL(p|m)/2 + KL(q|m)/2 of the joint distributions with m = (p+q)/2",
      compared(PairComparison::js)),
  /** JS to be expected under equality. */
  JS_NOISE_FLOOR(
      "jsNoiseFloor",
      Scale.INFORMATION,
      "js to be expected if both sides come from one joint distribution",
      compared(comparison -> comparison.noise().jsNoiseFloor())),
  /** Chance of as much under equality. */
  P_VALUE(
      "pValue",
      Scale.PLAIN,
      "chance of an X^2 at least as large if both sides come from one joint distribution",
      compared(comparison -> comparison.noise().pValue())),
  /** The same among many. */
  P_ADJUSTED(
      "pAdjusted",
      Scale.PLAIN,
      "pValue after Benjamini and Hochberg over all pairs",
      compared(comparison -> comparison.noise().pAdjusted())),
  /** What became of the mutual information. */
  MUTUAL_INFORMATION_CHANGE(
      "mutualInformationChange",
      Scale.INFORMATION,
      "mutualInformationGeneratedCorrected - mutualInformationRealCorrected",
      compared(PairComparison::mutualInformationChange)),
  /** How far the change may be off. */
  MUTUAL_INFORMATION_CHANGE_ERROR(
      "mutualInformationChangeError",
      Scale.INFORMATION,
      "standard error of mutualInformationChange",
      compared(PairComparison::mutualInformationChangeError)),
  /** Chance of such a change if there is none. */
  MUTUAL_INFORMATION_CHANGE_P_VALUE(
      "mutualInformationChangePValue",
      Scale.PLAIN,
      "chance of a change of mutual information at least as large if there is none",
      compared(PairComparison::mutualInformationChangePValue));

  private final Entry<PairScore> entry;

  PairMeasure(
      String jsonName, Scale scale, String definition, ToDoubleFunction<PairScore> extractor) {
    this.entry = new Entry<>(jsonName, scale, definition, extractor);
  }

  private static ToDoubleFunction<PairScore> real(ToDoubleFunction<PairDependence> extractor) {
    return pair -> extractor.applyAsDouble(pair.real());
  }

  private static ToDoubleFunction<PairScore> generated(ToDoubleFunction<PairDependence> extractor) {
    return pair -> {
      PairDependence generated = pair.generated();
      return generated == null ? Double.NaN : extractor.applyAsDouble(generated);
    };
  }

  private static ToDoubleFunction<PairScore> compared(ToDoubleFunction<PairComparison> extractor) {
    return pair -> {
      PairComparison comparison = pair.comparison();
      return comparison == null ? Double.NaN : extractor.applyAsDouble(comparison);
    };
  }

  @Override
  public Entry<PairScore> entry() {
    return entry;
  }
}
