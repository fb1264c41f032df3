package io.lanewise.profile;

import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ordered column's finite values as keys that ascend with them: stored integers as they
 * are, doubles as {@link #keyOf}. One thread.
 */
final class NumberReader {

  /** Takes the values one by one. */
  interface Sink {
    /** A stored integer, or the key of a double. */
    void accept(long key);

    /** A stored integer that no long can hold. */
    void accept(BigInteger stored);
  }

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final double[] doubles;
  private final long[] longs;
  private final BigInteger[] wides;
  private final int[] indices;
  private final long[] validity;
  private @Nullable NumberReader ofDictionary;

  NumberReader(BlockScratch scratch) {
    this.doubles = scratch.doubles;
    this.longs = scratch.longs;
    this.wides = scratch.wides;
    this.indices = scratch.indices;
    this.validity = scratch.validity;
  }

  /** Signed bits that ascend with the double; 0.0 and -0.0 alike. */
  static long keyOf(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ bits >> 63 >>> 1;
  }

  /** The double of a key. */
  static double doubleOf(long key) {
    return Double.longBitsToDouble(key ^ key >> 63 >>> 1);
  }

  /** Hands the values of the rows {@code [from, to)} that are neither null, NaN nor infinite. */
  void read(Column column, int from, int to, Sink sink) {
    switch (column) {
      case DoubleColumn values -> {
        int nulls = values.read(from, to, doubles, validity);
        for (int i = 0; i < to - from; i++) {
          if (isValid(nulls, i) && Double.isFinite(doubles[i])) {
            sink.accept(keyOf(doubles[i]));
          }
        }
      }
      case LongColumn values -> {
        int nulls = values.read(from, to, longs, validity);
        for (int i = 0; i < to - from; i++) {
          if (isValid(nulls, i)) {
            sink.accept(longs[i]);
          }
        }
      }
      case WideColumn values -> {
        int nulls = values.read(from, to, wides, validity);
        for (int i = 0; i < to - from; i++) {
          if (isValid(nulls, i)) {
            accept(wides[i], sink);
          }
        }
      }
      case DictionaryColumn values -> {
        int nulls = values.read(from, to, indices, validity);
        if (ofDictionary == null) {
          // Of its own: it is read while the rows' indices are needed.
          ofDictionary = new NumberReader(new BlockScratch());
        }
        for (int i = 0; i < to - from; i++) {
          if (isValid(nulls, i) && values.dictionary().length() > 0) {
            ofDictionary.read(values.dictionary(), indices[i], indices[i] + 1, sink);
          }
        }
      }
      case BytesColumn bytes ->
          throw new IllegalArgumentException("byte strings have no place on a line: " + bytes);
    }
  }

  private boolean isValid(int nulls, int row) {
    return nulls == 0 || NullBits.isValid(validity, row);
  }

  private static void accept(BigInteger value, Sink sink) {
    if (value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0) {
      sink.accept(value.longValueExact());
    } else {
      sink.accept(value);
    }
  }
}
