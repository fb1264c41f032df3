package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Activations} is held to, element by element: the bits of the scalar terms. */
public abstract class ActivationsContract {
  private static final long SEED = 20261122;
  private static final int BLOCK = 1000;
  private static final float UNTOUCHED = -77;

  /** Creates a contract; JUnit does. */
  protected ActivationsContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract Activations activations();

  @ParameterizedTest
  @EnumSource
  void everyLengthAndOffsetReturnsTheScalarBits(Activation.Kind kind) {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        float[] x = FunctionSample.ordinaryFloats(random, length + offset + 2);
        check(activation(kind, random), x, offset, offset / 2, length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyValuesReturnTheScalarBits(Activation.Kind kind) {
    Random random = new Random(SEED + 1);
    for (int done = 0; done < ContractSize.values(); done += 3 * BLOCK) {
      Activation activation = activation(kind, random);
      check(activation, FunctionSample.anyFloats(random, BLOCK), 0, 0, BLOCK);
      check(activation, FunctionSample.ordinaryFloats(random, BLOCK), 0, 0, BLOCK);
      check(activation, FunctionSample.ordinaryFloats(random, BLOCK), 0, 0, BLOCK);
    }
  }

  /** Special outputs and derivatives, each with each, whether forward returns them or not. */
  @ParameterizedTest
  @EnumSource
  void specialValuesReturnTheScalarBits(Activation.Kind kind) {
    Activation activation = activation(kind, new Random(SEED));
    float[] special = FunctionSample.specialFloats();
    check(activation, special, 0, 0, special.length);
    for (float derivative : special) {
      float[] dy = new float[special.length];
      Arrays.fill(dy, derivative);
      checkBackward(activation, special, dy, 0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outputsMayBeInputs(Activation.Kind kind) {
    Random random = new Random(SEED + 2);
    Activation activation = activation(kind, random);
    for (int length : ContractSize.lengths()) {
      float[] x = FunctionSample.ordinaryFloats(random, length + 3);
      float[] dy = FunctionSample.ordinaryFloats(random, length + 3);
      float[] y = new float[length + 3];
      float[] dx = new float[length + 3];
      activations().forward(activation, x, 3, y, 3, length);
      activations().backward(activation, y, 3, dy, 3, dx, 3, length);
      activations().forward(activation, x, 3, x, 3, length);
      float[] copy = y.clone();
      activations().backward(activation, copy, 3, dy, 3, copy, 3, length);
      activations().backward(activation, y, 3, dy, 3, dy, 3, length);
      for (int i = 3; i < length + 3; i++) {
        assertBits(y[i], x[i], activation + " in place, " + i);
        assertBits(dx[i], dy[i], activation + " backward into dy, " + i);
        assertBits(dx[i], copy[i], activation + " backward into y, " + i);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    float[] x = new float[10];
    Activations kernels = activations();
    Activation relu = Activation.RELU;
    refused("count is -2", () -> kernels.forward(relu, x, 0, x, 0, -2));
    refused("x: [5, 5 + 6) of an array of 10", () -> kernels.forward(relu, x, 5, x, 4, 6));
    refused("y: [5, 5 + 6) of an array of 10", () -> kernels.forward(relu, x, 4, x, 5, 6));
    refused("x from 0 and y from 2 overlap", () -> kernels.forward(relu, x, 0, x, 2, 3));
    float[] z = new float[9];
    refused("y: [5, 5 + 5) of an array of 9", () -> kernels.backward(relu, z, 5, x, 0, x, 5, 5));
    refused("dy: [5, 5 + 5) of an array of 9", () -> kernels.backward(relu, x, 0, z, 5, x, 5, 5));
    refused("dx: [5, 5 + 5) of an array of 9", () -> kernels.backward(relu, x, 0, x, 5, z, 5, 5));
    refused("y from 0 and dx from 1", () -> kernels.backward(relu, x, 0, z, 0, x, 1, 5));
    refused("dy from 1 and dx from 0", () -> kernels.backward(relu, z, 0, x, 1, x, 0, 5));
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static Activation activation(Activation.Kind kind, Random random) {
    return kind == Activation.Kind.LEAKY_RELU
        ? Activation.leakyRelu(random.nextFloat() + 0.01f)
        : new Activation(kind, 0);
  }

  private void check(Activation activation, float[] x, int xFrom, int yFrom, int count) {
    float[] y = new float[yFrom + count + 1];
    Arrays.fill(y, UNTOUCHED);
    activations().forward(activation, x, xFrom, y, yFrom, count);
    for (int i = 0; i < y.length; i++) {
      boolean inside = i >= yFrom && i < yFrom + count;
      float argument = inside ? x[xFrom + i - yFrom] : UNTOUCHED;
      float expected = inside ? ActivationTerms.forward(activation, argument) : UNTOUCHED;
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(y[i])) {
        assertBits(expected, y[i], activation + " of " + argument + " at " + i);
      }
    }
    float[] outputs = Arrays.copyOfRange(y, yFrom, yFrom + count);
    checkBackward(activation, outputs, Arrays.copyOfRange(x, xFrom, xFrom + count), yFrom, xFrom);
  }

  /** Derivatives of given outputs, laid at offsets of two arrays. */
  private void checkBackward(Activation activation, float[] y, float[] dy, int first, int second) {
    float[] outputs = new float[first + y.length];
    System.arraycopy(y, 0, outputs, first, y.length);
    float[] derivatives = new float[second + y.length];
    System.arraycopy(dy, 0, derivatives, second, y.length);
    float[] dx = new float[y.length + 2];
    Arrays.fill(dx, UNTOUCHED);
    activations().backward(activation, outputs, first, derivatives, second, dx, 1, y.length);
    assertBits(UNTOUCHED, dx[0], "before");
    assertBits(UNTOUCHED, dx[y.length + 1], "behind");
    for (int i = 0; i < y.length; i++) {
      float expected = ActivationTerms.backward(activation, y[i], dy[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(dx[i + 1])) {
        String what = activation + " backward of " + y[i] + " and " + dy[i] + " at " + i;
        assertBits(expected, dx[i + 1], what);
      }
    }
  }

  private static void assertBits(float expected, float actual, String what) {
    assertEquals(
        Float.floatToIntBits(expected),
        Float.floatToIntBits(actual),
        () -> "seed %d, %s: expected %s, is %s".formatted(SEED, what, expected, actual));
  }
}
