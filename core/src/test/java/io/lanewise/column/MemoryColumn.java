package io.lanewise.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A column of a {@link MemoryTable}: boxed values, null where the row is null, in any of the five
 * physical forms. Where a value is null the blocks hold rubbish, so that whoever forgets to look at
 * the validity bits is found out.
 */
public final class MemoryColumn {

  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType UTF8 = ColumnType.of("utf8", Family.TEXT);

  private final Field field;
  private final int length;
  private final Cut cut;

  /** Makes the physical column of the rows from, inclusive, to, exclusive. */
  private interface Cut {
    Column rows(int from, int to);
  }

  private MemoryColumn(Field field, int length, Cut cut) {
    this.field = field;
    this.length = length;
    this.cut = cut;
  }

  /** Doubles, of type float64. */
  public static MemoryColumn doubles(String name, Double... values) {
    return doubles(name, FLOAT64, Arrays.asList(values));
  }

  /** Doubles of any type. */
  public static MemoryColumn doubles(String name, ColumnType type, List<Double> values) {
    return of(name, type, values, MemoryForms.Doubles::new);
  }

  /** Stored integers, of type int64. */
  public static MemoryColumn longs(String name, Long... values) {
    return longs(name, INT64, Arrays.asList(values));
  }

  /** Stored integers of any type. */
  public static MemoryColumn longs(String name, ColumnType type, List<Long> values) {
    return of(name, type, values, MemoryForms.Longs::new);
  }

  /** Stored integers of any size. */
  public static MemoryColumn wides(String name, ColumnType type, List<BigInteger> values) {
    return of(name, type, values, MemoryForms.Wides::new);
  }

  /** Text, of type utf8. */
  public static MemoryColumn texts(String name, String... values) {
    return texts(name, Arrays.asList(values));
  }

  /** Text, of type utf8. */
  public static MemoryColumn texts(String name, List<String> values) {
    List<byte[]> bytes =
        values.stream()
            .map(text -> text == null ? null : text.getBytes(StandardCharsets.UTF_8))
            .toList();
    return bytes(name, UTF8, bytes);
  }

  /** Byte strings of any type. */
  public static MemoryColumn bytes(String name, ColumnType type, List<byte[]> values) {
    return of(name, type, values, MemoryForms.Bytes::new);
  }

  /** Booleans: indices into the dictionary false, true. */
  public static MemoryColumn booleans(String name, Boolean... values) {
    List<Integer> indices =
        Arrays.stream(values).map(value -> value == null ? null : value ? 1 : 0).toList();
    return texts(name, "false", "true")
        .asDictionary(name, ColumnType.of("bool", Family.BOOLEAN), indices);
  }

  /** Nothing but nulls, of type null: indices into an empty dictionary. */
  public static MemoryColumn nulls(String name, int length) {
    return texts(name)
        .asDictionary(
            name, ColumnType.of("null", Family.NULL), Collections.nCopies(length, (Integer) null));
  }

  /** A column of a nested type, which cannot be read. */
  public static MemoryColumn nested(String name, int length) {
    Cut refuse =
        (from, to) -> {
          throw new IllegalArgumentException("column '" + name + "' is nested");
        };
    return new MemoryColumn(
        new Field(name, ColumnType.of("list<int32>", Family.NESTED)), length, refuse);
  }

  /** Indices into this column as a dictionary: one and the same object in every batch. */
  public MemoryColumn asDictionary(String name, ColumnType type, List<Integer> indices) {
    Column dictionary = rows(0, length);
    return of(name, type, indices, rows -> new MemoryForms.Dictionary(rows, dictionary));
  }

  /** Indices into this column as a dictionary: a new object in every batch. */
  public MemoryColumn asReplacedDictionary(String name, ColumnType type, List<Integer> indices) {
    return of(name, type, indices, rows -> new MemoryForms.Dictionary(rows, rows(0, length)));
  }

  /** The same rows under another name. */
  public MemoryColumn named(String name) {
    return new MemoryColumn(new Field(name, field.type()), length, cut);
  }

  /** A type whose stored unit is worth so much. */
  public static ColumnType type(String name, Family family, String step) {
    return new ColumnType(name, family, new BigDecimal(step));
  }

  private interface Form<T> {
    Column of(List<T> rows);
  }

  private static <T> MemoryColumn of(String name, ColumnType type, List<T> values, Form<T> form) {
    return new MemoryColumn(
        new Field(name, type), values.size(), (from, to) -> form.of(values.subList(from, to)));
  }

  /** Values made from row numbers. */
  public static <T> List<T> rows(int count, IntFunction<T> value) {
    return IntStream.range(0, count).mapToObj(value).toList();
  }

  /** Name and type. */
  public Field field() {
    return field;
  }

  /** Number of rows. */
  public int length() {
    return length;
  }

  /** The physical column of some rows. */
  public Column rows(int from, int to) {
    return cut.rows(from, to);
  }
}
