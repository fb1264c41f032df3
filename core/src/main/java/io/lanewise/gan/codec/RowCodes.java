package io.lanewise.gan.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column row by row, as small numbers for its distinct values; given up when there are more of
 * them than {@link #MOST_VALUES}, so it takes two bytes a row at most. One thread.
 */
final class RowCodes {

  static final int NULL = 0;
  static final int NAN = 1;
  static final int POSITIVE_INFINITY = 2;
  static final int NEGATIVE_INFINITY = 3;
  static final int FIRST_VALUE = 4;

  /** Beyond some hundreds of values a column rather names its rows than groups them. */
  static final int MOST_VALUES = 512;

  /** One past the greatest code. */
  static final int END = FIRST_VALUE + MOST_VALUES;

  /** Rows as they came, so that columns of one table are cut alike. */
  private final List<short[]> blocks = new ArrayList<>();

  private final long[] counts = new long[END];
  private int distinct;
  private int repeated;
  private long rows;
  private boolean isGivenUp;

  /** Adds the first {@code count} codes; any from {@link #END} on gives the column up. */
  void add(int[] codes, int count) {
    if (isGivenUp) {
      return;
    }
    short[] block = new short[count];
    for (int i = 0; i < count; i++) {
      if (codes[i] >= END) {
        isGivenUp = true;
        blocks.clear();
        return;
      }
      long before = counts[codes[i]]++;
      if (before < 2) {
        distinct += before == 0 ? 1 : 0;
        repeated += before == 1 ? 1 : 0;
      }
      block[i] = (short) codes[i];
    }
    blocks.add(block);
    rows += count;
  }

  boolean isGivenUp() {
    return isGivenUp;
  }

  /** How many codes there are. */
  int distinct() {
    return distinct;
  }

  /** How many codes are in several rows. */
  int repeated() {
    return repeated;
  }

  long rows() {
    return rows;
  }

  /** In how many rows the most frequent code is. */
  long mostFrequent() {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    return most;
  }

  boolean occurs(int code) {
    return counts[code] > 0;
  }

  /**
   * The code that another column of the table has wherever this one has a certain code.
   *
   * @return for each code of this column that of the other, -1 where this one does not occur; null
   *     if the other is not a function of this one
   */
  int @Nullable [] toCodesOf(RowCodes other) {
    int[] found = new int[END];
    Arrays.fill(found, -1);
    for (int b = 0; b < blocks.size(); b++) {
      short[] from = blocks.get(b);
      short[] to = other.blocks.get(b);
      for (int i = 0; i < from.length; i++) {
        int before = found[from[i]];
        if (before < 0) {
          found[from[i]] = to[i];
        } else if (before != to[i]) {
          return null;
        }
      }
    }
    return found;
  }
}
