package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A buffer holds what was added, however often it had to grow or was used before. */
class OutputBufferTest {

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Test
  void holdsWhatWasAddedAndZeros() {
    var random = new Random(5);
    byte[] source = new byte[5_000];
    random.nextBytes(source);
    var buffer = new OutputBuffer();
    for (int round = 0; round < 50; round++) {
      buffer.clear();
      var expected = new ByteArrayOutputStream();
      for (int piece = 0; piece < 6; piece++) {
        int from = random.nextInt(source.length);
        int to = from + random.nextInt(source.length - from);
        buffer.append(source, from, to);
        expected.write(source, from, to - from);
        int zeros = random.nextInt(1_500);
        assertEquals(expected.size(), buffer.extend(zeros));
        expected.writeBytes(new byte[zeros]);
        assertEquals(expected.size(), buffer.size());
      }
      int padded = (expected.size() + 7) / 8 * 8;
      assertEquals(padded, buffer.paddedSize());
      assertArrayEquals(
          Arrays.copyOf(expected.toByteArray(), padded), bytes(buffer.padded()), "padded by zeros");
    }
  }

  @Test
  void aFullBufferGrowsForOneByteMore() {
    byte[] source = new byte[1_025];
    Arrays.fill(source, (byte) 3);
    var buffer = new OutputBuffer();
    buffer.append(source, 1, 1_025);
    buffer.append(source, 0, 1);
    assertArrayEquals(source, Arrays.copyOf(bytes(buffer.padded()), 1_025));
    buffer.clear();
    assertEquals(0, buffer.padded().remaining());
  }

  @Test
  void bitsAreCountedFromTheLowestOfEachByte() {
    var buffer = new OutputBuffer();
    buffer.extend(3);
    for (int bit : new int[] {0, 7, 8, 18}) {
      buffer.setBit(bit);
    }
    assertArrayEquals(
        new byte[] {(byte) 0b1000_0001, 1, 0b100}, Arrays.copyOf(bytes(buffer.padded()), 3));
  }

  @Test
  void whatNoArrayHoldsIsRefused() {
    var buffer = new OutputBuffer();
    buffer.extend(8);
    long most = Integer.MAX_VALUE - 16;
    var e = assertThrows(MalformedException.class, () -> buffer.extend(most - 7));
    assertEquals(
        "a batch needs " + (most + 1) + " bytes in one buffer, and at most " + most + " fit",
        e.getMessage());
    assertEquals(8, buffer.size());
  }
}
