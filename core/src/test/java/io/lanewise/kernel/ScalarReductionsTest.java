package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The rules that the scalar reductions state, and what they refuse. */
class ScalarReductionsTest extends ReductionsContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final Reductions reductions = Kernels.scalar().reductions();

  @Override
  protected Reductions reductions() {
    return reductions;
  }

  @Test
  void sumsOfNothingAndOfZerosArePositiveZero() {
    assertEquals(0.0, reductions.sum(new double[3], 1, 1));
    assertEquals(0.0, reductions.sum(new double[] {-0.0, -0.0}, 0, 2));
    assertEquals(0.0, reductions.sum(new float[] {-0.0f}, 0, 1));
    assertEquals(0.0, reductions.dot(new double[] {-0.0}, 0, new double[] {3}, 0, 1));
  }

  @Test
  void infinitiesAndNaNComeThrough() {
    assertEquals(INFINITY, sum(1, INFINITY, -Double.MAX_VALUE));
    assertEquals(-INFINITY, sum(-INFINITY, 1));
    assertEquals(Double.NaN, sum(INFINITY, -INFINITY));
    assertEquals(Double.NaN, sum(INFINITY, Double.NaN));
    assertEquals(INFINITY, sum(Double.MAX_VALUE, Double.MAX_VALUE));
    double[] huge = {1e200, 1, 1};
    assertEquals(INFINITY, reductions.dot(huge, 0, huge, 0, 3));
  }

  @Test
  void extremesFollowMathMinAndMax() {
    double[] x = {3, -0.0, 0.0, 5};
    assertEquals(-0.0, reductions.min(x, 0, 4));
    assertEquals(0.0, reductions.max(x, 1, 3));
    assertEquals(INFINITY, reductions.min(x, 2, 2));
    assertEquals(-INFINITY, reductions.max(x, 2, 2));
    double[] withNaN = {1, Double.NaN, -INFINITY};
    assertEquals(Double.NaN, reductions.min(withNaN, 0, 3));
    assertEquals(Double.NaN, reductions.max(withNaN, 0, 3));
  }

  @Test
  void momentsOfWhatIsNotFiniteAreNotFinite() {
    for (double x : new double[] {INFINITY, -INFINITY, Double.NaN}) {
      Moments moments = reductions.moments(new double[] {1, x}, 0, 2);
      assertTrue(!Double.isFinite(moments.mean()), () -> "" + moments);
      assertEquals(Double.NaN, moments.squaredDeviations());
    }
    assertEquals(Moments.NONE, reductions.moments(new float[0], 0, 0));
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothValues() {
    double[] x = new double[4];
    float[] y = new float[4];
    refused("sum: [0, 5) of an array of 4", () -> reductions.sum(x, 0, 5));
    refused("sum: [-1, 2) of an array of 4", () -> reductions.sum(y, -1, 2));
    refused("min: [3, 2) of an array of 4", () -> reductions.min(x, 3, 2));
    refused("max: [5, 5) of an array of 4", () -> reductions.max(x, 5, 5));
    refused("moments: [0, 5)", () -> reductions.moments(y, 0, 5));
    refused("dot, x: [2, 2 + 3) of an array of 4", () -> reductions.dot(x, 2, x, 0, 3));
    refused("dot, y: [2, 2 + 3) of an array of 4", () -> reductions.dot(y, 0, y, 2, 3));
    refused("dot, x: [2, 2 + 3) of an array of 4", () -> reductions.dot(y, 2, y, 0, 3));
    refused("dot, y: [2, 2 + 3) of an array of 4", () -> reductions.dot(x, 0, x, 2, 3));
    refused("moments: [0, 5)", () -> reductions.moments(x, 0, 5));
    refused("count is -1", () -> reductions.dot(x, 0, x, 0, -1));
    refused("dot, x: [2147483647, ", () -> reductions.dot(x, Integer.MAX_VALUE, x, 0, 1));
  }

  private double sum(double... x) {
    return reductions.sum(x, 0, x.length);
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
