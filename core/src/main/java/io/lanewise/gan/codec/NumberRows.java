package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/** Values of an ordered column, row by row, each of a kind. One thread. */
final class NumberRows {

  /** What a row holds. */
  enum Kind {
    NULL,
    NAN,
    POSITIVE_INFINITY,
    NEGATIVE_INFINITY,
    /** A finite double. */
    DOUBLE,
    /** A stored integer. */
    LONG,
    /** A stored integer that no long can hold. */
    WIDE
  }

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final Kind[] kinds;
  private final double[] doubles;
  private final long[] longs;
  private final BigInteger[] wides;

  NumberRows(int capacity) {
    kinds = new Kind[capacity];
    doubles = new double[capacity];
    longs = new long[capacity];
    wides = new BigInteger[capacity];
    Arrays.fill(kinds, Kind.NULL);
  }

  int size() {
    return kinds.length;
  }

  Kind kind(int row) {
    return kinds[row];
  }

  boolean isFinite(int row) {
    return switch (kinds[row]) {
      case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> false;
      case DOUBLE, LONG, WIDE -> true;
    };
  }

  void put(int row, Kind special) {
    kinds[row] = special;
  }

  void put(int row, double value) {
    if (Double.isFinite(value)) {
      kinds[row] = Kind.DOUBLE;
      doubles[row] = value + 0.0; // -0.0 is 0
    } else if (Double.isNaN(value)) {
      kinds[row] = Kind.NAN;
    } else {
      kinds[row] = value > 0 ? Kind.POSITIVE_INFINITY : Kind.NEGATIVE_INFINITY;
    }
  }

  void put(int row, long value) {
    kinds[row] = Kind.LONG;
    longs[row] = value;
  }

  void put(int row, BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      put(row, value.longValue());
    } else {
      kinds[row] = Kind.WIDE;
      wides[row] = value;
    }
  }

  /** A finite value as the nearest double. */
  double asDouble(int row) {
    return switch (kinds[row]) {
      case DOUBLE -> doubles[row];
      case LONG -> longs[row];
      case WIDE -> wides[row].doubleValue();
      case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> throw notFinite(row);
    };
  }

  /** A finite value as the nearest long. */
  long asLong(int row) {
    return switch (kinds[row]) {
      case DOUBLE -> (long) Math.rint(doubles[row]);
      case LONG -> longs[row];
      case WIDE -> wides[row].max(LONG_MIN).min(LONG_MAX).longValue();
      case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> throw notFinite(row);
    };
  }

  /** A finite value as the nearest whole number. */
  BigInteger asWide(int row) {
    return switch (kinds[row]) {
      case DOUBLE -> new BigDecimal(doubles[row]).toBigInteger();
      case LONG -> BigInteger.valueOf(longs[row]);
      case WIDE -> wides[row];
      case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> throw notFinite(row);
    };
  }

  /** Adds the rows to a batch, in the form that the field's type wants. */
  void addTo(BatchBuilder batch, Field field) {
    BitSet nulls = new BitSet();
    boolean isWide = false;
    for (int row = 0; row < kinds.length; row++) {
      nulls.set(row, kinds[row] == Kind.NULL);
      isWide |= kinds[row] == Kind.WIDE;
    }
    if (field.type().family() == Family.FLOATING) {
      batch.doubles(field, columnOfDoubles(), nulls);
    } else if (isWide) {
      batch.wides(field, columnOfWides(), nulls);
    } else {
      batch.longs(field, longs.clone(), nulls);
    }
  }

  private double[] columnOfDoubles() {
    double[] values = new double[kinds.length];
    for (int row = 0; row < kinds.length; row++) {
      values[row] =
          switch (kinds[row]) {
            case NULL -> 0;
            case NAN -> Double.NaN;
            case POSITIVE_INFINITY -> Double.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
            case DOUBLE, LONG, WIDE -> asDouble(row);
          };
    }
    return values;
  }

  private BigInteger[] columnOfWides() {
    BigInteger[] values = new BigInteger[kinds.length];
    for (int row = 0; row < kinds.length; row++) {
      values[row] = kinds[row] == Kind.NULL ? BigInteger.ZERO : asWide(row);
    }
    return values;
  }

  private IllegalStateException notFinite(int row) {
    return new IllegalStateException("row " + row + " is " + kinds[row] + ", expected a number");
  }

  /** Copies a row of other rows. */
  void copy(int row, NumberRows from, int source) {
    switch (from.kinds[source]) {
      case DOUBLE -> put(row, from.doubles[source]);
      case LONG -> put(row, from.longs[source]);
      case WIDE -> put(row, from.wides[source]);
      case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> put(row, from.kinds[source]);
    }
  }
}
