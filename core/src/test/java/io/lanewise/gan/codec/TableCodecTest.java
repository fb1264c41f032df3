package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rows to floats and back. */
class TableCodecTest {

  static final int ROWS = 2_000;

  /** A table of the common types, each column with what is awkward about it. */
  static ColumnBatch mixed(long seed) {
    Random random = new Random(seed);
    double[] normal = random.doubles(ROWS, 0, 1).map(u -> Math.log(u)).toArray();
    long[] ages = random.longs(ROWS, 17, 90).toArray();
    int[] wide = random.ints(ROWS).toArray();
    String[] words = new String[ROWS];
    boolean[] flags = new boolean[ROWS];
    int[] codes = random.ints(ROWS, 0, 3).toArray();
    BitSet nulls = new BitSet();
    for (int i = 0; i < ROWS; i++) {
      words[i] = i % 7 == 0 ? null : "word " + random.nextInt(20);
      flags[i] = random.nextInt(3) == 0;
      nulls.set(i, random.nextInt(10) == 0);
    }
    normal[0] = Double.NaN;
    normal[1] = Double.POSITIVE_INFINITY;
    normal[2] = Double.NEGATIVE_INFINITY;
    return new BatchBuilder(ROWS)
        .doubles("x", normal)
        .longs("age", ages, nulls)
        .ints("wide", wide)
        .texts("word", words)
        .booleans("flag", flags, nulls)
        .codes("code", codes, BytesColumn.of("a", "b", "c"))
        .build();
  }

  @Test
  void rowsComeBack() {
    ColumnBatch batch = mixed(5);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    assertEquals(batch.schema(), codec.schema());
    for (int column : new int[] {1, 3, 4, 5}) {
      assertEquals(
          Decoded.values(batch.column(column)), Decoded.again(codec, batch, column), "" + column);
    }
  }

  @Test
  void numbersComeBackWithinAKnot() {
    ColumnBatch batch = mixed(6);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    // Every knot is at most 2000/1023 ranks from the next, so a value is at most two ranks off.
    for (int column : new int[] {0, 2}) {
      List<Double> sorted =
          Decoded.values(batch.column(column)).stream()
              .map(value -> ((Number) value).doubleValue())
              .sorted()
              .toList();
      List<?> values = Decoded.values(batch.column(column));
      List<?> again = Decoded.again(codec, batch, column);
      for (int i = 0; i < ROWS; i++) {
        int rank = sorted.indexOf(((Number) values.get(i)).doubleValue());
        double found = ((Number) again.get(i)).doubleValue();
        int from = Math.max(0, rank - 2);
        int to = Math.min(ROWS - 1, rank + 2);
        assertTrue(
            Double.compare(found, sorted.get(from)) >= 0
                && Double.compare(found, sorted.get(to)) <= 0,
            column + ": " + values.get(i) + " came back as " + found);
      }
    }
  }

  @Test
  void batchesDoNotMatter() {
    ColumnBatch batch = mixed(7);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    float[] once = codec.encode(batch);
    float[] twice = codec.encode(Table.of("t", List.of(batch, batch)));
    float[] expected =
        IntStream.range(0, 2).mapToObj(i -> once).reduce(new float[0], TableCodecTest::joined);
    assertArrayEquals(expected, twice);
  }

  private static float[] joined(float[] a, float[] b) {
    float[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static MemoryColumn constant() {
    return MemoryColumn.texts("c", "same", "same", "same");
  }

  @Test
  void whatNeverVariesIsKeptWithoutFloats() {
    TableCodec codec =
        CodecFits.codec(
            constant(),
            MemoryColumn.nulls("n", 3),
            MemoryColumn.longs("l", null, null, null),
            MemoryColumn.doubles("d", Double.NaN, Double.NaN, Double.NaN),
            MemoryColumn.longs("k", 1L << 60, 1L << 60, 1L << 60),
            MemoryColumn.nested("deep", 3));
    assertEquals(0, codec.layout().width());
    assertEquals(List.of(), codec.layout().blocks());
    assertEquals(
        List.of(
            "column 'deep': list<int32>, left out",
            "column 'c': the same value in every row, kept so",
            "column 'n': null in every row, kept so",
            "column 'l': null in every row, kept so",
            "column 'd': the same value in every row, kept so",
            "column 'k': the same value in every row, kept so"),
        codec.notes());
    assertEquals(List.of("deep"), codec.unused().stream().map(Field::name).toList());
    assertEquals(
        0,
        codec.encode(
                MemoryTable.of(
                    "t",
                    constant(),
                    MemoryColumn.nulls("n", 3),
                    MemoryColumn.longs("l", 1L, 2L, null),
                    MemoryColumn.doubles("d", 1.0, 2.0, 3.0),
                    MemoryColumn.longs("k", 1L, 2L, 3L)))
            .length);
    ColumnBatch decoded = codec.decode(new float[0], 2, Decoded.random(1));
    assertEquals(Arrays.asList("same", "same"), Decoded.values(decoded.column(0)));
    assertEquals(Arrays.asList(null, null), Decoded.values(decoded.column(1)));
    assertEquals(Arrays.asList(null, null), Decoded.values(decoded.column(2)));
    assertEquals(Arrays.asList(Double.NaN, Double.NaN), Decoded.values(decoded.column(3)));
    assertEquals(Arrays.asList(1L << 60, 1L << 60), Decoded.values(decoded.column(4)));
  }

  @Test
  void oneRowIsConstant() {
    TableCodec codec = CodecFits.codec(MemoryColumn.longs("x", 5L), MemoryColumn.texts("t", "a"));
    assertEquals(0, codec.layout().width());
    ColumnBatch decoded = codec.decode(new float[0], 3, Decoded.random(1));
    assertEquals(List.of(5L, 5L, 5L), Decoded.values(decoded.column(0)));
  }

  @Test
  void namesMayRepeat() {
    TableCodec codec =
        CodecFits.codec(
            constant(),
            MemoryColumn.longs("x", 1L, 2L, 2L),
            MemoryColumn.texts("x", "a", "b", "c"));
    assertEquals(5, codec.layout().width());
    assertEquals("int64", codec.columnOfBlock(0).type().name());
    assertEquals("utf8", codec.columnOfBlock(1).type().name());
    MemoryTable table =
        MemoryTable.of(
            "t",
            constant(),
            MemoryColumn.longs("x", 1L, 2L, 2L),
            MemoryColumn.texts("x", "a", "b", "c"));
    ColumnBatch decoded = codec.decode(codec.encode(table), 3, Decoded.random(1));
    assertEquals(List.of(1L, 2L, 2L), Decoded.values(decoded.column(1)));
    assertEquals(List.of("a", "b", "c"), Decoded.values(decoded.column(2)));
    assertEquals(0, table.openBatches());
  }

  @Test
  void tablesOfNoUseAreRefused() {
    assertRefused(
        "t: 1 columns, expected at least 1 that is not nested",
        () -> CodecFits.codec(MemoryColumn.nested("deep", 3)));
    assertRefused("t: 0 columns, expected at least 1 that is not nested", () -> CodecFits.codec());
    assertRefused("t: 0 rows, expected at least 1", () -> CodecFits.codec(MemoryColumn.texts("c")));
  }

  @Test
  void rowsWithoutTheColumnsAreRefused() {
    TableCodec codec =
        CodecFits.codec(MemoryColumn.longs("x", 1L, 2L), MemoryColumn.longs("x", 1L, 2L));
    assertRefused(
        "other: column 'x' is of type utf8, expected int64",
        () -> codec.encode(MemoryTable.of("other", MemoryColumn.texts("x", "a"))));
    assertRefused(
        "other: no column 'x', expected one of type int64",
        () ->
            codec.encode(
                MemoryTable.of("other", MemoryColumn.longs("x", 1L), MemoryColumn.longs("y", 1L))));
    ColumnType cents = MemoryColumn.type("decimal64(9, 2)", Family.DECIMAL, "0.01");
    assertRefused(
        "other: column 'x' is of type decimal64(9, 2), expected int64",
        () -> codec.encode(MemoryTable.of("other", MemoryColumn.longs("x", cents, List.of(1L)))));
  }

  /** As tables of one origin differ when different programs wrote them. */
  @Test
  void columnsAreFoundByNameAndReadByValue() {
    TableCodec codec =
        CodecFits.codec(
            MemoryColumn.longs("n", 1L, 2L, 30L, 40L, 50L, 60L),
            MemoryColumn.texts("t", "a", "b", "c", "a", "b", null),
            MemoryColumn.doubles("x", 1.0, 2.5, 3.0, 4.0, 5.0, 6.0),
            MemoryColumn.texts("t", "d", "e", "f", "d", "d", "d"));
    MemoryTable other =
        MemoryTable.of(
            "other",
            MemoryColumn.longs("x", 3L, 1L),
            MemoryColumn.texts("unknown", "a", "b"),
            MemoryColumn.texts("t", "a", "b")
                .asDictionary("t", ColumnType.of("dictionary<utf8>", Family.TEXT), List.of(1, 0)),
            MemoryColumn.nested("n", 2),
            MemoryColumn.doubles("n", 30.0, Double.POSITIVE_INFINITY),
            MemoryColumn.texts("t", "f", "d"));
    ColumnBatch decoded = codec.decode(codec.encode(other), 2, Decoded.random(1));
    assertEquals(List.of(30L, 60L), Decoded.values(decoded.column(0)));
    assertEquals(List.of("b", "a"), Decoded.values(decoded.column(1)));
    assertEquals(List.of(3.0, 1.0), Decoded.values(decoded.column(2)));
    assertEquals(List.of("f", "d"), Decoded.values(decoded.column(3)));
    assertEquals(
        Arrays.asList(null, null),
        Decoded.values(
            codec
                .decode(
                    codec.encode(
                        MemoryTable.of(
                            "nulls",
                            MemoryColumn.nulls("n", 2),
                            MemoryColumn.nulls("t", 2),
                            MemoryColumn.nulls("x", 2),
                            MemoryColumn.nulls("t", 2))),
                    2,
                    Decoded.random(1))
                .column(1)));
  }

  @Test
  void moreFloatsThanAnArrayHoldsAreRefused() {
    MemoryTable table = MemoryTable.of("t", MemoryColumn.longs("x", 1L, 2L));
    TableCodec codec = TableCodec.fit(table, CodecSettings.ofDefaults());
    Table huge =
        new Table() {
          @Override
          public String source() {
            return "huge";
          }

          @Override
          public Schema schema() {
            return table.schema();
          }

          @Override
          public long rowCount() {
            return 1L << 31;
          }

          @Override
          public BatchReader open() {
            throw new AssertionError("opened");
          }

          @Override
          public void close() {}
        };
    assertRefused(
        "huge: 2147483648 rows of 2 floats, expected at most 1073741819 rows, as one array holds",
        () -> codec.encode(huge));
  }

  @Test
  void fewerFloatsThanRowsNeedAreRefused() {
    TableCodec codec = CodecFits.codec(MemoryColumn.longs("x", 1L, 2L));
    assertEquals(
        "rows: got 5 floats, expected at least 3 * 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> codec.decode(new float[5], 3, Decoded.random(1)))
            .getMessage());
    assertEquals(0, codec.decode(new float[0], 0, Decoded.random(1)).rowCount());
  }

  private static void assertRefused(String message, Executable executable) {
    assertEquals(message, assertThrows(DataException.class, executable).getMessage());
  }
}
