package io.lanewise.gan.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The finite values of an ordered column, in no order. */
final class NumberSample {

  private final boolean floating;
  private double[] doubles = new double[0];
  private long[] longs = new long[0];
  private int size;
  private final List<BigInteger> wides = new ArrayList<>();

  /**
   * No values yet.
   *
   * @param floating whether the column is of floating-point numbers, else it is of stored integers
   */
  NumberSample(boolean floating) {
    this.floating = floating;
  }

  /** Adds a finite value. */
  void add(NumberRows rows, int row) {
    if (floating) {
      if (size == doubles.length) {
        doubles = Arrays.copyOf(doubles, Math.max(1024, 2 * size));
      }
      doubles[size++] = rows.asDouble(row);
    } else if (rows.kind(row) == NumberRows.Kind.WIDE) {
      wides.add(rows.asWide(row));
    } else {
      if (size == longs.length) {
        longs = Arrays.copyOf(longs, Math.max(1024, 2 * size));
      }
      longs[size++] = rows.asLong(row);
    }
  }

  Distinct distinct() {
    if (floating) {
      return distinctDoubles();
    }
    return wides.isEmpty() ? distinctLongs() : distinctWides();
  }

  private Distinct distinctDoubles() {
    double[] values = Arrays.copyOf(doubles, size);
    Arrays.sort(values);
    long[] counts = new long[size];
    int distinct = 0;
    for (double value : values) {
      if (distinct == 0 || values[distinct - 1] != value) {
        values[distinct++] = value;
      }
      counts[distinct - 1]++;
    }
    double[] line = Arrays.copyOf(values, distinct);
    return new Distinct(floatLine(line), Arrays.copyOf(counts, distinct));
  }

  private static Line floatLine(double[] values) {
    Precision precision = Precision.narrowest(values);
    Fraction fraction = Fraction.of(values, precision);
    return fraction == null
        ? new FloatLine(values, precision)
        : LongLine.of(Arrays.stream(values).mapToLong(fraction::whole).toArray(), fraction);
  }

  private Distinct distinctLongs() {
    long[] values = Arrays.copyOf(longs, size);
    Arrays.sort(values);
    long[] counts = new long[size];
    int distinct = 0;
    for (long value : values) {
      if (distinct == 0 || values[distinct - 1] != value) {
        values[distinct++] = value;
      }
      counts[distinct - 1]++;
    }
    return new Distinct(
        LongLine.of(Arrays.copyOf(values, distinct), null), Arrays.copyOf(counts, distinct));
  }

  private Distinct distinctWides() {
    for (int i = 0; i < size; i++) {
      wides.add(BigInteger.valueOf(longs[i]));
    }
    size = 0;
    BigInteger[] values = wides.toArray(BigInteger[]::new);
    Arrays.sort(values);
    long[] counts = new long[values.length];
    int distinct = 0;
    for (BigInteger value : values) {
      if (distinct == 0 || !values[distinct - 1].equals(value)) {
        values[distinct++] = value;
      }
      counts[distinct - 1]++;
    }
    return new Distinct(
        WideLine.of(Arrays.copyOf(values, distinct)), Arrays.copyOf(counts, distinct));
  }
}
