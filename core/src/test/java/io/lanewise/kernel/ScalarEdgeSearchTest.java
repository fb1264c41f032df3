package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.kernel.scalar.ScalarEdgeSearch;
import org.junit.jupiter.api.Test;

/** The scalar search, and the padding that all searches rely on. */
final class ScalarEdgeSearchTest extends EdgeSearchContract {

  @Override
  protected EdgeSearch search() {
    return new ScalarEdgeSearch();
  }

  @Test
  void paddingEndsAtAPowerOfTwoMinusOne() {
    double infinity = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {infinity}, EdgeSearch.padded(new double[0]));
    assertArrayEquals(new double[] {5}, EdgeSearch.padded(new double[] {5}));
    assertArrayEquals(new double[] {5, 6, infinity}, EdgeSearch.padded(new double[] {5, 6}));
    assertArrayEquals(new long[] {5, 6, Long.MAX_VALUE}, EdgeSearch.padded(new long[] {5, 6}));
    for (int length = 1; length <= 300; length++) {
      int padded = EdgeSearch.padded(new long[length]).length;
      assertEquals(0, padded & (padded + 1), "length " + length);
      assertEquals(true, padded >= length && padded < 2 * length, "length " + length);
    }
  }
}
