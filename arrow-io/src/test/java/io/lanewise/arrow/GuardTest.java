package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.Family;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;

/** Each guard of the reader, with an input made to run into it. */
class GuardTest {

  private static final byte[] NONE = new byte[0];

  private static void refused(String what, IpcBytes input) {
    String message = Refusals.message(input.end().bytes());
    assertTrue(message.contains(what), message);
  }

  private static void refused(String what, FieldSpec field, BatchSpec batch) {
    refused(what, IpcBytes.stream().schema(field).batch(batch));
  }

  private static List<String> read(FieldSpec field, BatchSpec batch) {
    return Refusals.read(IpcBytes.stream().schema(field).batch(batch).end().bytes()).getFirst();
  }

  @Test
  void shortValuesAreRefused() {
    refused(
        "input: batch 0: column \"x\": a buffer has 16 bytes, expected at least 24 for 3 rows",
        FieldSpec.float64("x"),
        BatchSpec.rows(3).column(NONE, IpcBytes.le(1.0, 2.0)));
  }

  @Test
  void shortValidityIsRefused() {
    refused(
        "validity has 1 bytes, expected at least 2 for 9 rows",
        FieldSpec.float64("x"),
        BatchSpec.rows(9).column(IpcBytes.bits(255), new byte[72]));
  }

  @Test
  void shortBitsAreRefused() {
    refused(
        "a buffer has 1 bytes, expected at least 2 for 9 rows",
        FieldSpec.bool("x"),
        BatchSpec.rows(9).column(NONE, new byte[1]));
  }

  @Test
  void shortOffsetsAreRefused() {
    refused(
        "a buffer has 8 bytes, expected at least 12 for 2 rows",
        FieldSpec.utf8("x"),
        BatchSpec.rows(2).column(NONE, IpcBytes.le(0, 1), IpcBytes.utf8("ab")));
  }

  @Test
  void decreasingOffsetsAreRefused() {
    refused(
        "row 1 ends at offset 1, before its start at 2",
        FieldSpec.utf8("x"),
        BatchSpec.rows(3).column(NONE, IpcBytes.le(0, 2, 1, 2), IpcBytes.utf8("ab")));
  }

  @Test
  void offsetsOutsideTheDataAreRefused() {
    refused(
        "rows 0 to 1 lie at offsets 0 to 3, and the data has 2 bytes",
        FieldSpec.utf8("x"),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(0, 3), IpcBytes.utf8("ab")));
    refused(
        "rows 0 to 1 lie at offsets -1 to 2",
        FieldSpec.utf8("x"),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(-1, 2), IpcBytes.utf8("ab")));
    refused(
        "rows 0 to 1 lie at offsets 0 to " + Long.MAX_VALUE,
        FieldSpec.largeUtf8("x"),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(0L, Long.MAX_VALUE), IpcBytes.utf8("ab")));
  }

  @Test
  void offsetsMayStartAnywhereAndNullsMayHaveBytes() {
    BatchSpec batch =
        BatchSpec.rows(3)
            .column(IpcBytes.bits(5), IpcBytes.le(1, 2, 4, 5), IpcBytes.utf8("-abcd-"));
    assertEquals(List.of("a", "<null>", "d"), read(FieldSpec.utf8("x"), batch));
  }

  @Test
  void noRowsNeedNoOffsets() {
    assertEquals(List.of(), read(FieldSpec.utf8("x"), BatchSpec.rows(0).column(NONE, NONE, NONE)));
  }

  @Test
  void indicesOutsideTheDictionaryAreRefused() {
    for (int bits : new int[] {8, 16, 32, 64}) {
      for (boolean signed : new boolean[] {false, true}) {
        byte[] last = index(bits, 1);
        assertEquals(List.of("b"), dictionary(bits, signed, last));
        refusedIndex("dictionary index 2, expected one in 0..1", bits, signed, index(bits, 2));
        String all = signed ? "-1" : Long.toUnsignedString(-1L >>> (64 - bits));
        refusedIndex("dictionary index " + all + ", expected", bits, signed, index(bits, -1));
      }
    }
  }

  @Test
  void indicesBesideANullMayBeAnything() {
    var field = FieldSpec.utf8("x").dictionary(0, 8, true);
    IpcBytes input =
        IpcBytes.stream()
            .schema(field)
            .dictionary(0, false, letters())
            .batch(BatchSpec.rows(3).column(IpcBytes.bits(5), new byte[] {1, 99, 0}));
    assertEquals(List.of("b", "<null>", "a"), Refusals.read(input.end().bytes()).getFirst());
  }

  private static byte[] index(int bits, long value) {
    return Arrays.copyOf(IpcBytes.le(value), bits / 8);
  }

  private static BatchSpec letters() {
    return BatchSpec.rows(2).column(NONE, IpcBytes.le(0, 1, 2), IpcBytes.utf8("ab"));
  }

  private static IpcBytes indexed(int bits, boolean signed, byte[] index) {
    return IpcBytes.stream()
        .schema(FieldSpec.utf8("x").dictionary(0, bits, signed))
        .dictionary(0, false, letters())
        .batch(BatchSpec.rows(1).column(NONE, index));
  }

  private static List<String> dictionary(int bits, boolean signed, byte[] index) {
    return Refusals.read(indexed(bits, signed, index).end().bytes()).getFirst();
  }

  private static void refusedIndex(String what, int bits, boolean signed, byte[] index) {
    refused(what, indexed(bits, signed, index));
  }

  @Test
  void indexWithoutADictionaryIsRefusedUnlessNull() {
    var field = FieldSpec.utf8("x").dictionary(0, 8, true);
    refused(
        "row 0 has dictionary index 0, expected one in 0..-1",
        field,
        BatchSpec.rows(1).column(NONE, new byte[1]));
    assertEquals(
        List.of("<null>"), read(field, BatchSpec.rows(1).column(IpcBytes.bits(0), new byte[1])));
  }

  @Test
  void oneDictionaryOfTwoTypesIsRefused() {
    refused(
        "dictionary 0 holds utf8 for one column and int32 for another",
        IpcBytes.stream()
            .schema(
                FieldSpec.utf8("x").dictionary(0, 8, true),
                FieldSpec.integer("y", 32, true).dictionary(0, 8, true)));
  }

  private static byte[] view(int length, int buffer, int offset) {
    return IpcBytes.le(length, 0x61616161, buffer, offset);
  }

  @Test
  void viewsOutsideTheirBuffersAreRefused() {
    byte[] data = IpcBytes.utf8("0123456789abcdef");
    var field = FieldSpec.utf8View("x");
    assertEquals(
        List.of("3456789abcdef"), read(field, BatchSpec.rows(1).views(NONE, view(13, 0, 3), data)));
    refused(
        "row 0 has 13 bytes at offset 4 of data buffer 0, which has 16",
        field,
        BatchSpec.rows(1).views(NONE, view(13, 0, 4), data));
    refused(
        "row 0 has 13 bytes at offset -1",
        field,
        BatchSpec.rows(1).views(NONE, view(13, 0, -1), data));
    refused(
        "row 0 is in data buffer 1, expected one below 1",
        field,
        BatchSpec.rows(1).views(NONE, view(13, 1, 0), data));
    refused(
        "row 0 is in data buffer -1", field, BatchSpec.rows(1).views(NONE, view(13, -1, 0), data));
    refused("row 0 has a length of -1", field, BatchSpec.rows(1).views(NONE, view(-1, 0, 0), data));
    refused(
        "row 0 has 2147483647 bytes at offset 0",
        field,
        BatchSpec.rows(1).views(NONE, view(Integer.MAX_VALUE, 0, 0), data));
    assertEquals(
        List.of("<null>"),
        read(field, BatchSpec.rows(1).views(IpcBytes.bits(0), view(-5, 9, 9), data)));
  }

  @Test
  void viewsAreShortUpToTwelveBytes() {
    for (int length = 0; length <= 14; length++) {
      String text = "abcdefghijklmn".substring(0, length);
      byte[] inline = new byte[16];
      System.arraycopy(IpcBytes.le(length), 0, inline, 0, 4);
      System.arraycopy(IpcBytes.utf8(text), 0, inline, 4, Math.min(12, length));
      byte[] view = length <= 12 ? inline : IpcBytes.le(length, 0x64636261, 0, 0);
      BatchSpec batch = BatchSpec.rows(1).views(NONE, view, IpcBytes.utf8(text));
      assertEquals(List.of(text), read(FieldSpec.utf8View("x"), batch));
    }
  }

  @Test
  void wrongNumbersOfViewBuffersAreRefused() {
    var field = FieldSpec.utf8View("x");
    refused(
        "lists 1 nodes, 2 buffers and 1 views, and the schema calls for 1, 3 and 1",
        field,
        BatchSpec.rows(0).column(NONE, NONE).variadic(1));
    refused(
        "lists 1 nodes, 2 buffers and 1 views, and the schema calls for 1, 4 and 1",
        field,
        BatchSpec.rows(0).column(NONE, NONE).variadic(2));
    refused(
        "has 3 buffers for views, expected 0 to 2",
        field,
        BatchSpec.rows(0).column(NONE, NONE).variadic(3));
    refused("has -1 buffers for views", field, BatchSpec.rows(0).column(NONE, NONE).variadic(-1));
    refused("lists 1 nodes, 2 buffers and 0 views", field, BatchSpec.rows(0).column(NONE, NONE));
  }

  @Test
  void buffersOutsideTheBodyAreRefused() {
    long[][] wrong = {{8, 24}, {-8, 24}, {0, -1}, {Long.MAX_VALUE, 24}, {0, Long.MAX_VALUE}};
    for (long[] buffer : wrong) {
      refused(
          "buffer 1 has " + buffer[1] + " bytes at " + buffer[0] + ", and the body has 0",
          FieldSpec.float64("x"),
          BatchSpec.rows(3).column(NONE).buffer(buffer[0], buffer[1]));
    }
  }

  @Test
  void rowCountsMustAgreeAndBePlausible() {
    refused(
        "has 2 rows, and the batch has 3",
        FieldSpec.float64("x"),
        BatchSpec.rows(3).node(2, NONE, new byte[24]));
    refused(
        "has -1 rows, expected 0 to 2147483647",
        FieldSpec.float64("x"),
        BatchSpec.rows(-1).column(NONE, NONE));
    refused(
        "has 9223372036854775807 rows",
        FieldSpec.float64("x"),
        BatchSpec.rows(Long.MAX_VALUE).column(NONE, NONE));
    refused(
        "expected at least 8388608 for 1048576 rows",
        FieldSpec.float64("x"),
        BatchSpec.rows(1 << 20).column(NONE, new byte[8]));
  }

  @Test
  void rowsThatTakeNoBytesAreLimited() {
    int many = 1 << 20;
    assertEquals(many, read(FieldSpec.nulls("x"), BatchSpec.rows(many).column()).size());
    int most = 1 << 24;
    refused(
        "batch 0: has 16777217 rows in 0 bytes: so far 16777217 rows have less than a bit each,"
            + " expected at most 16777216",
        FieldSpec.nulls("x"),
        BatchSpec.rows(most + 1).column());
    IpcBytes batches = IpcBytes.stream().schema(FieldSpec.fixedBinary("x", 0));
    for (int i = 0; i < most / many; i++) {
      batches.batch(BatchSpec.rows(many).column(NONE, NONE));
    }
    refused(
        "batch 16: has 1 rows in 0 bytes: so far 16777217 rows have less than a bit each,",
        batches.batch(BatchSpec.rows(1).column(NONE, NONE)));
    refused(
        "has 2147483647 rows in 0 bytes",
        FieldSpec.fixedBinary("x", 0),
        BatchSpec.rows(Integer.MAX_VALUE).column(NONE, NONE));
    refused(
        "has 2147483647 rows in 0 bytes",
        FieldSpec.nulls("x").dictionary(0, 8, true),
        BatchSpec.rows(Integer.MAX_VALUE).column(NONE, NONE));
    refused(
        "has 2147483647 rows in 16 bytes",
        FieldSpec.bool("x"),
        BatchSpec.rows(Integer.MAX_VALUE)
            .compressed(CompressionType.ZSTD)
            .column(NONE, new byte[16]));
  }

  @Test
  void oneBatchInManyPlacesIsRefused() {
    BatchSpec batch = BatchSpec.rows(1).column(NONE, new byte[8]);
    IpcBytes file = file();
    int at = file.bytes().length;
    file.batch(batch);
    int metadataBytes = file.bytes().length - at - 8;
    assertEquals(
        1,
        Refusals.read(IpcBytes.startFile().schema(FieldSpec.float64("x")).batch(batch).file())
            .getFirst()
            .size());
    for (int more = 0; more < 5; more++) {
      file.block(at, metadataBytes);
    }
    assertTrue(Refusals.message(file.file()).contains(": a byte belongs to one message"));
  }

  @Test
  void bodiesOfImpossibleLengthAreRefused() {
    var field = FieldSpec.float64("x");
    refused(
        "has a body of -1 bytes",
        IpcBytes.stream().schema(field).message(MessageHeader.RecordBatch, -1));
    refused(
        "has a body of 9223372036854775807 bytes",
        IpcBytes.stream().schema(field).message(MessageHeader.RecordBatch, Long.MAX_VALUE));
  }

  @Test
  void otherMessagesAreRefused() {
    refused(
        "is of kind 4, which is not read",
        IpcBytes.stream().schema(FieldSpec.float64("x")).message(MessageHeader.Tensor, 0));
  }

  @Test
  void bigEndianIsRefused() {
    refused(
        "input: big-endian data is not read",
        IpcBytes.stream().endianness(1).schema(FieldSpec.float64("x")));
  }

  @Test
  void unknownFeaturesAndOldMetadataAreRefused() {
    refused(
        "feature 7 of the format is not known",
        IpcBytes.stream().features(1, 2, 7).schema(FieldSpec.float64("x")));
    refused(
        "metadata version V3 is not read, only V4 and V5 are",
        IpcBytes.stream(MetadataVersion.V3, false).schema(FieldSpec.float64("x")));
  }

  @Test
  void footersThatListNonsenseAreRefused() {
    long[][] wrong = {{0, 64}, {8, 7}, {8, -1}, {8, 1 << 20}, {-8, 64}, {Long.MAX_VALUE, 64}};
    for (long[] block : wrong) {
      String message = Refusals.message(file().block(block[0], (int) block[1]).file());
      String expected =
          "input: the footer lists a message of "
              + block[1]
              + " bytes at byte "
              + block[0]
              + ", and";
      assertTrue(message.startsWith(expected), message);
    }
    // The schema message at byte 8 is longer than the 16 bytes that the footer gives it.
    String message = Refusals.message(file().block(8, 16).file());
    assertTrue(message.endsWith("bytes of metadata, and the footer gives it 8"), message);
  }

  private static IpcBytes file() {
    return IpcBytes.startFile().schema(FieldSpec.float64("x"));
  }

  @Test
  void hugeSchemasAreRefused() {
    String name = "n".repeat(1 << 20);
    FieldSpec[] fields = new FieldSpec[17];
    Arrays.fill(fields, FieldSpec.nulls(name));
    refused(
        "column names are longer than 16777216 bytes together", IpcBytes.stream().schema(fields));
    FieldSpec[] many = new FieldSpec[100_001];
    Arrays.fill(many, FieldSpec.nulls(""));
    refused("more than 100000 fields", IpcBytes.stream().schema(many));
  }

  @Test
  void impossibleTypesAreRefused() {
    refused(
        "decimal scale is 1001", IpcBytes.stream().schema(FieldSpec.decimal("x", 128, 3, 1001)));
    refused("a decimal of 96 bits", IpcBytes.stream().schema(FieldSpec.decimal("x", 96, 3, 1)));
    refused("an integer of 24 bits", IpcBytes.stream().schema(FieldSpec.integer("x", 24, true)));
    refused("a binary width of -1", IpcBytes.stream().schema(FieldSpec.fixedBinary("x", -1)));
    refused("type number 99", IpcBytes.stream().schema(FieldSpec.nested("x", (byte) 99)));
  }

  @Test
  void paddingMayFollowTheEndMarker() {
    IpcBytes stream = IpcBytes.stream().schema(FieldSpec.nulls("x")).end();
    int end = stream.bytes().length;
    byte[] padded = stream.raw(new byte[64]).bytes();
    assertEquals(List.of(List.of()), Refusals.read(padded));
    assertEquals(List.of(List.of()), Refusals.readArriving(padded));
    refused(
        "goes on after its end marker at byte " + end + " with more than", stream.raw(new byte[4]));
  }

  @Test
  void whatFollowsTheEndMarkerIsASchemaOrRefused() {
    refused(
        "goes on after its end marker at byte",
        IpcBytes.stream().schema(FieldSpec.nulls("x")).end().batch(BatchSpec.rows(1).column()));
    byte[] twice = IpcBytes.stream().schema(FieldSpec.nulls("x")).end().end().bytes();
    assertEquals(List.of(List.of()), Refusals.read(twice));
  }

  @Test
  void deepNestingIsRefused() {
    FieldSpec field = FieldSpec.float64("x");
    for (int depth = 0; depth < 64; depth++) {
      field = FieldSpec.struct("s", field);
    }
    refused("fields are nested deeper than 64", IpcBytes.stream().schema(field));
  }

  @Test
  void nestedColumnsAreSteppedOver() {
    FieldSpec value = FieldSpec.integer("v", 32, true);
    FieldSpec view = FieldSpec.utf8View("w");
    FieldSpec[] fields = {
      FieldSpec.nested("list", Type.List, value),
      FieldSpec.nested("large", Type.LargeList, value),
      FieldSpec.nested("listview", Type.ListView, value),
      FieldSpec.struct("struct", value, view, FieldSpec.utf8("d").dictionary(5, 8, true)),
      FieldSpec.union("sparse", (short) 0, value),
      FieldSpec.union("dense", (short) 1, value),
      FieldSpec.nested("ree", Type.RunEndEncoded, value, view),
      FieldSpec.nulls("null"),
      FieldSpec.utf8View("views"),
      FieldSpec.integer("last", 32, true)
    };
    for (short version : new short[] {MetadataVersion.V4, MetadataVersion.V5}) {
      byte[][] union = new byte[version == MetadataVersion.V4 ? 1 : 0][0];
      BatchSpec batch =
          BatchSpec.rows(1)
              .column(NONE, NONE)
              .column(NONE, NONE)
              .column(NONE, NONE)
              .column(NONE, NONE)
              .column(NONE, NONE, NONE)
              .column(NONE, NONE)
              .column(NONE)
              .column(NONE, NONE)
              .views(NONE, NONE, NONE, NONE)
              .column(NONE, NONE)
              .column(union)
              .buffer(0, 0)
              .column(NONE, NONE)
              .column(union)
              .buffer(0, 0)
              .buffer(0, 0)
              .column(NONE, NONE)
              .column()
              .column(NONE, NONE)
              .views(NONE, NONE, NONE)
              .column()
              .views(NONE, view(13, 1, 0), IpcBytes.utf8("x"), IpcBytes.utf8("thirteen byte"))
              .column(NONE, IpcBytes.le(42));
      IpcBytes input = IpcBytes.stream(version, false).schema(fields).batch(batch).end();
      try (var table =
          ArrowTable.spool("x", new ByteArrayInputStream(input.bytes()), new MemoryBudget(0))) {
        assertEquals(
            7,
            table.schema().fields().stream()
                .filter(f -> f.type().family() == Family.NESTED)
                .count());
        List<List<String>> columns = TableText.of(table);
        assertEquals(List.of("<null>"), columns.get(7));
        assertEquals(List.of("thirteen byte"), columns.get(8));
        assertEquals(List.of("42"), columns.get(9));
      }
    }
  }

  @Test
  void wideValuesAreExact() {
    long top = Long.MIN_VALUE;
    assertEquals(
        List.of("9223372036854775808", "<null>", "1"),
        read(
            FieldSpec.integer("x", 64, false),
            BatchSpec.rows(3).column(IpcBytes.bits(5), IpcBytes.le(top, 5L, 1L))));
    assertEquals(
        List.of("<null>", "1"),
        read(
            FieldSpec.integer("x", 64, false),
            BatchSpec.rows(2).column(IpcBytes.bits(2), IpcBytes.le(top, 1L))));
    assertEquals(
        List.of("18446744073709551616", "-1", "-9223372036854775809", "-9223372036854775808"),
        read(
            FieldSpec.decimal("x", 128, 38, 0),
            BatchSpec.rows(4)
                .column(NONE, IpcBytes.le(0L, 1L, -1L, -1L, Long.MAX_VALUE, -1L, top, -1L))));
    assertEquals(
        List.of("-1", "6277101735386680763835789423207666416102355444464034512896"),
        read(
            FieldSpec.decimal("x", 256, 76, -3),
            BatchSpec.rows(2).column(NONE, IpcBytes.le(-1L, -1L, -1L, -1L, 0L, 0L, 0L, 1L))));
  }

  @Test
  void unalignedBuffersAreRead() {
    BatchSpec batch =
        BatchSpec.rows(2)
            .aligned(1)
            .column(IpcBytes.bits(3), IpcBytes.le(1.5, -0.0))
            .column(IpcBytes.bits(1), IpcBytes.le(7L, 8L));
    byte[] bytes =
        IpcBytes.stream()
            .schema(FieldSpec.float64("x"), FieldSpec.integer("y", 64, true))
            .batch(batch)
            .end()
            .bytes();
    assertEquals(List.of(List.of("1.5", "0.0"), List.of("7", "<null>")), Refusals.read(bytes));
  }

  @Test
  void legacyFramingIsRead() {
    byte[] bytes =
        IpcBytes.stream(MetadataVersion.V4, true)
            .schema(FieldSpec.integer("x", 32, true))
            .batch(BatchSpec.rows(1).column(NONE, IpcBytes.le(9)))
            .end()
            .bytes();
    assertEquals(List.of(List.of("9")), Refusals.read(bytes));
  }

  @Test
  void emptyAndDuplicateNamesAreRead() {
    byte[] bytes =
        IpcBytes.stream()
            .schema(
                FieldSpec.integer("", 8, true),
                FieldSpec.integer("x", 8, true),
                FieldSpec.integer("x", 8, true))
            .batch(
                BatchSpec.rows(1)
                    .column(NONE, new byte[] {1})
                    .column(NONE, new byte[] {2})
                    .column(NONE, new byte[] {3}))
            .end()
            .bytes();
    assertEquals(List.of(List.of("1"), List.of("2"), List.of("3")), Refusals.read(bytes));
  }

  /** Java would put U+FFFD in the place of such bytes, and two columns would have one name. */
  @Test
  void namesThatAreNoUtf8AreRefusedWithTheirColumn() {
    refusedText("input: column 1: its name is no UTF-8", FieldSpec.float64("b~d"));
    refusedText(
        "input: column 1: a name in it is no UTF-8",
        FieldSpec.struct("x", FieldSpec.float64("b~d")));
    refusedText(
        "input: column 1: its time zone is no UTF-8",
        FieldSpec.timestamp("x", TimeUnit.SECOND, "b~d"));
  }

  /** Whose byte {@code ~} becomes one that no UTF-8 has. */
  private static void refusedText(String what, FieldSpec field) {
    byte[] good = IpcBytes.stream().schema(FieldSpec.float64("a"), field).end().bytes();
    String broken = new String(good, StandardCharsets.ISO_8859_1).replace('~', '\u00ff');
    assertEquals(what, Refusals.message(broken.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void columnNamesCannotBreakTheLine() {
    String message =
        Refusals.message(
            IpcBytes.stream()
                .schema(FieldSpec.float64("a\nb\u001b[31m" + "c".repeat(500)))
                .batch(BatchSpec.rows(1).column(NONE, NONE))
                .end()
                .bytes());
    assertTrue(message.contains("column \"a\\u000ab\\u001b[31mccc"), message);
    assertTrue(message.length() < 250, message);
  }
}
