package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values that can be worked out by hand; one rounding on either side is allowed. */
class ClosedFormsTest {
  private static final double ULP = 0x1p-52;

  /** 35 roundings of additions and 3 of a term, see LogSums. */
  private static final double ADDITIONS = 38 * 0x1p-53;

  private static final double[] P = {0.5, 0.25, 0.25, 0};
  private static final double[] Q = {0.25, 0.25, 0.25, 0.25};
  private static final long[] P_COUNTS = {2, 1, 1, 0};
  private static final long[] Q_COUNTS = {3, 3, 3, 3};

  @Test
  void selfInformationIsZeroForTheCertain() {
    assertEquals(0L, Double.doubleToRawLongBits(Entropy.selfInformation(1)));
    assertEquals(Double.POSITIVE_INFINITY, Entropy.selfInformation(0));
    assertEquals(Math.log(2), Entropy.selfInformation(0.5), ULP);
    assertThrows(IllegalArgumentException.class, () -> Entropy.selfInformation(1.5));
    assertThrows(IllegalArgumentException.class, () -> Entropy.selfInformation(Double.NaN));
  }

  /** Equal terms round the same way in every addition of a lane: the worst case that was seen. */
  @Test
  void entropyOfEqualSharesIsTheLogarithmOfTheirNumber() {
    for (int n : new int[] {1, 2, 3, 511, 512, 513, 1025, 100_000}) {
      double[] weights = new double[n];
      Arrays.fill(weights, 0.1);
      assertEquals(Math.log(n), Entropy.entropy(weights), ADDITIONS * Math.log(n));
    }
  }

  @Test
  void disjointSupportsAreExactlyLn2Apart() {
    double[] p = {0.1, 0.7, 0, 0.3, 0};
    double[] q = {0, 0, 0.9, 0, 1e-300};
    assertEquals(Math.log(2), Divergence.jsDivergence(p, q));
    assertEquals(Math.sqrt(Math.log(2)), Divergence.jsDistance(p, q));
    assertEquals(1.0, Divergence.totalVariation(p, q), ULP);
    assertEquals(1.0, Divergence.hellinger(p, q), ULP);
    assertEquals(Double.POSITIVE_INFINITY, Divergence.psi(p, q));
  }

  /** Summed, one in eleven of these would fall short of ln 2. */
  @Test
  void anyDisjointSupportsAreExactlyLn2Apart() {
    Random random = new Random(20260724);
    for (int trial = 0; trial < 500; trial++) {
      double[] p = new double[40];
      double[] q = new double[40];
      for (int i = 0; i < 40; i++) {
        (i % 3 == trial % 3 ? p : q)[i] = random.nextDouble();
      }
      assertEquals(Math.log(2), Divergence.jsDivergence(p, q));
    }
  }

  /** The counts are equal as doubles; KL is (p-q)^2 to first order. */
  @Test
  void oneCountBeyondTheDoublesIsNotLost() {
    long count = 1L << 60;
    long[] p = {count + 1, count};
    long[] q = {count, count + 1};
    assertEquals(0x1p-121, Divergence.klDivergence(p, q), 2e-15 * 0x1p-121);
    assertEquals(0x1p-123, Divergence.jsDivergence(p, q), 2e-15 * 0x1p-123);
    long[] table = {count + 1, count, count, count + 1};
    assertEquals(0x1p-123, Dependence.mutualInformation(table, 2, 2), 2e-15 * 0x1p-123);
  }

  @Test
  void distancesOfAKnownPair() {
    assertEquals(0.25, Divergence.totalVariation(P, Q), ULP);
    assertEquals(0.25, Divergence.totalVariation(P_COUNTS, Q_COUNTS), ULP);
    double affinity = Math.sqrt(0.125) + 0.5;
    assertEquals(Math.sqrt(1 - affinity), Divergence.hellinger(P, Q), 4 * ULP);
    assertEquals(0.25, Divergence.kolmogorovSmirnov(P, Q), ULP);
    double psi = Divergence.psi(new double[] {2, 1}, new double[] {1, 1});
    assertEquals(Math.log(2) / 6, psi, ULP);
    assertEquals(Double.POSITIVE_INFINITY, Divergence.psi(P, Q));
  }

  /** 2 x 2 by the textbook: N (ad - bc)^2 over the product of the four margins. */
  @Test
  void chiSquareOfAFourfoldTable() {
    long[] a = {10, 20};
    long[] b = {35, 15};
    double determinant = 10 * 15 - 20 * 35;
    double expected = 80 * determinant * determinant / (30.0 * 50 * 45 * 35);
    assertEquals(expected, Divergence.chiSquare(a, b), 4 * ULP * expected);
    assertEquals(0.0, Divergence.chiSquare(a, new long[] {20, 40}));
  }

  @Test
  void wassersteinMovesMassFromLowerEdgeToLowerEdge() {
    double[] edges = {0, 1, 3, 7};
    assertEquals(3, Divergence.wasserstein1(new long[] {5, 0, 0}, new long[] {0, 0, 9}, edges));
    assertEquals(2, Divergence.wasserstein1(new double[] {0, 1, 0}, new double[] {0, 0, 1}, edges));
    assertEquals(0.0, Divergence.wasserstein1(P_COUNTS, P_COUNTS, new double[] {0, 1, 2, 3, 4}));
  }

  @Test
  void edgesMayMeet() {
    double[] edges = {0, 1, 1, 7};
    assertEquals(1, Divergence.wasserstein1(new long[] {5, 0, 0}, new long[] {0, 0, 9}, edges));
  }

  @Test
  void refusedEdgesAreNamed() {
    long[] counts = {1, 2};
    String tooFew = refused(counts, 0, 1);
    assertEquals("edges has 2 values, expected bins + 1 = 3", tooFew);
    String descending = refused(counts, 0, 2, 1);
    assertEquals("edges[2] = 1.0 after edges[1] = 2.0: edges must not descend", descending);
  }

  private static String refused(long[] counts, double... edges) {
    return assertThrows(
            IllegalArgumentException.class, () -> Divergence.wasserstein1(counts, counts, edges))
        .getMessage();
  }

  @Test
  void countsAndWeightsOfEqualSharesAreEquallyFar() {
    double[] p = {1, 3, 0};
    double[] q = {2, 1, 1};
    long[] pCounts = {1, 3, 0};
    long[] qCounts = {2, 1, 1};
    double distance = Math.sqrt(Divergence.jsDivergence(p, q));
    assertEquals(distance, Divergence.jsDistance(p, q));
    assertEquals(distance, Divergence.jsDistance(pCounts, qCounts));
    assertEquals(0.25, Divergence.kolmogorovSmirnov(p, q), ULP);
    assertEquals(0.25, Divergence.kolmogorovSmirnov(pCounts, qCounts), ULP);
  }

  @Test
  void edgesThatCannotBeAreRefused() {
    long[] counts = {1, 2};
    for (double[] edges : new double[][] {{0, 1}, {0, 2, 1}, {0, 1, Double.NaN}}) {
      assertThrows(
          IllegalArgumentException.class, () -> Divergence.wasserstein1(counts, counts, edges));
    }
  }

  @Test
  void messagesShowTheRelationAndBothValues() {
    assertMessage(
        "p[1] = -0.1: a weight must be finite and not negative",
        () -> Divergence.klDivergence(new double[] {1, -0.1}, new double[] {1, 1}));
    assertMessage(
        "p has 1 counts, q has 2: as many are needed",
        () -> Divergence.jsDivergence(new long[1], new long[2]));
    assertMessage(
        "counts has 3 cells, expected rows*columns = 2*2 = 4",
        () -> Dependence.mutualInformation(new long[3], 2, 2));
    assertMessage(
        "q[0] = -1: a count must not be negative",
        () -> Divergence.psi(new long[] {1L << 60}, new long[] {-1}));
  }

  @Test
  void twoConstantColumnsHaveNoNormalizedInformation() {
    assertTrue(Dependence.normalizedMutualInformation(new long[] {7}, 1, 1).isEmpty());
    assertEquals(0.0, Dependence.normalizedMutualInformation(new long[] {7, 7}, 1, 2).orElse(-1));
  }

  private static void assertMessage(String message, Runnable measure) {
    var refused = assertThrows(IllegalArgumentException.class, measure::run);
    assertEquals(message, refused.getMessage());
  }
}
