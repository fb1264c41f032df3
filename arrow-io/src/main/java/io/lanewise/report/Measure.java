package io.lanewise.report;

import java.util.OptionalDouble;

/**
 * A number of a report: one name, one definition, one way to take it from a score. JSON, its
 * definitions, Markdown and gates are made of these.
 *
 * @param <S> what has the number
 */
public sealed interface Measure<S> permits ColumnMeasure, PairMeasure, SummaryMeasure {

  /** Its name in JSON and in the rules of gates. */
  String jsonName();

  /** What it means, in one line; {@code {log}} stands for the logarithm of the unit. */
  String definition();

  /** How it follows the unit. */
  Scale scale();

  /** The number as it was computed, information in nats; NaN where it is not defined. */
  double computed(S score);

  /**
   * The number as it is shown.
   *
   * @param score what has it
   * @param unit the unit of information
   * @return at times +infinity, never NaN; empty where it is not defined: nothing was generated,
   *     the column has no order, or it was not asked for
   */
  default OptionalDouble value(S score, InformationUnit unit) {
    double computed = computed(score);
    return Double.isNaN(computed)
        ? OptionalDouble.empty()
        : OptionalDouble.of(scale().shown(computed, unit));
  }

  /** The unit's name to be written behind the number, empty where it has none. */
  default String unitLabel(InformationUnit unit) {
    return scale().label(unit);
  }
}
