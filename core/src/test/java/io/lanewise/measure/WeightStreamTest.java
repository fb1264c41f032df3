package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class WeightStreamTest {

  private final SplittableRandom random = new SplittableRandom(20261121);

  @Test
  void resultsHaveTheBitsOfArrays() {
    for (int rows : new int[] {1, 2, 511, 512, 513, 1024, 5000}) {
      assertSameAsArrays(weights(rows, random::nextDouble), weights(rows, random::nextDouble));
      assertSameAsArrays(
          weights(rows, () -> random.nextInt(3)), weights(rows, () -> 1 + random.nextInt(3)));
    }
  }

  /** Scales that change on the way, zeros on one side, and shares without mass. */
  @Test
  void hardWeights() {
    double[] growing = new double[2000];
    Arrays.setAll(growing, i -> Math.scalb(1 + random.nextDouble(), i / 16));
    double[] sparse = weights(2000, () -> random.nextInt(4) == 0 ? random.nextDouble() : 0);
    double[] tiny = weights(2000, () -> random.nextInt(9) == 0 ? 1e-300 : random.nextDouble());
    double[] huge = weights(2000, () -> Double.MAX_VALUE * random.nextDouble());
    double[] least = weights(2000, () -> Double.MIN_VALUE * (1 + random.nextInt(9)));
    double[][] all = {growing, sparse, tiny, huge, least};
    for (double[] p : all) {
      for (double[] q : all) {
        assertSameAsArrays(p, q);
      }
    }
  }

  @Test
  void disjointColumnsAreExactlyLn2Apart() {
    double[] p = weights(1000, random::nextDouble);
    double[] q = weights(1000, random::nextDouble);
    for (int i = 0; i < p.length; i++) {
      (i % 3 == 0 ? p : q)[i] = 0;
    }
    assertEquals(Divergence.LN2, stream(p, q).js());
  }

  private double[] weights(int rows, DoubleSupplier weight) {
    double[] weights = new double[rows];
    Arrays.setAll(weights, i -> weight.getAsDouble());
    weights[random.nextInt(rows)] = 1;
    return weights;
  }

  private void assertSameAsArrays(double[] p, double[] q) {
    WeightStream.Result expected =
        new WeightStream.Result(
            Entropy.entropy(p),
            Entropy.entropy(q),
            Entropy.crossEntropy(p, q),
            Divergence.klDivergence(p, q),
            Divergence.klDivergence(q, p),
            Divergence.jsDivergence(p, q),
            0);
    WeightStream.Result actual = stream(p, q);
    double variation = Divergence.totalVariation(p, q);
    // Block by block there is one rounding more.
    assertEquals(variation, actual.totalVariation(), 4 * Math.ulp(variation));
    assertEquals(expected, withoutVariation(actual));
  }

  private static WeightStream.Result withoutVariation(WeightStream.Result result) {
    return new WeightStream.Result(
        result.entropyP(),
        result.entropyQ(),
        result.crossEntropy(),
        result.klPq(),
        result.klQp(),
        result.js(),
        0);
  }

  /** In batches of any length, another for each walk. */
  private WeightStream.Result stream(double[] p, double[] q) {
    WeightStream.Totals totals = new WeightStream.Totals("p", "q");
    inBatches(p, q, totals::add);
    WeightStream terms = totals.terms(Kernels.scalar());
    inBatches(p, q, terms::add);
    return terms.result();
  }

  private interface Batch {
    void add(double[] p, double[] q, int count);
  }

  private void inBatches(double[] p, double[] q, Batch batch) {
    for (int i = 0; i < p.length; ) {
      int count = Math.min(random.nextInt(700), p.length - i);
      batch.add(Arrays.copyOfRange(p, i, i + count), Arrays.copyOfRange(q, i, i + count), count);
      i += count;
    }
  }

  @Test
  void weightsThatAreNoneAreNamedByRowAndColumn() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      WeightStream.Totals totals = new WeightStream.Totals("real", "made");
      totals.add(new double[700], new double[700], 700);
      double[] weights = {1, 2, bad};
      String message =
          assertThrows(IllegalArgumentException.class, () -> totals.add(new double[3], weights, 3))
              .getMessage();
      assertEquals("row 702, column 'made': " + bad + ", expected a weight >= 0", message);
    }
  }

  @Test
  void allZeroIsRefused() {
    WeightStream.Totals totals = new WeightStream.Totals("real", "made");
    totals.add(new double[] {0, 1}, new double[2], 2);
    String message =
        assertThrows(IllegalArgumentException.class, () -> totals.terms(Kernels.scalar()))
            .getMessage();
    assertTrue(message.startsWith("column 'made': all 2 weights are 0"), message);
  }

  @Test
  void bothWalksMustHaveTheSameRows() {
    WeightStream.Totals totals = new WeightStream.Totals("p", "q");
    totals.add(new double[] {1, 1}, new double[] {1, 1}, 2);
    WeightStream terms = totals.terms(Kernels.scalar());
    terms.add(new double[] {1}, new double[] {1}, 1);
    assertThrows(IllegalStateException.class, terms::result);
    assertThrows(IllegalStateException.class, () -> terms.add(new double[2], new double[2], 2));
  }
}
