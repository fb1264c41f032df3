package io.lanewise.gan.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers that 64 bits hold.
 *
 * @param values ascending
 * @param step divides all differences; what lies between values is whole steps from them
 * @param fraction what a whole number stands for in a column of floating-point numbers; null if for
 *     itself
 */
@SuppressWarnings("ArrayRecordComponent") // held by one codec, never compared
record LongLine(long[] values, long step, @Nullable Fraction fraction) implements Line {

  /** A line with the greatest step that fits. */
  static LongLine of(long[] values, @Nullable Fraction fraction) {
    long step = 0;
    for (int i = 1; i < values.length && step != 1; i++) {
      step = greatestCommonDivisor(values[i] - values[i - 1], step);
    }
    return new LongLine(values, step == 0 ? 1 : step, fraction);
  }

  /** Of unsigned numbers: differences of longs may need all 64 bits. */
  private static long greatestCommonDivisor(long a, long b) {
    while (b != 0) {
      long rest = Long.remainderUnsigned(a, b);
      a = b;
      b = rest;
    }
    return a;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public double distance(int from, int to) {
    return unsigned(values[to] - values[from]);
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }

  @Override
  public boolean ascends(int index) {
    return values[index] > values[index - 1]
        && Long.remainderUnsigned(values[index] - values[index - 1], step) == 0;
  }

  @Override
  public Line select(int[] indices) {
    return new LongLine(Arrays.stream(indices).mapToLong(i -> values[i]).toArray(), step, fraction);
  }

  @Override
  public int search(NumberRows rows, int row) {
    return Arrays.binarySearch(values, whole(rows, row));
  }

  @Override
  public double part(int below, NumberRows rows, int row) {
    long low = values[below];
    return unsigned(whole(rows, row) - low) / unsigned(values[below + 1] - low);
  }

  private long whole(NumberRows rows, int row) {
    return fraction == null ? rows.asLong(row) : fraction.whole(rows.asDouble(row));
  }

  @Override
  public void put(double place, NumberRows rows, int row) {
    int index = (int) place;
    double part = place - index;
    long value = values[index];
    if (part > 0) {
      value += step * nearest(part, Long.divideUnsigned(values[index + 1] - value, step));
    }
    if (fraction == null) {
      rows.put(row, value);
    } else {
      rows.put(row, fraction.value(value));
    }
  }

  /** That part, below 1, of an unsigned number of steps. */
  private static long nearest(double part, long steps) {
    return steps >= 0 && steps < 1L << 52
        ? (long) Math.rint(part * steps)
        : Math.unsignedMultiplyHigh(steps, (long) (part * 0x1p53) << 11);
  }
}
