package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The distinct values of an ordered column and their counts, as long as they are few. */
final class DistinctValues implements NumberReader.Sink {

  private final int most;
  private final long[] keys;
  private final long[] counts;
  private int size;
  private int latest;
  private final SortedMap<BigInteger, Long> wides = new TreeMap<>();

  DistinctValues(int most) {
    this.most = most;
    this.keys = new long[most + 1];
    this.counts = new long[most + 1];
  }

  /** Whether there were more values than wanted, so that nothing is known but this. */
  boolean tooMany() {
    return size + wides.size() > most;
  }

  @Override
  public void accept(long key) {
    if (latest < size && keys[latest] == key) {
      counts[latest]++;
    } else {
      add(key, 1);
    }
  }

  @Override
  public void accept(BigInteger stored) {
    add(stored, 1);
  }

  private void add(long key, long count) {
    if (tooMany()) {
      return;
    }
    int place = Arrays.binarySearch(keys, 0, size, key);
    if (place < 0) {
      place = -place - 1;
      System.arraycopy(keys, place, keys, place + 1, size - place);
      System.arraycopy(counts, place, counts, place + 1, size - place);
      keys[place] = key;
      counts[place] = 0;
      size++;
    }
    counts[place] += count;
    latest = place;
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
    for (int i = 0; i < size; i++) {
      runs.add(keys[i], counts[i]);
    }
    wides.tailMap(BigInteger.ZERO).forEach(runs::add);
    return runs.build();
  }
}
