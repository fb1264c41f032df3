package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The identities that tie the measures together, on random counts.
 *
 * <p>{@code SLACK} is twice the relative error asserted in {@link AccuracyTest}, for one measure on
 * either side of a comparison.
 */
class MeasurePropertiesTest {
  private static final String SEED = "20260724";
  private static final double SLACK = 4e-15;
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  @Property(seed = SEED)
  boolean divergencesAreNotNegative(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    double js = Divergence.jsDivergence(a, b);
    return Divergence.klDivergence(a, b) >= 0 && js >= 0 && js <= Divergence.LN2;
  }

  @Property(seed = SEED)
  void symmetricMeasuresAreSymmetric(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    assertClose(Divergence.jsDivergence(a, b), Divergence.jsDivergence(b, a));
    assertClose(Divergence.hellinger(a, b), Divergence.hellinger(b, a));
    assertClose(Divergence.psi(a, b), Divergence.psi(b, a));
    assertClose(Divergence.totalVariation(a, b), Divergence.totalVariation(b, a));
    assertClose(Divergence.chiSquare(a, b), Divergence.chiSquare(b, a));
  }

  @Property(seed = SEED)
  void crossEntropyIsEntropyPlusKl(
      @ForAll("positiveCounts") long[] p, @ForAll("positiveCounts") long[] q) {
    assertClose(Entropy.crossEntropy(p, q), Entropy.entropy(p) + Divergence.klDivergence(p, q));
    assertClose(
        Divergence.psi(p, q), Divergence.klDivergence(p, q) + Divergence.klDivergence(q, p));
  }

  @Property(seed = SEED)
  void jsIsTheMeanDivergenceFromTheMixture(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    long aTotal = Arrays.stream(a).sum();
    long bTotal = Arrays.stream(b).sum();
    long[] mixture = new long[a.length];
    Arrays.setAll(mixture, i -> a[i] * bTotal + b[i] * aTotal);
    assertClose(
        Divergence.jsDivergence(a, b),
        (Divergence.klDivergence(a, mixture) + Divergence.klDivergence(b, mixture)) / 2);
  }

  @Property(seed = SEED)
  void orderOfSymbolsDoesNotMatter(@ForAll("manyCounts") long[] p, @ForAll("manyCounts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    assertClose(Entropy.entropy(a), Entropy.entropy(reversed(a)));
    assertClose(Divergence.klDivergence(a, b), Divergence.klDivergence(reversed(a), reversed(b)));
    assertClose(Divergence.jsDivergence(a, b), Divergence.jsDivergence(reversed(a), reversed(b)));
  }

  @Property(seed = SEED)
  void mergingBinsNeverRaisesADivergence(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    assertAtMost(Divergence.klDivergence(halved(a), halved(b)), Divergence.klDivergence(a, b));
    assertAtMost(Divergence.jsDivergence(halved(a), halved(b)), Divergence.jsDivergence(a, b));
    assertAtMost(Divergence.totalVariation(halved(a), halved(b)), Divergence.totalVariation(a, b));
  }

  @Property(seed = SEED)
  void boundsBetweenMeasuresHold(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    double variation = Divergence.totalVariation(a, b);
    double hellinger = Divergence.hellinger(a, b);
    assertAtMost(hellinger * hellinger, variation);
    assertAtMost(variation, Math.sqrt(2) * hellinger);
    assertAtMost(2 * variation * variation, Divergence.klDivergence(a, b));
    assertAtMost(Divergence.kolmogorovSmirnov(a, b), variation);
    assertAtMost(Divergence.jsDivergence(a, b), Divergence.LN2 * variation);
  }

  @Property(seed = SEED)
  void theChainRuleHolds(@ForAll("counts") long[] cells) {
    long[] table = occupied(cells);
    double joint = Dependence.jointEntropy(table, ROWS, COLUMNS);
    double hx = Entropy.entropy(rowSums(table));
    double hy = Entropy.entropy(columnSums(table));
    assertClose(joint, hx + Dependence.conditionalEntropyYGivenX(table, ROWS, COLUMNS));
    assertClose(joint, hy + Dependence.conditionalEntropyXGivenY(table, ROWS, COLUMNS));
    assertClose(hx + hy, joint + Dependence.mutualInformation(table, ROWS, COLUMNS));
    assertClose(
        joint,
        Dependence.mutualInformation(table, ROWS, COLUMNS)
            + Dependence.variationOfInformation(table, ROWS, COLUMNS));
  }

  @Property(seed = SEED)
  void aColumnTellsAllAboutItself(@ForAll("sixCounts") long[] counts) {
    long[] diagonal = new long[36];
    long[] a = occupied(counts);
    for (int i = 0; i < 6; i++) {
      diagonal[7 * i] = a[i];
    }
    assertClose(Entropy.entropy(a), Dependence.mutualInformation(diagonal, 6, 6));
    assertEquals(0.0, Dependence.variationOfInformation(diagonal, 6, 6));
    Dependence.normalizedMutualInformation(diagonal, 6, 6).ifPresent(nmi -> assertClose(1, nmi));
  }

  @Property(seed = SEED)
  void outerProductsAreIndependent(
      @ForAll("fiveFactors") long[] x, @ForAll("sevenFactors") long[] y) {
    long[] rows = occupied(x);
    long[] columns = occupied(y);
    long[] table = new long[35];
    Arrays.setAll(table, i -> rows[i / 7] * columns[i % 7]);
    assertEquals(0.0, Dependence.mutualInformation(table, 5, 7));
  }

  /** The path of exact integers and the path of doubles must not be told apart. */
  @Property(seed = SEED)
  void wideCountsAgreeWithNarrowOnes(@ForAll("counts") long[] p, @ForAll("counts") long[] q) {
    long[] a = occupied(p);
    long[] b = occupied(q);
    long[] wideA = wide(a);
    long[] wideB = wide(b);
    assertClose(Entropy.entropy(a), Entropy.entropy(wideA));
    assertClose(Entropy.crossEntropy(a, b), Entropy.crossEntropy(wideA, wideB));
    assertClose(Divergence.klDivergence(a, b), Divergence.klDivergence(wideA, wideB));
    assertClose(Divergence.jsDivergence(a, b), Divergence.jsDivergence(wideA, wideB));
    assertClose(Divergence.psi(a, b), Divergence.psi(wideA, wideB));
    assertClose(Divergence.hellinger(a, b), Divergence.hellinger(wideA, wideB));
    assertClose(Divergence.totalVariation(a, b), Divergence.totalVariation(wideA, wideB));
    assertClose(Divergence.chiSquare(a, b), Divergence.chiSquare(wideA, wideB) / 0x1p53);
    assertClose(Divergence.kolmogorovSmirnov(a, b), Divergence.kolmogorovSmirnov(wideA, wideB));
    double[] edges = {0, 1, 2, 4, 8, 9, 10, 20, 30, 40, 50, 60, 61};
    assertClose(Divergence.wasserstein1(a, b, edges), Divergence.wasserstein1(wideA, wideB, edges));
  }

  @Provide
  Arbitrary<long[]> counts() {
    return arrays(ROWS * COLUMNS, 0, 1000);
  }

  @Provide
  Arbitrary<long[]> positiveCounts() {
    return arrays(ROWS * COLUMNS, 1, 1000);
  }

  @Provide
  Arbitrary<long[]> manyCounts() {
    return arrays(40, 0, 1000);
  }

  @Provide
  Arbitrary<long[]> sixCounts() {
    return arrays(6, 0, 1000);
  }

  @Provide
  Arbitrary<long[]> fiveFactors() {
    return arrays(5, 0, 1L << 25);
  }

  @Provide
  Arbitrary<long[]> sevenFactors() {
    return arrays(7, 0, 1L << 25);
  }

  private static Arbitrary<long[]> arrays(int length, long min, long max) {
    return Arbitraries.longs().between(min, max).array(long[].class).ofSize(length);
  }

  /** At least one symbol, so that counts form a distribution. */
  private static long[] occupied(long[] counts) {
    long[] copy = counts.clone();
    if (Arrays.stream(counts).allMatch(count -> count == 0)) {
      copy[0] = 1;
    }
    return copy;
  }

  private static long[] wide(long[] counts) {
    return Arrays.stream(counts).map(count -> count << 53).toArray();
  }

  private static long[] reversed(long[] counts) {
    long[] reversed = new long[counts.length];
    Arrays.setAll(reversed, i -> counts[counts.length - 1 - i]);
    return reversed;
  }

  private static long[] halved(long[] counts) {
    long[] halved = new long[counts.length / 2];
    Arrays.setAll(halved, i -> counts[2 * i] + counts[2 * i + 1]);
    return halved;
  }

  private static long[] rowSums(long[] table) {
    long[] sums = new long[ROWS];
    for (int i = 0; i < table.length; i++) {
      sums[i / COLUMNS] += table[i];
    }
    return sums;
  }

  private static long[] columnSums(long[] table) {
    long[] sums = new long[COLUMNS];
    for (int i = 0; i < table.length; i++) {
      sums[i % COLUMNS] += table[i];
    }
    return sums;
  }

  private static void assertClose(double expected, double actual) {
    if (Double.isInfinite(expected) || expected == 0) {
      assertEquals(expected, actual);
    } else {
      assertTrue(
          Math.abs(actual - expected) <= SLACK * expected,
          () -> "expected " + expected + ", is " + actual);
    }
  }

  private static void assertAtMost(double smaller, double larger) {
    assertTrue(smaller <= larger * (1 + SLACK), () -> smaller + " exceeds " + larger);
  }
}
