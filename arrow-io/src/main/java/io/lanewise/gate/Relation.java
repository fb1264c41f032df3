package io.lanewise.gate;

/** How a value is compared with a threshold; the rule is crossed where the relation holds. */
public enum Relation {
  /** Over the threshold. */
  ABOVE(">"),
  /** Over the threshold or equal to it. */
  AT_LEAST(">="),
  /** Under the threshold. */
  BELOW("<"),
  /** Under the threshold or equal to it. */
  AT_MOST("<=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** As it is written in a rule. */
  public String sign() {
    return sign;
  }

  /** Whether the relation holds between two numbers, neither of them NaN. */
  public boolean holds(double value, double threshold) {
    return switch (this) {
      case ABOVE -> value > threshold;
      case AT_LEAST -> value >= threshold;
      case BELOW -> value < threshold;
      case AT_MOST -> value <= threshold;
    };
  }

  /** Whether a larger value is the worse one. */
  boolean isUpward() {
    return this == ABOVE || this == AT_LEAST;
  }

  /** The relation whose sign begins at this place of a text; {@code <} or {@code >} is there. */
  static Relation at(String text, int place) {
    boolean orEqual = text.startsWith("=", place + 1);
    return text.charAt(place) == '>' ? (orEqual ? AT_LEAST : ABOVE) : (orEqual ? AT_MOST : BELOW);
  }
}
