package io.lanewise.gate;

/**
 * What a scorecard must not do: let a number pass a threshold.
 *
 * @param origin where the rule is from: an option, or {@code FILE:LINE}
 * @param text the rule as typed
 * @param subject the number it is about
 * @param relation the relation that must not hold
 * @param threshold what the number is compared with, in the unit that is shown
 */
public record Rule(
    String origin, String text, Subject subject, Relation relation, double threshold) {

  /** The same rule about something else, typed so. */
  Rule about(String typed, Subject other) {
    return new Rule(origin, typed, other, relation, threshold);
  }

  /** The refusal of this rule. */
  RuleException refusal(String reason) {
    return refusal(origin, text, reason);
  }

  /** The refusal of a rule. */
  static RuleException refusal(String origin, String text, String reason) {
    return new RuleException(origin + " '" + Excerpt.of(text) + "': " + reason);
  }
}
