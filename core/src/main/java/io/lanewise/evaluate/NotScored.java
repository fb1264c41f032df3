package io.lanewise.evaluate;

/**
 * A column that could not be scored.
 *
 * @param name its name
 * @param side where it is
 * @param type its type; of both sides where it is on both
 * @param reason why, in words
 */
public record NotScored(String name, Side side, String type, String reason) {

  /** Where a column is. */
  public enum Side {
    /** In the real data only. */
    REAL,
    /** In the generated data only. */
    GENERATED,
    /** In both. */
    BOTH
  }
}
