package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The parts of a test for a change of information, against their formulas term by term. */
class TableInformationTest {

  private static final double ERROR = 1e-12;

  @Test
  void varianceIsThatOfTheLogarithmsOfRatios() {
    check(new long[] {30, 2, 5, 1, 20, 5}, 2, 3);
    check(new long[] {12, 0, 3, 4, 9, 0, 0, 0, 0}, 3, 3);
    check(new long[] {5, 0, 7, 2, 0, 1}, 2, 3);
    // All but independent: the logarithms of ratios are below 2^-8.
    check(new long[] {1000, 2001, 1999, 4000}, 2, 2);
  }

  @Test
  void errorIsThatOfBothSidesAtOneShareOfWhatChanceLeaves() {
    TableInformation p = new TableInformation(0.30, 0.02, 0.004, 0.001, 200);
    TableInformation q = new TableInformation(0.10, 0.01, 0.002, 0.003, 100);
    double share = (200 * 0.28 + 100 * 0.09) / (200 * 0.30 + 100 * 0.10);
    double error = Math.sqrt(share * 0.004 + 0.001 + (share * 0.002 + 0.003));
    double tail = NormalDistribution.of(0, 1).survivalProbability((0.28 - 0.09) / error);
    for (MutualInformationChange change :
        new MutualInformationChange[] {
          TableInformation.change(p, q), TableInformation.change(q, p)
        }) {
      assertEquals(error, change.error(), ERROR);
      assertEquals(2 * tail, change.pValue(), ERROR);
    }
  }

  @Test
  void whatCannotVaryIsEqualOrCertainlyNot() {
    TableInformation none = new TableInformation(0, 0, 0, 0, 50);
    assertEquals(new MutualInformationChange(0, 1), TableInformation.change(none, none));
    TableInformation some = new TableInformation(0.5, 0, 0, 0, 50);
    assertEquals(new MutualInformationChange(0, 0), TableInformation.change(none, some));
    TableInformation noisy = new TableInformation(0.5, 0, 0.01, 0, 50);
    assertEquals(1, TableInformation.change(noisy, noisy).pValue());
    assertEquals(Math.sqrt(0.02), TableInformation.change(noisy, noisy).error(), ERROR);
  }

  private static void check(long[] table, int rows, int columns) {
    long[] ofX = new long[rows];
    long[] ofY = new long[columns];
    double n = 0;
    for (int cell = 0; cell < table.length; cell++) {
      ofX[cell / columns] += table[cell];
      ofY[cell % columns] += table[cell];
      n += table[cell];
    }
    double mean = 0;
    double[] logs = new double[table.length];
    for (int cell = 0; cell < table.length; cell++) {
      if (table[cell] > 0) {
        double expected = (double) ofX[cell / columns] * ofY[cell % columns] / n;
        logs[cell] = Math.log(table[cell] / expected);
        mean += table[cell] / n * logs[cell];
      }
    }
    double variance = 0;
    for (int cell = 0; cell < table.length; cell++) {
      variance += table[cell] / n * (logs[cell] - mean) * (logs[cell] - mean);
    }
    TableMargins margins = TableMargins.of(table, rows, columns);
    TableInformation found = TableInformation.of(table, margins, mean);
    assertEquals(mean, found.plugIn());
    assertEquals(ChanceInformation.of(margins), found.chance());
    assertEquals(variance / n, found.linearVariance(), ERROR * variance / n);
    assertEquals(margins.degreesOfFreedom() / (2 * n * n), found.quadraticVariance(), ERROR / n);
    assertEquals(n, found.rows());
  }
}
