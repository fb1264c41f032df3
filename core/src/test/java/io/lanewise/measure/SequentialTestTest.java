package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 1_000;

  /**
   * Whatever was seen and whatever the one distribution is, the next factor's mean is at most 1:
   * the evidence is a supermartingale. By summation over all pairs of symbols.
   */
  @Test
  void theNextPairIsNotExpectedToAddEvidence() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      int symbols = 2 + random.nextInt(5);
      long seed = random.nextLong();
      double before = seen(symbols, seed).logEvidence();
      double[] shares = IntStream.range(0, symbols).mapToDouble(i -> random.nextDouble()).toArray();
      double total = Arrays.stream(shares).sum();
      double mean = 0;
      for (int x = 0; x < symbols; x++) {
        for (int y = 0; y < symbols; y++) {
          SequentialTest test = seen(symbols, seed);
          test.add(x, y);
          double factor = Math.exp(test.logEvidence() - before);
          mean += shares[x] / total * shares[y] / total * factor;
        }
      }
      assertTrue(mean <= 1 + 1e-12, "round " + round + ": " + mean);
    }
  }

  private static SequentialTest seen(int symbols, long seed) {
    SequentialTest test = new SequentialTest(symbols);
    SplittableRandom random = new SplittableRandom(seed);
    int pairs = random.nextInt(100);
    for (int i = 0; i < pairs; i++) {
      int x = random.nextInt(symbols);
      test.add(Math.min(x, random.nextInt(symbols)), x);
    }
    return test;
  }

  /** By hand: a symbol of two on either side, estimates 1/2 and 1/2, so the first factor is 1. */
  @Test
  void theFirstPairsByHand() {
    SequentialTest test = new SequentialTest(2);
    test.add(0, 1);
    assertEquals(0, test.logEvidence(), 1e-15);
    assertEquals(1, test.pValue());
    // Before the second pair both symbols were seen once, each on one side; their mean share is
    // 1/2.
    test.add(0, 1);
    double evidence = 0;
    for (double rows : new double[] {20, 100, 500, 2500}) {
      double share = (1 + rows / 2) / (1 + rows);
      evidence += 4 * share * share / 4;
    }
    assertEquals(Math.log(evidence), test.logEvidence(), 1e-14);
    assertEquals(1 / evidence, test.pValue(), 1e-14);
    assertEquals(2, test.pairs());
  }

  /** Of 1,000 equal pairs of streams at most 5 % alarm within 10,000 looks. */
  @Tag("slow")
  @Test
  void equalStreamsSeldomAlarm() {
    double[] even = shares(10, 0);
    double[] steep = {0.5, 0.2, 0.1, 0.05, 0.05, 0.04, 0.03, 0.01, 0.01, 0.01};
    assertTrue(alarms(even, even, 10_000, 2) <= ALPHA * RUNS);
    assertTrue(alarms(steep, steep, 10_000, 3) <= ALPHA * RUNS);
  }

  /** A total variation of 0.1 over ten symbols is found within 5,000 pairs in 95 % of the runs. */
  @Tag("slow")
  @Test
  void smallDifferencesAreFound() {
    double[] even = shares(10, 0);
    assertTrue(alarms(even, shares(10, 0.02), 5_000, 4) >= (1 - ALPHA) * RUNS);
    double[] moved = even.clone();
    moved[0] += 0.1;
    moved[1] -= 0.1;
    assertTrue(alarms(even, moved, 5_000, 5) >= (1 - ALPHA) * RUNS);
  }

  private static double[] shares(int symbols, double difference) {
    return IntStream.range(0, symbols)
        .mapToDouble(i -> 1.0 / symbols + (i % 2 == 0 ? difference : -difference))
        .toArray();
  }

  private static int alarms(double[] real, double[] generated, int looks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
      SequentialTest test = new SequentialTest(real.length);
      for (int look = 0; look < looks && test.pValue() > ALPHA; look++) {
        test.add(draw(real, random), draw(generated, random));
      }
      alarms += test.pValue() <= ALPHA ? 1 : 0;
    }
    return alarms;
  }

  private static int draw(double[] shares, SplittableRandom random) {
    double left = random.nextDouble();
    int symbol = 0;
    while (symbol < shares.length - 1 && left >= shares[symbol]) {
      left -= shares[symbol];
      symbol++;
    }
    return symbol;
  }

  @Test
  void thePValueNeverRises() {
    SequentialTest test = new SequentialTest(2);
    for (int i = 0; i < 30; i++) {
      test.add(0, 1);
    }
    double least = test.pValue();
    assertTrue(least < 1e-3, "" + least);
    for (int i = 0; i < 30; i++) {
      test.add(1, 0);
      assertEquals(least, test.pValue());
    }
  }

  /** Evidence beyond the range of a double is kept as a power of two beside it. */
  @Test
  void evidenceBeyondTheRangeOfDoubles() {
    SequentialTest test = new SequentialTest(2);
    for (int i = 0; i < 10_000; i++) {
      test.add(0, 1);
    }
    assertTrue(test.logEvidence() > 5_000, "" + test.logEvidence());
    assertEquals(0, test.pValue());
    double most = test.logEvidence();
    for (int i = 0; i < 10_000; i++) {
      test.add(1, 0);
    }
    assertTrue(test.logEvidence() < most);
    assertEquals(0, test.pValue(), "what was once found is not lost");
  }

  /**
   * Evidence far below and far above the range of doubles is what its formula gives in logarithms,
   * and so is its largest value.
   */
  @Test
  void theFormulaInLogarithmsGivesTheSame() {
    int symbols = 400;
    SplittableRandom random = new SplittableRandom(6);
    SequentialTest test = new SequentialTest(symbols);
    LogEvidence expected = new LogEvidence(symbols);
    double least = 0;
    for (int pair = 0; pair < 130_000; pair++) {
      boolean equal = pair < 100_000;
      int x = random.nextInt(symbols);
      int y = equal ? random.nextInt(symbols) : random.nextInt(symbols / 2);
      test.add(x, y);
      expected.add(x, y);
      least = Math.min(least, expected.value());
      double tolerance = 1e-13 * (pair + 1);
      assertEquals(expected.value(), test.logEvidence(), tolerance);
      if (expected.largest < 700) {
        double p = Math.exp(-expected.largest);
        assertEquals(p, test.pValue(), tolerance * p);
      }
    }
    assertTrue(least < -400 && expected.value() > 400, least + " to " + expected.value());
  }

  /** The evidence as its source states it, without a product that could leave its range. */
  private static final class LogEvidence {
    private static final double[] SHRINKAGES = {20, 100, 500, 2500};

    private final double[] logs = new double[SHRINKAGES.length];
    private final double[] real;
    private final double[] generated;
    private int pairs;
    double largest;

    LogEvidence(int symbols) {
      real = new double[symbols];
      generated = new double[symbols];
    }

    void add(int x, int y) {
      for (int i = 0; i < SHRINKAGES.length; i++) {
        logs[i] +=
            Math.log(share(real, x, i) * share(generated, y, i) / (middle(x, i) * middle(y, i)));
      }
      real[x]++;
      generated[y]++;
      pairs++;
      largest = Math.max(largest, value());
    }

    private double share(double[] counts, int symbol, int i) {
      double mean = (real[symbol] + generated[symbol] + 1) / (2.0 * pairs + real.length);
      return (counts[symbol] + SHRINKAGES[i] * mean) / (pairs + SHRINKAGES[i]);
    }

    private double middle(int symbol, int i) {
      return (share(real, symbol, i) + share(generated, symbol, i)) / 2;
    }

    double value() {
      double most = Arrays.stream(logs).max().orElseThrow();
      double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
      return most + Math.log(sum / logs.length);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndNotCounted() {
    assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0));
    SequentialTest test = new SequentialTest(3);
    assertThrows(IndexOutOfBoundsException.class, () -> test.add(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> test.add(-1, 0));
    assertEquals(0, test.pairs());
    assertEquals(0, test.logEvidence());
  }
}
