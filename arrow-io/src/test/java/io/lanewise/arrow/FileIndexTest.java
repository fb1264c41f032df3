package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a footer, and what it lists, may begin and end. */
class FileIndexTest {

  private static IpcBytes start() {
    return IpcBytes.startFile().schema(FieldSpec.nulls("x"));
  }

  private static byte[] footerOf(int size, int footerBytes) {
    byte[] file = new byte[size];
    byte[] magic = IpcBytes.utf8("ARROW1");
    System.arraycopy(magic, 0, file, 0, 6);
    System.arraycopy(magic, 0, file, size - 6, 6);
    return Mutations.put(file, size - 10, footerBytes);
  }

  @Test
  void aFooterIsInsideTheFileAndNotEmpty() {
    assertEquals(
        "input: truncated: it has 17 bytes, and they do not end with ARROW1",
        Refusals.message(footerOf(17, 1)));
    assertEquals(
        "input: the footer has 0 bytes, and 0 are there", Refusals.message(footerOf(18, 0)));
    for (int footerBytes : new int[] {Integer.MIN_VALUE, -1, 0, 23, Integer.MAX_VALUE}) {
      assertEquals(
          "input: the footer has " + footerBytes + " bytes, and 22 are there",
          Refusals.message(footerOf(40, footerBytes)));
    }
    byte[] noMagic = footerOf(40, 22);
    noMagic[39]++;
    assertEquals(
        "input: truncated: it has 40 bytes, and they do not end with ARROW1",
        Refusals.message(noMagic));
  }

  @Test
  void aFooterMayFollowTheMagicAndAMessageTheFooter() {
    assertEquals(List.of(), Refusals.read(IpcBytes.startFile().file()));
    IpcBytes noBody = start().batch(BatchSpec.rows(2).column());
    assertEquals(List.of(List.of("<null>", "<null>")), Refusals.read(noBody.file()));
  }

  @Test
  void aListedMessageIsAsLongAsItSays() {
    IpcBytes file = start();
    int end = file.bytes().length;
    int listed = end - 8;
    int metadata = listed - 8;
    assertEquals(
        "input: batch 0: a message has header type 1, expected 3",
        Refusals.message(start().block(8, listed).file()));
    String says = "input: the message at byte 8 has " + metadata + " bytes of metadata, and ";
    for (int less = 8; less <= metadata; less += 8) {
      assertEquals(
          says + "the footer gives it " + (metadata - less),
          Refusals.message(start().block(8, listed - less).file()));
    }
    assertEquals(
        "input: the footer lists a message of "
            + (listed + 1)
            + " bytes at byte 8, and itself"
            + " begins at "
            + end,
        Refusals.message(start().block(8, listed + 1).file()));
    for (int wrong : new int[] {-1, 0}) {
      assertEquals(
          "input: the message at byte 8 has "
              + wrong
              + " bytes of metadata, and the footer gives it "
              + metadata,
          Refusals.message(Mutations.put(start().block(8, listed).file(), 12, wrong)));
    }
  }

  private static IpcBytes threeBatches() {
    IpcBytes file = IpcBytes.startFile().schema(FieldSpec.integer("n", 32, true));
    for (int value = 0; value < 3; value++) {
      file.batch(BatchSpec.rows(1).column(new byte[0], IpcBytes.le(value)));
    }
    return file;
  }

  private static String listed(String kind, int number, long[] block) {
    long end = block[0] + block[1] + block[2];
    return kind + " " + number + " at bytes " + block[0] + " to " + end;
  }

  private static String shared(String first, String second) {
    return "input: the footer lists "
        + first
        + ", and "
        + second
        + ": a byte belongs to one message, and a message is listed once";
  }

  @Test
  void batchesMayBeListedInAnyOrder() {
    IpcBytes file = threeBatches();
    Collections.rotate(file.batchBlocks(), 1);
    assertEquals(List.of(List.of("2", "0", "1")), Refusals.read(file.file()));
  }

  @Test
  void aBatchIsListedOnce() {
    for (int again = 0; again < 3; again++) {
      IpcBytes file = threeBatches();
      List<long[]> blocks = file.batchBlocks();
      int other = (again + 1) % 3;
      blocks.set(other, blocks.get(again));
      assertEquals(
          shared(
              listed("batch", Math.min(again, other), blocks.get(again)),
              listed("batch", Math.max(again, other), blocks.get(again))),
          Refusals.message(file.file()));
    }
  }

  @Test
  void aBatchThatIsListedOftenIsRefusedBeforeTheRestIsRead() {
    IpcBytes file = threeBatches();
    List<long[]> blocks = file.batchBlocks();
    for (int more = 0; more < 10; more++) {
      blocks.add(blocks.getLast());
    }
    blocks.add(new long[] {0, 0, 0});
    assertEquals(
        shared(listed("batch", 2, blocks.get(2)), listed("batch", 3, blocks.get(2))),
        Refusals.message(file.file()));
  }

  @Test
  void batchesDoNotOverlap() {
    IpcBytes file = start().batch(BatchSpec.rows(1).column()).batch(BatchSpec.rows(2).column());
    List<long[]> blocks = file.batchBlocks();
    // Its metadata ends where it did, and padding is said to follow.
    blocks.getFirst()[1] += 8;
    Collections.reverse(blocks);
    assertEquals(
        shared(listed("batch", 1, blocks.getLast()), listed("batch", 0, blocks.getFirst())),
        Refusals.message(file.file()));
  }

  @Test
  void whatIsAddedToADictionaryIsListedOnce() {
    BatchSpec letters =
        BatchSpec.rows(2).column(new byte[0], IpcBytes.le(0, 1, 2), IpcBytes.utf8("ab"));
    IpcBytes file =
        IpcBytes.startFile()
            .schema(FieldSpec.utf8("w").dictionary(7, 8, true))
            .dictionary(7, false, letters)
            .dictionary(7, true, letters)
            .batch(BatchSpec.rows(1).column(new byte[0], new byte[] {3}));
    List<long[]> blocks = file.dictionaryBlocks();
    blocks.add(blocks.getLast());
    assertEquals(
        shared(
            listed("dictionary message", 1, blocks.getLast()),
            listed("dictionary message", 2, blocks.getLast())),
        Refusals.message(file.file()));
  }

  private static byte[] together(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String missing(long from, long to) {
    return String.format(
        "input: the footer lists nothing that lies from byte %d to %d: it is damaged, or two files"
            + " were put together",
        from, to);
  }

  @Test
  void ofTwoFilesPutTogetherTheSecondIsNotReadFromTheFirst() {
    byte[] empty = start().end().file();
    int emptyEnd = start().bytes().length;
    assertEquals(
        missing(emptyEnd, empty.length + emptyEnd + 8), Refusals.message(together(empty, empty)));
    byte[] rows = threeBatches().end().file();
    int rowsEnd = threeBatches().bytes().length;
    assertEquals(
        missing(rowsEnd, rows.length + rowsEnd + 8), Refusals.message(together(rows, rows)));
  }

  @Test
  void everyBatchIsListed() {
    for (int left = 0; left < 3; left++) {
      IpcBytes file = threeBatches().end();
      long[] block = file.batchBlocks().remove(left);
      // The end marker stands behind the last one.
      long end = block[0] + block[1] + block[2] + (left == 2 ? 8 : 0);
      assertEquals(missing(block[0], end), Refusals.message(file.file()));
    }
  }

  @Test
  void anEndMarkerAndPaddingMayStandBeforeTheFooter() {
    assertEquals(
        List.of(List.of("0", "1", "2")),
        Refusals.read(threeBatches().end().raw(new byte[64]).file()));
    assertEquals(List.of(List.of()), Refusals.read(start().end().raw(new byte[64]).file()));
    int end = threeBatches().bytes().length;
    assertEquals(
        missing(end, end + 73), Refusals.message(threeBatches().end().raw(new byte[65]).file()));
  }

  @Test
  void theFooterHasTheColumnsOfTheFirstMessage() {
    IpcBytes file = threeBatches().end().footerSchema(FieldSpec.integer("m", 32, true));
    assertEquals(
        "input: column 0 of the footer is \"m\" of type int32, and of the first message \"n\" of"
            + " type int32",
        Refusals.message(file.file()));
  }

  @Test
  void aheadOfTheFirstBatchIsASchemaOrNothing() {
    FieldSpec column = FieldSpec.integer("n", 32, true);
    IpcBytes file = IpcBytes.startFile().footerSchema(column);
    for (int value = 0; value < 2; value++) {
      file.batch(BatchSpec.rows(1).column(new byte[0], IpcBytes.le(value)));
    }
    // As Arrow JS writes it.
    byte[] noSchema = file.end().bytes();
    long second = file.batchBlocks().getLast()[0];
    assertEquals(List.of(List.of("0", "1")), Refusals.read(file.file()));
    IpcBytes other = IpcBytes.startFile().footerSchema(column);
    other.raw(Arrays.copyOfRange(noSchema, FileIndex.HEAD, noSchema.length));
    other.batchBlocks().add(file.batchBlocks().getLast());
    assertEquals(missing(FileIndex.HEAD, second), Refusals.message(other.file()));
  }

  @Test
  void messagesOfOldWritersHaveNoMarker() {
    // The marker is left out, and the length of the metadata stands in its place.
    IpcBytes file = start().batch(BatchSpec.rows(3).column());
    byte[] bytes = file.file();
    int at = file.messageEnds().getFirst();
    int length = LittleEndian.intAt(Arrays.copyOfRange(bytes, at + 4, at + 8));
    byte[] old = Mutations.put(bytes, at, length);
    System.arraycopy(bytes, at + 8, old, at + 4, length);
    assertEquals(List.of(List.of("<null>", "<null>", "<null>")), Refusals.read(old));
  }
}
