package io.lanewise.profile;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Estimates how many distinct values a column has, by adaptive sampling of hashes (Wegman; Flajolet
 * 1990): the distinct hashes below a threshold are kept, and when they become too many the
 * threshold is halved. Exact up to {@value #MOST} values; beyond, the standard error is about 1.2 /
 * sqrt({@value #MOST}), 0.7 %. What is kept depends on the set of values only, not on their order.
 */
final class DistinctEstimate implements NumberReader.Sink {

  private static final int MOST = 1 << 15;

  /** Hashes, at most every second slot; as many slots as the values need so far. */
  private long[] slots = new long[1 << 6];

  private int size;
  private int halvings;
  private long values;

  @Override
  public void accept(long key) {
    addHash(SymbolHash.mix(key + 0x9E3779B97F4A7C15L));
  }

  @Override
  public void accept(BigInteger stored) {
    byte[] bytes = stored.toByteArray();
    addHash(SymbolHash.of(Symbol.TAG_DECIMAL, bytes, 0, bytes.length));
  }

  /** Takes a value by its hash. */
  void addHash(long hash) {
    values++;
    insert(hash == 0 ? 1 : hash);
  }

  private void insert(long hash) {
    if (Long.numberOfLeadingZeros(hash) < halvings) {
      return;
    }
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = hash;
    size++;
    if (size > MOST) {
      halvings++;
      rebuild(slots.length);
    } else if (size > slots.length / 2) {
      rebuild(2 * slots.length);
    }
  }

  private void rebuild(int length) {
    long[] old = slots;
    slots = new long[length];
    size = 0;
    for (long hash : old) {
      if (hash != 0) {
        insert(hash);
      }
    }
  }

  /** Adds the other's values to these. */
  void addAll(DistinctEstimate other) {
    values += other.values;
    if (other.halvings > halvings) {
      halvings = other.halvings;
      rebuild(slots.length);
    }
    Arrays.stream(other.slots).filter(hash -> hash != 0).forEach(this::insert);
  }

  /** Number of values taken. */
  long values() {
    return values;
  }

  /** Estimated number of distinct values. */
  double distinct() {
    return Math.scalb((double) size, halvings);
  }
}
