package io.lanewise.gate;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.GateResult;
import io.lanewise.report.GateResult.Violation;
import io.lanewise.report.InformationUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Tells which rules a scorecard crosses.
 *
 * <p>A rule is crossed if its relation holds. A rule without a column is crossed if any scored
 * column crosses it; columns that look like identifiers, which averages leave out, must be named to
 * count.
 *
 * <p>Where there is no value because nothing was generated, the rule is crossed: no rows, or for KS
 * and Wasserstein no rows but null and NaN. Without generated rows that goes for their nulls, too,
 * whose number is 0. A rule is not crossed by columns that have no order and need one, nor by lost
 * and invented dependence where the real data has no dependence.
 *
 * @param card the scores
 * @param unit the unit of information in which thresholds are meant
 */
public record Gates(Scorecard card, InformationUnit unit) {

  /**
   * What becomes of the rules, in their order.
   *
   * @param rules checked by {@link RuleCheck}
   * @param card the scores
   * @param unit the unit of information in which thresholds are meant
   * @throws RuleException if a rule needs what the data turns out not to have
   */
  public static List<GateResult> evaluate(List<Rule> rules, Scorecard card, InformationUnit unit) {
    Gates gates = new Gates(card, unit);
    return rules.stream().map(gates::evaluate).toList();
  }

  private GateResult evaluate(Rule rule) {
    List<Violation> violations = violations(rule).sorted(worstFirst(rule.relation())).toList();
    return new GateResult(rule.text(), !violations.isEmpty(), violations);
  }

  private Stream<Violation> violations(Rule rule) {
    return switch (rule.subject()) {
      case Subject.OfSummary subject -> ofSummary(rule, subject).stream();
      case Subject.OfAnyColumn subject ->
          card.columns().stream()
              .filter(column -> !column.identifier())
              .filter(column -> has(column, subject.measure()))
              .flatMap(column -> ofColumn(rule, column, subject.measure()));
      case Subject.OfColumn subject -> ofColumns(rule, subject);
    };
  }

  private Stream<Violation> ofColumns(Rule rule, Subject.OfColumn subject) {
    List<ColumnScore> columns =
        card.columns().stream()
            .filter(column -> column.name().equals(subject.name()))
            .filter(column -> has(column, subject.measure()))
            .toList();
    if (columns.isEmpty()) {
      throw subject.measure().isOfRows()
          ? Requirements.isIdentifier(rule, subject)
          : Requirements.noOrder(rule, subject);
    }
    return columns.stream().flatMap(column -> ofColumn(rule, column, subject.measure()));
  }

  private static boolean has(ColumnScore column, ColumnMeasure measure) {
    if (measure.isOfRows()) {
      return column.rows() != null;
    }
    return !Requirements.needsOrder(measure) || column.kind() == ColumnScore.Kind.NUMERIC;
  }

  private Stream<Violation> ofColumn(Rule rule, ColumnScore column, ColumnMeasure measure) {
    OptionalDouble value = value(column, measure);
    boolean crossed =
        value.isPresent()
            ? rule.relation().holds(value.getAsDouble(), rule.threshold())
            : card.generatedRows() == 0 || hasRealValues(column);
    return crossed ? Stream.of(new Violation(column.name(), value)) : Stream.empty();
  }

  private OptionalDouble value(ColumnScore column, ColumnMeasure measure) {
    return card.generatedRows() == 0 && measure == ColumnMeasure.NULLS_GENERATED
        ? OptionalDouble.empty()
        : measure.value(column, unit);
  }

  /** Whether the real side of a binned column has anything but null and NaN. */
  private static boolean hasRealValues(ColumnScore column) {
    return column.counts().stream()
        .filter(count -> count.label() != null && !count.label().equals("NaN"))
        .mapToLong(SymbolCount::real)
        .anyMatch(rows -> rows > 0);
  }

  private List<Violation> ofSummary(Rule rule, Subject.OfSummary subject) {
    OptionalDouble value = subject.measure().value(card.summary(), unit);
    boolean crossed;
    if (value.isPresent()) {
      crossed = rule.relation().holds(value.getAsDouble(), rule.threshold());
    } else if (card.generatedRows() == 0) {
      crossed = true;
    } else if (!Requirements.needsPairs(subject.measure())) {
      throw rule.refusal("every scored column looks like an identifier, so there is no average");
    } else if (card.pairs().isEmpty()) {
      throw Requirements.noPairs(rule);
    } else {
      // Lost or invented dependence, of real data that has none.
      crossed = false;
    }
    return crossed ? List.of(new Violation(null, value)) : List.of();
  }

  /** Equals stay in the order of the columns. */
  private static Comparator<Violation> worstFirst(Relation relation) {
    double missing = relation.isUpward() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    Comparator<Violation> byValue =
        Comparator.comparingDouble(violation -> violation.value().orElse(missing));
    return relation.isUpward() ? byValue.reversed() : byValue;
  }
}
