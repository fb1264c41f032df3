package io.lanewise.gate;

import io.lanewise.evaluate.NearestName;
import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.Measure;
import io.lanewise.report.SummaryMeasure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads rules: {@value #GRAMMAR}.
 *
 * <p>A rule is read from its end, since a column may be named in any characters, dots and {@code >}
 * among them, while numbers and measures are not: behind the last {@code <} or {@code >} is the
 * number, behind the last dot before it the measure, and all before that dot is the column. Blanks
 * may stand around the relation and around the rule.
 */
public final class RuleParser {

  /** The form of a rule. */
  public static final String GRAMMAR =
      "[COLUMN.]measure, one of > >= < <=, a number or Infinity; like js>0.1 or age.ks>=0.05";

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");
  private static final Pattern ZERO = Pattern.compile("[+-]?[0.]++([eE].*+)?");

  private RuleParser() {}

  /**
   * Reads a rule. Whether there is such a column is not asked yet.
   *
   * @param origin where the rule is from
   * @param text the rule
   * @throws RuleException if the text is no rule, or names no measure
   */
  public static Rule parse(String origin, String text) {
    int sign = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'));
    if (sign < 0) {
      throw Rule.refusal(origin, text.strip(), "not a rule; expected " + GRAMMAR);
    }
    Relation relation = Relation.at(text, sign);
    String typed = text.stripTrailing();
    String subject = text.substring(0, sign).stripTrailing();
    int dot = subject.lastIndexOf('.');
    String measure = subject.substring(dot + 1);
    if (dot < 0) {
      typed = typed.stripLeading();
      measure = measure.stripLeading();
    }
    if (measure.isEmpty()) {
      throw Rule.refusal(origin, typed, "no measure; expected " + GRAMMAR);
    }
    return new Rule(
        origin,
        typed,
        dot < 0
            ? ofTable(origin, typed, measure)
            : ofColumn(origin, typed, subject.substring(0, dot), measure),
        relation,
        threshold(origin, typed, text.substring(sign + relation.sign().length()).strip()));
  }

  private static Subject ofTable(String origin, String rule, String measure) {
    return named(SummaryMeasure.values(), measure)
        .<Subject>map(Subject.OfSummary::new)
        .or(() -> named(ColumnMeasure.values(), measure).map(Subject.OfAnyColumn::new))
        .orElseThrow(
            () ->
                noMeasure(origin, rule, measure, SummaryMeasure.values(), ColumnMeasure.values()));
  }

  private static Subject ofColumn(String origin, String rule, String column, String measure) {
    if (named(SummaryMeasure.values(), measure).isPresent()) {
      throw Rule.refusal(
          origin, rule, measure + " is of the table as a whole, expected it without a column");
    }
    return named(ColumnMeasure.values(), measure)
        .map(found -> new Subject.OfColumn(column, found))
        .orElseThrow(() -> noMeasure(origin, rule, measure, ColumnMeasure.values()));
  }

  private static <M extends Measure<?>> Optional<M> named(M[] measures, String name) {
    return Arrays.stream(measures).filter(known -> known.jsonName().equals(name)).findFirst();
  }

  private static RuleException noMeasure(
      String origin, String rule, String name, Measure<?>[]... known) {
    List<String> names =
        Arrays.stream(known).flatMap(Arrays::stream).map(Measure::jsonName).toList();
    String nearest =
        NearestName.of(name, names).map(close -> "did you mean '" + close + "'? ").orElse("");
    String help = nearest + "expected " + GRAMMAR;
    return Rule.refusal(origin, rule, "no measure '" + Excerpt.of(name) + "'; " + help);
  }

  private static double threshold(String origin, String rule, String number) {
    if (number.equals("Infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (!DECIMAL.matcher(number).matches()) {
      throw Rule.refusal(
          origin, rule, "'" + Excerpt.of(number) + "' is not a number; expected " + GRAMMAR);
    }
    double threshold = Double.parseDouble(number);
    boolean vanished = threshold == 0 && !ZERO.matcher(number).matches();
    if (Double.isInfinite(threshold) || vanished) {
      throw Rule.refusal(
          origin, rule, Excerpt.of(number) + ", expected a number that a double can hold");
    }
    return threshold;
  }
}
