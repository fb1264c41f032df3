package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Reductions} is held to: the bits of the scalar one. */
public abstract class ReductionsContract {
  private static final long SEED = 20261121;

  /** Longer than a few blocks, and no multiple of anything. */
  private static final int LONG = 4099;

  private final Reductions scalar = Kernels.scalar().reductions();

  /** Creates a contract; JUnit does. */
  protected ReductionsContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract Reductions reductions();

  @Test
  void everyLengthAndOffsetReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        double[] x = NumberSample.mixed(random, offset + length + 3, 64);
        assertSame(x, x.clone(), offset, offset + length);
      }
    }
  }

  @Test
  void everyLengthAroundBlocksReturnsTheScalarBits() {
    Random random = new Random(SEED + 1);
    for (int blocks = 1; blocks <= 9; blocks++) {
      for (int beyond = -17; beyond <= 17; beyond += ContractSize.thorough() ? 1 : 17) {
        int length = blocks * LogSums.BLOCK + beyond;
        double[] x = NumberSample.mixed(random, length + 5, 64);
        assertSame(x, NumberSample.mixed(random, length + 5, 64), 5, length + 5);
      }
    }
  }

  @Test
  void specialValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int round = 0; round < ContractSize.times(3000); round++) {
      int length = 1 + random.nextInt(100);
      int rarity = 1 << random.nextInt(8);
      double[] x = NumberSample.special(random, length, rarity);
      assertSame(x, NumberSample.special(random, length, rarity), 0, length);
    }
  }

  /** One special value at every place, so that no lane is forgotten. */
  @Test
  void aSpecialValueAnywhereReturnsTheScalarBits() {
    Random random = new Random(SEED + 3);
    for (int at = 0; at < 100; at++) {
      for (int round = 0; round < 20; round++) {
        double[] x = NumberSample.mixed(random, 100, 4);
        x[at] = NumberSample.special(random);
        assertSame(x, NumberSample.mixed(random, 100, 4), 0, 100);
      }
    }
  }

  @Test
  void manyValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 4);
    for (int done = 0; done < ContractSize.values(); done += LONG) {
      int spread = 1 << (1 + random.nextInt(9));
      double[] x = NumberSample.mixed(random, LONG, spread);
      assertSame(x, NumberSample.mixed(random, LONG, spread), 0, LONG);
    }
  }

  private void assertSame(double[] x, double[] y, int from, int to) {
    double[] expected = results(scalar, x, y, from, to);
    double[] actual = results(reductions(), x, y, from, to);
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

  private static double[] results(Reductions kernels, double[] x, double[] y, int from, int to) {
    float[] floats = NumberSample.floats(x);
    float[] others = NumberSample.floats(y);
    Moments moments = kernels.moments(x, from, to);
    Moments ofFloats = kernels.moments(floats, from, to);
    return new double[] {
      kernels.sum(x, from, to),
      kernels.dot(x, from, y, 0, to - from),
      kernels.min(x, from, to),
      kernels.max(x, from, to),
      moments.count(),
      moments.mean(),
      moments.squaredDeviations(),
      kernels.sum(floats, from, to),
      kernels.dot(floats, from, others, 0, to - from),
      ofFloats.mean(),
      ofFloats.squaredDeviations()
    };
  }
}
