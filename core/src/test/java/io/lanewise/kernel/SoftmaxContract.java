package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the row functions of every {@link Activations} are held to: the bits of the scalar ones. */
public abstract class SoftmaxContract {
  private static final long SEED = 20261123;
  private static final float UNTOUCHED = -77;

  private final Activations scalar = Kernels.scalar().activations();

  /** Creates a contract; JUnit does. */
  protected SoftmaxContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract Activations activations();

  @Test
  void everyNumberOfColumnsReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int columns : ContractSize.lengths()) {
      for (int padding : ContractSize.thorough() ? new int[] {0, 1, 5} : new int[] {1}) {
        check(random, 3, columns, columns + padding, padding);
      }
    }
  }

  @Test
  void everyNumberOfRowsReturnsTheScalarBits() {
    Random random = new Random(SEED + 1);
    int step = ContractSize.thorough() ? 1 : 11;
    for (int rows = 0; rows <= 70; rows += step) {
      for (int columns : new int[] {0, 1, 2, 3, 7, 8, 9, 16, 17}) {
        check(random, rows, columns, columns + rows % 2, 2);
      }
    }
  }

  @Test
  void manyValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int done = 0; done < ContractSize.values(); done += 8 * 100 + 2 * 64 + 1000) {
      check(random, 100, 8, 8, 0);
      check(random, 2, 64, 64, 0);
      check(random, 1, 1000, 1000, 0);
    }
  }

  private void check(Random random, int rows, int columns, int stride, int from) {
    float[] values = FunctionSample.ordinaryFloats(random, from + rows * stride + 1);
    if (random.nextInt(4) == 0) {
      Arrays.fill(values, random.nextBoolean() ? Float.NEGATIVE_INFINITY : 3);
    }
    float[] derivatives = FunctionSample.ordinaryFloats(random, values.length);
    Matrix x = new Matrix(values, from, rows, columns, stride);
    Matrix dy = new Matrix(derivatives, from, rows, columns, stride);
    Matrix y = blank(rows, columns, stride + 1);
    Matrix same = blank(rows, columns, stride + 1);
    Matrix dx = blank(rows, columns, stride + 1);
    Matrix sameDx = blank(rows, columns, stride + 1);
    scalar.softmax(x, y);
    activations().softmax(x, same);
    assertBits("softmax", y, same);
    scalar.softmaxBackward(y, dy, dx);
    activations().softmaxBackward(same, dy, sameDx);
    assertBits("softmax backward", dx, sameDx);
    scalar.logSoftmax(x, y);
    activations().logSoftmax(x, same);
    assertBits("logSoftmax", y, same);
    scalar.logSoftmaxBackward(y, dy, dx);
    activations().logSoftmaxBackward(same, dy, sameDx);
    assertBits("logSoftmax backward", dx, sameDx);
    float[] logs = new float[rows + 2];
    float[] sameLogs = new float[rows + 2];
    scalar.logSumExp(x, logs, 1);
    activations().logSumExp(x, sameLogs, 1);
    assertBits("logSumExp", Matrix.of(logs, 1, rows + 2), Matrix.of(sameLogs, 1, rows + 2));
  }

  /** Softmax overwrites its input; the backward forms overwrite y or dy. */
  @Test
  void outputsMayBeInputs() {
    Random random = new Random(SEED + 3);
    for (int columns : ContractSize.lengths()) {
      float[] values = FunctionSample.ordinaryFloats(random, 2 * columns);
      Matrix x = Matrix.of(values, 2, columns);
      Matrix dy = Matrix.of(FunctionSample.ordinaryFloats(random, 2 * columns), 2, columns);
      Matrix y = Matrix.zeros(2, columns);
      Matrix dx = Matrix.zeros(2, columns);
      activations().logSoftmax(x, y);
      Matrix inPlace = Matrix.of(values.clone(), 2, columns);
      activations().logSoftmax(inPlace, inPlace);
      assertBits("logSoftmax in place", y, inPlace);
      activations().softmax(x, y);
      activations().softmax(x, x);
      assertBits("softmax in place", y, x);
      activations().softmaxBackward(y, dy, dx);
      activations().softmaxBackward(x, dy, x);
      assertBits("softmax backward into y", dx, x);
      activations().logSoftmaxBackward(y, dy, dx);
      activations().logSoftmaxBackward(y, dy, dy);
      assertBits("logSoftmax backward into dy", dx, dy);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Activations kernels = activations();
    float[] twelve = new float[12];
    Matrix x = Matrix.of(twelve, 3, 4);
    Matrix wrong = Matrix.zeros(4, 3);
    Matrix right = Matrix.zeros(3, 4);
    refused("y is 4 x 3, expected the shape of x, 3 x 4", () -> kernels.softmax(x, wrong));
    refused("y is 4 x 3, expected the shape of x, 3 x 4", () -> kernels.logSoftmax(x, wrong));
    refused("dx is 3 x 4, expected the shape of dy", () -> back(kernels, right, wrong, right));
    refused("dx is 3 x 4, expected the shape of y", () -> back(kernels, wrong, right, right));
    refused(
        "dx is 3 x 4, expected the shape of dy",
        () -> kernels.logSoftmaxBackward(right, wrong, right));
    refused("y overlaps x", () -> kernels.softmax(x.rows(0, 2), x.rows(1, 3)));
    refused("dx overlaps dy", () -> back(kernels, right.rows(0, 2), x.rows(0, 2), x.rows(1, 3)));
    refused("y: [10, 10 + 3) of an array of 12", () -> kernels.logSumExp(right, twelve, 10));
    refused("y: 3 results from 9 overlap x", () -> kernels.logSumExp(x, twelve, 9));
  }

  private static void back(Activations kernels, Matrix y, Matrix dy, Matrix dx) {
    kernels.softmaxBackward(y, dy, dx);
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static Matrix blank(int rows, int columns, int stride) {
    float[] values = new float[rows * stride + 3];
    Arrays.fill(values, UNTOUCHED);
    return new Matrix(values, 2, rows, columns, stride);
  }

  /** Whole arrays, so that nothing beside the matrix was touched either. */
  private static void assertBits(String what, Matrix expected, Matrix actual) {
    for (int i = 0; i < expected.values().length; i++) {
      int place = i;
      float right = expected.values()[i];
      float value = actual.values()[i];
      if (Float.floatToIntBits(right) != Float.floatToIntBits(value)) {
        assertEquals(
            right, value, () -> "seed %d, %s of %s at %d".formatted(SEED, what, expected, place));
      }
    }
  }
}
