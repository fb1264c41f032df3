package io.lanewise.evaluate;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Table;
import io.lanewise.column.WideColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads one column of a table as numbers that must all be there, and says where one is not.
 *
 * @param table what has the column
 * @param position which it is
 */
record CellReader(Table table, int position) {

  static final Set<Family> NUMBERS = Set.of(Family.INTEGER, Family.FLOATING, Family.DECIMAL);

  /**
   * Finds a column.
   *
   * @throws DataException if there is not exactly one of that name, of one of these families and no
   *     dictionary of numbers
   */
  static int position(Table table, String name, Set<Family> families, String expected) {
    List<Field> fields = table.schema().fields();
    int[] positions =
        IntStream.range(0, fields.size()).filter(i -> fields.get(i).name().equals(name)).toArray();
    if (positions.length != 1) {
      throw new DataException(
          "%s: %s, expected one"
              .formatted(
                  table.source(),
                  positions.length == 0
                      ? "no column '" + name + "'"
                      : positions.length + " columns '" + name + "'"));
    }
    Field field = fields.get(positions[0]);
    boolean encoded = field.type().name().startsWith("dictionary");
    if (!families.contains(field.type().family()) || encoded) {
      throw new DataException(
          "%s: column '%s' is %s, expected %s"
              .formatted(table.source(), name, field.type().name(), expected));
    }
    return positions[0];
  }

  Field field() {
    return table.schema().fields().get(position);
  }

  /** Where a row is, for the beginning of a message. */
  String where(ColumnBatch batch, int row) {
    return "%s: row %d, column '%s': "
        .formatted(table.source(), batch.firstRow() + row, field().name());
  }

  /** A stored integer as the number that it stands for. */
  String written(BigInteger stored) {
    return field().type().step().multiply(new BigDecimal(stored)).toString();
  }

  /** The values as the nearest doubles; true is 1 and false 0. */
  void read(ColumnBatch batch, int from, int to, String expected, double[] values) {
    long[] validity = new long[Column.VALIDITY_WORDS];
    BigDecimal step = field().type().step();
    boolean whole = step.compareTo(BigDecimal.ONE) == 0;
    int nulls =
        switch (batch.column(position)) {
          case DoubleColumn doubles -> doubles.read(from, to, values, validity);
          case LongColumn longs -> {
            long[] stored = new long[to - from];
            int missing = longs.read(from, to, stored, validity);
            for (int i = 0; i < stored.length; i++) {
              values[i] =
                  whole
                      ? (double) stored[i]
                      : step.multiply(BigDecimal.valueOf(stored[i])).doubleValue();
            }
            yield missing;
          }
          case WideColumn wides -> {
            BigInteger[] stored = new BigInteger[to - from];
            int missing = wides.read(from, to, stored, validity);
            for (int i = 0; i < stored.length; i++) {
              values[i] = step.multiply(new BigDecimal(stored[i])).doubleValue();
            }
            yield missing;
          }
          case DictionaryColumn booleans -> {
            int[] indices = new int[to - from];
            int missing = booleans.read(from, to, indices, validity);
            boolean[] truths = truths((BytesColumn) booleans.dictionary());
            for (int i = 0; i < indices.length; i++) {
              values[i] = truths[indices[i]] ? 1 : 0;
            }
            yield missing;
          }
          case BytesColumn bytes -> throw new IllegalStateException(bytes + " is no number");
        };
    requirePresent(batch, from, to, nulls, validity, expected);
  }

  /** Which values of a dictionary {@code false, true} are true. */
  private static boolean[] truths(BytesColumn dictionary) {
    BytesBlock block = new BytesBlock();
    int count = dictionary.read(0, dictionary.length(), block);
    boolean[] truths = new boolean[count];
    for (int i = 0; i < count; i++) {
      int start = i == 0 ? 0 : block.ends()[i - 1];
      truths[i] = block.ends()[i] - start == "true".length();
    }
    return truths;
  }

  void requirePresent(
      ColumnBatch batch, int from, int to, int nulls, long[] validity, String expected) {
    for (int i = 0; nulls > 0 && i < to - from; i++) {
      if ((validity[i / Long.SIZE] >>> i & 1) == 0) {
        throw new DataException(where(batch, from + i) + "null, expected " + expected);
      }
    }
  }
}
