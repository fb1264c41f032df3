package io.lanewise.profile;

import java.util.Arrays;

/** Counts over the codes of {@link Bins}. */
public final class BinCounts implements Counts {

  private final long[] counts;

  /** Takes the counts over, one per code. */
  BinCounts(long[] counts) {
    this.counts = counts;
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

  @Override
  public BinCounts plus(Counts other) {
    return new BinCounts(CountVectors.sum(counts, alike(other)));
  }

  @Override
  public BinCounts minus(Counts other) {
    return new BinCounts(CountVectors.difference(counts, alike(other)));
  }

  private long[] alike(Counts other) {
    if (other instanceof BinCounts bins && bins.counts.length == counts.length) {
      return bins.counts;
    }
    throw new IllegalArgumentException("counts over other symbols: " + this + " and " + other);
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
