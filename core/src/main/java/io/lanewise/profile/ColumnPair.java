package io.lanewise.profile;

/**
 * Two columns that are counted together.
 *
 * @param x position of the first among the reference's columns
 * @param y position of the second, after the first
 */
public record ColumnPair(int x, int y) implements Comparable<ColumnPair> {

  /** Checks the order. */
  public ColumnPair {
    if (x < 0 || x >= y) {
      throw new IllegalArgumentException("pair: got (" + x + ", " + y + "), expected 0 <= x < y");
    }
  }

  /** By the first column, then by the second. */
  @Override
  public int compareTo(ColumnPair other) {
    return x == other.x ? Integer.compare(y, other.y) : Integer.compare(x, other.x);
  }
}
