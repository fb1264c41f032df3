package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Codes are counted exactly, in four tables or in one, and when the codes become more. */
class CodeCounterTest {

  private static final long SEED = 4;

  @Test
  void everyLengthAndNumberOfCodesIsCounted() {
    Random random = new Random(SEED);
    for (int limit : new int[] {1, 2, 255, 256, 257, 1_000}) {
      CodeCounter counter = new CodeCounter(limit);
      long[] expected = new long[limit];
      for (int length = 0; length < 14; length++) {
        int[] codes = random.ints(20, 0, limit).toArray();
        counter.add(codes, length);
        Arrays.stream(codes, 0, length).forEach(code -> expected[code]++);
        assertArrayEquals(expected, counter.toArray(limit), limit + " codes, " + length);
      }
    }
  }

  @Test
  void countsSurviveMoreCodes() {
    Random random = new Random(SEED);
    CodeCounter counter = new CodeCounter(3);
    long[] expected = new long[2_000];
    for (int limit : new int[] {3, 4, 10, 256, 257, 300, 2_000, 5}) {
      counter.reserve(limit);
      int[] codes = random.ints(101, 0, limit).toArray();
      counter.add(codes, codes.length);
      Arrays.stream(codes).forEach(code -> expected[code]++);
    }
    assertArrayEquals(expected, counter.toArray(2_000));
    assertArrayEquals(Arrays.copyOf(expected, 7), counter.toArray(7));
    long[] beyond = new CodeCounter(3).toArray(5);
    assertArrayEquals(new long[5], beyond);
  }
}
