package io.lanewise.gan.codec;

import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads blocks of ordered columns into rows. One thread. */
final class NumberReader {
  private final double[] doubles = new double[Column.BLOCK];
  private final long[] longs = new long[Column.BLOCK];
  private final BigInteger[] wides = new BigInteger[Column.BLOCK];
  private final int[] indices = new int[Column.BLOCK];
  private final long[] validity = new long[Column.VALIDITY_WORDS];
  private @Nullable Column dictionary;
  private NumberRows entries = new NumberRows(0);

  /** Puts the rows {@code [from, to)}, at most a block, to the start of {@code rows}. */
  void read(Column column, int from, int to, NumberRows rows) {
    int count = to - from;
    switch (column) {
      case DoubleColumn values -> {
        int nulls = values.read(from, to, doubles, validity);
        for (int i = 0; i < count; i++) {
          rows.put(i, doubles[i]);
        }
        putNulls(nulls, count, rows);
      }
      case LongColumn values -> {
        int nulls = values.read(from, to, longs, validity);
        for (int i = 0; i < count; i++) {
          rows.put(i, longs[i]);
        }
        putNulls(nulls, count, rows);
      }
      case WideColumn values -> {
        int nulls = values.read(from, to, wides, validity);
        for (int i = 0; i < count; i++) {
          rows.put(i, wides[i]);
        }
        putNulls(nulls, count, rows);
      }
      case DictionaryColumn values -> readDictionary(values, from, to, rows);
      case BytesColumn bytes ->
          throw new IllegalArgumentException("byte strings have no place on a line: " + bytes);
    }
  }

  private void readDictionary(DictionaryColumn column, int from, int to, NumberRows rows) {
    if (dictionary != column.dictionary()) {
      dictionary = column.dictionary();
      entries = all(dictionary);
    }
    int nulls = column.read(from, to, indices, validity);
    for (int i = 0; i < to - from; i++) {
      boolean isValid = nulls == 0 || isValid(i);
      if (isValid && entries.size() > 0) {
        rows.copy(i, entries, indices[i]);
      } else {
        rows.put(i, NumberRows.Kind.NULL);
      }
    }
  }

  private static NumberRows all(Column column) {
    NumberRows all = new NumberRows(column.length());
    NumberRows block = new NumberRows(Column.BLOCK);
    NumberReader reader = new NumberReader();
    for (int from = 0; from < column.length(); from += Column.BLOCK) {
      int to = Math.min(column.length(), from + Column.BLOCK);
      reader.read(column, from, to, block);
      for (int i = from; i < to; i++) {
        all.copy(i, block, i - from);
      }
    }
    return all;
  }

  private void putNulls(int nulls, int count, NumberRows rows) {
    for (int i = 0; nulls > 0 && i < count; i++) {
      if (!isValid(i)) {
        rows.put(i, NumberRows.Kind.NULL);
      }
    }
  }

  private boolean isValid(int row) {
    return (validity[row / Long.SIZE] >>> row & 1) != 0;
  }
}
