package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is no Arrow data is told apart from what is, and named. */
class ContentTest {

  private static final Map<String, String> STARTS =
      Map.ofEntries(
          Map.entry("a,b\n1,2\n", "CSV"),
          Map.entry("a;b\n1;2\n", "CSV"),
          Map.entry("a\tb\n1\t2\n", "CSV"),
          Map.entry("\u00ef\u00bb\u00bfa,b\n1,2", "CSV"),
          Map.entry("{\"a\": 1, \"b\": 2}", "JSON"),
          Map.entry("\n [1, 2]", "JSON"),
          Map.entry("one line of words", "plain text"),
          Map.entry("PAR1\u0015\u0004", "Parquet"),
          Map.entry("ORC\b", "ORC"),
          Map.entry("Obj\u0001\u0004", "Avro"),
          Map.entry("FEA1\0\0", "Feather version 1"),
          Map.entry("SQLite format 3\0", "SQLite"),
          Map.entry("\u0089HDF\r\n", "HDF5"),
          Map.entry("PK\u0003\u0004", "Excel"),
          Map.entry("\u001f\u008b\b", "gzip"),
          Map.entry("(\u00b5/\u00fd", "zstd"),
          Map.entry("BZh91AY", "bzip2"),
          Map.entry("\u00fd7zXZ\0", "xz"),
          Map.entry("\u0001\u0002\u0003\u0004", "no kind that is known"));

  @Test
  void lookalikesAreNamed() {
    STARTS.forEach(
        (start, name) -> {
          String message = Refusals.message(start.getBytes(StandardCharsets.ISO_8859_1));
          assertTrue(message.startsWith("input: not an Arrow file: it"), message);
          assertTrue(message.contains(name), message);
        });
  }

  @Test
  void csvIsToldWhatToDo() {
    assertEquals(
        "input: not an Arrow file: it looks like CSV; convert it first, for example with polars,"
            + " pandas or duckdb",
        Refusals.message(IpcBytes.utf8("a,b\n1,2\n")));
  }

  /** As /dev/zero and the like have none. */
  @Test
  void whatHasNoEndIsRefusedByItsBeginning() {
    byte[] dictionary = new byte[1 << 16];
    byte[] marker =
        IpcBytes.stream()
            .dictionary(0, false, BatchSpec.rows(1).column(new byte[0], dictionary))
            .bytes();
    for (byte[] start :
        List.of(
            new byte[1],
            IpcBytes.utf8("a,b\n"),
            IpcBytes.le(-1),
            IpcBytes.le(-1, 1 << 20),
            IpcBytes.le(-1, Integer.MAX_VALUE),
            IpcBytes.le(1 << 20),
            marker,
            Arrays.copyOf(IpcBytes.startFile().bytes(), 1 << 16),
            Arrays.copyOf(IpcBytes.startFile().end().bytes(), 1 << 16))) {
      var endless = new Endless(start);
      var budget = new MemoryBudget(1 << 20);
      assertThrows(DataException.class, () -> ArrowTable.spool("input", endless, budget).close());
      assertTrue(endless.read <= 1 << 21, () -> endless.read + " bytes were read");
    }
  }

  /** The same bytes over and over. */
  private static final class Endless extends InputStream {
    private final byte[] bytes;
    private long read;

    Endless(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes[(int) (read++ % bytes.length)] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      for (int i = 0; i < length; i++) {
        target[from + i] = (byte) read();
      }
      return length;
    }
  }

  @Test
  void aFileHasMoreThanZerosBehindItsMagic() {
    for (byte[] start : List.of(IpcBytes.startFile().bytes(), IpcBytes.startFile().end().bytes())) {
      assertEquals(
          "input: begins as an Arrow file, and has zeros behind that",
          Refusals.message(Arrays.copyOf(start, start.length + 80)));
    }
    // A table without rows, and without the message that has the schema.
    FieldSpec column = FieldSpec.nulls("x");
    for (int padding : new int[] {0, 64}) {
      IpcBytes file = IpcBytes.startFile().footerSchema(column).end();
      assertEquals(List.of(List.of()), Refusals.read(file.raw(new byte[padding]).file()));
    }
    byte[] footerOnly = IpcBytes.startFile().footerSchema(column).file();
    assertEquals(List.of(List.of()), Refusals.read(footerOnly));
  }

  @Test
  void emptyInputIsRefused() {
    assertEquals("input: is empty: it has 0 bytes", Refusals.message(new byte[0]));
  }

  @Tag("slow")
  @Test
  void everySmallStartIsRefused() {
    for (int value = 0; value < 256; value++) {
      for (int length = 1; length <= 16; length++) {
        byte[] start = new byte[length];
        Arrays.fill(start, (byte) value);
        Refusals.message(start);
      }
    }
  }
}
