package io.lanewise.profile;

import java.util.Arrays;

/** Counts over the codes of {@link Bins}. */
public final class BinCounts implements Counts {

  private final long[] counts;

  /** Copies the counts, one per code. */
  BinCounts(long[] counts) {
    this.counts = counts.clone();
  }

  /** The counts, one per code. */
  public long[] toArray() {
    return counts.clone();
  }

  @Override
  public long total() {
    long total = 0;
    for (long count : counts) {
      total = Math.addExact(total, count);
    }
    return total;
  }

  @Override
  public long nulls() {
    return counts[counts.length - 1];
  }

  BinCounts plus(BinCounts other) {
    if (counts.length != other.counts.length) {
      throw new IllegalArgumentException(
          "counts over " + counts.length + " and " + other.counts.length + " symbols");
    }
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], other.counts[i]);
    }
    return new BinCounts(sums);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
