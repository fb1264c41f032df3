package io.lanewise.arrow;

import static io.lanewise.arrow.Frames.lz4;
import static io.lanewise.arrow.Frames.prefixed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.sun.management.ThreadMXBean;
import io.lanewise.column.DataException;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.apache.arrow.flatbuf.CompressionType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an input says of its sizes reserves no memory: its bytes do, up to the limit. */
class ClaimsTest {

  private static final byte[] NONE = new byte[0];

  /** What a reader of a small file may take from the heap, with the classes it loads. */
  private static final long MOST_ALLOCATED = 8 << 20;

  private static final int MEBIBYTE = 1 << 20;

  private static final long[] CLAIMS = {
    -1, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE
  };

  /** Values, text, views and a dictionary, and a column that is compressed. */
  private static IpcBytes small(IpcBytes ipc) {
    byte[] values = IpcBytes.le(1L, 2L);
    return ipc.schema(
            FieldSpec.integer("n", 64, true),
            FieldSpec.utf8("t"),
            FieldSpec.utf8View("v"),
            FieldSpec.fixedBinary("f", 3),
            FieldSpec.utf8("d").dictionary(7, 8, true))
        .dictionary(
            7, false, BatchSpec.rows(2).column(NONE, IpcBytes.le(0, 1, 2), IpcBytes.utf8("ab")))
        .batch(
            BatchSpec.rows(2)
                .compressed(CompressionType.ZSTD)
                .column(
                    prefixed(1, Zstd.compress(IpcBytes.bits(3))),
                    prefixed(16, Zstd.compress(values)))
                .column(NONE, prefixed(-1, IpcBytes.le(0, 1, 2)), prefixed(-1, IpcBytes.utf8("ab")))
                .views(
                    NONE,
                    prefixed(-1, IpcBytes.le(1, 'a', 0, 0, 13, 0, 0, 0)),
                    prefixed(13, Zstd.compress(IpcBytes.utf8("thirteen byte"))))
                .column(NONE, prefixed(-1, new byte[6]))
                .column(NONE, prefixed(-1, new byte[2])));
  }

  @Tag("slow")
  @Test
  void noFieldOfAFileReservesMemory() throws IOException {
    byte[][] inputs = {
      small(IpcBytes.startFile()).end().file(), small(IpcBytes.stream()).end().bytes()
    };
    int claims = 0;
    int refused = 0;
    long most = 0;
    for (byte[] input : inputs) {
      assertTrue(Refusals.readOrRefuse(input).isPresent());
      for (int at = 0; at < input.length; at += 4) {
        for (long claim : CLAIMS) {
          for (int bytes = 4; bytes <= 8; bytes += 4) {
            byte[] claiming =
                bytes == 4
                    ? Mutations.put(input, at, (int) claim)
                    : Mutations.put(input, at, claim);
            long before = allocated();
            refused += Refusals.readOrRefuse(claiming).isEmpty() ? 1 : 0;
            most = Math.max(most, allocated() - before);
            claims++;
          }
        }
      }
    }
    long allocated = most;
    assertTrue(most < MOST_ALLOCATED, () -> "one took " + allocated + " bytes");
    Measured.keep(
        Promise.CLAIMS,
        getClass(),
        "%d false sizes in each place of a file and a stream: %d refused, at most %d KiB of heap"
            .formatted(claims, refused, most >> 10));
  }

  /** Bytes of heap that this thread has taken so far. */
  static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] compressed(byte codec, byte[] data) {
    return IpcBytes.stream()
        .schema(FieldSpec.utf8("x"))
        .batch(
            BatchSpec.rows(1).compressed(codec).column(NONE, prefixed(-1, IpcBytes.le(0, 1)), data))
        .end()
        .bytes();
  }

  private static void refused(String what, byte[] input) {
    long before = allocated();
    String message = Refusals.message(input);
    long taken = allocated() - before;
    assertTrue(message.contains(what), message);
    assertTrue(taken < MOST_ALLOCATED, () -> message + " took " + taken + " bytes");
  }

  @Test
  void bombsAreRefusedBeforeTheyGoOff() throws IOException {
    byte[] zeros = new byte[64 * MEBIBYTE];
    byte[] zstd = Zstd.compress(zeros, 19);
    byte[] lz4 = lz4(zeros);
    assertTrue(zeros.length / zstd.length >= 1_000, () -> zstd.length + " bytes");
    assertTrue(zeros.length / lz4.length >= 200, () -> lz4.length + " bytes");
    String limited = "needs 67108864 bytes decompressed, and of the memory limit of 16777216 bytes";
    refused(limited, compressed(CompressionType.ZSTD, prefixed(zeros.length, zstd)));
    refused(limited, compressed(CompressionType.ZSTD, prefixed(0, zstd)));
    refused(limited, compressed(CompressionType.LZ4_FRAME, prefixed(zeros.length, lz4)));
    // Told to be small, they come to an end where they said.
    refused("ZSTD: ", compressed(CompressionType.ZSTD, prefixed(MEBIBYTE, zstd)));
    refused("LZ4: ", compressed(CompressionType.LZ4_FRAME, prefixed(MEBIBYTE, lz4)));
  }

  @Test
  void claimsBeyondWhatACodecCanAreRefused() throws IOException {
    byte[] frame = new byte[1_000];
    byte[] zstd = Zstd.compress(frame);
    byte[] lz4 = lz4(frame);
    refused(
        "at most " + ((long) zstd.length << 15) + " are possible",
        compressed(CompressionType.ZSTD, prefixed(Integer.MAX_VALUE, zstd)));
    refused(
        "at most " + 255L * lz4.length + " are possible",
        compressed(CompressionType.LZ4_FRAME, prefixed(1_000L * lz4.length, lz4)));
  }

  @Test
  void aTextOfTwoGigabytesIsRefused() {
    int most = Integer.MAX_VALUE;
    byte[] two = IpcBytes.utf8("ab");
    refused(
        "rows 0 to 1 lie at offsets 0 to 2147483647, and the data has 2 bytes",
        plain(FieldSpec.utf8("x"), BatchSpec.rows(1).column(NONE, IpcBytes.le(0, most), two)));
    refused(
        "rows 0 to 1 lie at offsets 0 to 2147483648, and the data has 2 bytes",
        plain(
            FieldSpec.largeUtf8("x"),
            BatchSpec.rows(1).column(NONE, IpcBytes.le(0L, 1L << 31), two)));
    refused(
        "row 0 has 2147483647 bytes at offset 0 of data buffer 0, which has 2",
        plain(
            FieldSpec.utf8View("x"),
            BatchSpec.rows(1).views(NONE, IpcBytes.le(most, 0, 0, 0), two)));
    // A frame of 66 KB may hold it, so that only the limit stands in its way.
    refused(
        "needs 2147483639 bytes decompressed, and of the memory limit of 16777216 bytes 0 are held",
        compressed(CompressionType.ZSTD, prefixed(most - 8, new byte[66_000])));
  }

  private static byte[] plain(FieldSpec field, BatchSpec batch) {
    return IpcBytes.stream().schema(field).batch(batch).end().bytes();
  }

  @Test
  void whatTheLimitAllowsAndTheHeapDoesNotIsRefused() {
    byte[] input =
        compressed(CompressionType.ZSTD, prefixed(Integer.MAX_VALUE - 8, new byte[66_000]));
    var budget = new MemoryBudget(Long.MAX_VALUE);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(input), budget)) {
      var e = assertThrows(DataException.class, () -> TableText.of(table));
      assertTrue(
          Runtime.getRuntime().maxMemory() > 2L << 30
              || e.getMessage().endsWith("needs more memory than the Java heap has left"),
          e.getMessage());
    }
    assertEquals(0, budget.heldBytes());
  }
}
