package io.lanewise.report;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rule.
 *
 * @param rule the rule as it was written
 * @param crossed whether its comparison holds anywhere
 * @param violations where, the worst first; empty if the rule is not crossed
 */
public record GateResult(String rule, boolean crossed, List<Violation> violations) {

  /** Copies the list. */
  public GateResult {
    violations = List.copyOf(violations);
  }

  /**
   * Where a rule is crossed.
   *
   * @param column the column; null for a number of the whole score
   * @param value the number as it is shown; empty if there is none, because nothing was generated
   */
  public record Violation(@Nullable String column, OptionalDouble value) {}
}
