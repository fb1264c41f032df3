package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.ForwardingBatch;
import io.lanewise.column.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;

/** Values of every form, in more rows than a block has, are written as they are. */
class WrittenValuesTest {

  private static final byte[] NONE = new byte[0];
  private static final int ROWS = 2 * Column.BLOCK + 452;
  private static final int WORDS = Column.BLOCK + 476;
  private static final BigInteger FAR = BigInteger.ONE.shiftLeft(70);

  private static boolean isNull(int row) {
    return row % 7 == 3;
  }

  private static long number(int row) {
    return (row - 1_200L) * 3;
  }

  /** Some are too long to lie inside a view. */
  private static String text(int row) {
    return row % 5 == 0 ? "a text of row number " + row : "t" + row;
  }

  private static int index(int row) {
    return row * 7 % WORDS;
  }

  private static byte[] validity() {
    var valid = new BitSet();
    for (int row = 0; row < ROWS; row++) {
      valid.set(row, !isNull(row));
    }
    return Arrays.copyOf(valid.toByteArray(), (ROWS + 7) / 8);
  }

  private static List<String> expected(IntFunction<?> value) {
    List<String> expected = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      expected.add(isNull(row) ? TableText.NULL : value.apply(row).toString());
    }
    return expected;
  }

  private static byte[] longs(int rows, int words, IntFunction<BigInteger> value) {
    long[] data = new long[rows * words];
    for (int i = 0; i < data.length; i++) {
      data[i] = value.apply(i / words).shiftRight(64 * (i % words)).longValue();
    }
    return IpcBytes.le(data);
  }

  private static byte[] doubles(int rows) {
    double[] values = new double[rows];
    Arrays.setAll(values, row -> number(row) + 0.5);
    return IpcBytes.le(values);
  }

  private static byte[][] texts(int rows) {
    int[] offsets = new int[rows + 1];
    var all = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      all.append(text(row));
      offsets[row + 1] = all.length();
    }
    return new byte[][] {IpcBytes.le(offsets), IpcBytes.utf8(all.toString())};
  }

  private static byte[] indices() {
    int[] indices = new int[ROWS];
    Arrays.setAll(indices, WrittenValuesTest::index);
    return IpcBytes.le(indices);
  }

  private static BigInteger small(int row) {
    return BigInteger.valueOf(number(row));
  }

  private static BigInteger far(int row) {
    return small(row).multiply(FAR);
  }

  private static BigInteger unsigned(int row) {
    return BigInteger.ONE.shiftLeft(64).subtract(BigInteger.valueOf(row + 1L));
  }

  private static void check(FieldSpec field, List<String> expected, byte[]... buffers) {
    check(IpcBytes.stream().schema(field), expected, buffers);
  }

  private static void checkEncoded(FieldSpec values, IntFunction<?> value, byte[]... buffers) {
    IpcBytes stream =
        IpcBytes.stream()
            .schema(values.dictionary(7, 32, true))
            .dictionary(7, false, BatchSpec.rows(WORDS).column(withValidity(NONE, buffers)));
    check(stream, expected(row -> value.apply(index(row))), indices());
  }

  private static byte[][] withValidity(byte[] validity, byte[]... buffers) {
    byte[][] all = new byte[buffers.length + 1][];
    all[0] = validity;
    System.arraycopy(buffers, 0, all, 1, buffers.length);
    return all;
  }

  private static void check(IpcBytes stream, List<String> expected, byte[]... buffers) {
    check(stream.batch(BatchSpec.rows(ROWS).column(withValidity(validity(), buffers))), expected);
  }

  private static void check(IpcBytes stream, List<String> expected) {
    try (ArrowTable table = table(stream.end().bytes())) {
      for (int batchRows : new int[] {1_000, Column.BLOCK, 5_000}) {
        byte[] copy = copy(table, batchRows);
        try (ArrowTable again = table(copy)) {
          assertEquals(List.of(expected), TableText.of(again));
        }
        assertEquals(expected, byArrow(copy));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ArrowTable table(byte[] bytes) {
    return ArrowTable.spool("x", new ByteArrayInputStream(bytes), new MemoryBudget(1 << 24));
  }

  private static byte[] copy(ArrowTable table, int batchRows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (BatchReader reader = table.open()) {
      TableWriter writer =
          TableWriter.stream("y", TableTemplate.of(table), Channels.newChannel(out), batchRows);
      for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
        try (ColumnBatch batch = next) {
          writer.accept(batch);
        }
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  /** What Arrow's own reader, which believes the number of nulls, finds in the first column. */
  private static List<String> byArrow(byte[] bytes) {
    List<String> values = new ArrayList<>();
    try (var allocator = new RootAllocator();
        var stream =
            VectorStream.of(
                "arrow", new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator))) {
      stream.forEach(batch -> values.addAll(TableText.of(batch.column(0), false)));
    }
    return values;
  }

  @Test
  void numbersAreWritten() {
    byte[] small = longs(ROWS, 1, WrittenValuesTest::small);
    check(FieldSpec.integer("x", 64, true), expected(WrittenValuesTest::small), small);
    check(
        FieldSpec.integer("x", 64, false),
        expected(WrittenValuesTest::unsigned),
        longs(ROWS, 1, WrittenValuesTest::unsigned));
    check(FieldSpec.float64("x"), expected(row -> number(row) + 0.5), doubles(ROWS));
  }

  @Test
  void decimalsAreWritten() {
    for (int words = 2; words <= 4; words += 2) {
      FieldSpec field = FieldSpec.decimal("x", 64 * words, 38, 0);
      check(
          field, expected(WrittenValuesTest::small), longs(ROWS, words, WrittenValuesTest::small));
      check(field, expected(WrittenValuesTest::far), longs(ROWS, words, WrittenValuesTest::far));
    }
  }

  @Test
  void textIsWritten() {
    check(FieldSpec.utf8("x"), expected(WrittenValuesTest::text), texts(ROWS));
  }

  @Test
  void viewsAreWritten() {
    var data = new ByteArrayOutputStream();
    var views = new ByteArrayOutputStream();
    for (int row = 0; row < ROWS; row++) {
      byte[] text = IpcBytes.utf8(text(row));
      views.writeBytes(IpcBytes.le(text.length));
      if (text.length <= 12) {
        views.writeBytes(Arrays.copyOf(text, 12));
      } else {
        views.writeBytes(Arrays.copyOf(text, 4));
        views.writeBytes(IpcBytes.le(0, data.size()));
        data.writeBytes(text);
      }
    }
    check(
        IpcBytes.stream()
            .schema(FieldSpec.utf8View("x"))
            .batch(BatchSpec.rows(ROWS).views(validity(), views.toByteArray(), data.toByteArray())),
        expected(WrittenValuesTest::text));
  }

  @Test
  void valuesOfADictionaryAreWritten() {
    checkEncoded(
        FieldSpec.integer("x", 64, true),
        WrittenValuesTest::small,
        longs(WORDS, 1, WrittenValuesTest::small));
    checkEncoded(
        FieldSpec.decimal("x", 128, 38, 0),
        WrittenValuesTest::far,
        longs(WORDS, 2, WrittenValuesTest::far));
    checkEncoded(FieldSpec.float64("x"), row -> number(row) + 0.5, doubles(WORDS));
    checkEncoded(FieldSpec.utf8("x"), WrittenValuesTest::text, texts(WORDS));
  }

  private static TableWriter writer(FieldSpec field, ByteArrayOutputStream out) throws IOException {
    try (ArrowTable table = table(IpcBytes.stream().schema(field).end().bytes())) {
      return TableWriter.stream("y", TableTemplate.of(table), Channels.newChannel(out), 5_000);
    }
  }

  private static void refused(String what, FieldSpec field, ColumnBatch... batches)
      throws IOException {
    TableWriter writer = writer(field, new ByteArrayOutputStream());
    for (int i = 0; i < batches.length - 1; i++) {
      writer.accept(batches[i]);
    }
    var e = assertThrows(DataException.class, () -> writer.accept(batches[batches.length - 1]));
    assertEquals("y: column \"x\": " + what, e.getMessage());
    assertThrows(IllegalStateException.class, () -> writer.accept(batches[0]));
  }

  private static ColumnBatch wides(ColumnType type, BigInteger... values) {
    return new BatchBuilder(values.length)
        .wides(new Field("x", type), values, new BitSet())
        .build();
  }

  @Test
  void aMisfitIsNamedByItsRowInTheTable() throws IOException {
    long[] values = new long[ROWS];
    var type = new Field("x", ColumnType.of("int16", Family.INTEGER));
    ColumnBatch good = new BatchBuilder(ROWS).longs(type, values.clone(), new BitSet()).build();
    values[Column.BLOCK + 5] = 40_000;
    ColumnBatch bad = new BatchBuilder(ROWS).longs(type, values, new BitSet()).build();
    refused(
        "row " + (ROWS + Column.BLOCK + 5) + " has 40000, expected a value of int16",
        FieldSpec.integer("x", 16, true),
        good,
        bad);
  }

  @Test
  void wideValuesFitToTheirLastBit() throws IOException {
    ColumnType unsigned = ColumnType.of("uint64", Family.INTEGER);
    BigInteger past = BigInteger.ONE.shiftLeft(64);
    FieldSpec field = FieldSpec.integer("x", 64, false);
    var out = new ByteArrayOutputStream();
    TableWriter writer = writer(field, out);
    writer.accept(wides(unsigned, BigInteger.ZERO, past.subtract(BigInteger.ONE)));
    writer.finish();
    try (ArrowTable table = table(out.toByteArray())) {
      assertEquals(List.of(List.of("0", "18446744073709551615")), TableText.of(table));
    }
    refused("row 0 has " + past + ", expected a value of uint64", field, wides(unsigned, past));
    refused(
        "row 0 has -1, expected a value of uint64",
        field,
        wides(unsigned, BigInteger.ONE.negate()));
  }

  @Test
  void decimalsAndFixedBytesFitToTheirLastBit() throws IOException {
    ColumnType decimal = ColumnType.of("decimal128(38,0)", Family.DECIMAL);
    BigInteger past = BigInteger.ONE.shiftLeft(127);
    FieldSpec field = FieldSpec.decimal("x", 128, 38, 0);
    var out = new ByteArrayOutputStream();
    TableWriter writer = writer(field, out);
    writer.accept(wides(decimal, past.negate(), past.subtract(BigInteger.ONE)));
    writer.finish();
    try (ArrowTable table = table(out.toByteArray())) {
      assertEquals(
          List.of(List.of(past.negate().toString(), past.subtract(BigInteger.ONE).toString())),
          TableText.of(table));
    }
    refused(
        "row 0 has " + past + ", expected a stored integer of 128 bits",
        field,
        wides(decimal, past));
    refused(
        "row 1 has 2 bytes, expected 3",
        FieldSpec.fixedBinary("x", 3),
        disguised(FieldSpec.fixedBinary("x", 3), new BatchBuilder(2).texts("x", "abc", "de")));
  }

  @Test
  void aMisfitIsShown() throws IOException {
    FieldSpec flag = FieldSpec.bool("x");
    FieldSpec none = FieldSpec.nulls("x");
    shown("7, expected false or true", flag, new BatchBuilder(1).longs("x", new long[] {7}));
    shown("0.5, expected null", none, new BatchBuilder(1).doubles("x", new double[] {0.5}));
    shown("\"text\", expected null", none, new BatchBuilder(1).texts("x", "text"));
    shown(
        "\"" + "a".repeat(100) + "\", expected null",
        none,
        new BatchBuilder(1).texts("x", "a".repeat(100)));
    shown(
        "\"" + "a".repeat(100) + "…\", expected null",
        none,
        new BatchBuilder(1).texts("x", "a".repeat(101)));
  }

  private static void shown(String expected, FieldSpec field, BatchBuilder columns)
      throws IOException {
    refused("row 0 has " + expected, field, disguised(field, columns));
  }

  /** A batch of columns that come otherwise than its schema says: a mistake of the program. */
  @Test
  void valuesOfAnotherFormAreRefused() throws IOException {
    BatchBuilder doubles = new BatchBuilder(1).doubles("x", new double[1]);
    for (FieldSpec field :
        List.of(
            FieldSpec.integer("x", 32, true),
            FieldSpec.decimal("x", 128, 9, 2),
            FieldSpec.utf8("x"),
            FieldSpec.utf8View("x"),
            FieldSpec.fixedBinary("x", 8))) {
      wrongForm("Doubles", field, doubles);
    }
    wrongForm("Longs", FieldSpec.float64("x"), new BatchBuilder(1).longs("x", new long[1]));
  }

  private static void wrongForm(String form, FieldSpec field, BatchBuilder columns)
      throws IOException {
    TableWriter writer = writer(field, new ByteArrayOutputStream());
    ColumnBatch batch = disguised(field, columns);
    var e = assertThrows(IllegalArgumentException.class, () -> writer.accept(batch));
    assertTrue(e.getMessage().startsWith("values come as " + form + ", expected "), e::getMessage);
  }

  /** The columns under a schema that may not be theirs. */
  private static ColumnBatch disguised(FieldSpec field, BatchBuilder columns) {
    Schema schema;
    try (ArrowTable table = table(IpcBytes.stream().schema(field).end().bytes())) {
      schema = table.schema();
    }
    return new ForwardingBatch(columns.build()) {
      @Override
      public Schema schema() {
        return schema;
      }
    };
  }

  @Test
  void noRowsAreNoBatch() throws IOException {
    FieldSpec field = FieldSpec.utf8("x");
    var out = new ByteArrayOutputStream();
    writer(field, out).finish();
    try (ArrowTable table = table(IpcBytes.stream().schema(field).end().bytes())) {
      assertArrayEquals(TableTemplate.of(table).bytes(), out.toByteArray());
    }
  }

  @Test
  void whatIsFinishedTakesNoRows() throws IOException {
    TableWriter writer = writer(FieldSpec.float64("x"), new ByteArrayOutputStream());
    writer.finish();
    ColumnBatch batch = new BatchBuilder(1).doubles("x", new double[1]).build();
    assertThrows(IllegalStateException.class, () -> writer.accept(batch));
  }
}
