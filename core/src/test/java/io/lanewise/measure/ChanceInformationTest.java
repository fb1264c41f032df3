package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What {@link ContingencyMomentsTest} does not reach by listing tables: cells expected often. */
class ChanceInformationTest {

  /** {@code sum (1 - a/n)(1 - b/n) / 2n} over all cells is {@code (R-1)(C-1) / 2n}. */
  @Test
  void cellsExpectedTenTimesAddTheQuadraticForm() {
    assertEquals(1 / (2 * 150.0), chance(new long[] {50, 50, 10, 40}, 2, 2), 1e-16);
    assertEquals(2 * 1 / (2 * 600.0), chance(new long[] {100, 100, 50, 150, 50, 150}, 3, 2), 1e-16);
    // One cell expects exactly 10 rows.
    assertEquals(1 / (2 * 90.0), chance(new long[] {10, 20, 20, 40}, 2, 2), 1e-16);
  }

  @Test
  void anEmptyRowOrColumnAddsNothing() {
    double plain = chance(new long[] {3, 1, 1, 2}, 2, 2);
    assertEquals(plain, chance(new long[] {3, 0, 1, 0, 0, 0, 1, 0, 2}, 3, 3), 1e-16);
  }

  private static double chance(long[] table, int rows, int columns) {
    return ChanceInformation.of(TableMargins.of(table, rows, columns));
  }
}
