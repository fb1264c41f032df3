package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mean and variance of X^2 against every order of one column, and the size of the test. */
class IndependenceMomentsTest {

  private static final double ERROR = 1e-12;

  @Test
  void momentsAreThoseOfAllOrders() {
    int[][][] columns = {
      {{0, 0, 0, 1, 1, 2, 2}, {0, 1, 1, 2, 2, 2, 0}},
      {{0, 0, 0, 0, 1, 1, 2, 3}, {0, 0, 1, 1, 1, 1, 2, 2}},
      {{0, 0, 1, 1, 1, 2}, {2, 0, 1, 1, 0, 1}},
      {{0, 0, 0, 0, 1}, {1, 0, 0, 0, 0}}
    };
    for (int[][] pair : columns) {
      List<Double> all = new ArrayList<>();
      permute(pair[0], pair[1].clone(), 0, all);
      double mean = all.stream().mapToDouble(Double::doubleValue).sum() / all.size();
      double variance = all.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / all.size();
      ContingencyMoments moments = IndependenceMoments.of(margins(table(pair[0], pair[1])));
      assertEquals(mean, moments.mean(), ERROR * mean);
      assertEquals(variance, moments.variance(), ERROR * mean * mean);
    }
  }

  private static void permute(int[] x, int[] y, int from, List<Double> all) {
    if (from == y.length) {
      all.add(chiSquare(table(x, y)));
      return;
    }
    for (int i = from; i < y.length; i++) {
      swap(y, from, i);
      permute(x, y, from + 1, all);
      swap(y, from, i);
    }
  }

  private static void swap(int[] y, int i, int j) {
    int kept = y[i];
    y[i] = y[j];
    y[j] = kept;
  }

  private static final int SIDE = 4;

  private static long[] table(int[] x, int[] y) {
    long[] table = new long[SIDE * SIDE];
    for (int i = 0; i < x.length; i++) {
      table[x[i] * SIDE + y[i]]++;
    }
    return table;
  }

  private static TableMargins margins(long[] table) {
    return TableMargins.of(table, SIDE, SIDE);
  }

  private static double chiSquare(long[] table) {
    TableMargins margins = margins(table);
    double n = margins.total();
    double sum = -n;
    for (int cell = 0; cell < table.length; cell++) {
      double count = table[cell];
      if (count > 0) {
        sum += n * count * count / margins.rows()[cell / SIDE] / margins.columns()[cell % SIDE];
      }
    }
    return sum;
  }

  @Test
  void twoSamplesAreTheCaseOfTwoRows() {
    long[][][] pairs = {{{2, 1, 4, 0, 3}, {1, 0, 2, 3, 1}}, {{900, 80, 20}, {40, 50, 10}}};
    for (long[][] pair : pairs) {
      long[] table = Arrays.copyOf(pair[0], 2 * pair[0].length);
      System.arraycopy(pair[1], 0, table, pair[0].length, pair[1].length);
      ContingencyTable counts = ContingencyTable.of(table, 2, pair[0].length, Kernels.scalar());
      double expected = Significance.pValue(pair[0], pair[1]);
      assertEquals(expected, counts.independencePValue(), 1e-10 * expected);
    }
  }

  @Test
  void nothingToTellIsOne() {
    for (long[] table : new long[][] {{5, 0, 0, 0}, {3, 4, 0, 0}, {1, 0, 0, 1}, {0, 0, 0, 1}}) {
      assertEquals(1, ContingencyTable.of(table, 2, 2, Kernels.scalar()).independencePValue());
    }
  }

  /**
   * Of independent columns 5 % are called dependent: within four standard errors of 2,000 trials,
   * and 1 % for what a gamma distribution in place of the exact one may add.
   */
  @Test
  void independentColumnsAreRarelyCalledDependent() {
    int trials = 2000;
    double allowed = 4 * Math.sqrt(0.05 * 0.95 / trials) + 0.01;
    for (int[] setting : new int[][] {{16, 1280}, {6, 180}, {4, 30}}) {
      var random = new SplittableRandom(3);
      int side = setting[0];
      int rejected = 0;
      for (int trial = 0; trial < trials; trial++) {
        long[] table = new long[side * side];
        for (int row = 0; row < setting[1]; row++) {
          // A few symbols are common, most are rare.
          int x = (int) (side * random.nextDouble() * random.nextDouble());
          int y = (int) (side * random.nextDouble() * random.nextDouble());
          table[x * side + y]++;
        }
        double p = ContingencyTable.of(table, side, side, Kernels.scalar()).independencePValue();
        rejected += p < 0.05 ? 1 : 0;
      }
      double share = rejected / (double) trials;
      String what = side + " symbols, " + setting[1] + " rows: " + share;
      assertTrue(Math.abs(share - 0.05) <= allowed, what);
    }
  }
}
