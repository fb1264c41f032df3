package io.lanewise.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them. */
final class Numbers {

  private static final Pattern LONG_FRACTION = Pattern.compile("-?\\d+\\.\\d{5,}(?:E-?\\d+)?");

  private Numbers() {}

  /** A measure with four significant places at most, short enough for a table. */
  static String measure(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Double.isInfinite(value)) {
      return "inf";
    }
    if (value == 0) {
      return "0";
    }
    if (value < 0.00005) {
      return String.format(Locale.ROOT, "%.0e", value);
    }
    return String.format(Locale.ROOT, value < 100 ? "%.4f" : "%.1f", value);
  }

  /** A range of values with long fractions rounded to six significant digits. */
  static String rounded(String range) {
    return LONG_FRACTION
        .matcher(range)
        .replaceAll(
            match -> {
              BigDecimal value = new BigDecimal(match.group());
              return value.round(new MathContext(6)).stripTrailingZeros().toString();
            });
  }

  /** A row count with thousands separated. */
  static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  /** A share as a percentage. */
  static String percent(double share) {
    if (share == 0) {
      return "0 %";
    }
    if (share < 0.0005) {
      return "under 0.1 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A row count in at most five characters: 9758, 39.0k, 1.2M. */
  static String shortCount(long rows) {
    if (rows < 10_000) {
      return Long.toString(rows);
    }
    String[] suffixes = {"k", "M", "G", "T", "P", "E"};
    double scaled = (double) rows;
    int suffix = -1;
    while (scaled >= 999.5) {
      scaled /= 1000;
      suffix++;
    }
    return String.format(Locale.ROOT, scaled < 99.95 ? "%.1f" : "%.0f", scaled) + suffixes[suffix];
  }
}
