package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that is read while it arrives is read as the file that it is, or refused. */
class LiveFileTest {

  private static final FieldSpec INTEGERS = FieldSpec.integer("n", 32, true);
  private static final FieldSpec WORDS = FieldSpec.utf8("w").dictionary(7, 8, true);

  private static IpcBytes threeBatches(FieldSpec field) {
    IpcBytes file = IpcBytes.startFile().schema(field);
    for (int value = 0; value < 3; value++) {
      file.batch(BatchSpec.rows(1).column(new byte[0], IpcBytes.le(value)));
    }
    return file;
  }

  private static BatchSpec letters(String letters) {
    return BatchSpec.rows(2).column(new byte[0], IpcBytes.le(0, 1, 2), IpcBytes.utf8(letters));
  }

  private static BatchSpec indices(int... indices) {
    return BatchSpec.rows(indices.length).column(new byte[0], IpcBytes.bits(indices));
  }

  private static List<List<String>> read(byte[] file) {
    List<List<String>> values = Refusals.readArriving(file);
    assertEquals(Refusals.read(file), values);
    return values;
  }

  private static String refusal(byte[] file) {
    return assertThrows(DataException.class, () -> Refusals.readArriving(file)).getMessage();
  }

  private static void refuses(String what, byte[] file) {
    assertEquals("input: " + what + "; 3 rows came before", refusal(file));
  }

  /** Bytes of one file up to its footer, and the footer of another. */
  private static byte[] withFooter(IpcBytes file, IpcBytes other) {
    byte[] start = file.end().bytes();
    int otherStart = other.end().bytes().length;
    byte[] footer = other.file();
    return Mutations.splice(start, start.length, footer, otherStart);
  }

  @Test
  void aFileCutBehindItsEndMarkerIsRefused() {
    IpcBytes file = threeBatches(INTEGERS);
    int marker = file.end().bytes().length;
    byte[] bytes = file.file();
    assertEquals(List.of(List.of("0", "1", "2")), read(bytes));
    for (int length = marker; length < bytes.length; length++) {
      refuses(
          "truncated: it has " + length + " bytes, and they do not end with ARROW1",
          Mutations.cut(bytes, length));
    }
  }

  @Test
  void whatFollowsTheFooterIsRefused() {
    byte[] bytes = threeBatches(INTEGERS).end().file();
    refuses(
        "truncated: it has " + (bytes.length + 1) + " bytes, and they do not end with ARROW1",
        Mutations.cut(bytes, bytes.length + 1));
    byte[] twice = Mutations.splice(bytes, bytes.length, bytes, 0);
    int marker = threeBatches(INTEGERS).end().bytes().length;
    refuses(
        "goes on after its end marker at byte %d with %d bytes that are not its footer"
            .formatted(marker, bytes.length),
        twice);
  }

  @Test
  void paddingAheadOfTheFooterIsNoDamage() {
    for (int padding = 1; padding < 8; padding++) {
      byte[] file = threeBatches(INTEGERS).end().raw(new byte[padding]).file();
      assertEquals(List.of(List.of("0", "1", "2")), read(file));
    }
    assertTrue(
        refusal(threeBatches(INTEGERS).end().raw(new byte[8]).file())
            .contains("with 8 bytes that are not its footer"));
  }

  @Test
  void aFooterOfImpossibleLengthIsRefused() {
    IpcBytes file = threeBatches(INTEGERS);
    int marker = file.end().bytes().length;
    byte[] bytes = file.file();
    int there = bytes.length - 10 - marker;
    int[] impossible = {Integer.MIN_VALUE, -1, 0, there + 1, Integer.MAX_VALUE};
    for (int footerBytes : impossible) {
      refuses(
          "the footer has " + footerBytes + " bytes, and " + there + " are there",
          Mutations.put(bytes, bytes.length - 10, footerBytes));
    }
  }

  /** Memory has a bound, whatever follows. */
  @Test
  void bytesWithoutEndAreRefused() {
    byte[] start = threeBatches(INTEGERS).end().bytes();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] target, int from, int length) {
            Arrays.fill(target, from, from + length, (byte) 0);
            return length;
          }
        };
    try (var live = LiveStream.open("input", start, endless, new MemoryBudget(0), null)) {
      String message =
          assertThrows(DataException.class, () -> TableText.of(live.schema(), live)).getMessage();
      assertTrue(message.contains("bytes that a footer may have; 3 rows came before"), message);
      assertTrue(live.bytesRead() < 20 << 20, message);
    }
  }

  @Test
  void batchesMayBeListedInAnyOrder() {
    IpcBytes file = threeBatches(INTEGERS).end();
    Collections.rotate(file.batchBlocks(), 1);
    byte[] bytes = file.file();
    assertEquals(List.of(List.of("2", "0", "1")), Refusals.read(bytes));
    assertEquals(List.of(List.of("0", "1", "2")), Refusals.readArriving(bytes));
  }

  @Test
  void aFooterThatListsOtherBatchesIsRefused() {
    for (int i = 0; i < 3; i++) {
      IpcBytes file = threeBatches(INTEGERS).end();
      long[] block = file.batchBlocks().remove(i);
      refuses("the footer does not list batch " + i + ", at byte " + block[0], file.file());
      file = threeBatches(INTEGERS).end();
      file.batchBlocks().set((i + 1) % 3, block);
      refuses("the footer lists batch " + i + " twice", file.file());
      file = threeBatches(INTEGERS).end();
      file.batchBlocks().get(i)[0] += 8;
      refuses(
          "the footer lists a batch at byte " + (block[0] + 8) + ", where none begins",
          file.file());
      file = threeBatches(INTEGERS).end();
      file.batchBlocks().get(i)[1] += 8;
      refuses(
          "the head of batch %d has %d bytes, and the footer gives it %d"
              .formatted(i, block[1], block[1] + 8),
          file.file());
    }
  }

  @Test
  void aFooterWithOtherColumnsIsRefused() {
    refuses(
        "column 0 of the footer is \"n\" of type uint32, and of the first message \"n\" of type int32",
        withFooter(threeBatches(INTEGERS), threeBatches(FieldSpec.integer("n", 32, false))));
    IpcBytes file = IpcBytes.startFile().schema(WORDS).dictionary(7, false, letters("ab"));
    IpcBytes other =
        IpcBytes.startFile()
            .schema(FieldSpec.utf8("w").dictionary(7, 8, false))
            .dictionary(7, false, letters("ab"));
    refuses(
        "the footer has other dictionaries or widths of columns than the first message",
        withFooter(file.batch(indices(1, 0, 1)), other.batch(indices(1, 0, 1))));
  }

  @Test
  void dictionariesAreListedAsTheyCame() {
    IpcBytes file = dictionaries();
    assertEquals(List.of(List.of("a", "d", "b")), read(file.file()));

    file = dictionaries();
    List<long[]> blocks = file.dictionaryBlocks();
    Collections.swap(blocks, 1, 2);
    assertEquals(List.of(List.of("a", "f", "b")), Refusals.read(file.file()));
    refuses(
        "the footer lists dictionary message 2 ahead of 1, which adds to the same dictionary",
        dictionariesListed(blocks));

    blocks = dictionaries().dictionaryBlocks();
    long[] last = blocks.removeLast();
    refuses(
        "the footer does not list dictionary message 2, at byte " + last[0],
        dictionariesListed(blocks));
    blocks.add(blocks.getLast());
    refuses("the footer lists dictionary message 1 twice", dictionariesListed(blocks));
  }

  /** A dictionary to which two messages add. */
  private static IpcBytes dictionaries() {
    return IpcBytes.startFile()
        .schema(WORDS)
        .dictionary(7, false, letters("ab"))
        .dictionary(7, true, letters("cd"))
        .dictionary(7, true, letters("ef"))
        .batch(indices(0, 3, 1))
        .end();
  }

  private static byte[] dictionariesListed(List<long[]> blocks) {
    IpcBytes file = dictionaries();
    file.dictionaryBlocks().clear();
    file.dictionaryBlocks().addAll(blocks);
    return file.file();
  }

  @Test
  void dictionariesOfDifferentColumnsMayBeListedInAnyOrder() {
    IpcBytes file =
        IpcBytes.startFile()
            .schema(WORDS, FieldSpec.utf8("v").dictionary(8, 8, true))
            .dictionary(7, false, letters("ab"))
            .dictionary(8, false, letters("xy"))
            .batch(
                BatchSpec.rows(1)
                    .column(new byte[0], new byte[] {1})
                    .column(new byte[0], new byte[] {0}))
            .end();
    Collections.reverse(file.dictionaryBlocks());
    assertEquals(List.of(List.of("b"), List.of("x")), read(file.file()));
  }

  @Test
  void aFileReplacesNoDictionaryAndHasOneSchema() {
    IpcBytes file =
        IpcBytes.startFile()
            .schema(WORDS)
            .dictionary(7, false, letters("ab"))
            .batch(indices(0, 1, 0))
            .dictionary(7, false, letters("cd"))
            .batch(indices(0, 1, 0));
    refuses("dictionary 7 occurs twice, which a file forbids", file.end().file());
    file = threeBatches(INTEGERS);
    int at = file.bytes().length;
    refuses(
        "has a second schema at byte " + at + ", as no file does",
        file.schema(INTEGERS).end().file());
  }

  @Test
  void whatWasRefusedStaysRefused() {
    byte[] bytes = threeBatches(INTEGERS).end().file();
    byte[] cut = Mutations.cut(bytes, bytes.length - 1);
    try (var live =
        LiveStream.open("input", cut, InputStream.nullInputStream(), new MemoryBudget(0), null)) {
      assertThrows(DataException.class, () -> TableText.of(live.schema(), live));
      assertThrows(DataException.class, live::next);
    }
  }
}
