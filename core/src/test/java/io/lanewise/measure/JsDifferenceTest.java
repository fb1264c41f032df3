package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Shares of rejections are of 1,000 trials of fixed seeds, at 5 %: their standard deviation is at
 * most {@code sqrt(0.05 * 0.95 / 1000)}, 0.7 %, and three of them are allowed.
 */
class JsDifferenceTest {
  private static final int TRIALS = 1000;
  private static final long SEED = 20261122;
  private static final double LEVEL = 0.05;
  private static final double MOST = LEVEL + 3 * Math.sqrt(LEVEL * (1 - LEVEL) / TRIALS);
  private static final double LEAST = LEVEL - 3 * Math.sqrt(LEVEL * (1 - LEVEL) / TRIALS);

  /** Real rows, rows of the first generated sample, rows of the second. */
  private static final int[][] ROWS = {{500, 500, 500}, {1000, 200, 2000}, {200, 10_000, 10_000}};

  private record Trial(long[] real, long[] first, long[] second) {
    JsDifference difference() {
      return JsDifference.of(real, first, second);
    }
  }

  private static double share(
      Draws real, Draws first, Draws second, int[] rows, ToDoubleFunction<Trial> pValue) {
    SplittableRandom random = new SplittableRandom(SEED);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Trial drawn =
          new Trial(
              real.counts(rows[0], random),
              first.counts(rows[1], random),
              second.counts(rows[2], random));
      rejected += pValue.applyAsDouble(drawn) < LEVEL ? 1 : 0;
    }
    return (double) rejected / TRIALS;
  }

  private static double rejected(Draws real, Draws first, Draws second, int[] rows) {
    return share(real, first, second, rows, trial -> trial.difference().pValue());
  }

  private static void assertSize(double share, Object setting) {
    assertTrue(share <= MOST, () -> share + " > " + MOST + " at " + setting);
  }

  /** Few and many symbols, down to less than one row a symbol, near JS = 0 and far from it. */
  @Tag("slow")
  @Test
  void equalGeneratorsAreRarelyToldApart() {
    for (int symbols : new int[] {2, 20, 256}) {
      for (int[] rows : ROWS) {
        Draws real = Draws.zipf(symbols);
        assertSize(rejected(real, real, real, rows), symbols + " equal " + Arrays.toString(rows));
        Draws far = real.tilted(2);
        double share = rejected(real, far, far, rows);
        assertSize(share, symbols + " tilted " + Arrays.toString(rows));
        // A test that never rejects holds its size, too.
        assertTrue(share >= LEAST, () -> share + " < " + LEAST + " at " + Arrays.toString(rows));
      }
    }
  }

  /** Each has too much of one half of the symbols, the one of this half, the other of that. */
  @Tag("slow")
  @Test
  void equallyFarGeneratorsAreRarelyToldApart() {
    Draws real = Draws.uniform(20);
    Draws one = real.tilted(1.5);
    Draws other = real.tilted(1 / 1.5);
    for (int[] rows : ROWS) {
      assertSize(rejected(real, one, other, rows), Arrays.toString(rows));
    }
  }

  /** The case that a mean over columns must stand: every column is the same one. */
  @Tag("slow")
  @Test
  void columnsThatDependFullyKeepTheSize() {
    Draws real = Draws.zipf(20);
    Draws far = real.tilted(1.5);
    for (int[] rows : ROWS) {
      assertSize(
          share(
              real,
              far,
              far,
              rows,
              trial -> JsDifference.mean(Collections.nCopies(9, trial.difference())).pValue()),
          Arrays.toString(rows));
    }
  }

  @Test
  void independentColumnsAreTestedConservatively() {
    SplittableRandom random = new SplittableRandom(SEED);
    Draws draws = Draws.zipf(20);
    int rejected = 0;
    for (int trial = 0; trial < TRIALS / 4; trial++) {
      List<JsDifference> columns = new ArrayList<>();
      for (int column = 0; column < 4; column++) {
        columns.add(
            JsDifference.of(
                draws.counts(1000, random), draws.counts(200, random), draws.counts(2000, random)));
      }
      rejected += JsDifference.mean(columns).pValue() < LEVEL ? 1 : 0;
    }
    assertSize((double) rejected / (TRIALS / 4), "4 columns");
  }

  /**
   * Two generators that are wrong in the same way, the one a little more. What the real sample adds
   * by chance is the same for both, so a small one is enough to tell them apart; a test that takes
   * it for two samples finds next to nothing.
   */
  @Tag("slow")
  @Test
  void theSharedRealSampleIsCountedOnce() {
    Draws real = Draws.uniform(20);
    Draws near = real.tilted(1.5);
    Draws far = real.tilted(1.6);
    int[] rows = {500, 20_000, 20_000};
    double shared = rejected(real, far, near, rows);
    double apart = share(real, far, near, rows, JsDifferenceTest::pValueOfTwoRealSamples);
    assertTrue(shared >= 0.9, () -> "power " + shared);
    assertTrue(apart <= 0.1, () -> "power of two real samples " + apart);
  }

  private static double pValueOfTwoRealSamples(Trial trial) {
    double variance = variance(trial.real, trial.first) + variance(trial.real, trial.second);
    return new JsDifference(trial.difference().difference(), Math.sqrt(variance)).pValue();
  }

  private static double variance(long[] real, long[] generated) {
    double n = Arrays.stream(real).sum();
    double m = Arrays.stream(generated).sum();
    LogVariance ofReal = new LogVariance();
    LogVariance ofGenerated = new LogVariance();
    for (int i = 0; i < real.length; i++) {
      double p = real[i] / n;
      double q = generated[i] / m;
      ofReal.add(p, 2 * p / (p + q));
      ofGenerated.add(q, 2 * q / (p + q));
    }
    return ofReal.value() / (4 * n) + ofGenerated.value() / (4 * m);
  }

  /** The mean of many is 0 within three of its standard errors, whatever the rows. */
  @Tag("slow")
  @Test
  void correctedIsZeroOnAverageUnderEquality() {
    Draws draws = Draws.zipf(64);
    for (int[] rows : ROWS) {
      SplittableRandom random = new SplittableRandom(SEED);
      double sum = 0;
      double squares = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        double corrected =
            JsDifference.corrected(draws.counts(rows[0], random), draws.counts(rows[1], random));
        sum += corrected;
        squares += corrected * corrected;
      }
      double error = Math.sqrt(squares) / TRIALS;
      assertEquals(0, sum / TRIALS, 3 * error, Arrays.toString(rows));
    }
  }

  /** Where every symbol is expected often, the second-order bias is all that chance adds. */
  @Test
  void correctedIsJsLessItsBias() {
    long[] real = {400, 500, 100};
    long[] generated = {700, 900, 400};
    double bias = JsBias.ofPossible(TwoSamples.of(real, generated));
    double expected = Divergence.jsDivergence(real, generated) - bias;
    assertEquals(expected, JsDifference.corrected(real, generated), 1e-16);
  }

  /** Of a symbol that occurs once, chance adds more than the bias says. */
  @Test
  void correctedLosesWhatTheBiasMissesOfRareSymbols() {
    long[] real = {400, 500, 100, 1, 0};
    long[] generated = {700, 900, 400, 0, 2};
    TwoSamples samples = TwoSamples.of(real, generated);
    EqualityMoments equality = EqualityMoments.of(samples.pooled(), 1001, 2002, 40);
    double missed = (equality.mean() - equality.bias()) * (1 / 1001.0 + 1 / 2002.0) / 8;
    double expected =
        Divergence.jsDivergence(real, generated) - JsBias.ofPossible(samples) - missed;
    assertTrue(Math.abs(missed) > 1e-6, () -> "missed " + missed);
    assertEquals(expected, JsDifference.corrected(real, generated), 1e-16);
  }

  @Test
  void aMeanIsThatOfDifferencesAndOfErrors() {
    JsDifference mean =
        JsDifference.mean(List.of(new JsDifference(0.25, 0.5), new JsDifference(-0.75, 0.125)));
    assertEquals(new JsDifference(-0.25, 0.3125), mean);
  }

  @Test
  void theFartherSampleIsNamed() {
    JsDifference difference =
        JsDifference.of(new long[] {500, 500}, new long[] {900, 100}, new long[] {5_100, 4_900});
    assertTrue(difference.difference() > 0);
    // JS of (1/2, 1/2) and (0.9, 0.1) by hand: 0.1020 nats; of (0.51, 0.49): 0.00005.
    assertEquals(0.102, difference.difference(), 1e-3);
    assertTrue(difference.pValue() < 1e-6);
  }

  /** All ways to deal 5 + 3 + 2 rows: the difference is 0 on average, to rounding. */
  @Test
  void dealtAtRandomTheDifferenceIsZeroOnAverage() {
    long[] real = {6, 1, 3};
    long[] pooled = {5, 3, 2};
    double mean = 0;
    double weights = 0;
    for (long x = 0; x <= 4; x++) {
      for (long y = 0; x + y <= 4 && y <= 3; y++) {
        long z = 4 - x - y;
        if (z > 2) {
          continue;
        }
        double weight = choose(5, x) * choose(3, y) * choose(2, z);
        long[] first = {x, y, z};
        long[] second = {pooled[0] - x, pooled[1] - y, pooled[2] - z};
        mean += weight * JsDifference.of(real, first, second).difference();
        weights += weight;
      }
    }
    assertEquals(210, weights, 0); // 10 over 4
    assertEquals(0, mean / weights, 1e-15);
  }

  private static double choose(long n, long k) {
    double ways = 1;
    for (long i = 0; i < k; i++) {
      ways = ways * (n - i) / (i + 1);
    }
    return ways;
  }

  @Test
  void equalSamplesDoNotDiffer() {
    long[] counts = {3, 0, 41, 200_000};
    JsDifference difference = JsDifference.of(new long[] {1, 2, 3, 4}, counts, counts);
    assertEquals(0, difference.difference(), 0);
    assertEquals(1, difference.pValue(), 0);
    assertEquals(1, JsDifference.of(new long[] {5}, new long[] {7}, new long[] {9}).pValue(), 0);
  }

  @Test
  void orderAndEmptySymbolsDoNotMatter() {
    JsDifference one =
        JsDifference.of(new long[] {70, 20, 10}, new long[] {500, 10, 90}, new long[] {4, 3, 2});
    JsDifference turned =
        JsDifference.of(
            new long[] {0, 70, 20, 10}, new long[] {0, 4, 3, 2}, new long[] {0, 500, 10, 90});
    assertEquals(-one.difference(), turned.difference(), 1e-15);
    assertEquals(one.standardError(), turned.standardError(), 1e-12 * one.standardError());
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    long[] one = {1, 2};
    assertThrows(
        IllegalArgumentException.class, () -> JsDifference.of(one, one, new long[] {1, 2, 3}));
    assertThrows(
        IllegalArgumentException.class, () -> JsDifference.of(one, new long[] {-1, 2}, one));
    assertThrows(
        IllegalArgumentException.class, () -> JsDifference.of(new long[] {0, 0}, one, one));
    assertThrows(IllegalArgumentException.class, () -> JsDifference.mean(List.of()));
  }
}
