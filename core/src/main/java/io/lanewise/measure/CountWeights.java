package io.lanewise.measure;

import io.lanewise.kernel.Total;

/** Counts below 2^53, which are exact as doubles. */
final class CountWeights implements Weights {

  /** From here on a count may not be a double, and {@link WideCounts} take over. */
  static final long EXACT_LIMIT = 1L << 53;

  private static final long LOWER_HALF = (1L << 32) - 1;

  private final long[] counts;
  private final Total total;

  CountWeights(long[] counts) {
    this.counts = counts;
    this.total = total(counts);
  }

  /** Exact: halves of counts add up to less than 2^63 each. */
  static Total total(long[] counts) {
    long lower = 0;
    long upper = 0;
    for (long count : counts) {
      lower += count & LOWER_HALF;
      upper += count >>> 32;
    }
    CompensatedSum sum = new CompensatedSum();
    sum.add((upper + (lower >>> 32)) * 0x1p32);
    sum.add((double) (lower & LOWER_HALF));
    return sum.total();
  }

  /** Checks counts and tells whether one of them is too wide for a double. */
  static boolean areWide(String name, long[] counts) {
    if (counts.length == 0) {
      throw new IllegalArgumentException(name + " is empty: at least one count is needed");
    }
    long bits = 0;
    for (long count : counts) {
      bits |= count;
    }
    if (bits < 0) {
      throw negative(name, counts);
    }
    if (bits == 0) {
      throw new IllegalArgumentException(
          name + " has " + counts.length + " counts, all 0: their sum must be positive");
    }
    return bits >= EXACT_LIMIT;
  }

  /** Says which of the counts is the first that is negative; one of them is. */
  static IllegalArgumentException negative(String name, long[] counts) {
    int i = 0;
    while (counts[i] >= 0) {
      i++;
    }
    return new IllegalArgumentException(
        name + "[" + i + "] = " + counts[i] + ": a count must not be negative");
  }

  private double count(int i) {
    return counts[i];
  }

  @Override
  public int size() {
    return counts.length;
  }

  @Override
  public Total total() {
    return total;
  }

  @Override
  public void stage(int from, int to, double[] block) {
    for (int i = from; i < to; i++) {
      block[i - from] = count(i);
    }
  }

  @Override
  public boolean hasTiny() {
    return false;
  }

  @Override
  public boolean tiny(int i) {
    return false;
  }

  @Override
  public boolean positive(int i) {
    return count(i) > 0;
  }

  @Override
  public double share(int i) {
    return count(i) / total.hi();
  }

  @Override
  public double logShare(int i) {
    return StrictMath.log(count(i)) - StrictMath.log(total.hi());
  }
}
