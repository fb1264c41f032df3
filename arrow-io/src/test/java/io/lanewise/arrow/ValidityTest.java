package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.Column;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bits come out at 0 and up, wherever they start and however short the bitmap is. */
class ValidityTest {

  private static final int ROWS = 300;

  @Test
  void everyRangeIsReadBitByBit() {
    byte[] bytes = new byte[(ROWS + 7) / 8];
    new Random(42).nextBytes(bytes);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mapped = arena.allocate(bytes.length, 1);
      mapped.copyFrom(MemorySegment.ofArray(bytes));
      for (MemorySegment bits : new MemorySegment[] {MemorySegment.ofArray(bytes), mapped}) {
        Validity validity = Validity.of(bits, ROWS);
        for (int from = 0; from <= ROWS; from++) {
          for (int count = 0; count <= ROWS - from; count++) {
            check(bytes, validity, from, count);
          }
        }
      }
    }
  }

  private static void check(byte[] bytes, Validity validity, int from, int count) {
    long[] expected = new long[Column.VALIDITY_WORDS];
    int nulls = count;
    for (int i = 0; i < count; i++) {
      int row = from + i;
      if ((bytes[row / 8] >> (row % 8) & 1) != 0) {
        expected[i / 64] |= 1L << (i % 64);
        nulls--;
      }
    }
    long[] words = new long[Column.VALIDITY_WORDS];
    assertEquals(nulls, validity.read(from, count, words), () -> from + " + " + count);
    if (nulls != 0) {
      assertArrayEquals(expected, words, () -> from + " + " + count);
    }
  }

  @Test
  void wordsAreLeftAsTheyWereWithoutNulls() {
    long[] words = new long[Column.VALIDITY_WORDS];
    byte[] bytes = new byte[128];
    Arrays.fill(bytes, (byte) -1);
    assertEquals(0, Validity.of(MemorySegment.ofArray(bytes), 1024).read(0, 1024, words));
    assertEquals(0, Validity.ALL.read(0, 1024, words));
    assertArrayEquals(new long[Column.VALIDITY_WORDS], words);
    bytes[127] = 0x7F;
    assertEquals(1, Validity.of(MemorySegment.ofArray(bytes), 1024).read(0, 1024, words));
    assertEquals(-1L, words[0]);
    assertEquals(Long.MAX_VALUE, words[15]);
  }
}
