package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How far softmax and its kin are from the truth, and what special rows give. */
class SoftmaxAccuracyTest {
  private static final long SEED = 20261125;
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float NAN = Float.NaN;

  private final Activations kernels = Kernels.scalar().activations();

  @Test
  void sharesAndLogarithmsAreWithinTheirBounds(TestReporter reporter) {
    Random random = new Random(SEED);
    WorstError shares = WorstError.ofFloats("softmax");
    WorstError logs = WorstError.ofFloats("logSoftmax");
    double worstSum = 0;
    for (int done = 0; done < ContractSize.points(); ) {
      int columns = 1 + (random.nextInt(4) == 0 ? random.nextInt(500) : random.nextInt(20));
      float[] x = row(random, columns);
      float[] y = new float[columns];
      float[] log = new float[columns];
      kernels.softmax(Matrix.of(x, 1, columns), Matrix.of(y, 1, columns));
      kernels.logSoftmax(Matrix.of(x, 1, columns), Matrix.of(log, 1, columns));
      Row row = new Row(x);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double difference = (double) x[j] - row.largest;
        int exponent = DoubleDouble.exponent(difference);
        DoubleDouble share = DoubleDouble.expFraction(difference).times(row.sum().inverse());
        shares.see(x[j], y[j], share, exponent);
        logs.see(x[j], log[j], row.log.negative().plus(difference));
        sum += y[j];
      }
      worstSum = Math.max(worstSum, Math.abs(sum - 1));
      done += columns;
    }
    double sumError = worstSum;
    reporter.publishEntry(shares + "; " + logs + "; sum of shares - 1: " + sumError);
    shares.assertAtMost(2);
    logs.assertAtMost(2);
    // All of them can be off by the bound of a share together.
    assertTrue(sumError <= 2 * Math.ulp(1f), () -> "sum of shares is off by " + sumError);
  }

  /** An error of the sum of exponentials is one of its logarithm: absolute, beside a rounding. */
  @Test
  void logSumExpIsWithinItsBound() {
    Random random = new Random(SEED + 1);
    for (int done = 0; done < ContractSize.points(); ) {
      int columns = 1 + random.nextInt(40);
      float[] x = row(random, columns);
      float[] y = new float[1];
      kernels.logSumExp(Matrix.of(x, 1, columns), y, 0);
      Row row = new Row(x);
      double exact = row.largest + row.log.hi();
      double bound = 0.5001 * Math.ulp((float) exact) + 0x1p-23 * row.log.hi();
      assertEquals(exact, y[0], bound, () -> "row of " + columns);
      done += columns;
    }
  }

  /** Ordinary rows, rows with a leader, rows around a large number. */
  private static float[] row(Random random, int columns) {
    float spread = Math.scalb(1f, random.nextInt(7) - 1);
    float center = random.nextInt(3) == 0 ? 1000 * random.nextFloat() : 0;
    float[] x = new float[columns];
    for (int j = 0; j < columns; j++) {
      // Above -80 of the largest, where the exact reference is a normal double sum.
      x[j] = center + (float) Math.max(-35, Math.min(35, spread * random.nextGaussian()));
    }
    return x;
  }

  private static final class Row {
    final double largest;
    final DoubleDouble others;
    final DoubleDouble log;

    Row(float[] x) {
      int leader = 0;
      for (int j = 1; j < x.length; j++) {
        leader = x[j] > x[leader] ? j : leader;
      }
      largest = x[leader];
      DoubleDouble sum = DoubleDouble.of(0);
      for (int j = 0; j < x.length; j++) {
        if (j != leader) {
          double difference = x[j] - largest;
          double power = Math.scalb(1.0, DoubleDouble.exponent(difference));
          sum = sum.plus(DoubleDouble.expFraction(difference).times(power));
        }
      }
      others = sum;
      // Beside a float, ln(1+others) of the rounded others is exact.
      log = DoubleDouble.log1p(others.hi());
    }

    DoubleDouble sum() {
      return others.plus(1);
    }
  }

  @Test
  void specialRowsAreAsStated() {
    assertRow(new float[] {5}, new float[] {1}, new float[] {0}, 5);
    assertRow(new float[] {}, new float[] {}, new float[] {}, -INFINITY);
    assertRow(new float[] {2, -INFINITY}, new float[] {1, 0}, new float[] {0, -INFINITY}, 2);
    float[] nothing = {NAN, NAN};
    assertRow(new float[] {2, NAN}, nothing, nothing, NAN);
    assertRow(new float[] {2, INFINITY}, nothing, nothing, INFINITY);
    assertRow(new float[] {INFINITY, NAN}, nothing, nothing, NAN);
    assertRow(new float[] {-INFINITY, -INFINITY}, nothing, nothing, -INFINITY);
    assertRow(new float[] {-INFINITY, NAN}, nothing, nothing, NAN);
    float max = Float.MAX_VALUE;
    assertRow(new float[] {max, -max}, new float[] {1, 0}, new float[] {0, -INFINITY}, max);
  }

  private void assertRow(float[] x, float[] shares, float[] logs, float sum) {
    Matrix row = Matrix.of(x, 1, x.length);
    float[] y = new float[x.length];
    kernels.softmax(row, Matrix.of(y, 1, x.length));
    assertArrayEquals(shares, y);
    kernels.logSoftmax(row, Matrix.of(y, 1, x.length));
    assertArrayEquals(logs, y);
    float[] one = new float[1];
    kernels.logSumExp(row, one, 0);
    assertEquals(sum, one[0]);
  }

  /** Beside a leader of 1 a double sum would lose what is below 2^-53. */
  @Test
  void aLeaderKeepsItsRelativeAccuracy() {
    float[] y = new float[2];
    kernels.logSoftmax(Matrix.of(new float[] {0, -60}, 1, 2), Matrix.of(y, 1, 2));
    assertEquals(-Math.exp(-60), y[0], Math.exp(-60) * 0x1p-23);
  }

  /** Rows of the Jacobian: y_i (1 - y_i) on the diagonal, -y_i y_j beside it. */
  @Test
  void backwardIsTheJacobian() {
    float[] x = {0.5f, -1, 2, 0.25f};
    float[] y = new float[4];
    float[] dx = new float[4];
    Matrix shares = Matrix.of(y, 1, 4);
    for (int k = 0; k < 4; k++) {
      float[] dy = new float[4];
      dy[k] = 1;
      kernels.softmax(Matrix.of(x, 1, 4), shares);
      kernels.softmaxBackward(shares, Matrix.of(dy, 1, 4), Matrix.of(dx, 1, 4));
      for (int i = 0; i < 4; i++) {
        assertEquals(y[i] * ((i == k ? 1 : 0) - y[k]), dx[i], 2 * Math.ulp(y[i]));
      }
      float[] softmax = y.clone();
      kernels.logSoftmax(Matrix.of(x, 1, 4), shares);
      kernels.logSoftmaxBackward(shares, Matrix.of(dy, 1, 4), Matrix.of(dx, 1, 4));
      for (int i = 0; i < 4; i++) {
        double exact = (i == k ? 1 : 0) - (double) softmax[i];
        assertEquals(exact, dx[i], 4 * Math.ulp(softmax[i]) + Math.ulp((float) exact));
      }
    }
  }
}
