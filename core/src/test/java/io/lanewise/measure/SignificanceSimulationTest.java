package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the claims of {@link Significance} hold, in 1,000 trials each of fixed seeds. A share
 * near 5 % has a standard deviation of 0.7 % in them; {@code bench/results} has more trials.
 */
@Tag("slow")
class SignificanceSimulationTest {
  private static final int TRIALS = 1000;
  private static final long SEED = 20261121;
  private static final double LEVEL = 0.05;

  /** Symbols, real rows, generated rows. */
  private static final int[][] SETTINGS = {
    {256, 215, 215}, {256, 1952, 39_040}, {64, 200, 200}, {20, 1000, 10}
  };

  @Test
  void thePValueHoldsItsSize() {
    for (int[] setting : SETTINGS) {
      int k = setting[0];
      for (Draws draws : List.of(Draws.uniform(k), Draws.zipf(k), Draws.geometric(k))) {
        int rejected = rejections(draws, draws, setting[1], setting[2]);
        assertShare(0.035, 0.065, rejected, Arrays.toString(setting));
      }
    }
  }

  /** Every other symbol twice as likely as in the real data, the rest half as likely. */
  @Test
  void thePValueHasPower() {
    double[] least = {0.75, 1, 0.88, 0.05};
    for (int i = 0; i < SETTINGS.length; i++) {
      Draws real = Draws.zipf(SETTINGS[i][0]);
      int rejected = rejections(real, real.tilted(2), SETTINGS[i][1], SETTINGS[i][2]);
      assertShare(least[i], 1, rejected, Arrays.toString(SETTINGS[i]));
    }
  }

  /** What the p-value is there for: as a chi-square, G rejects nine of ten equal pairs. */
  @Test
  void theGTestWouldNotHoldItsSize() {
    SplittableRandom random = new SplittableRandom(SEED);
    Draws draws = Draws.zipf(256);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] p = draws.counts(215, random);
      long[] q = draws.counts(215, random);
      int degrees = TwoSamples.of(p, q).symbols() - 1;
      double survival =
          ChiSquaredDistribution.of(degrees).survivalProbability(Significance.g(p, q));
      rejected += survival < LEVEL ? 1 : 0;
    }
    assertShare(0.85, 1, rejected, "G");
  }

  /**
   * Edges at the quantiles of the real sample, as many bins as are fitted for so many rows. The
   * real counts are equal then, and the test does not mind while a bin has rows enough.
   */
  @Test
  void edgesFittedOnTheRealSideKeepTheSize() {
    int[][] settings = {{17, 215, 215}, {41, 1952, 39_040}, {16, 200, 200}, {31, 1000, 10}};
    for (int[] setting : settings) {
      SplittableRandom random = new SplittableRandom(SEED);
      int rejected = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        rejected += fittedPValue(setting, random) < LEVEL ? 1 : 0;
      }
      assertShare(0.035, 0.065, rejected, Arrays.toString(setting));
    }
  }

  @Test
  void aThousandValuesOfOneGaussianInTwentyBinsAreEqual() {
    SplittableRandom random = new SplittableRandom(SEED);
    int accepted = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      accepted += fittedPValue(new int[] {20, 1000, 10}, random) >= LEVEL ? 1 : 0;
    }
    assertShare(0.93, 1, accepted, "Gaussian");
  }

  @Test
  void theNoiseFloorIsTheMeanOfEqualPairs() {
    for (int[] setting : SETTINGS) {
      Draws draws = Draws.zipf(setting[0]);
      SplittableRandom random = new SplittableRandom(SEED);
      double js = 0;
      double floor = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        long[] p = draws.counts(setting[1], random);
        long[] q = draws.counts(setting[2], random);
        js += Divergence.jsDivergence(p, q);
        floor += Significance.jsNoiseFloor(p, q);
      }
      double ratio = floor / js;
      assertTrue(ratio > 0.97 && ratio < 1.02, () -> Arrays.toString(setting) + " " + ratio);
    }
  }

  @Test
  void theIntervalCovers() {
    for (int[] rows : new int[][] {{500, 500}, {10_000, 300}}) {
      double floor = 49 * (1.0 / rows[0] + 1.0 / rows[1]) / 8;
      for (double factor : new double[] {0.1, 1, 10}) {
        int covered = covered(factor * floor, rows[0], rows[1]);
        assertShare(0.93, 0.97, covered, Arrays.toString(rows) + " at " + factor + " floors");
      }
    }
  }

  @Test
  void theIntervalOfEqualDistributionsStartsAt0() {
    Draws draws = Draws.zipf(50);
    for (int[] rows : new int[][] {{500, 500}, {10_000, 300}}) {
      SplittableRandom random = new SplittableRandom(SEED);
      int zero = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        long[] p = draws.counts(rows[0], random);
        long[] q = draws.counts(rows[1], random);
        zero += Significance.jsInterval(p, q, 0.95).lower() == 0 ? 1 : 0;
      }
      assertShare(0.97, 1, zero, Arrays.toString(rows));
    }
  }

  /**
   * Equal tables of three kinds: independent, a third and nine tenths of the rows on the diagonal.
   */
  @Test
  void theChangeOfInformationHoldsItsSize() {
    assertChangeRejected(0, 0.025, 3, 0, 2000, 2000);
    assertChangeRejected(0.03, 0.07, 3, 0.3, 215, 215);
    assertChangeRejected(0.03, 0.07, 3, 0.3, 2000, 2000);
    assertChangeRejected(0.03, 0.07, 3, 0.9, 2000, 2000);
    assertChangeRejected(0.03, 0.075, 6, 0, 215, 215);
    assertChangeRejected(0.03, 0.07, 6, 0.3, 2000, 2000);
    assertChangeRejected(0.03, 0.07, 6, 0.9, 2000, 2000);
    assertChangeRejected(0.03, 0.07, 16, 0, 2000, 2000);
    assertChangeRejected(0.03, 0.095, 16, 0.3, 2000, 2000);
    // Fewer rows than cells on one side: Miller and Madow's correction rejects all of these.
    assertChangeRejected(0, 0.05, 16, 0, 215, 2000);
  }

  @Test
  void aLostDependenceIsNoticed() {
    SplittableRandom random = new SplittableRandom(SEED);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] p = diagonal(6, 0.3).counts(215, random);
      long[] q = diagonal(6, 0).counts(215, random);
      rejected += Significance.mutualInformationChange(p, q, 6, 6).pValue() < LEVEL ? 1 : 0;
    }
    assertShare(0.75, 1, rejected, "lost dependence");
  }

  private static int rejections(Draws real, Draws generated, int n, int m) {
    SplittableRandom random = new SplittableRandom(SEED);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] p = real.counts(n, random);
      long[] q = generated.counts(m, random);
      rejected += Significance.pValue(p, q) < LEVEL ? 1 : 0;
    }
    return rejected;
  }

  private static double fittedPValue(int[] setting, SplittableRandom random) {
    double[] real = random.doubles(setting[1]).sorted().toArray();
    long[] p = new long[setting[0]];
    double[] edges = new double[setting[0] - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = real[(int) ((long) (i + 1) * setting[1] / setting[0])];
    }
    // A test of counts does not know the values, so uniform ones stand for Gaussian ones.
    for (double value : real) {
      p[bin(edges, value)]++;
    }
    long[] q = new long[setting[0]];
    random.doubles(setting[2]).forEach(value -> q[bin(edges, value)]++);
    return Significance.pValue(p, q);
  }

  private static int bin(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int covered(double js, int n, int m) {
    Draws real = Draws.zipf(50);
    Draws generated = real.reversedUntil(js);
    double truth = Divergence.jsDivergence(real.shares(), generated.shares());
    SplittableRandom random = new SplittableRandom(SEED);
    int covered = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] p = real.counts(n, random);
      long[] q = generated.counts(m, random);
      covered += Significance.jsInterval(p, q, 0.95).contains(truth) ? 1 : 0;
    }
    return covered;
  }

  private static void assertChangeRejected(
      double least, double most, int k, double dependence, int n, int m) {
    Draws draws = diagonal(k, dependence);
    SplittableRandom random = new SplittableRandom(SEED);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] p = draws.counts(n, random);
      long[] q = draws.counts(m, random);
      rejected += Significance.mutualInformationChange(p, q, k, k).pValue() < LEVEL ? 1 : 0;
    }
    assertShare(least, most, rejected, k + " x " + k + " at " + dependence + ", " + n + ", " + m);
  }

  private static Draws diagonal(int k, double part) {
    double[] cells = new double[k * k];
    Arrays.setAll(cells, i -> (1 - part) / (k * k) + (i / k == i % k ? part / k : 0));
    return new Draws(cells);
  }

  private static void assertShare(double least, double most, int hits, String what) {
    double share = (double) hits / TRIALS;
    assertTrue(
        least <= share && share <= most,
        () -> what + ": " + share + " of seed " + SEED + ", expected " + least + " to " + most);
  }
}
