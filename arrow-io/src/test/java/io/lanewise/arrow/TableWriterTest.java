package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowFooter;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table that is written by its own template is the same table, for Arrow's readers too. */
class TableWriterTest {

  private static final byte[] NONE = new byte[0];
  private static final long MEMORY_LIMIT = 1L << 26;

  private static ArrowTable table(byte[] bytes) {
    var in = new ByteArrayInputStream(bytes);
    return ArrowTable.spool("x", in, new MemoryBudget(MEMORY_LIMIT));
  }

  private interface Start {
    TableWriter on(TableTemplate template, ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] copy(ArrowTable table, Start start) {
    var out = new ByteArrayOutputStream();
    try (BatchReader reader = table.open()) {
      TableWriter writer = start.on(TableTemplate.of(table), out);
      for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
        try (ColumnBatch batch = next) {
          writer.accept(batch);
        }
      }
      assertEquals(table.rowCount(), writer.rowCount());
      writer.finish();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] file(ArrowTable table, int batchRows) {
    return copy(
        table,
        (template, out) -> TableWriter.file("y", template, Channels.newChannel(out), batchRows));
  }

  private static byte[] stream(ArrowTable table, int batchRows) {
    return copy(
        table,
        (template, out) -> TableWriter.stream("y", template, Channels.newChannel(out), batchRows));
  }

  private static List<List<String>> flat(byte[] bytes) {
    try (ArrowTable table = table(bytes)) {
      return flat(table);
    }
  }

  /** The values of the columns that are not nested. */
  private static List<List<String>> flat(ArrowTable table) {
    List<List<String>> all = TableText.of(table);
    return IntStream.range(0, all.size())
        .filter(i -> table.schema().fields().get(i).type().family() != Family.NESTED)
        .mapToObj(all::get)
        .toList();
  }

  private static ArrowReader arrowReader(byte[] bytes, RootAllocator allocator) {
    boolean isFile = bytes[0] == 'A';
    return isFile
        ? new ArrowFileReader(new ByteArrayReadableSeekableByteChannel(bytes), allocator)
        : new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator);
  }

  /** The schema as Arrow's own classes see it, without nested columns. */
  private static Schema arrowSchema(byte[] bytes) {
    try {
      Schema schema = bytes[0] == 'A' ? footerSchema(bytes) : streamSchema(bytes);
      return new Schema(
          schema.getFields().stream().filter(TableWriterTest::isFlat).toList(),
          schema.getCustomMetadata());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Schema footerSchema(byte[] bytes) {
    int end = bytes.length - 10;
    int length = LittleEndian.intAt(Arrays.copyOfRange(bytes, end, end + 4));
    ByteBuffer footer = ByteBuffer.wrap(bytes, end - length, length).slice();
    return new ArrowFooter(Footer.getRootAsFooter(footer)).getSchema();
  }

  private static Schema streamSchema(byte[] bytes) throws IOException {
    return MessageSerializer.deserializeSchema(
        new ReadChannel(Channels.newChannel(new ByteArrayInputStream(bytes))));
  }

  private static boolean isFlat(org.apache.arrow.vector.types.pojo.Field field) {
    return field.getChildren().isEmpty()
        && !(field.getType() instanceof ArrowType.Interval)
        && !(field.getType() instanceof ArrowType.Struct)
        && !(field.getType() instanceof ArrowType.Union);
  }

  private static List<List<String>> arrowValues(byte[] bytes) {
    List<List<String>> columns = new ArrayList<>();
    try (var allocator = new RootAllocator();
        var stream = VectorStream.of("arrow", arrowReader(bytes, allocator))) {
      List<Field> fields = stream.schema().fields();
      fields.forEach(_ -> columns.add(new ArrayList<>()));
      stream.forEach(
          batch -> {
            for (int c = 0; c < fields.size(); c++) {
              boolean binary = fields.get(c).type().family() == Family.BINARY;
              columns.get(c).addAll(TableText.of(batch.column(c), binary));
            }
          });
    }
    return columns;
  }

  private static void checkCopies(byte[] original, boolean arrowLoads) {
    Schema schema = arrowSchema(original);
    for (byte[] copy : copies(original)) {
      assertEquals(schema, arrowSchema(copy));
      if (arrowLoads) {
        assertEquals(flat(original), arrowValues(copy));
      }
    }
    try (ArrowTable table = table(original)) {
      assertEquals(schema, arrowSchema(TableTemplate.of(table).bytes()));
    }
  }

  /** Copies of several forms, in which Lanewise finds what was in the original. */
  private static List<byte[]> copies(byte[] original) {
    List<byte[]> copies = new ArrayList<>();
    try (ArrowTable table = table(original)) {
      List<List<String>> expected = flat(table);
      byte[] template = TableTemplate.of(table).bytes();
      assertArrayEquals(template, TableTemplate.parse("t", template).bytes());
      for (int batchRows : new int[] {3, TableWriter.BATCH_ROWS}) {
        copies.add(file(table, batchRows));
        copies.add(stream(table, batchRows));
      }
      for (byte[] copy : copies) {
        try (ArrowTable again = table(copy)) {
          assertEquals(List.of(), again.warnings());
          assertEquals(expected, TableText.of(again));
          assertArrayEquals(template, TableTemplate.of(again).bytes());
        }
      }
    }
    return copies;
  }

  static Stream<Path> interop() throws IOException {
    try (Stream<Path> files = Files.list(InteropTest.path("files"))) {
      return files.sorted().toList().stream();
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("interop")
  void tablesOfOthersAreCopied(Path file) throws IOException {
    checkCopies(Files.readAllBytes(file), true);
  }

  @Tag("slow")
  @Test
  void goldenTablesAreCopied() throws IOException {
    int copied = 0;
    for (Path file : Shared.files("arrow-testing/golden")) {
      String path = file.toString();
      if (path.endsWith(".json.gz") || path.contains("bigendian")) {
        continue;
      }
      // Two columns of one name are too much for Arrow's vectors.
      checkCopies(Files.readAllBytes(file), !path.contains("duplicate"));
      copied++;
    }
    assertEquals(54, copied);
  }

  /** Arrow's own classes know of no such decimals. */
  @Test
  void narrowDecimalsAreCopied() {
    List<byte[]> copies =
        copies(
            IpcBytes.stream()
                .schema(FieldSpec.decimal("d32", 32, 9, 2), FieldSpec.decimal("d64", 64, 18, -3))
                .batch(
                    BatchSpec.rows(3)
                        .column(NONE, IpcBytes.le(-1, 0, Integer.MAX_VALUE))
                        .column(IpcBytes.bits(5), IpcBytes.le(Long.MIN_VALUE, 0, 7)))
                .end()
                .bytes());
    for (byte[] copy : copies) {
      try (ArrowTable table = table(copy)) {
        assertEquals(
            List.of("decimal32(9,2)", "decimal64(18,-3)"),
            table.schema().fields().stream().map(field -> field.type().name()).toList());
        assertEquals(
            List.of(
                List.of("-1", "0", "2147483647"), List.of("-9223372036854775808", "<null>", "7")),
            TableText.of(table));
      }
    }
  }

  /** What the files at hand do not hold. */
  @Test
  void viewsAndWideIntegersAreCopied() {
    byte[] views = new byte[3 * 16];
    System.arraycopy(IpcBytes.le(2), 0, views, 0, 4);
    views[4] = 'a';
    views[5] = 'b';
    System.arraycopy(IpcBytes.le(13), 0, views, 32, 4);
    System.arraycopy(IpcBytes.utf8("0123"), 0, views, 36, 4);
    byte[] longText = IpcBytes.utf8("0123456789abc");
    byte[] someValid = IpcBytes.bits(5);
    checkCopies(
        IpcBytes.stream()
            .schema(
                FieldSpec.decimal("d256", 256, 76, 0),
                FieldSpec.integer("u64", 64, false),
                FieldSpec.utf8View("tv"),
                FieldSpec.binaryView("bv"),
                FieldSpec.fixedBinary("f0", 0),
                FieldSpec.fixedBinary("f3", 3))
            .batch(
                BatchSpec.rows(3)
                    .column(
                        NONE,
                        IpcBytes.le(
                            1, -1, 0, Long.MIN_VALUE, 0, 0, 0, 0, -1L, -1L, -1L, Long.MAX_VALUE))
                    .column(NONE, IpcBytes.le(-1L, 0, Long.MIN_VALUE))
                    .views(someValid, views, longText)
                    .views(someValid, views, longText)
                    .column(NONE, NONE)
                    .column(someValid, IpcBytes.utf8("abc---ghi")))
            .end()
            .bytes(),
        false);
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    Path whole = InteropTest.path("files/js-len-edges.real.arrow");
    try (ArrowTable once = table(Files.readAllBytes(whole))) {
      byte[] copy = file(once, 100);
      for (int batchRows : new int[] {1, 7, 1000}) {
        try (ArrowTable again = table(file(once, batchRows))) {
          assertArrayEquals(copy, file(again, 100));
        }
      }
    }
  }

  @Test
  void zerosNansAndRoundingKeepTheirBits() throws IOException {
    double[] values = {-0.0, Double.longBitsToDouble(0x7FF8_0000_0000_0007L), 1e-320, 0.1};
    assertArrayEquals(bits(values), bits(rewritten(FloatWidth.DOUBLE, values)));
    double[] singles = {-0.0f, Double.NaN, (float) 1e-40, 0.1f};
    assertArrayEquals(
        bits(singles), bits(rewritten(FloatWidth.SINGLE, -0.0, Double.NaN, 1e-40, 0.1)));
    // Between the neighbours 1 and 1 + 2^-10 of half precision, a hair above the middle: rounded to
    // single precision first it would be the middle, and then 1.
    double aboveTie = 1 + 0x1p-11 + 0x1p-40;
    assertArrayEquals(
        new double[] {1 + 0x1p-10, 1, -0x1p-24, 65504},
        rewritten(FloatWidth.HALF, aboveTie, 1 + 0x1p-11, -0x1p-25 * 1.5, 65519.999));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static FieldSpec floating(FloatWidth width) {
    return FieldSpec.floating(
        "x",
        switch (width) {
          case HALF -> Precision.HALF;
          case SINGLE -> Precision.SINGLE;
          case DOUBLE -> Precision.DOUBLE;
        });
  }

  private static double[] rewritten(FloatWidth width, double... values) throws IOException {
    String type = "float" + (width.bytes() << 3);
    ColumnBatch batch =
        renamed(
            new BatchBuilder(values.length).doubles("x", values).build(),
            new Field("x", ColumnType.of(type, Family.FLOATING)));
    byte[] written = write(IpcBytes.stream().schema(floating(width)), batch);
    try (ArrowTable again = table(written);
        BatchReader reader = again.open();
        ColumnBatch read = reader.next()) {
      double[] out = new double[values.length];
      ((DoubleColumn) read.column(0)).read(0, out.length, out, new long[16]);
      return out;
    }
  }

  /** A batch that says its columns are of other types. */
  private static ColumnBatch renamed(ColumnBatch batch, Field... fields) {
    return new ColumnBatch() {
      @Override
      public io.lanewise.column.Schema schema() {
        return new io.lanewise.column.Schema(List.of(fields));
      }

      @Override
      public int rowCount() {
        return batch.rowCount();
      }

      @Override
      public long firstRow() {
        return 0;
      }

      @Override
      public io.lanewise.column.Column column(int index) {
        return batch.column(index);
      }

      @Override
      public void close() {}
    };
  }

  /** What no file at hand declares: an order, metadata of every kind, an unknown extension. */
  @Test
  void declarationsAreKept() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("z", "1");
    metadata.put("a", "");
    metadata.put("ARROW:extension:name", "of.nobody");
    var text = new ArrowType.Utf8();
    var ordered = new DictionaryEncoding(7, true, new ArrowType.Int(16, false));
    var unordered = new DictionaryEncoding(8, false, new ArrowType.Int(8, true));
    var instant = new ArrowType.Timestamp(TimeUnit.NANOSECOND, "Europe/Berlin");
    Schema declared =
        new Schema(
            List.of(
                new org.apache.arrow.vector.types.pojo.Field(
                    "ordered", new FieldType(false, text, ordered, metadata), List.of()),
                new org.apache.arrow.vector.types.pojo.Field(
                    "same", new FieldType(true, text, unordered), List.of()),
                new org.apache.arrow.vector.types.pojo.Field(
                    "same", new FieldType(false, instant, null, metadata), List.of()),
                new org.apache.arrow.vector.types.pojo.Field(
                    "", FieldType.nullable(new ArrowType.Null()), List.of())),
            Map.of("pandas", "{}", "", "empty"));
    var stream = new ByteArrayOutputStream();
    var channel = new WriteChannel(Channels.newChannel(stream));
    MessageSerializer.serialize(channel, declared);
    channel.writeIntLittleEndian(-1);
    channel.writeIntLittleEndian(0);
    for (byte[] copy : copies(stream.toByteArray())) {
      assertEquals(declared, arrowSchema(copy));
    }
  }

  /** No row is null by itself, and so the column may be declared as never null. */
  @Test
  void nullsOfADictionaryAreNoNullsOfTheColumn() {
    byte[] someValid = IpcBytes.bits(5);
    BatchSpec values =
        BatchSpec.rows(3).column(someValid, IpcBytes.le(0, 1, 1, 2), IpcBytes.utf8("ab"));
    byte[] original =
        IpcBytes.stream()
            .schema(WORD.required())
            .dictionary(7, false, values)
            .batch(indices(0, 1, 2, 1))
            .end()
            .bytes();
    assertEquals(List.of(List.of("a", "<null>", "b", "<null>")), flat(original));
    checkCopies(original, true);
  }

  private static byte[] write(IpcBytes like, ColumnBatch... batches) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ArrowTable table = table(like.end().bytes())) {
      TableWriter writer =
          TableWriter.stream("y", TableTemplate.of(table), Channels.newChannel(out), 100);
      for (ColumnBatch batch : batches) {
        writer.accept(batch);
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  private static String refusal(IpcBytes like, ColumnBatch... batches) {
    return assertThrows(DataException.class, () -> write(like, batches)).getMessage();
  }

  private static BitSet nulls(int... rows) {
    var nulls = new BitSet();
    IntStream.of(rows).forEach(nulls::set);
    return nulls;
  }

  private static ColumnBatch longs(String type, Family family, BitSet nulls, long... values) {
    var field = new Field("n", ColumnType.of(type, family));
    return new BatchBuilder(values.length).longs(field, values, nulls).build();
  }

  @Test
  void whatDoesNotFitIsRefusedWithColumnAndRow() {
    ColumnBatch good = longs("int8", Family.INTEGER, nulls(), 1, -128, 127);
    assertEquals(
        "y: column \"n\": row 4 has 128, expected a value of int8",
        refusal(
            IpcBytes.stream().schema(FieldSpec.integer("n", 8, true)),
            good,
            longs("int8", Family.INTEGER, nulls(), 0, 128)));
    assertEquals(
        "y: column \"n\": row 1 has -1, expected a value of uint64",
        refusal(
            IpcBytes.stream().schema(FieldSpec.integer("n", 64, false)),
            longs("uint64", Family.INTEGER, nulls(), 0, -1)));
    assertEquals(
        "y: column \"n\": row 3 is null, and the schema declares the column not nullable",
        refusal(
            IpcBytes.stream().schema(FieldSpec.integer("n", 8, true).required()),
            good,
            longs("int8", Family.INTEGER, nulls(0), 0, 1)));
    assertEquals(
        "y: column \"x\": row 1 has 65520.0, expected a number that is finite in half precision",
        assertThrows(
                DataException.class,
                () -> rewritten(FloatWidth.HALF, Double.POSITIVE_INFINITY, 65520))
            .getMessage());
    ColumnBatch text = new BatchBuilder(2).texts("n", "abc", "ab").build();
    assertEquals(
        "y: column \"n\": row 1 has 2 bytes, expected 3",
        refusal(
            IpcBytes.stream().schema(FieldSpec.fixedBinary("n", 3)),
            renamed(text, new Field("n", ColumnType.of("fixed_size_binary(3)", Family.BINARY)))));
  }

  @Test
  void anotherSchemaIsTheCallersFault() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                write(
                    IpcBytes.stream().schema(FieldSpec.integer("n", 8, true)),
                    longs("int16", Family.INTEGER, nulls(), 1)));
    assertEquals(
        "y: a batch: column 0 is 'n' of type int16, expected 'n' of type int8", e.getMessage());
  }

  private static BatchSpec words(String... words) {
    int[] offsets = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      offsets[i + 1] = offsets[i] + words[i].length();
    }
    return BatchSpec.rows(words.length)
        .column(NONE, IpcBytes.le(offsets), IpcBytes.utf8(String.join("", words)));
  }

  private static BatchSpec indices(int... indices) {
    return BatchSpec.rows(indices.length).column(NONE, IpcBytes.bits(indices));
  }

  private static final FieldSpec WORD = FieldSpec.utf8("w").dictionary(7, 8, true);

  @Test
  void dictionariesThatChangeBecomeOne() {
    IpcBytes changing =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a", "b"))
            .batch(indices(0, 1))
            .dictionary(7, true, words("c"))
            .batch(indices(2, 0))
            .dictionary(7, false, words("d", "b"))
            .batch(indices(0, 1));
    try (ArrowTable table = table(changing.end().bytes());
        ArrowTable again = table(file(table, 4))) {
      assertEquals(List.of(List.of("a", "b", "c", "a", "d", "b")), TableText.of(again));
      try (BatchReader reader = again.open();
          ColumnBatch batch = reader.next()) {
        var column = (io.lanewise.column.DictionaryColumn) batch.column(0);
        assertEquals(List.of("a", "b", "c", "d"), TableText.of(column.dictionary(), false));
      }
    }
  }

  @Test
  void valuesAreLookedUpInTheDictionary() throws IOException {
    IpcBytes like = IpcBytes.stream().schema(WORD).dictionary(7, false, words("a", "b", "c"));
    var type = new Field("w", ColumnType.of("dictionary<utf8>", Family.TEXT));
    ColumnBatch plain = renamed(new BatchBuilder(2).texts("w", "c", null).build(), type);
    ColumnBatch encoded =
        new BatchBuilder(2).codes("w", new int[] {1, 0}, BytesColumn.of("a", "b")).build();
    try (ArrowTable table = table(write(like, plain, encoded))) {
      assertEquals(List.of(List.of("c", "<null>", "b", "a")), TableText.of(table));
    }
    assertEquals(
        "y: column \"w\": row 0 has \"z\", expected one of the 3 values of the column's dictionary",
        refusal(
            IpcBytes.stream().schema(WORD).dictionary(7, false, words("a", "b", "c")),
            new BatchBuilder(1).codes("w", new int[] {1}, BytesColumn.of("a", "z")).build()));
  }

  @Test
  void dictionaryOutgrowingItsIndicesIsRefused() {
    String[] many = IntStream.range(0, 129).mapToObj(i -> "w" + i).toArray(String[]::new);
    IpcBytes stream = IpcBytes.stream().schema(WORD).dictionary(7, false, words(many));
    try (ArrowTable table = table(stream.end().bytes())) {
      assertEquals(
          "x: column \"w\": its dictionaries have 129 values together, and the indices are INT8",
          assertThrows(DataException.class, () -> TableTemplate.of(table)).getMessage());
    }
  }

  @Test
  void nestedColumnsAreLeftOutAndNamed() {
    IpcBytes stream =
        IpcBytes.stream()
            .schema(
                FieldSpec.struct("s", FieldSpec.integer("i", 32, true)),
                FieldSpec.integer("n", 32, true))
            .batch(
                BatchSpec.rows(2)
                    .column(NONE)
                    .column(NONE, IpcBytes.le(1, 2))
                    .column(NONE, IpcBytes.le(3, 4)));
    try (ArrowTable table = table(stream.end().bytes());
        ArrowTable again = table(file(table, 10))) {
      assertEquals(
          List.of("s"), TableTemplate.of(table).leftOut().stream().map(Field::name).toList());
      assertEquals(List.of(List.of("3", "4")), TableText.of(again));
    }
  }

  @Test
  void aTemplateThatIsCutOrFollowedByRowsIsRefused() throws IOException {
    IpcBytes like = IpcBytes.stream().schema(WORD).dictionary(7, false, words("a", "b"));
    byte[] bytes;
    try (ArrowTable table = table(like.end().bytes())) {
      bytes = TableTemplate.of(table).bytes();
    }
    for (int size = 0; size < bytes.length; size++) {
      byte[] cut = Arrays.copyOf(bytes, size);
      String message =
          assertThrows(DataException.class, () -> TableTemplate.parse("m", cut)).getMessage();
      assertEquals(0, message.indexOf("m: "), message);
    }
    byte[] rows =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a"))
            .batch(indices(0))
            .end()
            .bytes();
    assertEquals(
        "m: has 1 batches of rows, expected a schema alone",
        assertThrows(DataException.class, () -> TableTemplate.parse("m", rows)).getMessage());
  }

  @Test
  void whatIsFinishedTakesNoMore() throws IOException {
    try (ArrowTable table = table(IpcBytes.stream().schema(WORD).end().bytes())) {
      var out = new ByteArrayOutputStream();
      TableWriter writer =
          TableWriter.file("y", TableTemplate.of(table), Channels.newChannel(out), 10);
      writer.finish();
      assertEquals(
          "y is finished, or failed",
          assertThrows(IllegalStateException.class, writer::finish).getMessage());
    }
  }
}
