package io.lanewise.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a batch of plain arrays and memory segments.
 *
 * <p>Arrays of numbers and segments are not copied: they must not change as long as the batch is
 * read, and a segment's arena must stay open. Text, codes, booleans and nulls are copied.
 *
 * <p>Nulls: a {@link BitSet} holds the rows that are null; a segment comes with a bitmap as Arrow
 * has it, bit {@code i % 8} of byte {@code i / 8} set where row i is not null. What stands beside a
 * null is of no meaning.
 *
 * <p>Segments, native or on the heap, hold little-endian values at any address. Longer ones than
 * the rows need are cut, shorter ones refused.
 *
 * <p>Types are named as Arrow names them, so that such a batch and Arrow's have the same {@link
 * Schema}. One thread; the batch may be read by any.
 */
public final class BatchBuilder {

  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType FLOAT32 = ColumnType.of("float32", Family.FLOATING);
  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  private static final ColumnType INT32 = ColumnType.of("int32", Family.INTEGER);
  private static final ColumnType UTF8 = ColumnType.of("utf8", Family.TEXT);
  private static final ColumnType TEXT_CODES = ColumnType.of("dictionary<utf8>", Family.TEXT);
  private static final ColumnType BOOL = ColumnType.of("bool", Family.BOOLEAN);
  private static final BytesColumn FALSE_TRUE = BytesColumn.of("false", "true");
  private static final BitSet NO_NULLS = new BitSet();

  private final int rowCount;
  private final List<Field> fields = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  /** Starts a batch of so many rows. */
  public BatchBuilder(int rowCount) {
    if (rowCount < 0) {
      throw new IllegalArgumentException("rows: got " + rowCount + ", expected at least 0");
    }
    this.rowCount = rowCount;
  }

  /** Adds a column of float64. */
  public BatchBuilder doubles(String name, double[] values) {
    return doubles(name, values, NO_NULLS);
  }

  /** Adds a column of float64 with nulls. */
  public BatchBuilder doubles(String name, double[] values, BitSet nulls) {
    checkLength(name, values.length);
    return column(
        new Field(name, FLOAT64),
        new HeldColumns.Doubles(
            MemorySegment.ofArray(values), ValueLayout.JAVA_DOUBLE_UNALIGNED, rows(name, nulls)));
  }

  /**
   * Adds a column of floating-point numbers of any width.
   *
   * @param field its type tells the width; values must be numbers of that width
   */
  public BatchBuilder doubles(Field field, double[] values, BitSet nulls) {
    if (field.type().family() != Family.FLOATING) {
      throw new IllegalArgumentException(
          "column '%s' is %s, expected a type of floating-point numbers"
              .formatted(field.name(), field.type().name()));
    }
    checkLength(field.name(), values.length);
    return column(
        field,
        new HeldColumns.Doubles(
            MemorySegment.ofArray(values),
            ValueLayout.JAVA_DOUBLE_UNALIGNED,
            rows(field.name(), nulls)));
  }

  /** Adds a column of int64. */
  public BatchBuilder longs(String name, long[] values) {
    return longs(new Field(name, INT64), values, NO_NULLS);
  }

  /** Adds a column of int64 with nulls. */
  public BatchBuilder longs(String name, long[] values, BitSet nulls) {
    return longs(new Field(name, INT64), values, nulls);
  }

  /**
   * Adds a column of stored integers: dates, times, decimals.
   *
   * @param field its type's {@link ColumnType#step} tells what one is worth
   */
  public BatchBuilder longs(Field field, long[] values, BitSet nulls) {
    requireStoredInteger(field);
    checkLength(field.name(), values.length);
    return column(
        field,
        new HeldColumns.Longs(
            MemorySegment.ofArray(values),
            ValueLayout.JAVA_LONG_UNALIGNED,
            rows(field.name(), nulls)));
  }

  /**
   * Adds a column of stored integers some of which need more than 64 bits; zero beside a null.
   *
   * @param field its type's {@link ColumnType#step} tells what one is worth
   */
  public BatchBuilder wides(Field field, BigInteger[] values, BitSet nulls) {
    requireStoredInteger(field);
    checkLength(field.name(), values.length);
    return column(field, new HeldColumns.Wides(values, rows(field.name(), nulls)));
  }

  private static void requireStoredInteger(Field field) {
    Family family = field.type().family();
    if (!family.ordered() || family == Family.FLOATING) {
      throw new IllegalArgumentException(
          "column '%s' is %s, expected a type that is stored in integers"
              .formatted(field.name(), field.type().name()));
    }
  }

  /** Adds a column of int32. */
  public BatchBuilder ints(String name, int[] values) {
    return ints(name, values, NO_NULLS);
  }

  /** Adds a column of int32 with nulls. */
  public BatchBuilder ints(String name, int[] values, BitSet nulls) {
    checkLength(name, values.length);
    return column(
        new Field(name, INT32),
        new HeldColumns.Ints(
            MemorySegment.ofArray(values), ValueLayout.JAVA_INT_UNALIGNED, rows(name, nulls)));
  }

  /** Adds a column of utf8; null is null. */
  public BatchBuilder texts(String name, @Nullable String... values) {
    checkLength(name, values.length);
    return column(new Field(name, UTF8), HeldText.of(Arrays.asList(values)));
  }

  /** Adds a column of bool. */
  public BatchBuilder booleans(String name, boolean[] values) {
    return booleans(name, values, NO_NULLS);
  }

  /** Adds a column of bool with nulls. */
  public BatchBuilder booleans(String name, boolean[] values, BitSet nulls) {
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = values[i] ? 1 : 0;
    }
    return codes(new Field(name, BOOL), codes, FALSE_TRUE, nulls);
  }

  /**
   * Adds a column of dictionary&lt;utf8&gt;.
   *
   * @param codes positions in the dictionary
   * @param dictionary from {@link BytesColumn#of}; the same object in batch after batch spares the
   *     work of looking its values up again
   */
  public BatchBuilder codes(String name, int[] codes, BytesColumn dictionary) {
    return codes(name, codes, dictionary, NO_NULLS);
  }

  /** Adds a column of dictionary&lt;utf8&gt; with nulls. */
  public BatchBuilder codes(String name, int[] codes, BytesColumn dictionary, BitSet nulls) {
    return codes(new Field(name, TEXT_CODES), codes, dictionary, nulls);
  }

  /**
   * Adds a column of values from a dictionary, of any type that is not ordered.
   *
   * @param dictionary of a column of booleans, {@code false, true}; empty where all rows are null
   */
  public BatchBuilder codes(Field field, int[] codes, BytesColumn dictionary, BitSet nulls) {
    if (field.type().family().ordered() || field.type().family() == Family.NESTED) {
      throw new IllegalArgumentException(
          "column '%s' is %s, expected text, bytes, booleans or nulls"
              .formatted(field.name(), field.type().name()));
    }
    checkLength(field.name(), codes.length);
    RowValidity rows = rows(field.name(), nulls);
    int[] checked = codes.clone();
    for (int i = 0; i < checked.length; i++) {
      if (!rows.isValid(i)) {
        checked[i] = 0;
      } else if (checked[i] < 0 || checked[i] >= dictionary.length()) {
        throw new IllegalArgumentException(
            "column '%s': row %d has code %d, expected one in 0..%d"
                .formatted(field.name(), i, checked[i], dictionary.length() - 1));
      }
    }
    return column(field, new HeldColumns.Codes(checked, dictionary, rows));
  }

  /**
   * Adds a column of float64.
   *
   * @param validity a bitmap, or null if no row is null
   */
  public BatchBuilder doubles(String name, MemorySegment data, @Nullable MemorySegment validity) {
    checkSize(name, data, Double.BYTES);
    ValueLayout.OfDouble layout = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    return column(
        new Field(name, FLOAT64),
        new HeldColumns.Doubles(
            data, layout.withOrder(ByteOrder.LITTLE_ENDIAN), rows(name, validity)));
  }

  /**
   * Adds a column of float32.
   *
   * @param validity a bitmap, or null if no row is null
   */
  public BatchBuilder floats(String name, MemorySegment data, @Nullable MemorySegment validity) {
    checkSize(name, data, Float.BYTES);
    ValueLayout.OfFloat layout = ValueLayout.JAVA_FLOAT_UNALIGNED;
    return column(
        new Field(name, FLOAT32),
        new HeldColumns.Floats(
            data, layout.withOrder(ByteOrder.LITTLE_ENDIAN), rows(name, validity)));
  }

  /**
   * Adds a column of int64.
   *
   * @param validity a bitmap, or null if no row is null
   */
  public BatchBuilder longs(String name, MemorySegment data, @Nullable MemorySegment validity) {
    checkSize(name, data, Long.BYTES);
    ValueLayout.OfLong layout = ValueLayout.JAVA_LONG_UNALIGNED;
    return column(
        new Field(name, INT64),
        new HeldColumns.Longs(
            data, layout.withOrder(ByteOrder.LITTLE_ENDIAN), rows(name, validity)));
  }

  /**
   * Adds a column of int32.
   *
   * @param validity a bitmap, or null if no row is null
   */
  public BatchBuilder ints(String name, MemorySegment data, @Nullable MemorySegment validity) {
    checkSize(name, data, Integer.BYTES);
    ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED;
    return column(
        new Field(name, INT32),
        new HeldColumns.Ints(
            data, layout.withOrder(ByteOrder.LITTLE_ENDIAN), rows(name, validity)));
  }

  private BatchBuilder column(Field field, Column column) {
    fields.add(field);
    columns.add(column);
    return this;
  }

  private void checkLength(String name, int values) {
    if (values != rowCount) {
      throw new IllegalArgumentException(
          "column '%s' has %d values, expected one for each of %d rows"
              .formatted(name, values, rowCount));
    }
  }

  private void checkSize(String name, MemorySegment data, int width) {
    if (data.byteSize() < (long) rowCount * width) {
      throw new IllegalArgumentException(
          "column '%s' has %d bytes, expected at least %d * %d = %d"
              .formatted(name, data.byteSize(), rowCount, width, (long) rowCount * width));
    }
  }

  private RowValidity rows(String name, BitSet nulls) {
    try {
      return RowValidity.without(nulls, rowCount);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column '" + name + "': " + e.getMessage(), e);
    }
  }

  private RowValidity rows(String name, @Nullable MemorySegment validity) {
    try {
      return validity == null ? RowValidity.all(rowCount) : RowValidity.of(validity, rowCount);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column '" + name + "': " + e.getMessage(), e);
    }
  }

  /** The batch of the columns so far; closing it does nothing. */
  public ColumnBatch build() {
    return new HeldBatch(new Schema(fields), rowCount, columns);
  }
}
