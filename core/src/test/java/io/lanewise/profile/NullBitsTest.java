package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.Column;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A code goes to the null rows, and to no row behind the last. */
class NullBitsTest {

  private static final long SEED = 64;

  @Test
  void nullRowsAloneAreFilled() {
    Random random = new Random(SEED);
    for (int length : new int[] {0, 1, 63, 64, 65, 127, 128, 129, 1_023, 1_024}) {
      long[] validity = random.longs(Column.VALIDITY_WORDS).toArray();
      int[] codes = new int[Column.BLOCK];
      int[] expected = new int[Column.BLOCK];
      for (int row = 0; row < length; row++) {
        boolean valid = Long.toBinaryString(validity[row / 64] >>> row % 64).endsWith("1");
        expected[row] = valid ? 0 : 9;
        assertEquals(valid, NullBits.isValid(validity, row));
      }
      NullBits.fill(validity, length, 9, codes);
      assertArrayEquals(expected, codes, length + " rows");
    }
  }
}
