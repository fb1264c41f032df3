package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Haldane's mean and Dawson's variance against every table there is. */
class ContingencyMomentsTest {
  private static final double ERROR = 1e-12;

  private static final long[][][] PAIRS = {
    {{2, 1}, {1, 3}},
    {{2, 1, 4, 0, 3}, {1, 0, 2, 3, 1}},
    {{5, 0, 0}, {1, 9, 2}},
    {{1, 0, 0, 0}, {2, 2, 3, 1}},
    {{1, 1, 1, 0, 1, 0}, {1, 0, 0, 1, 0, 1}},
    {{6, 2, 1, 1}, {6, 2, 1, 1}},
    {{3, 0}, {0, 1}},
    {{1, 1, 0, 0}, {0, 0, 1, 1}},
    {{2, 0, 1, 0, 0, 0, 1}, {9, 1, 0, 1, 1, 4, 0}}
  };

  @Test
  void momentsAreThoseOfAllTables() {
    for (long[][] pair : PAIRS) {
      EnumeratedTables tables = new EnumeratedTables(pair[0], pair[1]);
      double mean = tables.mean(Divergence::chiSquare);
      double square = tables.mean((p, q) -> Math.pow(Divergence.chiSquare(p, q) - mean, 2));
      ContingencyMoments moments = ContingencyMoments.of(TwoSamples.of(pair[0], pair[1]));
      String what = Arrays.deepToString(pair);
      assertEquals(mean, moments.mean(), ERROR * mean, what);
      assertEquals(square, moments.variance(), ERROR * mean * mean, what);
    }
  }

  /** What the interval takes in place of a chi-square: mean and bias exactly, variance nearly. */
  @Test
  void momentsOfJsAreThoseOfAllTables() {
    long[] a = {2, 1, 4, 0, 3, 2, 1};
    long[] b = {1, 1, 2, 3, 1, 2, 0};
    TwoSamples samples = TwoSamples.of(a, b);
    double perNat = samples.chiSquarePerNat();
    EnumeratedTables tables = new EnumeratedTables(a, b);
    double mean = tables.mean((p, q) -> perNat * Divergence.jsDivergence(p, q));
    double square =
        tables.mean((p, q) -> Math.pow(perNat * Divergence.jsDivergence(p, q) - mean, 2));
    double bias = tables.mean((p, q) -> perNat * JsBias.ofPossible(TwoSamples.of(p, q)));
    EqualityMoments moments =
        EqualityMoments.of(samples.pooled(), samples.pTotal(), samples.qTotal(), 40);
    assertEquals(mean, moments.mean(), ERROR * mean);
    assertEquals(bias, moments.bias(), ERROR * bias);
    // The symbols are taken as independent but for the number of rows of a side.
    assertEquals(square, moments.variance(), 0.25 * square);
  }

  @Test
  void informationByChanceIsTheMeanOfAllTables() {
    long[] a = {2, 1, 4, 0, 3};
    long[] b = {1, 0, 2, 3, 1};
    double mean =
        new EnumeratedTables(a, b)
            .mean((p, q) -> Dependence.mutualInformation(joined(p, q), 2, p.length));
    TableMargins margins = TableMargins.of(joined(a, b), 2, a.length);
    assertEquals(mean, ChanceInformation.of(margins), ERROR * mean);
  }

  private static long[] joined(long[] p, long[] q) {
    long[] table = Arrays.copyOf(p, p.length + q.length);
    System.arraycopy(q, 0, table, p.length, q.length);
    return table;
  }
}
