package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published values, in bits as they were published. */
class EntropyEstimatorTest {
  private static final double ERROR = 1e-14;
  private static final double BITS = 1 / Math.log(2);

  private static final List<EntropyEstimator> ALL =
      EntropyEstimator.names().stream().map(EntropyEstimator::named).toList();

  @Test
  void knownValuesAreMet() {
    assertBits(0.9182958340544896, EntropyEstimator.PLUG_IN, 2, 2, 1);
    assertBits(0.9182958340544896 + BITS / 6, EntropyEstimator.MILLER_MADOW, 2, 2, 1);
    assertBits(1.3757622595782166, EntropyEstimator.GRASSBERGER, 2, 2, 1);
    assertBits(1.6605564565545845, EntropyEstimator.GRASSBERGER, 2, 3, 1);
    assertBits(1.0, EntropyEstimator.JAMES_STEIN, 2, 2, 1);
    assertBits(1.0477649325740983, EntropyEstimator.dirichlet(1), 3, 2, 2);
    double chaoShen = EntropyEstimator.CHAO_SHEN.entropy(new long[] {2, 1}, 2) * BITS;
    assertEquals(1.53826957554, chaoShen, 1e-11);
  }

  /** The labels of the documentation of scikit-learn's mutual_info_score tests. */
  @Test
  void informationOfKnownLabels() {
    int[] a = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
    int[] b = {1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};
    long[] counted = new long[9];
    for (int i = 0; i < a.length; i++) {
      counted[3 * (a[i] - 1) + b[i] - 1]++;
    }
    assertEquals(0.41022, EntropyEstimator.PLUG_IN.mutualInformation(counted, 3, 3), 5e-6);
  }

  @Test
  void millerMadowAddsTheClosedForm() {
    long[] table = {30, 0, 5, 0, 20, 5};
    double plugIn = Dependence.mutualInformation(table, 2, 3);
    double expected = plugIn + (1 + 2 - 3) / (2 * 60.0);
    assertEquals(
        expected, EntropyEstimator.MILLER_MADOW.mutualInformation(table, 2, 3), ERROR * expected);
    long[] dependent = {3, 0, 0, 5};
    double more = Dependence.mutualInformation(dependent, 2, 2) + (1 + 1 - 1) / (2 * 8.0);
    assertEquals(more, EntropyEstimator.MILLER_MADOW.mutualInformation(dependent, 2, 2), ERROR);
    long[] independent = {10, 10, 10, 10};
    assertEquals(0.0, EntropyEstimator.MILLER_MADOW.mutualInformation(independent, 2, 2));
  }

  @Test
  void otherInformationIsTheDifferenceOfEntropies() {
    long[] table = {30, 2, 5, 1, 20, 5};
    for (EntropyEstimator estimator : ALL.subList(2, ALL.size())) {
      double expected =
          estimator.entropy(new long[] {37, 26}, 2)
              + estimator.entropy(new long[] {31, 22, 10}, 3)
              - estimator.entropy(table, 6);
      assertEquals(expected, estimator.mutualInformation(table, 2, 3), ERROR, estimator.name());
    }
  }

  @Test
  void degenerateCountsHaveDefinedResults() {
    long[][] samples = {{1}, {5}, {1, 1, 1}, {0, 0, 7}, {1, 0}, {1L << 60, 3}, {2, 2, 2, 2}};
    for (EntropyEstimator estimator : ALL) {
      for (long[] counts : samples) {
        for (int symbols : new int[] {counts.length, 1000}) {
          double entropy = estimator.entropy(counts, symbols);
          assertTrue(
              entropy >= 0 && entropy < 50, () -> estimator + Arrays.toString(counts) + entropy);
        }
        double information = estimator.mutualInformation(counts, 1, counts.length);
        assertTrue(information >= 0 && information < 2, () -> estimator + " " + information);
      }
    }
  }

  @Test
  void theUnseenCountForShrinkage() {
    double few = EntropyEstimator.JAMES_STEIN.entropy(new long[] {9, 3, 2}, 3);
    assertTrue(EntropyEstimator.JAMES_STEIN.entropy(new long[] {9, 3, 2}, 30) > few);
    assertTrue(EntropyEstimator.JAMES_STEIN.entropy(new long[] {9, 3, 2, 0, 0}, 30) > few);
  }

  /** Expected values from the formula with exact fractions and 40 digits of logarithms. */
  @Test
  void shrinkageBetweenItsEndsAgreesWithFortyDigits() {
    assertNats(0.9895932615071038, EntropyEstimator.JAMES_STEIN, 3, 9, 3, 2);
    assertNats(1.1341590009146945, EntropyEstimator.JAMES_STEIN, 5, 9, 3, 2);
    assertNats(0.38341774778616206, EntropyEstimator.JAMES_STEIN, 6, 40, 3, 0, 1);
    assertNats(1.3862943611198906, EntropyEstimator.JAMES_STEIN, 4, 5, 5, 5, 5);
    assertNats(0, EntropyEstimator.JAMES_STEIN, 4, 7);
  }

  @Test
  void namesFindTheirEstimators() {
    assertEquals(
        List.of("plug-in", "miller-madow", "grassberger", "chao-shen", "james-stein", "dirichlet"),
        EntropyEstimator.names());
    assertSame(EntropyEstimator.CHAO_SHEN, EntropyEstimator.named("chao-shen"));
    var refused =
        assertThrows(IllegalArgumentException.class, () -> EntropyEstimator.named("best"));
    assertTrue(refused.getMessage().startsWith("no estimator is named 'best', there are plug-in,"));
    assertThrows(IllegalArgumentException.class, () -> EntropyEstimator.dirichlet(-1));
    assertThrows(
        IllegalArgumentException.class,
        () -> EntropyEstimator.PLUG_IN.entropy(new long[] {1, 1, 1}, 2));
    for (EntropyEstimator estimator : ALL) {
      assertThrows(
          IllegalArgumentException.class,
          () -> estimator.mutualInformation(new long[] {1, 1, 1}, 2, 2),
          estimator::toString);
    }
  }

  private static void assertBits(
      double expected, EntropyEstimator estimator, int symbols, long... counts) {
    assertEquals(expected, estimator.entropy(counts, symbols) * BITS, ERROR, estimator.name());
  }

  private static void assertNats(
      double expected, EntropyEstimator estimator, int symbols, long... counts) {
    assertEquals(expected, estimator.entropy(counts, symbols), ERROR, estimator.name());
  }
}
