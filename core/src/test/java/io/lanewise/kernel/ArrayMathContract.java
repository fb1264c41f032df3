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

/** What every {@link ArrayMath} is held to: the bits of the functions of one number. */
public abstract class ArrayMathContract {
  private static final long SEED = 20261121;
  private static final int BLOCK = 1000;
  private static final double UNTOUCHED = -77;

  /** Creates a contract; JUnit does. */
  protected ArrayMathContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract ArrayMath arrayMath();

  @ParameterizedTest
  @EnumSource
  void everyLengthAndOffsetReturnsTheScalarBits(ElementaryFunction function) {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        double[] doubles = FunctionSample.ordinaryDoubles(random, length + offset + 2);
        check(function, doubles, offset, offset / 2, length);
        float[] floats = FunctionSample.ordinaryFloats(random, length + offset + 2);
        check(function, floats, offset, offset / 2, length);
      }
    }
  }

  /** Every special value at every place of a block that is otherwise ordinary. */
  @ParameterizedTest
  @EnumSource
  void specialValuesAmongOrdinaryOnesReturnTheScalarBits(ElementaryFunction function) {
    int step = ContractSize.thorough() ? 1 : 41;
    for (int place = 0; place < 150; place += step) {
      for (double special : FunctionSample.specialDoubles()) {
        double[] x = new double[150];
        Arrays.fill(x, 0.5);
        x[place] = special;
        check(function, x, 0, 0, x.length);
      }
      for (float special : FunctionSample.specialFloats()) {
        float[] x = new float[150];
        Arrays.fill(x, 0.5f);
        x[place] = special;
        check(function, x, 0, 0, x.length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyValuesReturnTheScalarBits(ElementaryFunction function) {
    Random random = new Random(SEED + 1);
    for (int done = 0; done < ContractSize.values(); done += 4 * BLOCK) {
      check(function, FunctionSample.anyDoubles(random, BLOCK), 0, 0, BLOCK);
      check(function, FunctionSample.anyFloats(random, BLOCK), 0, 0, BLOCK);
      double[] doubles = FunctionSample.ordinaryDoubles(random, BLOCK);
      float[] floats = FunctionSample.ordinaryFloats(random, BLOCK);
      check(function, doubles, 0, 0, BLOCK);
      check(function, floats, 0, 0, BLOCK);
      check(function, FunctionSample.sizes(doubles), 0, 0, BLOCK);
      check(function, FunctionSample.sizes(floats), 0, 0, BLOCK);
    }
  }

  @Test
  void theOutputMayBeTheInput() {
    Random random = new Random(SEED + 2);
    for (int length : ContractSize.lengths()) {
      double[] x = FunctionSample.ordinaryDoubles(random, length + 3);
      double[] expected = new double[length + 3];
      arrayMath().log1p(x, 3, expected, 3, length);
      arrayMath().log1p(x, 3, x, 3, length);
      float[] z = FunctionSample.ordinaryFloats(random, length + 3);
      float[] floats = new float[length + 3];
      arrayMath().exp(z, 3, floats, 3, length);
      arrayMath().exp(z, 3, z, 3, length);
      for (int i = 3; i < x.length; i++) {
        assertBits(expected[i], x[i], "in place, " + i);
        assertBits(floats[i], z[i], "in place, " + i);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[] x = new double[10];
    float[] z = new float[10];
    ArrayMath kernels = arrayMath();
    refused("count is -1", () -> kernels.exp(x, 0, x, 0, -1));
    refused("x: [3, 3 + 8) of an array of 10", () -> kernels.exp(x, 3, new double[20], 0, 8));
    refused("y: [15, 15 + 6) of an array of 20", () -> kernels.log(x, 3, new double[20], 15, 6));
    refused("x: [-1, -1 + 6) of an array of 10", () -> kernels.log1p(z, -1, z, 0, 6));
    refused("x from 3 and y from 2 overlap", () -> kernels.log(z, 3, z, 2, 6));
    refused("x from 0 and y from 4 overlap", () -> kernels.exp(x, 0, x, 4, 5));
    kernels.exp(x, 0, x, 5, 5);
    assertEquals(1, x[5]);
    assertEquals(0, x[4]);
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  private void check(ElementaryFunction function, double[] x, int xFrom, int yFrom, int count) {
    double[] y = new double[yFrom + count + 1];
    Arrays.fill(y, UNTOUCHED);
    switch (function) {
      case EXP -> arrayMath().exp(x, xFrom, y, yFrom, count);
      case LOG -> arrayMath().log(x, xFrom, y, yFrom, count);
      case LOG1P -> arrayMath().log1p(x, xFrom, y, yFrom, count);
    }
    for (int i = 0; i < y.length; i++) {
      boolean inside = i >= yFrom && i < yFrom + count;
      double argument = inside ? x[xFrom + i - yFrom] : UNTOUCHED;
      double expected = inside ? of(function, argument) : UNTOUCHED;
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(y[i])) {
        assertBits(expected, y[i], function + " of " + argument + " at " + i);
      }
    }
  }

  private void check(ElementaryFunction function, float[] x, int xFrom, int yFrom, int count) {
    float[] y = new float[yFrom + count + 1];
    Arrays.fill(y, (float) UNTOUCHED);
    switch (function) {
      case EXP -> arrayMath().exp(x, xFrom, y, yFrom, count);
      case LOG -> arrayMath().log(x, xFrom, y, yFrom, count);
      case LOG1P -> arrayMath().log1p(x, xFrom, y, yFrom, count);
    }
    for (int i = 0; i < y.length; i++) {
      boolean inside = i >= yFrom && i < yFrom + count;
      float argument = inside ? x[xFrom + i - yFrom] : (float) UNTOUCHED;
      float expected = inside ? of(function, argument) : (float) UNTOUCHED;
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(y[i])) {
        assertBits(expected, y[i], function + " of " + argument + "f at " + i);
      }
    }
  }

  private static double of(ElementaryFunction function, double x) {
    return switch (function) {
      case EXP -> DoubleFunctions.exp(x);
      case LOG -> DoubleFunctions.log(x);
      case LOG1P -> DoubleFunctions.log1p(x);
    };
  }

  private static float of(ElementaryFunction function, float x) {
    return switch (function) {
      case EXP -> FloatFunctions.exp(x);
      case LOG -> FloatFunctions.log(x);
      case LOG1P -> FloatFunctions.log1p(x);
    };
  }

  private static void assertBits(double expected, double actual, String what) {
    assertEquals(
        Double.doubleToLongBits(expected),
        Double.doubleToLongBits(actual),
        () -> "seed %d, %s: expected %s, is %s".formatted(SEED, what, expected, actual));
  }
}
