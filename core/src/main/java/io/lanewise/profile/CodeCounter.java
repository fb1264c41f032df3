package io.lanewise.profile;

/**
 * Counts how often each code occurs. One thread.
 *
 * <p>Where codes are few, neighbouring rows are counted in four tables in turn: equal codes in a
 * row, as a boolean column has them, would each wait for the one before to reach memory.
 */
final class CodeCounter {

  /** Codes up to which four tables stay in the first-level cache. */
  private static final int FEW = 256;

  private int stride;
  private long[] counts = new long[0];

  /** A counter for codes below {@code codeLimit}. */
  CodeCounter(int codeLimit) {
    reserve(codeLimit);
  }

  /** Makes room for codes below {@code codeLimit}. */
  void reserve(int codeLimit) {
    if (codeLimit <= stride) {
      return;
    }
    long[] sums = toArray(stride);
    stride = Math.max(codeLimit, 2 * stride);
    counts = new long[stride <= FEW ? 4 * stride : stride];
    System.arraycopy(sums, 0, counts, 0, sums.length);
  }

  /** Counts the first {@code length} codes. */
  void add(int[] codes, int length) {
    long[] table = counts;
    if (stride > FEW) {
      for (int i = 0; i < length; i++) {
        table[codes[i]]++;
      }
      return;
    }
    int second = stride;
    int third = 2 * stride;
    int fourth = 3 * stride;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      table[codes[i]]++;
      table[second + codes[i + 1]]++;
      table[third + codes[i + 2]]++;
      table[fourth + codes[i + 3]]++;
    }
    for (; i < length; i++) {
      table[codes[i]]++;
    }
  }

  /** The counts of the codes below {@code codeLimit}. */
  long[] toArray(int codeLimit) {
    long[] sums = new long[codeLimit];
    for (int table = 0; table < counts.length; table += stride) {
      for (int code = 0; code < Math.min(stride, codeLimit); code++) {
        sums[code] += counts[table + code];
      }
    }
    return sums;
  }
}
