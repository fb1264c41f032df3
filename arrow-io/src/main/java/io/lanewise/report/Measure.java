package io.lanewise.report;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A number of a report: one name, one definition, one way to take it from a score. JSON, its
 * definitions, Markdown and gates are made of these.
 *
 * @param <S> what has the number
 */
public sealed interface Measure<S> permits ColumnMeasure, PairMeasure, SummaryMeasure {

  /**
   * What a measure is made of.
   *
   * @param jsonName its name
   * @param scale how it follows the unit
   * @param definition what it means
   * @param extractor takes it from a score; NaN where it is not defined
   * @param <S> what has the number
   */
  record Entry<S>(String jsonName, Scale scale, String definition, ToDoubleFunction<S> extractor) {}

  /** What it is made of. */
  Entry<S> entry();

  /** Its name in JSON and in the rules of gates. */
  default String jsonName() {
    return entry().jsonName();
  }

  /** What it means, in one line; {@code {log}} stands for the logarithm of the unit. */
  default String definition() {
    return entry().definition();
  }

  /** How it follows the unit. */
  default Scale scale() {
    return entry().scale();
  }

  /** The number as it was computed, information in nats; NaN where it is not defined. */
  default double computed(S score) {
    return entry().extractor().applyAsDouble(score);
  }

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
