package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The inverse and the logarithm of a sum in two parts, and of rows with infinities. */
class RowSumTest {

  /** Two roundings and a logarithm of less than one unit. */
  private static final double RELATIVE = 4 * Math.ulp(1.0);

  @Test
  void inverseAndLogarithmAreThoseOfTheSum() {
    RowSum sum = new RowSum(5, 2, 1.5);
    assertEquals(1 / 3.5, sum.inverse());
    assertEquals(Math.log(3.5), sum.log(), RELATIVE * Math.log(3.5));
    assertEquals(Math.log1p(0.25), new RowSum(5, 1, 0.25).log(), RELATIVE * Math.log1p(0.25));
  }

  /** 1 + 2^-60 is 1 in double precision, and its logarithm is not 0. */
  @Test
  void nothingSmallIsLost() {
    assertEquals(0x1p-60, new RowSum(0, 1, 0x1p-60).log(), RELATIVE * 0x1p-60);
  }

  private static float logSumExp(float largest, double rest, float... row) {
    float[] values = new float[2 + 2 * row.length];
    Arrays.fill(values, Float.NaN);
    System.arraycopy(row, 0, values, 2 + row.length, row.length);
    Matrix rows = new Matrix(values, 2, 2, row.length, row.length);
    return new RowSum(largest, 1, rest).logSumExp(rows, 1);
  }

  @Test
  void anInfiniteElementIsTheLogSumExpUnlessOneIsNan() {
    float infinity = Float.POSITIVE_INFINITY;
    assertEquals(infinity, logSumExp(infinity, Double.NaN, 1, infinity, 2));
    assertEquals(-infinity, logSumExp(-infinity, Double.NaN, -infinity, -infinity));
    assertEquals(Float.NaN, logSumExp(infinity, Double.NaN, infinity, 2, Float.NaN));
    assertEquals(Float.NaN, logSumExp(infinity, Double.NaN, Float.NaN, 2, infinity));
    assertEquals((float) (3 + Math.log1p(0.5)), logSumExp(3, 0.5, 3, 2));
  }
}
