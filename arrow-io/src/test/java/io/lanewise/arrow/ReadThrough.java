package io.lanewise.arrow;

import io.lanewise.column.BatchReader;
import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.column.WideColumn;
import java.math.BigInteger;

/** Reads a table to its last value and keeps none. */
final class ReadThrough {

  /** A column of nulls may have more rows than there is time for: these at its start and end. */
  private static final int ROWS = 1 << 18;

  private final double[] doubles = new double[Column.BLOCK];
  private final long[] longs = new long[Column.BLOCK];
  private final BigInteger[] wides = new BigInteger[Column.BLOCK];
  private final int[] indices = new int[Column.BLOCK];
  private final long[] validity = new long[Column.VALIDITY_WORDS];
  private final BytesBlock bytes = new BytesBlock();

  /** Returns how many columns of batches were read. */
  static int of(Table table) {
    try (BatchReader reader = table.open()) {
      return of(table.schema(), reader);
    }
  }

  /** The same of the batches that are left. */
  static int of(Schema schema, BatchReader reader) {
    var through = new ReadThrough();
    int columns = 0;
    for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
      try (ColumnBatch batch = next) {
        for (int c = 0; c < schema.fields().size(); c++) {
          if (schema.fields().get(c).type().family() != Family.NESTED) {
            through.read(batch.column(c));
            columns++;
          }
        }
      }
    }
    return columns;
  }

  private void read(Column column) {
    if (column instanceof DictionaryColumn coded) {
      read(coded.dictionary());
    }
    int from = 0;
    while (from < column.length()) {
      from += block(column, from, Math.min(from + Column.BLOCK, column.length()));
      if (from >= ROWS && from < column.length() - ROWS) {
        from = column.length() - ROWS;
      }
    }
  }

  private int block(Column column, int from, int to) {
    switch (column) {
      case DoubleColumn values -> values.read(from, to, doubles, validity);
      case LongColumn values -> values.read(from, to, longs, validity);
      case WideColumn values -> values.read(from, to, wides, validity);
      case DictionaryColumn values -> values.read(from, to, indices, validity);
      case BytesColumn values -> {
        return values.read(from, to, bytes);
      }
    }
    return to - from;
  }
}
