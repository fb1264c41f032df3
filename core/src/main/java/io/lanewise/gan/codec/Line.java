package io.lanewise.gan.codec;

/**
 * Some values of an ordered column, distinct and ascending, and the places between them: place
 * {@code i + t} lies {@code t} of the way from value i to value i + 1.
 */
sealed interface Line permits FloatLine, LongLine, WideLine {

  /** A place within this of a value is the value: places keep as many bits with 2^17 values. */
  double NEAREST = 0x1p-32;

  /** Number of values. */
  int size();

  /** How far a value lies above one before it, positive and finite; in a unit of the line's own. */
  double distance(int from, int to);

  /** Whether a value lies a whole number of steps above the one before it. */
  boolean ascends(int index);

  /** The line of some of the values. */
  Line select(int[] indices);

  /**
   * Where a finite value is among the values, or would be.
   *
   * @return its index; if it is not there, {@code -1 - n} with n values below it
   */
  int search(NumberRows rows, int row);

  /** How far a finite value has come from value {@code below} to the next one, 0 to 1. */
  double part(int below, NumberRows rows, int row);

  /** Puts the value at a place, which is on the column's lattice, into a row. */
  void put(double place, NumberRows rows, int row);

  /** The place of a finite value, never outside of the values. */
  default double place(NumberRows rows, int row) {
    int found = search(rows, row);
    if (found >= 0) {
      return found;
    }
    int above = -found - 1;
    if (above == 0 || above == size()) {
      return above == 0 ? 0 : size() - 1;
    }
    return between(above - 1, part(above - 1, rows, row));
  }

  /** A place that is not that of a value. */
  static double between(int index, double part) {
    return index + Math.clamp(part, NEAREST, 1 - NEAREST);
  }
}
