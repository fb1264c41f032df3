package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An input that was cut anywhere never passes for a whole one. */
class TruncationTest {

  private static final FieldSpec[] FIELDS = {
    FieldSpec.integer("n", 32, true), FieldSpec.utf8("s").dictionary(3, 8, true)
  };

  private static BatchSpec batch() {
    return BatchSpec.rows(3)
        .column(IpcBytes.bits(5), IpcBytes.le(1, 2, 3))
        .column(new byte[0], new byte[] {0, 1, 0});
  }

  private static BatchSpec dictionary() {
    return BatchSpec.rows(2).column(new byte[0], IpcBytes.le(0, 1, 2), IpcBytes.utf8("ab"));
  }

  private static IpcBytes stream() {
    return IpcBytes.stream().schema(FIELDS).dictionary(3, false, dictionary()).batch(batch());
  }

  @Test
  void fileCutAnywhereIsRefused() {
    byte[] file =
        IpcBytes.startFile()
            .schema(FIELDS)
            .dictionary(3, false, dictionary())
            .batch(batch())
            .end()
            .file();
    assertEquals(List.of("1", "<null>", "3"), Refusals.read(file).getFirst());
    for (int length = 0; length < file.length; length++) {
      Refusals.message(Mutations.cut(file, length));
    }
    assertTrue(
        Refusals.message(Mutations.cut(file, file.length - 1))
            .contains("truncated: it has " + (file.length - 1) + " bytes"));
  }

  @Test
  void fileOfAnotherWriterCutAnywhereIsRefused() throws IOException {
    byte[] file = Files.readAllBytes(InteropTest.path("files/js-one-row.gen.arrow"));
    for (int length = 0; length < file.length; length++) {
      Refusals.message(Mutations.cut(file, length));
    }
  }

  @Test
  void streamIsReadUpToACutBetweenMessagesAndRefusedAtAnyOther() {
    IpcBytes stream = stream();
    List<Integer> ends = stream.messageEnds();
    byte[] bytes = stream.end().bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Mutations.cut(bytes, length);
      if (!ends.contains(length)) {
        String message = Refusals.message(cut);
        assertTrue(message.startsWith("input: "), message);
        continue;
      }
      try (var table =
          ArrowTable.spool("input", new ByteArrayInputStream(cut), new MemoryBudget(1 << 20))) {
        assertEquals(length == ends.getLast() ? 3 : 0, table.rowCount());
        assertEquals(
            List.of("input: the stream has no end marker; what is there was read"),
            table.warnings());
        assertEquals(table.rowCount(), TableText.of(table).getFirst().size());
      }
    }
  }

  @Test
  void cutSaysWhereAndHowMuch() {
    byte[] bytes = stream().bytes();
    String message = Refusals.message(Mutations.cut(bytes, bytes.length - 1));
    assertTrue(
        message.matches(
            "input: truncated: the message at byte \\d+ has a body of 32 bytes, and 31 are there"),
        message);
  }
}
