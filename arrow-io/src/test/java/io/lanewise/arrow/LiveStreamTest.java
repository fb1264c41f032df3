package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.LongColumn;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.arrow.flatbuf.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that is read while it arrives holds what the same bytes hold as a file. */
class LiveStreamTest {

  private static final FieldSpec[] FIELDS = {
    FieldSpec.integer("n", 32, true), FieldSpec.utf8("s").dictionary(3, 8, true)
  };

  static Stream<Path> filesAndStreams() throws IOException {
    try (Stream<Path> files = Files.list(InteropTest.path("files"))) {
      return files
          .filter(file -> file.toString().contains(".arrow"))
          .filter(file -> !schemaIsInFooterOnly(file))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Files of Arrow JS are no streams: only their footer has the schema. */
  private static boolean schemaIsInFooterOnly(Path file) {
    return file.getFileName().toString().matches("js-.*\\.arrow");
  }

  @Test
  void aFileWithoutASchemaAheadIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(InteropTest.path("files/js-one-row.gen.arrow"));
    assertEquals(
        "input: begins with a message of kind 3 and has its schema in the footer only; such a file"
            + " cannot be read while it arrives, expected a stream",
        assertThrows(DataException.class, () -> open(bytes, 8, 5).close()).getMessage());
  }

  /** Hands out a few bytes at a time, as a pipe may. */
  private static InputStream inDrops(byte[] bytes, int size) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        return super.read(target, from, Math.min(length, size));
      }
    };
  }

  private static LiveStream open(byte[] bytes, int headBytes, int drop) {
    int head = Math.min(headBytes, bytes.length);
    return LiveStream.open(
        "input",
        Arrays.copyOf(bytes, head),
        inDrops(Arrays.copyOfRange(bytes, head, bytes.length), drop),
        new MemoryBudget(1 << 28),
        null);
  }

  private static List<List<String>> read(byte[] bytes, int headBytes, int drop) {
    try (LiveStream stream = open(bytes, headBytes, drop)) {
      return TableText.of(stream.schema(), stream);
    }
  }

  @ParameterizedTest
  @MethodSource("filesAndStreams")
  void holdsWhatTheFileHolds(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean inFile = LiveStream.isLikelyFile(bytes);
    assertTrue(inFile ^ LiveStream.isLikely(bytes));
    assertEquals(TableText.of(file), read(bytes, 9, 7));
    assertEquals(TableText.of(file), read(bytes, inFile ? 6 : 0, 1 << 16));
  }

  private static IpcBytes threeBatches() {
    IpcBytes stream = IpcBytes.stream().schema(FIELDS);
    stream.dictionary(3, false, words("ab")).batch(batch(0, 1, 0));
    stream.dictionary(3, true, words("cd")).batch(batch(2, 3, 1));
    return stream.dictionary(3, false, words("xy")).batch(batch(0, 1, 1));
  }

  private static BatchSpec batch(int... indices) {
    byte[] bytes = new byte[indices.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) indices[i];
    }
    return BatchSpec.rows(3)
        .column(IpcBytes.bits(7), IpcBytes.le(1, 2, 3))
        .column(new byte[0], bytes);
  }

  private static BatchSpec words(String letters) {
    return BatchSpec.rows(2).column(new byte[0], IpcBytes.le(0, 1, 2), IpcBytes.utf8(letters));
  }

  @Test
  void dictionariesGrowAndAreReplaced() {
    byte[] bytes = threeBatches().end().bytes();
    assertEquals(List.of("a", "b", "a", "c", "d", "b", "x", "y", "y"), read(bytes, 4, 5).getLast());
  }

  @Test
  void severalBatchesMayBeOpen() {
    try (LiveStream stream = open(threeBatches().end().bytes(), 4, 100)) {
      List<ColumnBatch> batches = new ArrayList<>();
      for (ColumnBatch batch = stream.next(); batch != null; batch = stream.next()) {
        batches.add(batch);
      }
      assertEquals(List.of(0L, 3L, 6L), batches.stream().map(ColumnBatch::firstRow).toList());
      assertEquals(List.of("a", "b", "a"), TableText.of(batches.getFirst().column(1), false));
      assertEquals(List.of("c", "d", "b"), TableText.of(batches.get(1).column(1), false));
      assertEquals(List.of("1", "2", "3"), TableText.of(batches.getLast().column(0), false));
      batches.forEach(ColumnBatch::close);
      assertEquals(List.of(), stream.warnings());
    }
  }

  @Test
  void cutBetweenMessagesIsAWarningAndInsideOneARefusal() {
    IpcBytes stream = threeBatches();
    List<Integer> ends = stream.messageEnds();
    byte[] bytes = stream.end().bytes();
    for (int length = ends.getFirst(); length < bytes.length; length++) {
      try (LiveStream live = open(Mutations.cut(bytes, length), 4, 11)) {
        long before = ends.subList(1, ends.size()).stream().filter(batchEnds(length)).count() / 2;
        if (ends.contains(length)) {
          assertEquals(3 * before, TableText.of(live.schema(), live).getFirst().size());
          assertEquals(
              List.of("input: the stream has no end marker; what is there was read"),
              live.warnings());
        } else {
          String message =
              assertThrows(DataException.class, () -> TableText.of(live.schema(), live))
                  .getMessage();
          assertTrue(
              message.matches(
                  "input: truncated: the message at byte .* are there; %d rows came before"
                      .formatted(3 * before)),
              message);
        }
      }
    }
  }

  /** Of the messages behind the schema, a dictionary and a batch in turn. */
  private static Predicate<Integer> batchEnds(int length) {
    return end -> end <= length;
  }

  @Test
  void cutBeforeTheSchemaIsARefusal() {
    byte[] bytes = threeBatches().bytes();
    int schemaEnd = threeBatches().messageEnds().getFirst();
    for (int length = 4; length < schemaEnd; length++) {
      byte[] cut = Mutations.cut(bytes, length);
      assertTrue(
          assertThrows(DataException.class, () -> open(cut, 4, 11).close())
              .getMessage()
              .startsWith("input: truncated: "));
    }
  }

  /** A length is no reason to set memory aside: it may be damaged. */
  @Test
  void aLongBodyThatDoesNotComeIsRefused() {
    byte[] bytes = threeBatches().bytes();
    int at = threeBatches().messageEnds().getFirst();
    byte[] cut = Mutations.cut(bytes, at + 8);
    // The length of the metadata, two gigabytes.
    cut[at + 4] = -1;
    cut[at + 5] = -1;
    cut[at + 6] = -1;
    cut[at + 7] = 127;
    try (LiveStream live = open(cut, 4, 1 << 16)) {
      String message = assertThrows(DataException.class, live::next).getMessage();
      assertTrue(message.contains("has 2147483647 bytes of metadata, and 0 are there"), message);
    }
  }

  @Test
  void largeBodiesPassThroughAFile() {
    int rows = BodyMemory.LARGE / Integer.BYTES + 5;
    byte[] values = new byte[rows * Integer.BYTES];
    values[values.length - 4] = 42;
    byte[] bytes =
        IpcBytes.stream()
            .schema(FieldSpec.integer("n", 32, true))
            .batch(BatchSpec.rows(rows).column(new byte[0], values))
            .end()
            .bytes();
    try (LiveStream live = open(bytes, 9, 1 << 16);
        ColumnBatch batch = live.next()) {
      assertEquals(rows, batch.rowCount());
      var column = (LongColumn) batch.column(0);
      long[] last = new long[1];
      column.read(rows - 1, rows, last, new long[Column.VALIDITY_WORDS]);
      assertEquals(42, last[0]);
    }
  }

  private static IpcBytes file(int... rows) {
    IpcBytes file = IpcBytes.startFile().schema(FieldSpec.nulls("x"));
    for (int count : rows) {
      file.batch(BatchSpec.rows(count).column());
    }
    return file;
  }

  @Test
  void aFileIsReadAsTheStreamInIt() {
    byte[] bytes = file(2, 3).end().file();
    for (int head : new int[] {6, 8, bytes.length}) {
      try (LiveStream live = open(bytes, head, 5)) {
        assertEquals(5, TableText.of(live.schema(), live).getFirst().size());
        assertEquals(List.of(), live.warnings());
        assertNull(live.next(), "the end is the end");
        assertEquals(bytes.length, live.bytesRead());
      }
    }
    byte[] open = file(2, 3).bytes();
    try (LiveStream live = open(open, 8, 5)) {
      assertEquals(
          "input: truncated: it has no end marker, as every file does; 5 rows came before",
          assertThrows(DataException.class, () -> TableText.of(live.schema(), live)).getMessage());
    }
    byte[] magic = Mutations.cut(open, 7);
    assertEquals(
        "input: truncated: the message at byte 0 begins with 4 or 8 bytes, and 7 are there",
        assertThrows(DataException.class, () -> open(magic, 6, 5).close()).getMessage());
  }

  @Test
  void aCutBodySaysWhatIsThere() {
    IpcBytes stream = IpcBytes.stream().schema(FieldSpec.integer("n", 64, true));
    int start = stream.bytes().length;
    byte[] whole = stream.batch(BatchSpec.rows(5).column(new byte[0], new byte[40])).bytes();
    byte[] cut = Mutations.cut(whole, whole.length - 7);
    try (LiveStream live = open(cut, 4, 11)) {
      assertEquals(
          "input: truncated: the message at byte %d has a body of 40 bytes, and 33 are there; 0 rows"
              .formatted(start + 8)
              .concat(" came before"),
          assertThrows(DataException.class, live::next).getMessage());
    }
  }

  @Test
  void aCutOrImpossibleHeadSaysWhatIsThere() {
    IpcBytes stream = IpcBytes.stream().schema(FieldSpec.nulls("x"));
    int start = stream.bytes().length;
    byte[] whole = stream.batch(BatchSpec.rows(5).column()).bytes();
    for (int there : new int[] {1, 3, 4, 7}) {
      refusedNext(
          "truncated: the message at byte %d begins with 4 or 8 bytes, and %d are there"
              .formatted(start, there),
          Mutations.cut(whole, start + there));
    }
    refusedNext(
        "the message at byte " + start + " has -2 bytes of metadata",
        Mutations.put(whole, start + 4, -2));
  }

  private static void refusedNext(String what, byte[] bytes) {
    try (LiveStream live = open(bytes, 4, 11)) {
      assertEquals(
          "input: " + what + "; 0 rows came before",
          assertThrows(DataException.class, live::next).getMessage());
    }
  }

  /** More than is set aside before any of it has come. */
  @Test
  void longNamesAndDictionariesArrive() {
    String name = "n".repeat(5 << 19);
    byte[] text = new byte[5 << 19];
    Arrays.fill(text, 0, text.length - 1, (byte) 'a');
    text[text.length - 1] = 'z';
    byte[] bytes =
        IpcBytes.stream()
            .schema(FieldSpec.utf8(name).dictionary(3, 8, true))
            .dictionary(
                3, false, BatchSpec.rows(1).column(new byte[0], IpcBytes.le(0, text.length), text))
            .batch(BatchSpec.rows(1).column(new byte[0], new byte[1]))
            .end()
            .bytes();
    try (LiveStream live = open(bytes, 4, 1 << 17)) {
      assertEquals(name, live.schema().fields().getFirst().name());
      assertEquals(
          List.of(List.of("a".repeat(text.length - 1) + "z")), TableText.of(live.schema(), live));
    }
  }

  /** Two batches that share a dictionary, of which 12 bytes are decompressed. */
  private static byte[] compressedDictionary() {
    byte[] frame = Zstd.compress(IpcBytes.le(0, 1, 2));
    byte[] offsets = Arrays.copyOf(IpcBytes.le(12L), 8 + frame.length);
    System.arraycopy(frame, 0, offsets, 8, frame.length);
    byte[] text = Arrays.copyOf(IpcBytes.le(-1L), 10);
    BatchSpec words =
        BatchSpec.rows(2).compressed(CompressionType.ZSTD).column(new byte[0], offsets, text);
    BatchSpec rows = BatchSpec.rows(1).column(new byte[0], new byte[1]);
    return IpcBytes.stream()
        .schema(FieldSpec.utf8("w").dictionary(3, 8, true))
        .dictionary(3, false, words)
        .batch(rows)
        .batch(rows)
        .end()
        .bytes();
  }

  @Test
  void dictionariesAreHeldFromBatchToBatchAndLetGo() {
    byte[] bytes = compressedDictionary();
    for (int batches = 1; batches <= 2; batches++) {
      var budget = new MemoryBudget(12);
      var in = new ByteArrayInputStream(bytes);
      LiveStream live = LiveStream.open("input", new byte[0], in, budget, null);
      for (int i = 0; i < batches; i++) {
        try (ColumnBatch batch = live.next()) {
          batch.column(0);
          assertEquals(12, budget.heldBytes());
        }
        assertEquals(12, budget.heldBytes(), "for the batch after this");
      }
      if (batches == 2) {
        assertNull(live.next());
        assertEquals(0, budget.heldBytes(), "at the end");
      }
      live.close();
      assertEquals(0, budget.heldBytes());
    }
  }

  @Test
  void everyByteIsDigested() throws NoSuchAlgorithmException {
    byte[] bytes = threeBatches().end().bytes();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (LiveStream live =
        LiveStream.open(
            "input",
            Arrays.copyOf(bytes, 9),
            new ByteArrayInputStream(bytes, 9, bytes.length - 9),
            new MemoryBudget(1 << 20),
            digest)) {
      TableText.of(live.schema(), live);
      assertEquals(bytes.length, live.bytesRead());
    }
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertTrue(Arrays.equals(expected, digest.digest()));
  }

  @Test
  void whatIsNoStreamIsNotTakenForOne() {
    assertFalse(LiveStream.isLikely(new byte[0]));
    assertFalse(LiveStream.isLikely(new byte[] {-1, -1, -1}));
    assertFalse(LiveStream.isLikely("ARROW1\0\0".getBytes(StandardCharsets.UTF_8)));
    assertTrue(LiveStream.isLikely(new byte[] {-1, -1, -1, -1}));
    assertTrue(LiveStream.isLikelyFile("ARROW1".getBytes(StandardCharsets.UTF_8)));
    assertFalse(LiveStream.isLikelyFile("ARROW2\0\0".getBytes(StandardCharsets.UTF_8)));
    assertFalse(LiveStream.isLikelyFile("ARROW".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsRefusedAtTheBeginningLeavesNoMemory() throws IOException {
    assumeTrue(ResidentMemory.isKnown(), "Linux tells what is resident");
    byte[] noSchema =
        IpcBytes.stream()
            .batch(BatchSpec.rows(1 << 20).column(new byte[0], new byte[8 << 20]))
            .bytes();
    long before = ResidentMemory.kib();
    for (int i = 0; i < 100; i++) {
      assertThrows(DataException.class, () -> open(noSchema, 0, 1 << 20));
    }
    long grown = ResidentMemory.kib() - before;
    assertTrue(grown < 400 << 10, () -> "800 MiB were refused, and " + grown + " KiB are left");
  }
}
