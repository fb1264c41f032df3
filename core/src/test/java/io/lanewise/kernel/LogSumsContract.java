package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link LogSums} is held to: the bits of the scalar terms. */
public abstract class LogSumsContract {
  private static final long SEED = 20260724;

  private final LogSums scalar = Kernels.scalar().logSums();

  /** Creates a contract; JUnit does. */
  protected LogSumsContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract LogSums logSums();

  @Test
  void everyLengthAndOffsetReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        assertBlock(WeightSample.mixed(random, offset + length + 3), offset, offset + length);
      }
    }
    for (int offset : ContractSize.offsets()) {
      assertBlock(
          WeightSample.mixed(random, offset + LogSums.BLOCK), offset, offset + LogSums.BLOCK);
    }
  }

  @Test
  void manyMixedWeightsReturnTheScalarBits() {
    Random random = new Random(SEED + 1);
    for (int done = 0; done < ContractSize.values(); done += LogSums.BLOCK) {
      assertBlock(WeightSample.mixed(random, LogSums.BLOCK), 0, LogSums.BLOCK);
    }
  }

  @Test
  void manyOrdinaryWeightsReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int done = 0; done < ContractSize.values(); done += LogSums.BLOCK) {
      assertBlock(WeightSample.ordinary(random, LogSums.BLOCK), 0, LogSums.BLOCK);
    }
  }

  /** Out of contract, so NaN may come out; but never other bits. */
  @Test
  void subnormalWeightsReturnTheScalarBits() {
    Random random = new Random(SEED + 5);
    for (int done = 0; done < ContractSize.values(); done += LogSums.BLOCK) {
      assertBlock(WeightSample.unlawful(random, LogSums.BLOCK), 0, LogSums.BLOCK);
      assertBlock(WeightSample.unlawful(random, 3), 0, 3);
    }
  }

  /** One element at a time, so that no sum can hide a term. */
  @Test
  void everyTermAloneReturnsTheScalarBits() {
    Random random = new Random(SEED + 3);
    for (int i = 0; i < ContractSize.times(64); i++) {
      WeightSample sample = WeightSample.mixed(random, LogSums.BLOCK);
      for (int from = 0; from < LogSums.BLOCK; from++) {
        assertBlock(sample, from, from + 1);
      }
    }
  }

  @Test
  void noResultIsNegativeOrNaN() {
    Random random = new Random(SEED + 4);
    for (int i = 0; i < ContractSize.times(2000); i++) {
      WeightSample sample = WeightSample.mixed(random, 1 + random.nextInt(LogSums.BLOCK));
      for (double result : results(logSums(), sample, 0, sample.c().length)) {
        assertTrue(
            Double.doubleToRawLongBits(result) >= 0 && !Double.isNaN(result), () -> "" + result);
      }
    }
  }

  @Test
  void zeroWeightsAddPositiveZero() {
    double[] zeros = new double[100];
    WeightSample sample = new WeightSample(zeros, zeros, new Total(8, 0), new Total(4, 0));
    for (double result : results(logSums(), sample, 0, zeros.length)) {
      assertEquals(0L, Double.doubleToRawLongBits(result));
    }
  }

  private void assertBlock(WeightSample sample, int from, int to) {
    double[] expected = results(scalar, sample, from, to);
    double[] actual = results(logSums(), sample, from, to);
    for (int i = 0; i < expected.length; i++) {
      int reduction = i;
      assertEquals(
          Double.doubleToLongBits(expected[i]),
          Double.doubleToLongBits(actual[i]),
          () ->
              "seed %d, reduction %d over [%d, %d): expected %s, is %s"
                  .formatted(SEED, reduction, from, to, expected[reduction], actual[reduction]));
    }
  }

  private static double[] results(LogSums sums, WeightSample sample, int from, int to) {
    double[] c = sample.c();
    double[] d = sample.d();
    return new double[] {
      sums.entropy(c, from, to, sample.cTotal()),
      sums.crossEntropy(c, d, from, to, sample.cTotal(), sample.dTotal()),
      sums.klDivergence(c, d, from, to, sample.cTotal(), sample.dTotal()),
      sums.jsDivergence(c, d, from, to, sample.cTotal(), sample.dTotal())
    };
  }
}
