package io.lanewise.column;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The type of a column.
 *
 * @param name how the type is shown, in the words of Apache Arrow: {@code int32}, {@code
 *     dictionary<utf8>}, {@code timestamp[us, UTC]}
 * @param family what the values are
 * @param step what one unit of a stored integer is worth: 1 for integers and floating-point
 *     numbers, 10<sup>-scale</sup> for decimals, seconds for dates, times, timestamps and durations
 *     (86,400 for a day, 0.001 for a millisecond); 1 where it means nothing
 */
public record ColumnType(String name, Family family, BigDecimal step) {

  /** Checks that nothing is missing, and that the step is positive, and 1 where it says so. */
  public ColumnType {
    Objects.requireNonNull(name);
    Objects.requireNonNull(family);
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step of " + name + " is " + step + ", expected > 0");
    }
    switch (family) {
      case INTEGER, FLOATING, BOOLEAN, TEXT, BINARY, NULL, NESTED -> {
        if (step.compareTo(BigDecimal.ONE) != 0) {
          throw new IllegalArgumentException(
              "step of " + name + " is " + step + ", expected 1 of " + family);
        }
      }
      case DECIMAL, DATE, TIME, TIMESTAMP, INSTANT, DURATION -> {}
    }
  }

  /** A type whose stored unit is 1. */
  public static ColumnType of(String name, Family family) {
    return new ColumnType(name, family, BigDecimal.ONE);
  }
}
