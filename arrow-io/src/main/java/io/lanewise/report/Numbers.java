package io.lanewise.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them. */
final class Numbers {

  // Not the seconds of a time of day.
  private static final Pattern LONG_FRACTION =
      Pattern.compile("(?<![:\\d])-?\\d+\\.\\d{5,}(?:E-?\\d+)?");

  private static final Pattern OPENING = Pattern.compile("^\\[(" + LONG_FRACTION + ")(?=, )");

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

  /** A measure with its sign. */
  static String signed(double value) {
    if (Double.isNaN(value) || value == 0) {
      return measure(value);
    }
    return (value < 0 ? "-" : "+") + measure(Math.abs(value));
  }

  /** A probability; that of less than one in a billion is not worth its digits. */
  static String probability(double value) {
    return value < 1e-9 ? "<1e-9" : measure(value);
  }

  /** A number of any size: a whole one as such, any other as a measure. */
  static String plain(double value) {
    if (Math.abs(value) >= 1e15 && !Double.isInfinite(value)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    return value == Math.rint(value) && !Double.isInfinite(value)
        ? count((long) value)
        : measure(value);
  }

  /**
   * A range of values with long fractions rounded to six significant digits. One that begins with
   * the double above a short number begins behind that number: {@code (30.0, 40.0]}.
   */
  static String rounded(String range) {
    String opened =
        OPENING
            .matcher(range)
            .replaceFirst(
                match -> {
                  double below = Math.nextDown(Double.parseDouble(match.group(1)));
                  String number = Double.toString(below);
                  return LONG_FRACTION.matcher(number).matches() ? match.group() : "(" + number;
                });
    return LONG_FRACTION
        .matcher(opened)
        .replaceAll(match -> sixDigits(new BigDecimal(match.group())));
  }

  private static String sixDigits(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(6)).stripTrailingZeros();
    boolean large = rounded.precision() - rounded.scale() > 7;
    return rounded.scale() < 0 && !large ? rounded.toPlainString() : rounded.toString();
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
    if (share >= 1000) {
      return "over 99999 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /**
   * A share as a percentage in at most six characters, without its sign: 91.62, or that it is below
   * 0.01.
   */
  static String percentage(double share) {
    if (share == 0) {
      return "0";
    }
    return share < 0.00005 ? "<0.01" : String.format(Locale.ROOT, "%.2f", 100 * share);
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
