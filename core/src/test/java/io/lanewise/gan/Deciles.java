package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** Tells whether numbers come from a distribution, by its tenths. */
public final class Deciles {

  private static final int TENTHS = 10;

  /** Standard errors of a share; the numbers are drawn from fixed seeds. */
  private static final double ERRORS = 4;

  private Deciles() {}

  /** Each tenth of the distribution holds a tenth of the numbers, up to chance. */
  public static void check(float[] numbers, ContinuousDistribution expected) {
    int[] counts = new int[TENTHS];
    for (float number : numbers) {
      counts[Math.min(TENTHS - 1, (int) (TENTHS * expected.cumulativeProbability(number)))]++;
    }
    double due = numbers.length / (double) TENTHS;
    double error = Math.sqrt(due * (1 - 1.0 / TENTHS));
    for (int count : counts) {
      assertEquals(due, count, ERRORS * error, () -> Arrays.toString(counts));
    }
  }
}
