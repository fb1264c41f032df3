package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
        "input: the footer has 0 bytes, and the file 18", Refusals.message(footerOf(18, 0)));
    for (int footerBytes : new int[] {Integer.MIN_VALUE, -1, 0, 23, Integer.MAX_VALUE}) {
      assertEquals(
          "input: the footer has " + footerBytes + " bytes, and the file 40",
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

  @Test
  void aLongBatchIsListedOnce() {
    IpcBytes file = IpcBytes.startFile().schema(FieldSpec.float64("x"));
    int at = file.bytes().length;
    int body = 8 * 500;
    file.batch(BatchSpec.rows(500).column(new byte[0], new byte[body]));
    int footerAt = file.bytes().length;
    int head = footerAt - at - body;
    assertEquals(
        "input: the footer lists messages of %d bytes and more, and itself begins at %d"
            .formatted(2 * (head + body), footerAt),
        Refusals.message(file.block(at, head).file()));
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
