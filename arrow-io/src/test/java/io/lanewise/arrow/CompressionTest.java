package io.lanewise.arrow;

import static io.lanewise.arrow.Frames.prefixed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.arrow.flatbuf.CompressionType;
import org.junit.jupiter.api.Test;

/** Compressed bodies: right ones are read, wrong ones refused before anything is allocated. */
class CompressionTest {

  private static final byte[] NONE = new byte[0];
  private static final byte[] VALUES = IpcBytes.le(1L, 2L, 3L, 2L, 1L, 2L, 3L, 2L);
  private static final List<String> EXPECTED = List.of("1", "2", "3", "2", "1", "2", "3", "2");

  private static byte[] input(byte codec, byte[] values) {
    return input(codec, NONE, values);
  }

  private static byte[] input(byte codec, byte[] validity, byte[] values) {
    return IpcBytes.stream()
        .schema(FieldSpec.integer("x", 64, true))
        .batch(BatchSpec.rows(8).compressed(codec).column(validity, values))
        .end()
        .bytes();
  }

  private static List<String> read(byte codec, byte[] values) {
    return Refusals.read(input(codec, values)).getFirst();
  }

  private static void refused(String what, byte codec, byte[] values) {
    String message = Refusals.message(input(codec, values));
    assertTrue(message.startsWith("input: batch 0: column \"x\": "), message);
    assertTrue(message.contains(what), message);
  }

  @Test
  void zstdBuffersAreRead() {
    byte[] frame = Zstd.compress(VALUES);
    assertEquals(EXPECTED, read(CompressionType.ZSTD, prefixed(64, frame)));
    assertEquals(EXPECTED, read(CompressionType.ZSTD, prefixed(-1, VALUES)));
  }

  @Test
  void zstdLengthOfZeroGivesWayToTheFramesOwn() {
    assertEquals(EXPECTED, read(CompressionType.ZSTD, prefixed(0, Zstd.compress(VALUES))));
    byte[] empty = prefixed(0, Zstd.compress(NONE));
    byte[] values = prefixed(64, Zstd.compress(VALUES));
    assertEquals(EXPECTED, Refusals.read(input(CompressionType.ZSTD, empty, values)).getFirst());
    assertEquals(
        EXPECTED, Refusals.read(input(CompressionType.ZSTD, prefixed(0, NONE), values)).getFirst());
    assertEquals(
        EXPECTED,
        Refusals.read(input(CompressionType.ZSTD, prefixed(-1, NONE), values)).getFirst());
  }

  @Test
  void wrongZstdLengthsAreRefused() {
    byte[] frame = Zstd.compress(VALUES);
    refused("ZSTD: ", CompressionType.ZSTD, prefixed(63, frame));
    refused("ZSTD: a buffer has 64 bytes, and says 65", CompressionType.ZSTD, prefixed(65, frame));
    refused("says that it decompresses to -2", CompressionType.ZSTD, prefixed(-2, frame));
    refused(
        "says that it decompresses to 40000000000000000",
        CompressionType.ZSTD,
        prefixed(40_000_000_000_000_000L, frame));
    refused("a compressed buffer has 7 bytes", CompressionType.ZSTD, new byte[7]);
    refused("ZSTD: ", CompressionType.ZSTD, prefixed(64, Arrays.copyOf(frame, frame.length + 1)));
    refused("ZSTD: ", CompressionType.ZSTD, prefixed(64, Arrays.copyOf(frame, frame.length - 1)));
    refused("expected at least 64 for 8 rows", CompressionType.ZSTD, prefixed(-1, new byte[63]));
  }

  @Test
  void unknownCodecsAreRefused() {
    String message = Refusals.message(input((byte) 2, prefixed(-1, VALUES)));
    assertEquals("input: batch 0: compression codec 2 is not known", message);
  }

  @Test
  void whatWouldPassTheLimitIsRefusedWithItsSize() {
    byte[] bytes = input(CompressionType.ZSTD, prefixed(64, Zstd.compress(VALUES)));
    var budget = new MemoryBudget(63);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(bytes), budget)) {
      var e = assertThrows(DataException.class, () -> TableText.of(table));
      assertEquals(
          "input: batch 0: column \"x\": needs 64 bytes decompressed, and of the memory limit of 63"
              + " bytes 0 are held",
          e.getMessage());
      assertEquals(0, budget.heldBytes());
    }
  }

  @Test
  void memoryIsHeldUntilTheBatchIsClosed() {
    byte[] bytes = input(CompressionType.ZSTD, prefixed(64, Zstd.compress(VALUES)));
    var budget = new MemoryBudget(64);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(bytes), budget);
        BatchReader reader = table.open()) {
      ColumnBatch batch = Objects.requireNonNull(reader.next());
      assertEquals(0, budget.heldBytes(), "nothing was asked for");
      batch.column(0);
      batch.column(0);
      assertEquals(64, budget.heldBytes());
      batch.close();
      batch.close();
      assertEquals(0, budget.heldBytes());
    }
  }

  @Test
  void columnThatFailsHoldsNothing() {
    byte[] bytes = input(CompressionType.ZSTD, prefixed(64, new byte[64]));
    var budget = new MemoryBudget(100);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(bytes), budget);
        BatchReader reader = table.open();
        ColumnBatch batch = Objects.requireNonNull(reader.next())) {
      for (int attempt = 0; attempt < 3; attempt++) {
        var e = assertThrows(DataException.class, () -> batch.column(0));
        assertTrue(e.getMessage().contains("ZSTD: "), e.getMessage());
        assertEquals(0, budget.heldBytes());
      }
    }
  }

  /** A frame around blocks that are given as they are; the header's checksum is added. */
  private static byte[] lz4Frame(int flags, byte[] contentSize, byte[]... rest) {
    byte[] descriptor = new byte[2 + contentSize.length];
    descriptor[0] = (byte) flags;
    descriptor[1] = 0x40;
    System.arraycopy(contentSize, 0, descriptor, 2, contentSize.length);
    var out = new ByteArrayOutputStream();
    out.writeBytes(IpcBytes.le(0x184D2204));
    out.writeBytes(descriptor);
    out.write(hash(descriptor) >>> 8);
    for (byte[] part : rest) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static int hash(byte[] bytes) {
    return XXHashFactory.safeInstance().hash32().hash(bytes, 0, bytes.length, 0);
  }

  private static byte[] block(byte[] compressed) {
    byte[] block = Arrays.copyOf(IpcBytes.le(compressed.length), 4 + compressed.length);
    System.arraycopy(compressed, 0, block, 4, compressed.length);
    return block;
  }

  private static byte[] lz4(byte[] content) {
    return LZ4Factory.safeInstance().fastCompressor().compress(content);
  }

  private static final int LINKED = 0x40;
  private static final byte[] END = new byte[4];

  @Test
  void lz4FramesOfEveryKindAreRead() {
    byte[] block = block(lz4(VALUES));
    byte[] sum = IpcBytes.le(hash(VALUES));
    byte[] size = IpcBytes.le(64L);
    byte[] blockSum = IpcBytes.le(hash(Arrays.copyOfRange(block, 4, block.length)));
    byte codec = CompressionType.LZ4_FRAME;
    assertEquals(EXPECTED, read(codec, prefixed(64, lz4Frame(0x60, NONE, block, END))));
    assertEquals(EXPECTED, read(codec, prefixed(64, lz4Frame(0x68, size, block, END))));
    assertEquals(EXPECTED, read(codec, prefixed(64, lz4Frame(0x64, NONE, block, END, sum))));
    assertEquals(EXPECTED, read(codec, prefixed(64, lz4Frame(0x70, NONE, block, blockSum, END))));
    byte[] stored = block(VALUES);
    stored[3] |= (byte) 0x80;
    assertEquals(EXPECTED, read(codec, prefixed(64, lz4Frame(0x60, NONE, stored, END))));
    assertEquals(EXPECTED, read(codec, prefixed(-1, VALUES)));
    assertEquals(EXPECTED, read(codec, prefixed(0, lz4Frame(0x68, size, block, END))));
  }

  @Test
  void lz4BlocksMayRepeatEarlierOnes() {
    // Four values stored, then: no literals, a match 32 bytes back of 4 + 15 + 8 = 27 bytes, and
    // the last five bytes as literals.
    byte[] first = block(Arrays.copyOf(VALUES, 32));
    first[3] |= (byte) 0x80;
    byte[] second = block(new byte[] {0x0F, 32, 0, 8, 0x50, 0, 0, 0, 0, 0});
    byte[] frame = lz4Frame(LINKED, NONE, first, second, END);
    assertEquals(EXPECTED, read(CompressionType.LZ4_FRAME, prefixed(64, frame)));
  }

  @Test
  void brokenLz4FramesAreRefused() {
    byte codec = CompressionType.LZ4_FRAME;
    byte[] block = block(lz4(VALUES));
    byte[] good = lz4Frame(0x60, NONE, block, END);
    refused("LZ4: a buffer has 64 bytes, and says 65", codec, prefixed(65, good));
    refused("LZ4: a buffer has more than the 63 bytes it says", codec, prefixed(63, good));
    refused(
        "LZ4: 1 bytes follow the frame", codec, prefixed(64, Arrays.copyOf(good, good.length + 1)));
    refused("says that it decompresses to 64000", codec, prefixed(64_000, good));
    byte[] far = block(new byte[] {0x00, 33, 0, 0x50, 0, 0, 0, 0, 0});
    refused(
        "LZ4: a match lies 33 bytes back, and 0 are there",
        codec,
        prefixed(64, lz4Frame(LINKED, NONE, far, END)));
    refused("LZ4: a checksum is", codec, prefixed(64, lz4Frame(0x64, NONE, block, END, END)));
    refused("LZ4: frame flags are 0x61", codec, prefixed(64, lz4Frame(0x61, NONE, block, END)));
    for (int length = 0; length < good.length; length++) {
      refused("LZ4: ", codec, prefixed(64, Arrays.copyOf(good, length)));
    }
    byte[] badHeader = good.clone();
    badHeader[6]++;
    refused("LZ4: the frame header's checksum is", codec, prefixed(64, badHeader));
  }

  @Test
  void brokenLz4FramesSayWhatIsWrong() {
    byte codec = CompressionType.LZ4_FRAME;
    byte[] block = block(lz4(VALUES));
    byte[] open = lz4Frame(0x60, NONE, block);
    refused("LZ4: a frame of " + open.length + " bytes breaks off", codec, prefixed(64, open));
    int there = block.length - 4;
    refused(
        "LZ4: a block has " + there + " bytes, and " + (there - 3) + " are there",
        codec,
        prefixed(64, Arrays.copyOf(open, open.length - 3)));
    byte[] sized = lz4Frame(0x68, IpcBytes.le(64L), block, END);
    refused("LZ4: a frame of 7 bytes breaks off", codec, prefixed(64, Arrays.copyOf(open, 7)));
    refused("LZ4: a frame of 14 bytes is too short", codec, prefixed(64, Arrays.copyOf(sized, 14)));
    refused("LZ4: a frame of 15 bytes breaks off", codec, prefixed(0, Arrays.copyOf(sized, 15)));
    byte[] badHeader = open.clone();
    badHeader[6]++;
    refused(
        "LZ4: the frame header's checksum is %d, expected %d"
            .formatted(open[6] & 0xFF, badHeader[6] & 0xFF),
        codec,
        prefixed(64, badHeader));
    // No length before the frame and none in it: there is nothing.
    refused(
        "a buffer has 0 bytes, expected at least 64 for 8 rows",
        codec,
        prefixed(0, lz4Frame(0x60, NONE, block, END)));
    byte[] stored = block(Arrays.copyOf(VALUES, 40));
    stored[3] |= (byte) 0x80;
    refused(
        "LZ4: a buffer has more than the 64 bytes it says",
        codec,
        prefixed(64, lz4Frame(0x60, NONE, stored, stored, END)));
  }

  @Test
  void lz4BlocksAreHashedWhereTheContentIsNot() {
    byte[] block = block(lz4(VALUES));
    byte[] wrong = new byte[4];
    refused(
        "LZ4: a checksum is",
        CompressionType.LZ4_FRAME,
        prefixed(64, lz4Frame(0x70, NONE, block, wrong, END)));
    byte[] both = lz4Frame(0x74, NONE, block, wrong, END, IpcBytes.le(hash(VALUES)));
    assertEquals(EXPECTED, read(CompressionType.LZ4_FRAME, prefixed(64, both)));
  }

  @Test
  void noBufferIsLongerThanAnArray() {
    byte[] frame = new byte[1 << 16];
    long most = Integer.MAX_VALUE - 8;
    refused("needs " + most + " bytes decompressed", CompressionType.ZSTD, prefixed(most, frame));
    refused(
        "a buffer decompresses to " + (most + 1) + " bytes, and at most " + most + " are read",
        CompressionType.ZSTD,
        prefixed(most + 1, frame));
  }

  @Test
  void lz4BlocksComeBackAsTheyWere() {
    var random = new Random(7);
    LZ4Compressor[] compressors = {
      LZ4Factory.safeInstance().fastCompressor(), LZ4Factory.safeInstance().highCompressor()
    };
    for (int round = 0; round < 400; round++) {
      byte[] content = new byte[random.nextInt(1 << (round % 18))];
      int alphabet = 1 + random.nextInt(1 << random.nextInt(8));
      for (int i = 0; i < content.length; i++) {
        content[i] = (byte) random.nextInt(alphabet);
      }
      byte[] packed = compressors[round & 1].compress(content);
      byte[] unpacked = new byte[content.length];
      assertEquals(content.length, Lz4Block.decompress(packed, 0, packed.length, unpacked, 0));
      assertArrayEquals(content, unpacked);
    }
  }

  @Test
  void damagedLz4BlocksNeverLeaveTheirArrays() {
    var random = new Random(8);
    byte[] content = new byte[4096];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) random.nextInt(3);
    }
    byte[] packed = lz4(content);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = Mutations.any(packed, random);
      try {
        Lz4Block.decompress(damaged, 0, damaged.length, new byte[content.length], 0);
      } catch (MalformedException e) {
        assertTrue(e.getMessage().startsWith("LZ4: "), e.getMessage());
      }
    }
  }

  @Test
  void dictionariesAreDecompressedAndReleased() {
    byte[] offsets = prefixed(12, Zstd.compress(IpcBytes.le(0, 1, 2)));
    byte[] text = prefixed(-1, IpcBytes.utf8("ab"));
    byte[] bytes =
        IpcBytes.stream()
            .schema(FieldSpec.utf8("x").dictionary(0, 8, true))
            .dictionary(
                0,
                false,
                BatchSpec.rows(2).compressed(CompressionType.ZSTD).column(NONE, offsets, text))
            .batch(BatchSpec.rows(2).column(NONE, IpcBytes.bits(1, 0)))
            .batch(BatchSpec.rows(1).column(NONE, IpcBytes.bits(1)))
            .end()
            .bytes();
    assertEquals(List.of("b", "a", "b"), Refusals.read(bytes).getFirst());
  }

  @Test
  void partsOfAGrowingDictionaryAreLetGo() {
    byte[] offsets = prefixed(8, Zstd.compress(IpcBytes.le(0, 1)));
    IpcBytes stream = IpcBytes.stream().schema(FieldSpec.utf8("x").dictionary(0, 8, true));
    for (String word : List.of("a", "b", "c")) {
      byte[] text = prefixed(-1, IpcBytes.utf8(word));
      stream.dictionary(
          0,
          !word.equals("a"),
          BatchSpec.rows(1).compressed(CompressionType.ZSTD).column(NONE, offsets, text));
    }
    byte[] bytes = stream.batch(BatchSpec.rows(1).column(NONE, IpcBytes.bits(2))).end().bytes();
    assertEquals(List.of(List.of("c")), Refusals.read(bytes));
  }
}
