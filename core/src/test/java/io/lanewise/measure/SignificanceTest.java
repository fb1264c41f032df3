package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values by hand and by enumeration, and what is left to say of degenerate samples. */
class SignificanceTest {
  private static final double SUM_ERROR = 1e-13;
  private static final double LN2 = Math.log(2);

  private static final long[][][] DEGENERATE = {
    {{7}, {9}},
    {{1, 0}, {1, 0}},
    {{1, 0}, {0, 1}},
    {{1}, {1}},
    {{5, 0, 3}, {0, 4, 0}},
    {{1, 1, 1, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 1, 1}},
    {{3, 3, 3}, {3, 3, 3}},
    {{1, 0, 0}, {10, 20, 30}},
    {{1L << 62, 1L << 62}, {1L << 62, 3}},
    {{0, 2, 0}, {0, 1, 0}},
    {{1, 1, 1, 2}, {1, 1, 1, 1}}
  };

  @Test
  void degenerateSamplesHaveDefinedResults() {
    for (long[][] pair : DEGENERATE) {
      String what = Arrays.deepToString(pair);
      long[] p = pair[0];
      long[] q = pair[1];
      assertWithin(0, 1, Significance.pValue(p, q), what);
      assertWithin(0, Double.MAX_VALUE, Significance.g(p, q), what);
      assertWithin(0, LN2, Significance.jsNoiseFloor(p, q), what);
      assertWithin(0, LN2, Significance.jsNoiseFloor(p, 1), what);
      assertWithin(0, LN2, Significance.jsNoiseFloor(p, 1_000_000_000_000L), what);
      assertWithin(0, LN2, Significance.jsCorrected(p, q), what);
      Interval interval = Significance.jsInterval(p, q, 0.95);
      assertWithin(0, interval.upper(), interval.lower(), what);
      assertWithin(interval.lower(), LN2, interval.upper(), what);
    }
  }

  @Test
  void whereNothingCanBeToldThePValueIs1() {
    assertEquals(1.0, Significance.pValue(new long[] {7}, new long[] {9}));
    assertEquals(1.0, Significance.pValue(new long[] {2, 0}, new long[] {0, 1}));
    assertEquals(1.0, Significance.pValue(new long[] {1, 1, 1, 0, 0}, new long[] {0, 0, 0, 1, 1}));
    // One real row, generated symbols equally often with it: X^2 has one value only.
    assertEquals(1.0, Significance.pValue(new long[] {1, 0, 0}, new long[] {4, 5, 5}));
    assertEquals(1.0, Significance.pValue(new long[] {3, 3, 3}, new long[] {3, 3, 3}), SUM_ERROR);
    Interval all = Significance.jsInterval(new long[] {2, 0}, new long[] {0, 1}, 0.95);
    assertEquals(new Interval(0, LN2), all);
  }

  @Test
  void samplesThatAreFarApartHaveASmallPValue() {
    long[] p = {500, 300, 200};
    long[] q = {200, 300, 500};
    double pValue = Significance.pValue(p, q);
    assertTrue(pValue > 0 && pValue < 1e-50, () -> "p = " + pValue);
    assertTrue(Significance.jsInterval(p, q, 0.95).lower() > 0.03);
  }

  @Test
  void gIsTheLikelihoodRatio() {
    long[] p = {10, 20, 0};
    long[] q = {35, 15, 5};
    long[] pool = {45, 35, 5};
    double expected =
        2 * 30 * Divergence.klDivergence(p, pool) + 2 * 55 * Divergence.klDivergence(q, pool);
    assertEquals(expected, Significance.g(p, q), SUM_ERROR * expected);
    assertEquals(0.0, Significance.g(p, new long[] {20, 40, 0}));
  }

  @Test
  void theFloorOfLargeCountsIsTheKnownFormula() {
    long[] p = {1000, 2000, 3000, 4000};
    long[] q = {500, 1000, 1500, 2000};
    double expected = 3 * (1 / 1e4 + 1 / 5e3) / 8;
    assertEquals(expected, Significance.jsNoiseFloor(p, q), SUM_ERROR * expected);
    assertEquals(expected, Significance.jsNoiseFloor(p, 5000), SUM_ERROR * expected);
  }

  /** By all ways to deal the pooled rows to both sides. */
  @Test
  void theFloorOfSmallCountsIsTheExactExpectation() {
    long[][] pairs = {{2, 1, 4, 0, 3}, {1, 0, 2, 3, 1}};
    EnumeratedTables tables = new EnumeratedTables(pairs[0], pairs[1]);
    double expected = tables.mean(Divergence::jsDivergence);
    assertEquals(expected, Significance.jsNoiseFloor(pairs[0], pairs[1]), SUM_ERROR * expected);
  }

  @Test
  void manySingletonsCostNoMoreThanOne() {
    long[] p = new long[65_536];
    long[] q = new long[65_536];
    Arrays.fill(p, 0, 40_000, 1);
    Arrays.fill(q, 20_000, 65_536, 1);
    assertWithin(0.2, LN2, Significance.jsNoiseFloor(p, q), "singletons");
  }

  @Test
  void theCorrectionIs0ForDisjointAndTheFloorForEqualShares() {
    assertEquals(LN2, Significance.jsCorrected(new long[] {30, 50, 0}, new long[] {0, 0, 40}));
    long[] p = {400, 500, 100};
    long[] q = {800, 1000, 200};
    // Equal shares: JS is 0, less the floor, not below 0.
    assertEquals(0.0, Significance.jsCorrected(p, q));
    assertEquals(2 * (1 / 1e3 + 1 / 2e3) / 8, JsBias.ofObserved(TwoSamples.of(p, q)), SUM_ERROR);
  }

  /** The design's formula, term by term, with a symbol missing on either side. */
  @Test
  void theCorrectionIsTheBiasOfThreeEntropies() {
    long[] x = {30, 12, 0, 8, 50};
    long[] y = {10, 0, 15, 20, 15};
    double bias = (4 - 1) / (4 * 100.0) + (4 - 1) / (4 * 60.0);
    for (int i = 0; i < x.length; i++) {
      double p = x[i] / 100.0;
      double q = y[i] / 60.0;
      bias -= (p * (1 - p) / 100 + q * (1 - q) / 60) / ((p + q) / 2) / 8;
    }
    double expected = Divergence.jsDivergence(x, y) - bias;
    assertEquals(expected, Significance.jsCorrected(x, y), SUM_ERROR);
  }

  @Test
  void theIntervalOfEqualCountsStartsAt0AndShrinksWithRows() {
    double last = LN2;
    for (long rows = 10; rows <= 1_000_000_000; rows *= 10) {
      long[] counts = {3 * rows, 4 * rows, 5 * rows};
      Interval interval = Significance.jsInterval(counts, counts, 0.95);
      assertEquals(0.0, interval.lower());
      assertTrue(interval.upper() > 0 && interval.upper() < last / 5, interval::toString);
      last = interval.upper();
    }
  }

  @Test
  void theIntervalGrowsWithConfidence() {
    SplittableRandom random = new SplittableRandom(20261121);
    for (double js : new double[] {0, 0.02, 0.2}) {
      long[] p = Draws.zipf(50).counts(500, random);
      long[] q = Draws.zipf(50).reversedUntil(js).counts(500, random);
      Interval narrow = Significance.jsInterval(p, q, 0.5);
      Interval wide = Significance.jsInterval(p, q, 0.99);
      assertTrue(wide.lower() <= narrow.lower() && narrow.upper() < wide.upper());
    }
  }

  @Test
  void adjustedPValuesKeepTheirOrderAndAreMonotone() {
    double[] pValues = {0.01, 0.5, 0.03, 0.02, 0.9, 0.02};
    double[] expected = {0.04, 0.6, 0.045, 0.04, 0.9, 0.04};
    assertArrayEquals(expected, Significance.benjaminiHochberg(pValues), 1e-15);
    assertArrayEquals(new double[0], Significance.benjaminiHochberg(new double[0]));
    assertArrayEquals(
        new double[] {1, 1}, Significance.benjaminiHochberg(new double[] {1, 0.9}), 1e-15);
    assertThrows(
        IllegalArgumentException.class,
        () -> Significance.benjaminiHochberg(new double[] {Double.NaN}));
  }

  @Test
  void messagesShowTheRelationAndBothValues() {
    assertMessage(
        "p has 3 rows, q has 0: both need at least 1",
        () -> Significance.pValue(new long[] {1, 2}, new long[] {0, 0}));
    assertMessage(
        "p has 1 counts, q has 2: as many are needed",
        () -> Significance.jsNoiseFloor(new long[] {1}, new long[] {1, 1}));
    assertMessage(
        "q[1] = -2: a count must not be negative",
        () -> Significance.jsCorrected(new long[] {1, 1}, new long[] {1, -2}));
    assertMessage(
        "confidence = 1.0: it must be above 0 and below 1",
        () -> Significance.jsInterval(new long[] {1}, new long[] {1}, 1));
    assertMessage(
        "generatedRows = 0: at least 1 is needed",
        () -> Significance.jsNoiseFloor(new long[] {1}, 0));
    assertMessage("lower = 2.0, upper = 1.0: the ends must not descend", () -> new Interval(2, 1));
  }

  private static void assertWithin(double lower, double upper, double value, String what) {
    assertTrue(lower <= value && value <= upper, () -> what + ": " + value);
  }

  private static void assertMessage(String message, Runnable call) {
    var refused = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, refused.getMessage());
  }

  /** A symbol seen 512 times is rare where the other side has a thousandth of the rows. */
  @Test
  void theFloorHasNoSeamWhereKeptMeansEnd() {
    double before = floorOfRare(510);
    for (long count = 511; count < 515; count++) {
      double floor = floorOfRare(count);
      assertTrue(floor > before && floor < before * 1.01, count + ": " + before + ", " + floor);
      before = floor;
    }
  }

  private static double floorOfRare(long count) {
    long[] real = {count, 100_000_000};
    return Significance.jsNoiseFloor(real, new long[] {0, 1_000});
  }
}
