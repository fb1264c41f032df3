package io.lanewise.report;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What became of the rules, in words. */
final class GateWords {

  /** Most columns that are named for a rule. */
  private static final int SHOWN = 5;

  private GateWords() {}

  static List<GateResult> crossed(List<GateResult> gates) {
    return gates.stream().filter(GateResult::crossed).toList();
  }

  /** Where a rule is crossed: the first few columns with their values, the worst first. */
  static String where(GateResult gate, UnaryOperator<String> name) {
    List<GateResult.Violation> violations = gate.violations();
    String named =
        violations.stream()
            .limit(SHOWN)
            .map(violation -> shown(violation, name))
            .collect(Collectors.joining(", "));
    int more = violations.size() - SHOWN;
    return more > 0 ? named + " and " + Numbers.count(more) + " more" : named;
  }

  private static String shown(GateResult.Violation violation, UnaryOperator<String> name) {
    String value =
        violation.value().isPresent() ? Numbers.plain(violation.value().getAsDouble()) : "no value";
    String column = violation.column();
    return column == null ? value : name.apply(column) + " " + value;
  }

  /** How many rules are crossed, and how many are not. */
  static String count(List<GateResult> gates) {
    int crossed = crossed(gates).size();
    return Numbers.count(crossed)
        + " of "
        + Numbers.count(gates.size())
        + (gates.size() == 1 ? " rule" : " rules")
        + " crossed, "
        + Numbers.count(gates.size() - crossed)
        + " kept";
  }
}
