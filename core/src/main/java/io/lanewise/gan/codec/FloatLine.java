package io.lanewise.gan.codec;

import java.util.Arrays;

/**
 * Floating-point numbers on no lattice but their own.
 *
 * @param values finite, ascending
 * @param precision which all values have, and what lies between them gets
 */
@SuppressWarnings("ArrayRecordComponent") // held by one codec, never compared
record FloatLine(double[] values, Precision precision) implements Line {

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public double distance(int from, int to) {
    // A quarter of each, for the difference of two doubles may be more than the greatest.
    return Math.max(Double.MIN_NORMAL, values[to] * 0.25 - values[from] * 0.25);
  }

  @Override
  public boolean ascends(int index) {
    return values[index] > values[index - 1];
  }

  @Override
  public Line select(int[] indices) {
    return new FloatLine(Arrays.stream(indices).mapToDouble(i -> values[i]).toArray(), precision);
  }

  @Override
  public int search(NumberRows rows, int row) {
    return Arrays.binarySearch(values, rows.asDouble(row));
  }

  @Override
  public double part(int below, NumberRows rows, int row) {
    double low = values[below] * 0.25;
    double part = (rows.asDouble(row) * 0.25 - low) / (values[below + 1] * 0.25 - low);
    // The quarters of two numbers next to zero can be one.
    return Double.isNaN(part) ? 0.5 : part;
  }

  @Override
  public void put(double place, NumberRows rows, int row) {
    int index = (int) place;
    double part = place - index;
    double value = values[index];
    if (part > 0) {
      double next = values[index + 1];
      value = precision.round(Math.clamp(value * (1 - part) + next * part, value, next));
    }
    rows.put(row, value);
  }
}
