package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct values of a sample, ascending, each with its count. */
final class ValueRuns {

  private final ColumnType type;
  private final long[] keys;
  private final long[] counts;
  private final Map<Integer, BigInteger> wides;

  private ValueRuns(ColumnType type, long[] keys, long[] counts, Map<Integer, BigInteger> wides) {
    this.type = type;
    this.keys = keys;
    this.counts = counts;
    this.wides = wides;
  }

  int size() {
    return counts.length;
  }

  long count(int run) {
    return counts[run];
  }

  long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** The value in the unit in which the column's edges are stated. */
  BigDecimal value(int run) {
    BigInteger wide = wides.get(run);
    return wide == null ? NumberSample.stated(keys[run], type) : NumberSample.stated(wide, type);
  }

  /** Counts of the values below each edge, and last those up to the last edge or below. */
  long[] countsBelow(List<BigDecimal> edges) {
    long[] before = new long[counts.length + 1];
    for (int run = 0; run < counts.length; run++) {
      before[run + 1] = before[run] + counts[run];
    }
    long[] below = new long[edges.size()];
    for (int edge = 0; edge < below.length; edge++) {
      below[edge] = before[firstAbove(edges.get(edge), edge == below.length - 1)];
    }
    return below;
  }

  /** The first run above an edge, or at it unless that counts as below. */
  private int firstAbove(BigDecimal edge, boolean closed) {
    int from = 0;
    int to = counts.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = value(middle).compareTo(edge);
      if (order < 0 || (closed && order == 0)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Takes ascending values. */
  static final class Builder {
    private final ColumnType type;
    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int size;
    private final Map<Integer, BigInteger> wides = new HashMap<>();

    Builder(ColumnType type) {
      this.type = type;
    }

    void add(long key, long count) {
      if (size > 0 && keys[size - 1] == key && !wides.containsKey(size - 1)) {
        counts[size - 1] += count;
      } else {
        append(key, count);
      }
    }

    void add(BigInteger wide, long count) {
      if (size > 0 && wide.equals(wides.get(size - 1))) {
        counts[size - 1] += count;
      } else {
        append(0, count);
        wides.put(size - 1, wide);
      }
    }

    private void append(long key, long count) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      keys[size] = key;
      counts[size++] = count;
    }

    ValueRuns build() {
      return new ValueRuns(type, Arrays.copyOf(keys, size), Arrays.copyOf(counts, size), wides);
    }
  }
}
