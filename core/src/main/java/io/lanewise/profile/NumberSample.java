package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values gathered from an ordered column, in no order. */
final class NumberSample implements NumberReader.Sink {

  private long[] keys = new long[1 << 6];
  private int size;
  private final List<BigInteger> wides = new ArrayList<>();

  @Override
  public void accept(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
  }

  @Override
  public void accept(BigInteger stored) {
    wides.add(stored);
  }

  int size() {
    return size + wides.size();
  }

  void addAll(NumberSample other) {
    int total = size + other.size;
    if (total > keys.length) {
      keys = Arrays.copyOf(keys, Math.max(total, 2 * keys.length));
    }
    System.arraycopy(other.keys, 0, keys, size, other.size);
    size = total;
    wides.addAll(other.wides);
  }

  /** The distinct values, ascending, with how often each occurs. */
  ValueRuns runs(ColumnType type) {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    wides.sort(null);
    ValueRuns.Builder runs = new ValueRuns.Builder(type);
    int below = 0;
    while (below < wides.size() && wides.get(below).signum() < 0) {
      runs.add(wides.get(below++), 1);
    }
    for (long key : sorted) {
      runs.add(key, 1);
    }
    for (BigInteger wide : wides.subList(below, wides.size())) {
      runs.add(wide, 1);
    }
    return runs.build();
  }

  /** A value in the unit in which the column's edges are stated. */
  static BigDecimal stated(BigInteger stored, ColumnType type) {
    return new BigDecimal(stored).multiply(type.step()).divide(Quantity.unit(type));
  }

  static BigDecimal stated(long key, ColumnType type) {
    return type.family() == Family.FLOATING
        ? new BigDecimal(NumberReader.doubleOf(key))
        : stated(BigInteger.valueOf(key), type);
  }
}
