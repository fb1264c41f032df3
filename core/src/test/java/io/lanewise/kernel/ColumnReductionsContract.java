package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ColumnReductions} is held to: the bits of the scalar one. */
public abstract class ColumnReductionsContract {
  private static final long SEED = 20261122;
  private static final int AT = 3;

  private final ColumnReductions scalar = Kernels.scalar().columnReductions();

  /** Creates a contract; JUnit does. */
  protected ColumnReductionsContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract ColumnReductions columnReductions();

  @Test
  void everyWidthReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int columns : ContractSize.lengths()) {
      for (int gap = 0; gap < 2; gap++) {
        assertSame(matrix(random, random.nextInt(18), 1 + random.nextInt(20), columns, gap, 64));
      }
    }
  }

  @Test
  void everyHeightReturnsTheScalarBits() {
    Random random = new Random(SEED + 1);
    for (int rows : ContractSize.lengths()) {
      assertSame(matrix(random, random.nextInt(18), 1 + rows, 1 + random.nextInt(40), 5, 64));
    }
  }

  @Test
  void specialValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int round = 0; round < ContractSize.times(1000); round++) {
      assertSame(matrix(random, 0, 1 + random.nextInt(20), 67, 0, 1 << random.nextInt(8)));
    }
  }

  @Test
  void manyValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 3);
    for (int done = 0; done < ContractSize.values(); done += 127 * 129) {
      assertSame(matrix(random, 0, 129, 127, 0, 1 << 20));
    }
  }

  @Test
  void noRowsSumToZero() {
    assertSums(new Matrix(new float[9], 0, 0, 9, 9));
  }

  private static Matrix matrix(
      Random random, int from, int rows, int columns, int gap, int rarity) {
    int stride = columns + gap;
    double[] values = NumberSample.special(random, from + rows * stride, rarity);
    return new Matrix(NumberSample.floats(values), from, rows, columns, stride);
  }

  private void assertSame(Matrix x) {
    assertSums(x);
    double[] expectedMeans = untouched(x);
    double[] expectedSquares = untouched(x);
    scalar.moments(x, expectedMeans, expectedSquares, AT);
    double[] means = untouched(x);
    double[] squares = untouched(x);
    columnReductions().moments(x, means, squares, AT);
    assertArrayEquals(bits(expectedMeans), bits(means), () -> "seed " + SEED + ", means of " + x);
    assertArrayEquals(bits(expectedSquares), bits(squares), () -> "seed " + SEED + ", of " + x);
  }

  private void assertSums(Matrix x) {
    float[] expected = NumberSample.floats(untouched(x));
    float[] sums = expected.clone();
    scalar.sums(x, expected, AT);
    columnReductions().sums(x, sums, AT);
    for (int i = 0; i < sums.length; i++) {
      assertArrayEquals(
          new int[] {Float.floatToIntBits(expected[i])},
          new int[] {Float.floatToIntBits(sums[i])},
          "seed " + SEED + ", sum " + (i - AT) + " of " + x);
    }
  }

  private static double[] untouched(Matrix x) {
    double[] results = new double[x.columns() + 2 * AT];
    Arrays.fill(results, -77);
    return results;
  }

  private static long[] bits(double[] x) {
    return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
  }
}
