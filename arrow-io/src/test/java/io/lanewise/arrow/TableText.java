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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * All values of a table as text, read through the blocks that everything reads through.
 *
 * <p>Floating-point numbers are shown by Python's rules, as the expected values are: {@code inf},
 * {@code NaN}, {@code 1e+308}; -0.0 is 0.0. Binary is hexadecimal.
 */
final class TableText {

  static final String NULL = "<null>";

  private TableText() {}

  /** The values of every column that is not nested; an empty list stands for one that is. */
  static List<List<String>> of(Table table) {
    try (BatchReader reader = table.open()) {
      return of(table.schema(), reader);
    }
  }

  /** The same of the batches that are left. */
  static List<List<String>> of(Schema schema, BatchReader reader) {
    List<List<String>> columns = new ArrayList<>();
    schema.fields().forEach(_ -> columns.add(new ArrayList<>()));
    for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
      try (ColumnBatch batch = next) {
        for (int c = 0; c < columns.size(); c++) {
          Family family = schema.fields().get(c).type().family();
          if (family != Family.NESTED) {
            columns.get(c).addAll(of(batch.column(c), family == Family.BINARY));
          }
        }
      }
    }
    return columns;
  }

  static List<List<String>> of(Path path) {
    try (var table = ArrowTable.open(List.of(path), new MemoryBudget(1L << 28))) {
      return of(table);
    }
  }

  static List<String> of(Column column, boolean binary) {
    List<String> values = new ArrayList<>();
    long[] validity = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < column.length(); ) {
      int to = from + Math.min(Column.BLOCK, column.length() - from);
      from += block(column, from, to, validity, binary, values);
    }
    return values;
  }

  private static int block(
      Column column, int from, int to, long[] validity, boolean binary, List<String> values) {
    int count = to - from;
    switch (column) {
      case DoubleColumn doubles -> {
        double[] block = new double[count];
        int nulls = doubles.read(from, to, block, validity);
        for (int i = 0; i < count; i++) {
          values.add(isNull(nulls, validity, i) ? NULL : number(block[i]));
        }
      }
      case LongColumn longs -> {
        long[] block = new long[count];
        int nulls = longs.read(from, to, block, validity);
        for (int i = 0; i < count; i++) {
          values.add(isNull(nulls, validity, i) ? NULL : Long.toString(block[i]));
        }
      }
      case WideColumn wide -> {
        BigInteger[] block = new BigInteger[count];
        int nulls = wide.read(from, to, block, validity);
        for (int i = 0; i < count; i++) {
          values.add(isNull(nulls, validity, i) ? NULL : block[i].toString());
        }
      }
      case BytesColumn strings -> {
        var block = new BytesBlock();
        count = strings.read(from, to, block);
        for (int i = 0; i < count; i++) {
          int start = i == 0 ? 0 : block.ends()[i - 1];
          int length = block.ends()[i] - start;
          boolean missing = isNull(block.nulls(), block.validity(), i);
          values.add(missing ? NULL : text(block.bytes(), start, length, binary));
        }
      }
      case DictionaryColumn indices -> {
        List<String> dictionary = of(indices.dictionary(), binary);
        int[] block = new int[count];
        int nulls = indices.read(from, to, block, validity);
        for (int i = 0; i < count; i++) {
          values.add(isNull(nulls, validity, i) ? NULL : dictionary.get(block[i]));
        }
      }
    }
    return count;
  }

  private static boolean isNull(int nulls, long[] validity, int i) {
    return nulls != 0 && (validity[i / 64] >>> (i % 64) & 1) == 0;
  }

  private static String text(byte[] bytes, int start, int length, boolean binary) {
    return binary
        ? HexFormat.of().withUpperCase().formatHex(bytes, start, start + length)
        : new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value == 0 ? 0.0 : value);
  }
}
