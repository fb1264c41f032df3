package io.lanewise.gate;

import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.profile.Treatment;
import io.lanewise.report.ColumnMeasure;
import java.util.List;

/**
 * Checks rules against tables before any row is counted: columns must be scored, and measures be
 * among what is computed. Whether an ordered column is binned is at times known only later; {@link
 * Gates} looks again.
 *
 * @param columns the columns that are scored
 * @param paired whether pairs of them are
 * @param smoothed whether the smoothed KL is computed
 * @param rowsPaired whether rows are compared that belong together
 */
public record RuleCheck(
    ScoredColumns columns, boolean paired, boolean smoothed, boolean rowsPaired) {

  /**
   * The rules with the names of their columns as the data has them.
   *
   * @throws RuleException if a rule cannot be evaluated
   */
  public List<Rule> check(List<Rule> rules) {
    return rules.stream().map(this::check).toList();
  }

  private Rule check(Rule rule) {
    return switch (rule.subject()) {
      case Subject.OfSummary subject -> {
        if (Requirements.needsPairs(subject.measure()) && !paired) {
          throw Requirements.noPairs(rule);
        }
        yield rule;
      }
      case Subject.OfAnyColumn subject -> {
        checkComputed(rule, subject.measure());
        yield rule;
      }
      case Subject.OfColumn subject -> {
        Rule resolved = resolve(rule, subject);
        checkComputed(rule, subject.measure());
        checkOrder(resolved);
        yield resolved;
      }
    };
  }

  private void checkComputed(Rule rule, ColumnMeasure measure) {
    if (Requirements.needsSmoothing(measure) && !smoothed) {
      throw Requirements.noSmoothing(rule);
    }
    if (measure.isOfRows() && !rowsPaired) {
      throw Requirements.noRowPairs(rule);
    }
  }

  /** Blanks at the beginning belong to the column's name only if there is such a column. */
  private Rule resolve(Rule rule, Subject.OfColumn subject) {
    if (columns.contains(subject.name())) {
      return rule;
    }
    String name = subject.name().stripLeading();
    if (columns.contains(name)) {
      return rule.about(rule.text().stripLeading(), new Subject.OfColumn(name, subject.measure()));
    }
    throw rule.refusal(columns.absence(name));
  }

  private void checkOrder(Rule rule) {
    if (rule.subject() instanceof Subject.OfColumn subject
        && Requirements.needsOrder(subject.measure())
        && columns.matches(subject.name()).stream().allMatch(RuleCheck::isCategorical)) {
      throw Requirements.noOrder(rule, subject);
    }
  }

  private static boolean isCategorical(ColumnMatch match) {
    return switch (match.treatment()) {
      case Treatment.AsCategories categories -> true;
      case Treatment.AsNumbers numbers -> false;
      case Treatment.WithEdges edges -> false;
      case Treatment.Automatic automatic -> !match.real().type().family().ordered();
    };
  }
}
