package io.lanewise.gan;

import java.util.Arrays;

/**
 * Which rows are equal.
 *
 * @param ofRows for each row the number of its group, 0 to below {@code count}, in the order of
 *     their first rows
 * @param count how many different rows there are
 */
@SuppressWarnings("ArrayRecordComponent") // held by one test, never compared
record RowGroups(int[] ofRows, int count) {

  /**
   * Finds equal rows, by the bits of all their floats.
   *
   * @param values row by row
   * @param width floats of a row, at least 1
   */
  static RowGroups of(float[] values, int width) {
    int rows = values.length / width;
    int[] ofRows = new int[rows];
    int[] firstRows = new int[rows];
    // Groups by hash, the next free place where another has it; at most half full.
    int[] places = new int[Math.max(2, Integer.highestOneBit(Math.min(rows, 1 << 28)) << 2)];
    Arrays.fill(places, -1);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      int place = hash(values, row * width, width) & (places.length - 1);
      while (places[place] >= 0 && !equal(values, row, firstRows[places[place]], width)) {
        place = (place + 1) & (places.length - 1);
      }
      if (places[place] < 0) {
        firstRows[count] = row;
        places[place] = count++;
      }
      ofRows[row] = places[place];
    }
    return new RowGroups(ofRows, count);
  }

  private static boolean equal(float[] values, int one, int other, int width) {
    return Arrays.equals(
        values, one * width, (one + 1) * width, values, other * width, (other + 1) * width);
  }

  /** The last step lets high bits reach the low ones, which choose the place. */
  private static int hash(float[] values, int from, int width) {
    int hash = 1;
    for (int i = from; i < from + width; i++) {
      hash = 31 * hash + Float.floatToIntBits(values[i]);
    }
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    return hash ^ hash >>> 13;
  }
}
