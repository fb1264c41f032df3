package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What symbols cost, and that it adds up. */
class DivergenceTermsTest {

  private static final long SEED = 1951;

  /** Of a sum of 60 terms, each right to 2e-15. */
  private static final double RELATIVE = 1e-14;

  @Test
  void termsAddUpToTheDivergence() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      long bound = 1L << (1 + random.nextInt(40));
      long[] p = counts(random, bound);
      long[] q = counts(random, bound);
      double[] kl = DivergenceTerms.klDivergence(p, q);
      double[] js = DivergenceTerms.jsDivergence(p, q);
      for (int i = 0; i < p.length; i++) {
        assertTrue(kl[i] >= 0 && js[i] >= 0, Arrays.toString(kl) + Arrays.toString(js));
        assertEquals(q[i] == 0 && p[i] > 0, Double.isInfinite(kl[i]));
      }
      assertClose(Divergence.klDivergence(p, q), Arrays.stream(kl).sum());
      assertClose(Divergence.jsDivergence(p, q), Arrays.stream(js).sum());
    }
  }

  @Test
  void closedForms() {
    long[] p = {3, 1, 0, 0};
    long[] q = {1, 1, 2, 0};
    assertArrayEquals(
        new double[] {
          0.75 * Math.log(3) - 0.5, 0, 0.5, 0,
        },
        DivergenceTerms.klDivergence(p, q),
        1e-15);
    assertArrayEquals(
        new double[] {
          (0.75 * Math.log(1.5) + 0.25 * Math.log(0.5)) / 2, 0, 0.25 * Math.log(2), 0,
        },
        DivergenceTerms.jsDivergence(p, q),
        1e-15);
    assertEquals(Double.POSITIVE_INFINITY, DivergenceTerms.klDivergence(q, p)[2]);
  }

  @Test
  void smallDifferencesKeepTheirDigits() {
    long[] p = {1_000_000_000_007L, 1_000_000_000_003L};
    long[] q = {1_000_000_000_001L, 1_000_000_000_009L};
    // Terms are p r^2 / 2 with r = 6e-12, where p and q taken apart would leave no digit.
    double r = 6e-12;
    double expected = 0.5 * r * r / 2;
    assertEquals(expected, DivergenceTerms.klDivergence(p, q)[0], 1e-8 * expected);
    assertEquals(expected, DivergenceTerms.klDivergence(p, q)[1], 1e-8 * expected);
    assertEquals(expected / 4, DivergenceTerms.jsDivergence(p, q)[0], 1e-8 * expected);
  }

  @Test
  void badCountsAreRefused() {
    long[] good = {1, 2};
    for (long[] bad : new long[][] {{1}, {0, 0}, {-1, 2}, {}}) {
      assertThrows(IllegalArgumentException.class, () -> DivergenceTerms.klDivergence(good, bad));
      assertThrows(IllegalArgumentException.class, () -> DivergenceTerms.jsDivergence(bad, good));
    }
  }

  private static long[] counts(Random random, long bound) {
    long[] counts = new long[60];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = random.nextInt(5) == 0 ? 0 : random.nextLong(bound);
    }
    counts[random.nextInt(counts.length)]++;
    return counts;
  }

  private static void assertClose(double expected, double found) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, found);
    } else {
      assertEquals(expected, found, RELATIVE * expected);
    }
  }
}
