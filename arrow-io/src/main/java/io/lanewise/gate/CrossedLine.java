package io.lanewise.gate;

import io.lanewise.report.GateResult;
import io.lanewise.report.GateResult.Violation;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.Measure;
import io.lanewise.report.Scale;
import java.util.Locale;
import java.util.OptionalDouble;

/** A crossed rule in one line: {@code js>0.1: 'capital_gain' 0.4650 bits, and 2 more}. */
public final class CrossedLine {

  private CrossedLine() {}

  /**
   * The line.
   *
   * @param rule a rule
   * @param result what became of it: it is crossed
   * @param unit the unit of information
   */
  public static String of(Rule rule, GateResult result, InformationUnit unit) {
    Violation worst = result.violations().getFirst();
    String column = worst.column() == null ? "" : "'" + worst.column() + "' ";
    int more = result.violations().size() - 1;
    return result.rule()
        + ": "
        + column
        + shown(worst.value(), rule.subject().measure(), unit)
        + (more > 0 ? ", and " + more + " more" : "");
  }

  private static String shown(OptionalDouble value, Measure<?> measure, InformationUnit unit) {
    if (value.isEmpty()) {
      return "no value";
    }
    String label = measure.unitLabel(unit);
    return number(value.getAsDouble(), measure.scale()) + (label.isEmpty() ? "" : " " + label);
  }

  private static String number(double value, Scale scale) {
    if (Double.isInfinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    if (scale == Scale.COUNT) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, value < 0.001 || value >= 1e6 ? "%.3e" : "%.4f", value);
  }
}
