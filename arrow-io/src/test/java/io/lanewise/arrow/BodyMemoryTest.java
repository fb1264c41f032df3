package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.BodyMemory.Slab;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies arrive whole, in memory that serves again until it is freed. */
class BodyMemoryTest {

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static Arrival arriving(byte[] bytes, int head) {
    byte[] start = Arrays.copyOf(bytes, head);
    return new Arrival(start, new ByteArrayInputStream(bytes, head, bytes.length - head), null);
  }

  private static byte[] content(Slab slab, int length) {
    return slab.bytes().asSlice(0, length).toArray(LittleEndian.BYTE);
  }

  @Test
  void bodiesOfAnyLengthArriveWhole() throws IOException {
    for (int size : new int[] {0, 1, 1 << 20, (1 << 20) + 1, (5 << 20) + 3}) {
      byte[] body = random(size);
      try (var memory = new BodyMemory()) {
        Arrival in = arriving(body, size / 3);
        Slab slab = memory.receive(in, size);
        assertArrayEquals(body, content(slab, size));
        assertEquals(size, in.position());
        memory.giveBack(slab);
      }
    }
  }

  @Test
  void memoryIsLargerOnlyAsFarAsItIsFilled() throws IOException {
    try (var memory = new BodyMemory()) {
      Slab small = memory.receive(arriving(random(10), 0), 10);
      assertEquals(10, small.bytes().byteSize());
      Slab large = memory.receive(arriving(random(5 << 20), 0), 5 << 20);
      assertEquals(8 << 20, large.bytes().byteSize(), "1 MiB, doubled until it is enough");
      memory.giveBack(small);
      memory.giveBack(large);
    }
  }

  @Test
  void whatIsGivenBackServesAgainAndIsFreedInTheEnd() throws IOException {
    var memory = new BodyMemory();
    Slab first = memory.receive(arriving(random(10), 0), 10);
    Slab second = memory.receive(arriving(random(10), 0), 10);
    assertNotSame(first, second);
    memory.giveBack(first);
    assertSame(first, memory.receive(arriving(random(7), 0), 7));
    memory.giveBack(first);
    memory.close();
    assertFalse(first.arena().scope().isAlive());
    assertTrue(second.arena().scope().isAlive(), "in use");
    memory.giveBack(second);
    assertFalse(second.arena().scope().isAlive());
  }

  @Test
  void aLargeBodyIsFreedWhenItIsGivenBack() throws IOException {
    try (var memory = new BodyMemory()) {
      Slab large = Slab.of(BodyMemory.LARGE);
      memory.giveBack(large);
      assertFalse(large.arena().scope().isAlive());
    }
  }

  @Test
  void memoryOfABodyThatBreaksOffIsFreed() throws IOException {
    try (var memory = new BodyMemory()) {
      Slab slab = memory.receive(arriving(random(10), 0), 10);
      memory.giveBack(slab);
      assertThrows(EOFException.class, () -> memory.receive(arriving(random(4), 2), 5));
      assertFalse(slab.arena().scope().isAlive());
    }
  }
}
