package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The scalar column reductions against sums of a column that was copied out. */
class ScalarColumnReductionsTest extends ColumnReductionsContract {
  private final ColumnReductions columns = Kernels.scalar().columnReductions();

  @Override
  protected ColumnReductions columnReductions() {
    return columns;
  }

  @Test
  void theColumnsAreThoseOfTheMatrix() {
    Matrix x = Matrix.of(new float[] {1, 2, 3, 4, 6, 11}, 2, 3);
    float[] sums = {9, 9, 9, 9};
    columns.sums(x, sums, 1);
    assertArrayEquals(new float[] {9, 5, 8, 14}, sums);
    double[] means = new double[3];
    double[] squares = new double[3];
    columns.moments(x, means, squares, 0);
    assertArrayEquals(new double[] {2.5, 4, 7}, means);
    assertArrayEquals(new double[] {4.5, 8, 32}, squares);
  }

  /** (m + 3) 2^-53 to first order, and the bound of the blocked sums beside it. */
  @Test
  void columnsAgreeWithTheMomentsOfACopy() {
    Random random = new Random(1);
    int rows = 1000;
    float[] column = new float[rows];
    for (int i = 0; i < rows; i++) {
      column[i] = (float) (5 + random.nextGaussian());
    }
    double[] means = new double[1];
    double[] squares = new double[1];
    columns.moments(Matrix.of(column, rows, 1), means, squares, 0);
    Moments moments = Kernels.scalar().reductions().moments(column, 0, rows);
    assertEquals(moments.mean(), means[0], (rows + 43) * 0x1p-53 * 6);
    assertEquals(moments.squaredDeviations(), squares[0], (rows + 47) * 0x1p-53 * squares[0]);
  }

  /** Floats have 24 bits, so 100,000 of one size add up without rounding in 53. */
  @Test
  void theMeanOfALongColumnIsTheNearestDouble() {
    int rows = 100_000;
    float[] column = new float[rows];
    double[] exact = new double[rows];
    for (int i = 0; i < rows; i++) {
      column[i] = (float) (1000 / 3.0 + (i % 7) * 0x1p-12);
      exact[i] = column[i];
    }
    double[] means = new double[1];
    columns.moments(Matrix.of(column, rows, 1), means, new double[1], 0);
    BigDecimal mean = ExactSum.sum(exact).divide(BigDecimal.valueOf(rows), new MathContext(40));
    double error = ExactSum.error(means[0], mean, mean);
    assertTrue(error <= 1, () -> "error " + error);
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothValues() {
    Matrix x = Matrix.zeros(2, 3);
    double[] three = new double[3];
    double[] four = new double[4];
    refused("column sums: [1, 1 + 3) of an array of 3", () -> columns.sums(x, new float[3], 1));
    refused(
        "writing from 2 of the array that holds the 2 x 3", () -> columns.sums(x, x.values(), 2));
    refused("column means: [1, 1 + 3) of an array of 3", () -> columns.moments(x, three, four, 1));
    refused("column squares: [1, 1 + 3)", () -> columns.moments(x, four, three, 1));
    refused("into one array", () -> columns.moments(x, four, four, 0));
    refused("of 0 x 3", () -> columns.moments(Matrix.zeros(0, 3), three, four, 0));
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
