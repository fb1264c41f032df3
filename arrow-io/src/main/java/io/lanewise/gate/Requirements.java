package io.lanewise.gate;

import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.SummaryMeasure;

/** What a measure needs so that there is a value, and what is said where it is not there. */
final class Requirements {

  private Requirements() {}

  /** Whether the column must be binned. */
  static boolean needsOrder(ColumnMeasure measure) {
    return measure == ColumnMeasure.KS || measure == ColumnMeasure.WASSERSTEIN;
  }

  /** Whether counts must be smoothed. */
  static boolean needsSmoothing(ColumnMeasure measure) {
    return measure == ColumnMeasure.KL_SMOOTHED;
  }

  /** Whether there must be pairs of columns. */
  static boolean needsPairs(SummaryMeasure measure) {
    return switch (measure) {
      case PAIR_FIDELITY, LOST_DEPENDENCE, INVENTED_DEPENDENCE, DEPENDENCE_NOISE -> true;
      case COLUMN_FIDELITY, FIDELITY, FIDELITY_CEILING -> false;
    };
  }

  static RuleException noOrder(Rule rule, Subject.OfColumn subject) {
    return rule.refusal(
        "column '"
            + subject.name()
            + "' is categorical, "
            + subject.measure().jsonName()
            + " needs one that is binned");
  }

  static RuleException noSmoothing(Rule rule) {
    return rule.refusal(rule.subject().measure().jsonName() + " needs --smooth");
  }

  static RuleException noRowPairs(Rule rule) {
    return rule.refusal(rule.subject().measure().jsonName() + " needs --paired");
  }

  static RuleException isIdentifier(Rule rule, Subject.OfColumn subject) {
    return rule.refusal(
        "column '"
            + subject.name()
            + "' looks like an identifier, "
            + subject.measure().jsonName()
            + " needs rows with equal values");
  }

  static RuleException noPairs(Rule rule) {
    return rule.refusal(
        rule.subject().measure().jsonName() + " needs pairs of columns, and none are scored");
  }
}
