package io.lanewise.bench.quality;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.Field;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A table of whole numbers and text without nulls, row by row, to be divided and compared.
 *
 * @param schema of the columns
 * @param values of each row: Long or String
 */
record Rows(Schema schema, List<Object[]> values) {

  static Rows read(Path file) {
    try (Table table = ArrowTable.open(List.of(file), new MemoryBudget(1L << 30))) {
      return of(table);
    }
  }

  static Rows of(Table table) {
    int columns = table.schema().fields().size();
    List<Object[]> values = new ArrayList<>();
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          int first = values.size();
          for (int row = 0; row < open.rowCount(); row++) {
            values.add(new Object[columns]);
          }
          for (int i = 0; i < columns; i++) {
            Object[] column = values(open.column(i));
            for (int row = 0; row < column.length; row++) {
              values.get(first + row)[i] = column[row];
            }
          }
        }
      }
    }
    return new Rows(table.schema(), values);
  }

  private static Object[] values(Column column) {
    Object[] values = new Object[column.length()];
    long[] validity = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < values.length; ) {
      int to = Math.min(values.length, from + Column.BLOCK);
      switch (column) {
        case LongColumn longs -> {
          long[] block = new long[Column.BLOCK];
          longs.read(from, to, block, validity);
          for (int i = from; i < to; i++) {
            values[i] = block[i - from];
          }
          from = to;
        }
        case DictionaryColumn codes -> {
          Object[] dictionary = values(codes.dictionary());
          int[] block = new int[Column.BLOCK];
          codes.read(from, to, block, validity);
          for (int i = from; i < to; i++) {
            values[i] = dictionary[block[i - from]];
          }
          from = to;
        }
        case BytesColumn bytes -> {
          BytesBlock block = new BytesBlock();
          int count = bytes.read(from, to, block);
          int start = 0;
          for (int i = 0; i < count; i++) {
            int end = block.ends()[i];
            values[from + i] =
                new String(block.bytes(), start, end - start, StandardCharsets.UTF_8);
            start = end;
          }
          from += count;
        }
        default -> throw new IllegalArgumentException("a column of " + column.getClass());
      }
    }
    return values;
  }

  Rows where(LongPredicate isWanted) {
    List<Object[]> wanted = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (isWanted.test(i)) {
        wanted.add(values.get(i));
      }
    }
    return new Rows(schema, wanted);
  }

  Table table(String name) {
    BatchBuilder batch = new BatchBuilder(values.size());
    List<Field> fields = schema.fields();
    for (int i = 0; i < fields.size(); i++) {
      int column = i;
      if (fields.get(i).type().family().ordered()) {
        batch.longs(
            fields.get(i).name(), values.stream().mapToLong(row -> (Long) row[column]).toArray());
      } else {
        batch.texts(
            fields.get(i).name(),
            values.stream().map(row -> (String) row[column]).toArray(String[]::new));
      }
    }
    return Table.of(name, List.of(batch.build()));
  }

  int size() {
    return values.size();
  }

  @Override
  public String toString() {
    return values.stream().map(Arrays::toString).toList().toString();
  }
}
