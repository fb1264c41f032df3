package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A range passes exactly if each of its elements is inside, and two if they share none. */
class RangesTest {

  private static boolean refuses(Runnable check) {
    try {
      check.run();
      return false;
    } catch (IllegalArgumentException refused) {
      return true;
    }
  }

  @Test
  void rangesThatLieInsidePass() {
    for (int length = 0; length <= 3; length++) {
      for (int from = -1; from <= 4; from++) {
        for (int count = -1; count <= 4; count++) {
          int first = from;
          int elements = count;
          int size = length;
          boolean inside = from >= 0 && count >= 0 && from + count <= length;
          String range = from + " + " + count + " of " + length;
          assertEquals(!inside, refuses(() -> Ranges.check("x", first, elements, size)), range);
          assertEquals(
              !inside, refuses(() -> Ranges.checkEnds("x", first, first + elements, size)), range);
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Ranges.check("x", 2, Integer.MAX_VALUE, 10));
  }

  @Test
  void rangesOfOneArrayAreTheSameOrApart() {
    for (int from = 0; from <= 6; from++) {
      for (int other = 0; other <= 6; other++) {
        int x = from;
        int y = other;
        boolean fine = x == y || x + 3 <= y || y + 3 <= x;
        assertEquals(
            !fine, refuses(() -> Ranges.checkSameOrApart("x", x, "y", y, 3)), x + " and " + y);
      }
    }
  }
}
