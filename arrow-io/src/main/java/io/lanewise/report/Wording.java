package io.lanewise.report;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How names, values and numbers are written in sentences.
 *
 * @param unit the unit of information
 * @param name sets a column's name apart from the words around it
 * @param value does so with a value
 */
record Wording(InformationUnit unit, UnaryOperator<String> name, UnaryOperator<String> value) {

  /** Below it, two decimals are not enough. */
  private static final double TWO_DECIMALS = 0.005;

  /** A column's name. */
  String column(String columnName) {
    return name.apply(columnName);
  }

  /** A value or a range of values with rounded ends; null for the missing value. */
  String symbol(@Nullable String label, boolean range) {
    if (label == null) {
      return "null";
    }
    return value.apply(range ? Numbers.rounded(label) : label);
  }

  /** Nats in the unit, with two decimals where these say something. */
  String information(double nats) {
    double shown = unit.of(nats);
    return shown >= TWO_DECIMALS ? twoDecimals(shown) : Numbers.measure(shown);
  }

  /** Two numbers of nats that are compared, with as many decimals. */
  String[] information(double first, double second) {
    return Math.max(unit.of(first), unit.of(second)) >= TWO_DECIMALS
        ? new String[] {twoDecimals(unit.of(first)), twoDecimals(unit.of(second))}
        : new String[] {information(first), information(second)};
  }

  private static String twoDecimals(double shown) {
    return String.format(Locale.ROOT, "%.2f", shown);
  }
}
