package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.DictionaryColumn;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.flatbuf.CompressionType;
import org.junit.jupiter.api.Test;

/** Dictionaries that are shared, replaced and added to. */
class DictionaryTest {

  private static final byte[] NONE = new byte[0];
  private static final FieldSpec WORD = FieldSpec.utf8("w").dictionary(7, 8, true);

  private static BatchSpec words(String... words) {
    int[] offsets = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      offsets[i + 1] = offsets[i] + words[i].length();
    }
    byte[] text = IpcBytes.utf8(String.join("", words));
    return BatchSpec.rows(words.length).column(NONE, IpcBytes.le(offsets), text);
  }

  private static BatchSpec indices(int... indices) {
    return BatchSpec.rows(indices.length).column(NONE, IpcBytes.bits(indices));
  }

  private static List<String> read(IpcBytes stream) {
    return Refusals.read(stream.end().bytes()).getFirst();
  }

  private static List<Column> dictionaries(IpcBytes stream) {
    List<Column> dictionaries = new ArrayList<>();
    var in = new ByteArrayInputStream(stream.end().bytes());
    try (var table = ArrowTable.spool("x", in, new MemoryBudget(1 << 20));
        BatchReader reader = table.open()) {
      for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
        try (ColumnBatch batch = next) {
          dictionaries.add(((DictionaryColumn) batch.column(0)).dictionary());
          assertSame(batch.column(0), batch.column(0));
        }
      }
    }
    return dictionaries;
  }

  @Test
  void deltasAddAndReplacementsReplace() {
    IpcBytes stream =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a", "bb"))
            .batch(indices(0, 1))
            .dictionary(7, true, words("ccc"))
            .dictionary(7, true, words())
            .batch(indices(2, 0))
            .dictionary(7, false, words("X"))
            .batch(indices(0))
            .dictionary(7, true, words("Y"))
            .batch(indices(1, 0));
    assertEquals(List.of("a", "bb", "ccc", "a", "X", "Y", "X"), read(stream));
  }

  @Test
  void indexOfALaterDeltaIsRefusedBeforeIt() {
    IpcBytes stream =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a"))
            .batch(indices(1))
            .dictionary(7, true, words("b"))
            .batch(indices(1));
    assertTrue(
        Refusals.message(stream.end().bytes())
            .contains("batch 0: column \"w\": row 0 has dictionary index 1, expected one in 0..0"));
  }

  @Test
  void dictionaryStaysTheSameObjectUntilItChanges() {
    List<Column> seen =
        dictionaries(
            IpcBytes.stream()
                .schema(WORD)
                .dictionary(7, false, words("a"))
                .batch(indices(0))
                .batch(indices(0))
                .dictionary(7, true, words("b"))
                .batch(indices(1))
                .batch(indices(0))
                .dictionary(7, false, words("c"))
                .batch(indices(0)));
    assertSame(seen.get(0), seen.get(1));
    assertNotSame(seen.get(1), seen.get(2));
    assertSame(seen.get(2), seen.get(3));
    assertNotSame(seen.get(3), seen.get(4));
  }

  @Test
  void filesAddInTheFootersOrderAndMayNotReplace() {
    byte[] file =
        IpcBytes.startFile()
            .schema(WORD)
            .batch(indices(0, 1, 2))
            .dictionary(7, false, words("a"))
            .dictionary(7, true, words("b", "c"))
            .file();
    assertEquals(List.of("a", "b", "c"), Refusals.read(file).getFirst());
    byte[] replaced =
        IpcBytes.startFile()
            .schema(WORD)
            .dictionary(7, false, words("a"))
            .dictionary(7, false, words("b"))
            .file();
    assertEquals(
        "input: dictionary 7 occurs twice, which a file forbids", Refusals.message(replaced));
  }

  @Test
  void deltasToNothingAndUnknownDictionariesAreRefused() {
    assertEquals(
        "input: dictionary 7 is added to before there is one",
        Refusals.message(
            IpcBytes.stream().schema(WORD).dictionary(7, true, words("a")).end().bytes()));
    assertEquals(
        "input: dictionary 8 belongs to no column",
        Refusals.message(
            IpcBytes.stream().schema(WORD).dictionary(8, false, words("a")).end().bytes()));
  }

  @Test
  void sharedDictionaryServesEveryColumn() {
    byte[] bytes =
        IpcBytes.stream()
            .schema(WORD, FieldSpec.utf8("v").dictionary(7, 16, false))
            .dictionary(7, false, words("a", "b"))
            .batch(
                BatchSpec.rows(2)
                    .column(NONE, IpcBytes.bits(0, 1))
                    .column(NONE, IpcBytes.bits(1, 0, 0, 0)))
            .end()
            .bytes();
    assertEquals(List.of(List.of("a", "b"), List.of("b", "a")), Refusals.read(bytes));
  }

  @Test
  void nullsInADictionaryAreNulls() {
    IpcBytes stream =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(
                7,
                false,
                BatchSpec.rows(2)
                    .column(IpcBytes.bits(2), IpcBytes.le(0, 0, 1), IpcBytes.utf8("b")))
            .batch(indices(0, 1))
            .dictionary(7, true, words("c"))
            .batch(indices(0, 1, 2));
    assertEquals(List.of("<null>", "b", "<null>", "b", "c"), read(stream));
  }

  @Test
  void valuesOfEveryStorageGrow() {
    grows(
        FieldSpec.float64("x"),
        BatchSpec.rows(2).column(IpcBytes.bits(1), IpcBytes.le(1.5, 9.0)),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(-2.5)),
        List.of("1.5", "<null>", "-2.5"));
    grows(
        FieldSpec.integer("x", 16, true),
        BatchSpec.rows(1).column(NONE, IpcBytes.bits(255, 255)),
        BatchSpec.rows(1).column(NONE, IpcBytes.bits(0, 128)),
        List.of("-1", "-32768"));
    grows(
        FieldSpec.integer("x", 64, false),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(1L)),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(-1L)),
        List.of("1", "18446744073709551615"));
    grows(
        FieldSpec.decimal("x", 128, 38, 2),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(-1L, -1L)),
        BatchSpec.rows(1).column(NONE, IpcBytes.le(0L, 1L)),
        List.of("-1", "18446744073709551616"));
    grows(
        FieldSpec.bool("x"),
        BatchSpec.rows(2).column(IpcBytes.bits(3), IpcBytes.bits(2)),
        BatchSpec.rows(1).column(IpcBytes.bits(0), IpcBytes.bits(1)),
        List.of("false", "true", "<null>"));
    grows(
        FieldSpec.fixedBinary("x", 2),
        BatchSpec.rows(1).column(NONE, IpcBytes.bits(1, 2)),
        BatchSpec.rows(1).column(NONE, IpcBytes.bits(171, 205)),
        List.of("0102", "ABCD"));
    grows(
        FieldSpec.utf8View("x"),
        BatchSpec.rows(1).views(NONE, IpcBytes.le(1, 'a', 0, 0)),
        BatchSpec.rows(1).views(NONE, IpcBytes.le(13, 0, 0, 0), IpcBytes.utf8("thirteen byte")),
        List.of("a", "thirteen byte"));
    grows(
        FieldSpec.nulls("x"),
        BatchSpec.rows(1).column(),
        BatchSpec.rows(1).column(),
        List.of("<null>", "<null>"));
  }

  private static void grows(
      FieldSpec value, BatchSpec first, BatchSpec second, List<String> expected) {
    int[] all = new int[expected.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    IpcBytes stream =
        IpcBytes.stream()
            .schema(value.dictionary(1, 8, true))
            .dictionary(1, false, first)
            .batch(indices(0))
            .dictionary(1, true, second)
            .batch(indices(all));
    List<String> read = read(stream);
    assertEquals(expected.getFirst(), read.getFirst());
    assertEquals(expected, read.subList(1, read.size()));
  }

  @Test
  void valuesThatTakeNoBytesAreLimited() {
    int most = 1 << 16;
    FieldSpec empty = FieldSpec.fixedBinary("w", 0).dictionary(7, 32, true);
    FieldSpec one = FieldSpec.fixedBinary("w", 1).dictionary(7, 32, true);
    BatchSpec last = BatchSpec.rows(1).column(NONE, IpcBytes.le(most - 1));
    BatchSpec many = BatchSpec.rows(most).column(NONE, NONE);
    BatchSpec more = BatchSpec.rows(most + 1).column(NONE, NONE);
    BatchSpec full = BatchSpec.rows(most + 1).column(NONE, new byte[most + 1]);
    assertEquals(
        List.of(""), read(IpcBytes.stream().schema(empty).dictionary(7, false, many).batch(last)));
    assertEquals(
        List.of("00"), read(IpcBytes.stream().schema(one).dictionary(7, false, full).batch(last)));
    byte[] bytes =
        IpcBytes.stream().schema(empty).dictionary(7, false, more).batch(last).end().bytes();
    assertEquals(
        "input: dictionary 7: has 65537 values of no bytes, expected at most 65536",
        Refusals.message(bytes));
  }

  @Test
  void aDictionaryHasTheBuffersOfItsType() {
    BatchSpec four = BatchSpec.rows(1).column(NONE, IpcBytes.le(0, 1), IpcBytes.utf8("a"), NONE);
    IpcBytes stream = IpcBytes.stream().schema(WORD).dictionary(7, false, four).batch(indices(0));
    assertEquals(
        "input: dictionary 7: lists 1 nodes, 4 buffers and 0 views, and the schema calls for 1, 3"
            + " and 0",
        Refusals.message(stream.end().bytes()));
  }

  private static byte[] compressed(int claimed) {
    byte[] frame = Zstd.compress(IpcBytes.le(0, 1, 2));
    byte[] offsets = Arrays.copyOf(IpcBytes.le((long) claimed), 8 + frame.length);
    System.arraycopy(frame, 0, offsets, 8, frame.length);
    byte[] text = Arrays.copyOf(IpcBytes.le(-1L), 10);
    return IpcBytes.stream()
        .schema(WORD)
        .dictionary(
            7,
            false,
            BatchSpec.rows(2).compressed(CompressionType.ZSTD).column(NONE, offsets, text))
        .batch(indices(0))
        .end()
        .bytes();
  }

  @Test
  void everyWalkHoldsWhatItDecompressesUntilItEnds() {
    var budget = new MemoryBudget(12);
    try (var table = ArrowTable.spool("x", new ByteArrayInputStream(compressed(12)), budget)) {
      for (int walk = 0; walk < 3; walk++) {
        try (BatchReader reader = table.open();
            ColumnBatch batch = Objects.requireNonNull(reader.next())) {
          assertEquals(0, budget.heldBytes());
          batch.column(0);
          assertEquals(12, budget.heldBytes());
        }
        assertEquals(0, budget.heldBytes());
      }
    }
  }

  @Test
  void aDictionaryThatFailsHoldsNothing() {
    var budget = new MemoryBudget(13);
    try (var table = ArrowTable.spool("x", new ByteArrayInputStream(compressed(13)), budget);
        BatchReader reader = table.open();
        ColumnBatch batch = Objects.requireNonNull(reader.next())) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertEquals(
            "x: dictionary 7: ZSTD: a buffer has 12 bytes, and says 13",
            assertThrows(DataException.class, () -> batch.column(0)).getMessage());
        assertEquals(0, budget.heldBytes());
      }
    }
  }

  @Test
  void manyDeltasAreCopiedOnceEach() {
    // 20,000 deltas with a batch after each: copying all values for each would be 4e8 words.
    IpcBytes stream =
        IpcBytes.stream()
            .schema(FieldSpec.utf8("w").dictionary(7, 32, true))
            .dictionary(7, false, words("0"));
    int deltas = 20_000;
    for (int i = 1; i <= deltas; i++) {
      stream.dictionary(7, true, words(Integer.toString(i)));
      stream.batch(BatchSpec.rows(1).column(NONE, IpcBytes.le(i)));
    }
    List<Column> seen = dictionaries(stream);
    assertEquals(deltas + 1, seen.getLast().length());
    assertEquals(2, seen.getFirst().length());
  }

  @Test
  void streamsOneAfterTheOtherHaveDictionariesOfTheirOwn() {
    IpcBytes both =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a"))
            .batch(indices(0))
            .end()
            .schema(WORD)
            .dictionary(7, false, words("b"))
            .batch(indices(0))
            .end()
            .schema(WORD)
            .batch(BatchSpec.rows(1).column(IpcBytes.bits(0), IpcBytes.bits(0)));
    assertEquals(List.of("a", "b", "<null>"), read(both));
  }

  @Test
  void aFurtherStreamStartsWithoutDictionaries() {
    byte[] bytes =
        IpcBytes.stream()
            .schema(WORD)
            .dictionary(7, false, words("a"))
            .end()
            .schema(WORD)
            .dictionary(7, true, words("b"))
            .end()
            .bytes();
    assertEquals("input: dictionary 7 is added to before there is one", Refusals.message(bytes));
  }

  @Test
  void aFurtherStreamOfOtherColumnsIsRefused() {
    byte[] bytes = IpcBytes.stream().schema(WORD).end().schema(FieldSpec.utf8("w")).end().bytes();
    assertEquals(
        "input: column 0 of a further stream is \"w\" of type utf8, and of the first \"w\" of type"
            + " dictionary<utf8>",
        Refusals.message(bytes));
  }

  /** Once each batch summed them anew, and 16,000 parts took minutes. */
  @Test
  void partsAreLookedAtOnceHoweverManyBatchesAreBetweenThem() {
    int parts = 2_000;
    IpcBytes stream = IpcBytes.stream().schema(WORD).dictionary(7, false, words("a"));
    for (int i = 1; i < parts; i++) {
      stream.dictionary(7, true, words("b")).batch(indices(i % Byte.MAX_VALUE));
    }
    var in = new ByteArrayInputStream(stream.end().bytes());
    try (var table = ArrowTable.spool("x", in, new MemoryBudget(1 << 20));
        BatchReader reader = table.open()) {
      long before = ClaimsTest.allocated();
      for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
        try (ColumnBatch batch = next) {
          batch.await();
          batch.await();
        }
      }
      long bytes = (ClaimsTest.allocated() - before) / parts;
      assertTrue(bytes < 20_000, () -> bytes + " bytes allocated for a part");
    }
  }
}
