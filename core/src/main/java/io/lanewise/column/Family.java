package io.lanewise.column;

/**
 * What the values of a column are, and with what they may be compared.
 *
 * <p>Two columns are comparable when their families share a {@link #comparison()} group: an int32
 * column is compared with a float64 or a decimal column by value, text with text, a date with a
 * date of any unit; a date is not compared with a timestamp, nor an instant with a wall-clock time.
 * A column of type null is compared with anything.
 */
public enum Family {
  /** Whole numbers of any width, signed or not. */
  INTEGER("number", true),
  /** IEEE 754 binary numbers; every value widens exactly to a double. */
  FLOATING("number", true),
  /** Decimal numbers: an integer times a power of ten. */
  DECIMAL("number", true),
  /** Calendar days. */
  DATE("date", true),
  /** Times of day. */
  TIME("time", true),
  /** Wall-clock date and time without a zone. */
  TIMESTAMP("timestamp without zone", true),
  /** Instants: timestamps that carry a time zone. */
  INSTANT("timestamp with zone", true),
  /** Lengths of time. */
  DURATION("duration", true),
  /** True or false. */
  BOOLEAN("boolean", false),
  /** Text in UTF-8. */
  TEXT("text", false),
  /** Byte strings. */
  BINARY("binary", false),
  /** The type that has no value but null. */
  NULL("null", false),
  /** Lists, structs, maps, unions and intervals: named as not scored. */
  NESTED("nested", false);

  private final String comparison;
  private final boolean ordered;

  Family(String comparison, boolean ordered) {
    this.comparison = comparison;
    this.ordered = ordered;
  }

  /** Name of the group of families whose values compare with each other. */
  public String comparison() {
    return comparison;
  }

  /** Whether values lie on a line, so that a column can be binned. */
  public boolean ordered() {
    return ordered;
  }

  /** Whether values of this family can be compared with values of {@code other}. */
  public boolean comparableWith(Family other) {
    if (this == NESTED || other == NESTED) {
      return false;
    }
    return this == NULL || other == NULL || comparison.equals(other.comparison);
  }
}
