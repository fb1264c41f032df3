package io.lanewise.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContainerTest {
  private static final long SEED = 20261121;

  private final Container sample =
      new Container(
          new TreeMap<>(Map.of("format", "lanewise.test/1", "note", "\"é\\\t\ud83d\ude00\"")),
          new TreeMap<>(
              Map.of(
                  "counts", Tensor.ofCounts(new long[] {0, 255, 256, 65_535, 70_000, 3}, 2, 3),
                  "edges", Tensor.of(new double[] {-0.0, Double.NaN, 1e300}),
                  "weights/0", Tensor.of(new float[] {1.5f, -2}),
                  "none", Tensor.ofCounts(new long[0]),
                  "text", Tensor.of("abc".getBytes(StandardCharsets.UTF_8)))));

  @Test
  void whatWasWrittenIsRead() {
    assertEquals(sample, Container.of(sample.toBytes(), "sample"));
    Container empty = new Container(new TreeMap<>(), new TreeMap<>());
    assertEquals(empty, Container.of(empty.toBytes(), "empty"));
  }

  /** The bytes that any reader of safetensors expects, spelled out. */
  @Test
  void theBytesAreThoseOfSafetensors() {
    Container container =
        new Container(
            new TreeMap<>(Map.of("format", "x")),
            new TreeMap<>(Map.of("a", Tensor.ofCounts(new long[] {1, 300}))));
    String header =
        "{\"__metadata__\":{\"format\":\"x\"},"
            + "\"a\":{\"dtype\":\"U16\",\"shape\":[2],\"data_offsets\":[0,4]},"
            + "\"~crc32c\":{\"dtype\":\"U32\",\"shape\":[1],\"data_offsets\":[4,8]}}";
    String padded = header + " ".repeat(-header.length() & 7);
    byte[] bytes = container.toBytes();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(padded.length(), file.getLong());
    byte[] start = new byte[padded.length()];
    file.get(start);
    assertEquals(padded, new String(start, StandardCharsets.UTF_8));
    assertEquals(1, file.getShort());
    assertEquals(300, file.getShort());
    // CRC-32C, bit by bit from its polynomial.
    assertEquals(crc32c(bytes, bytes.length - 4), file.getInt());
    assertTrue(Container.isLikely(bytes));
  }

  private static int crc32c(byte[] bytes, int length) {
    int crc = -1;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 1 ? 0x82f63b78 : 0);
      }
    }
    return ~crc;
  }

  @Test
  void countsTakeTheNarrowestTypeThatHoldsThemAll() {
    assertEquals(ElementType.U8, Tensor.ofCounts(new long[] {255}).type());
    assertEquals(ElementType.U16, Tensor.ofCounts(new long[] {256}).type());
    assertEquals(ElementType.U16, Tensor.ofCounts(new long[] {65_535}).type());
    assertEquals(ElementType.U32, Tensor.ofCounts(new long[] {65_536}).type());
    assertEquals(ElementType.U32, Tensor.ofCounts(new long[] {(1L << 32) - 1}).type());
    assertEquals(ElementType.I64, Tensor.ofCounts(new long[] {1L << 32}).type());
    long[] large = {0, 1, 1L << 31, (1L << 32) - 1, 1L << 53, Long.MAX_VALUE};
    for (int i = 1; i <= large.length; i++) {
      long[] some = Arrays.copyOf(large, i);
      assertArrayEquals(some, Tensor.ofCounts(some).toLongs());
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] bytes = sample.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertThrows(DataException.class, () -> Container.of(damaged, "damaged"));
      }
    }
  }

  @Test
  void everyCutIsRefused() {
    byte[] bytes = sample.toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(DataException.class, () -> Container.of(cut, "cut"));
    }
    assertThrows(
        DataException.class, () -> Container.of(Arrays.copyOf(bytes, bytes.length + 1), "long"));
  }

  /** Damage that comes with its own right checksum: nothing but a data exception may come out. */
  @Test
  void noHeaderWithARightChecksumDoesHarm() {
    Random random = new Random(SEED);
    byte[] bytes = sample.toBytes();
    int refused = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      byte[] damaged = bytes.clone();
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        damaged[random.nextInt(bytes.length - 4)] =
            (byte) "0123456789,[]{}\":-".charAt(random.nextInt(18));
      }
      sign(damaged);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertTrue(refused > 15_000, refused + " refused");
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      assertArrayEquals(bytes, Container.of(bytes, "damaged").toBytes());
      return false;
    } catch (DataException e) {
      return true;
    }
  }

  @Test
  void claimsBeyondTheFileAreRefusedBeforeAnythingIsAllocated() {
    String[] entries = {
      "{\"a\":{\"dtype\":\"U8\",\"shape\":[2147483647],\"data_offsets\":[0,2147483647]}}",
      "{\"a\":{\"dtype\":\"I64\",\"shape\":[2147483647,2147483647,4],\"data_offsets\":[0,8]}}",
      "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[9223372036854775807,8]}}",
      "{\"a\":{\"dtype\":\"U8\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}",
      "{\"a\":{\"dtype\":\"Q8\",\"shape\":[1],\"data_offsets\":[0,1]}}",
      "{\"a\":{\"dtype\":\"U8\",\"shape\":[0,0,0,0,0,0,0,0,0],\"data_offsets\":[0,0]}}"
    };
    for (String header : entries) {
      ByteBuffer file =
          ByteBuffer.allocate(8 + header.length() + 12).order(ByteOrder.LITTLE_ENDIAN);
      file.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
      byte[] bytes = file.array();
      sign(bytes);
      String message =
          assertThrows(DataException.class, () -> Container.of(bytes, "f")).getMessage();
      assertTrue(message.startsWith("f: ") && !message.contains("\n"), message);
    }
  }

  private static void sign(byte[] bytes) {
    int end = bytes.length - 4;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(end, crc32c(bytes, end));
  }

  @Test
  void badUseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Tensor.ofCounts(new long[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> Tensor.ofCounts(new long[3], 2, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Container(new TreeMap<>(), new TreeMap<>(Map.of("a b", Tensor.of(new byte[0])))));
    assertThrows(IllegalStateException.class, () -> Tensor.of(new double[1]).toLongs());
    assertEquals(List.of(2, 3), Tensor.of(new float[6], 2, 3).shape());
  }
}
