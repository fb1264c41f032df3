package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The unit in which a column's numbers are stated, and how they read.
 *
 * <p>Numbers are stated as they are: 12.50 of a decimal column is 12.50. Dates, times, timestamps
 * and durations are stated in the stored unit of the reference column (days, milliseconds, ...).
 */
final class Quantity {

  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

  private Quantity() {}

  /** What one stated unit of the column is worth: 1 for numbers, seconds for dates and times. */
  static BigDecimal unit(ColumnType reference) {
    return switch (reference.family()) {
      case DATE, TIME, TIMESTAMP, INSTANT, DURATION -> reference.step();
      case INTEGER, FLOATING, DECIMAL, BOOLEAN, TEXT, BINARY, NULL, NESTED -> BigDecimal.ONE;
    };
  }

  /** A stated number as people write it: ISO 8601 for dates and times, digits for the rest. */
  static String label(BigDecimal value, ColumnType reference) {
    return switch (reference.family()) {
      case DATE, TIME, TIMESTAMP, INSTANT -> moment(value, reference);
      case FLOATING -> Double.toString(value.doubleValue());
      case INTEGER, DECIMAL, DURATION, BOOLEAN, TEXT, BINARY, NULL, NESTED -> value.toPlainString();
    };
  }

  private static String moment(BigDecimal value, ColumnType reference) {
    BigDecimal seconds = value.multiply(reference.step());
    try {
      return switch (reference.family()) {
        case DATE -> date(seconds);
        case TIME -> LocalTime.ofNanoOfDay(seconds.movePointRight(9).longValueExact()).toString();
        case INSTANT -> instant(seconds).toString();
        case TIMESTAMP -> local(seconds).toString();
        default -> throw new IllegalStateException("not a moment: " + reference.name());
      };
    } catch (DateTimeException | ArithmeticException e) {
      // Outside the calendar that Java covers.
      return value.toPlainString();
    }
  }

  /** A date64 may be within a day: then the time is there too. */
  private static String date(BigDecimal seconds) {
    BigDecimal[] days = seconds.divideAndRemainder(SECONDS_PER_DAY);
    return days[1].signum() == 0
        ? LocalDate.ofEpochDay(days[0].longValueExact()).toString()
        : local(seconds).toString();
  }

  private static LocalDateTime local(BigDecimal seconds) {
    return instant(seconds).atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }
}
