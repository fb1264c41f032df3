package io.lanewise.report;

import io.lanewise.evaluate.Summary;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The numbers of a whole score, in the order of the JSON. */
@SuppressWarnings("ImmutableEnumChecker") // Extractors hold nothing.
public enum SummaryMeasure implements Measure<Summary> {
  /** Fidelity of the columns. */
  COLUMN_FIDELITY(
      "columnFidelity",
      "mean of 1 - js in bits over columns that are no identifiers",
      Summary::columnFidelity),
  /** Fidelity of the pairs. */
  PAIR_FIDELITY("pairFidelity", "mean of 1 - js in bits over pairs", Summary::pairFidelity),
  /** Both together. */
  FIDELITY(
      "fidelity",
      "mean of columnFidelity and pairFidelity; columnFidelity alone if there are no pairs",
      Summary::fidelity),
  /** Dependence of the real data that the generated data lacks. */
  LOST_DEPENDENCE(
      "lostDependence",
      "sum max(0, I_real - I_generated) / sum I_real over pairs, I being mutual information"
          + " corrected by Miller and Madow; null if the real data has none",
      Summary::lostDependence),
  /** Dependence of the generated data that the real data does not have. */
  INVENTED_DEPENDENCE(
      "inventedDependence",
      "sum max(0, I_generated - I_real) / sum I_real, as lostDependence; it may pass 1",
      Summary::inventedDependence),
  /** What chance makes of either. */
  DEPENDENCE_NOISE(
      "dependenceNoise",
      "lostDependence, and inventedDependence, to be expected if nothing has changed",
      Summary::dependenceNoise),
  /** What can be reached. */
  FIDELITY_CEILING(
      "fidelityCeiling",
      "fidelity to be expected of a perfect generator at these row counts",
      Summary::fidelityCeiling);

  private final Entry<Summary> entry;

  SummaryMeasure(String jsonName, String definition, Function<Summary, OptionalDouble> extractor) {
    this.entry =
        new Entry<>(
            jsonName,
            Scale.PLAIN,
            definition,
            summary -> extractor.apply(summary).orElse(Double.NaN));
  }

  @Override
  public Entry<Summary> entry() {
    return entry;
  }
}
