package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The distinct values of an ordered column and their counts, as long as they are few. */
final class DistinctValues implements NumberReader.Sink {

  private final int most;
  private final long[] keys;
  private final long[] counts;
  private final byte[] slots;
  private int size;
  private final SortedMap<BigInteger, Long> wides = new TreeMap<>();

  DistinctValues(int most) {
    this.most = most;
    this.keys = new long[most + 1];
    this.counts = new long[most + 1];
    // At most a quarter full, so that a value is found at its first or second slot.
    this.slots = new byte[4 * Integer.highestOneBit(2 * most + 1)];
  }

  /** Whether there were more values than wanted, so that nothing is known but this. */
  boolean tooMany() {
    return size + wides.size() > most;
  }

  @Override
  public void accept(long key) {
    add(key, 1);
  }

  @Override
  public void accept(BigInteger stored) {
    add(stored, 1);
  }

  private void add(long key, long count) {
    if (tooMany()) {
      return;
    }
    int mask = slots.length - 1;
    int slot = (int) SymbolHash.mix(key) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] == 0) {
      keys[size] = key;
      slots[slot] = (byte) ++size;
    }
    counts[slots[slot] - 1] += count;
  }

  private void add(BigInteger stored, long count) {
    if (!tooMany()) {
      wides.merge(stored, count, Long::sum);
    }
  }

  /** Adds the other's values to these. */
  void addAll(DistinctValues other) {
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i], other.counts[i]);
    }
    other.wides.forEach(this::add);
  }

  /** The values, ascending, each with its count. */
  ValueRuns runs(ColumnType type) {
    ValueRuns.Builder runs = new ValueRuns.Builder(type);
    wides.headMap(BigInteger.ZERO).forEach(runs::add);
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .forEach(i -> runs.add(keys[i], counts[i]));
    wides.tailMap(BigInteger.ZERO).forEach(runs::add);
    return runs.build();
  }
}
