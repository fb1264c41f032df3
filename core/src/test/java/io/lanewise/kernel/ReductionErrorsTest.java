package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The errors of the scalar reductions against exact sums; the vector ones return the same bits.
 *
 * <p>Errors are in units of 2^-53 of the size that the bound names, so a correctly rounded result
 * is off by at most 1. Measured over these samples: sums and dot products of doubles 0.9, whatever
 * cancels; sums of floats 0.7, their dot products 2.2; means 0.9, squared deviations 1.5.
 */
class ReductionErrorsTest {
  private static final long SEED = 20261125;
  private static final int[] LENGTHS = {1, 15, 16, 17, 100, 512, 513, 5000, 100_000};

  private final Reductions reductions = Kernels.scalar().reductions();
  private final Random random = new Random(SEED);

  @Test
  void sumsAreWithinTheirBound() {
    for (int length : LENGTHS) {
      for (int spread : new int[] {1, 8, 60, 200}) {
        double[] x = NumberSample.mixed(random, length, spread);
        BigDecimal exact = ExactSum.sum(x);
        BigDecimal size = size(exact, ExactSum.sumOfMagnitudes(x), length);
        double error = ExactSum.error(reductions.sum(x, 0, length), exact, size);
        assertTrue(error <= 1, () -> "seed " + SEED + ", " + length + " numbers: " + error);
      }
    }
  }

  /** The naive sum of each of these is wrong in every digit. */
  @Test
  void sumsThatCancelKeepTheirDigits() {
    assertEquals(2.0, reductions.sum(new double[] {1, 1e100, 1, -1e100}, 0, 4));
    for (int length : new int[] {64, 1000, 10_000}) {
      double[] x = NumberSample.mixed(random, length, 40);
      double[] cancelling = Arrays.copyOf(x, 2 * length + 1);
      for (int i = 0; i < length; i++) {
        cancelling[2 * length - 1 - i] = -x[i];
      }
      cancelling[2 * length] = 0x1p-40;
      shuffle(cancelling);
      double sum = reductions.sum(cancelling, 0, cancelling.length);
      BigDecimal exact = ExactSum.sum(cancelling);
      BigDecimal magnitudes = ExactSum.sumOfMagnitudes(cancelling);
      assertTrue(ExactSum.error(sum, exact, size(exact, magnitudes, 2 * length)) <= 1);
      assertEquals(0x1p-40, sum, 0x1p-60);
    }
  }

  /** m additions a lane are far more than the first-order bound of a plain sum allows for. */
  @Test
  void aMillionEqualNumbersSumToTheNearestDouble() {
    double[] x = new double[1_000_000];
    Arrays.fill(x, 0.1);
    double nearest = new BigDecimal(x[0]).multiply(BigDecimal.valueOf(x.length)).doubleValue();
    assertEquals(nearest, reductions.sum(x, 0, x.length));
    assertTrue(nearest != Arrays.stream(x).reduce(0, Double::sum));
  }

  @Test
  void dotProductsAreWithinTheirBound() {
    for (int length : LENGTHS) {
      for (int spread : new int[] {1, 8, 60, 200}) {
        double[] x = NumberSample.mixed(random, length, spread);
        double[] y = NumberSample.mixed(random, length, spread);
        BigDecimal exact = ExactSum.dot(x, y);
        BigDecimal magnitudes = ExactSum.dot(magnitudes(x), magnitudes(y));
        BigDecimal size = size(exact, magnitudes.multiply(BigDecimal.TWO), length);
        double error = ExactSum.error(reductions.dot(x, 0, y, 0, length), exact, size);
        assertTrue(error <= 1, () -> "seed " + SEED + ", " + length + " products: " + error);
      }
    }
  }

  @Test
  void sumsAndDotProductsOfFloatsAreWithinTheirBound() {
    for (int length : LENGTHS) {
      float[] floats = NumberSample.floats(NumberSample.mixed(random, length, 40));
      double[] x = doubles(floats);
      BigDecimal size = ExactSum.sumOfMagnitudes(x);
      double error = ExactSum.error(reductions.sum(floats, 0, length), ExactSum.sum(x), size);
      assertTrue(error <= 37, () -> "seed " + SEED + ", " + length + " floats: " + error);
      BigDecimal squares = ExactSum.dot(x, x);
      double dot = reductions.dot(floats, 0, floats, 0, length);
      double dotError = ExactSum.error(dot, squares, squares);
      assertTrue(dotError <= 37, () -> "seed " + SEED + ", " + length + ": " + dotError);
    }
  }

  @Test
  void momentsAreWithinTheirBounds() {
    for (int length : LENGTHS) {
      for (double mean : new double[] {0, 3, 1e4, 1e8}) {
        double[] x = random.doubles(length, mean - 1, mean + 2).toArray();
        checkMoments(x);
      }
    }
  }

  private void checkMoments(double[] x) {
    BigDecimal count = BigDecimal.valueOf(x.length);
    BigDecimal sum = ExactSum.sum(x);
    BigDecimal mean = sum.divide(count, new MathContext(60));
    BigDecimal squares = ExactSum.dot(x, x).subtract(mean.multiply(sum));
    Moments moments = reductions.moments(x, 0, x.length);
    BigDecimal largest = new BigDecimal(Arrays.stream(x).map(Math::abs).max().orElseThrow());
    double meanError = ExactSum.error(moments.mean(), mean, largest);
    assertTrue(meanError <= 80, () -> "seed " + SEED + ", mean of " + x.length + ": " + meanError);
    if (x.length == 1) {
      assertEquals(0.0, moments.squaredDeviations());
      return;
    }
    double error = ExactSum.error(moments.squaredDeviations(), squares, squares);
    double levels = Math.max(0, Math.log(x.length / 512.0) / Math.log(2));
    double offset = Math.abs(moments.mean() - x[0]) / Math.sqrt(moments.variance());
    double bound = 40 + 4 * levels + 4 * Math.sqrt(levels) * offset;
    assertTrue(error <= bound, () -> "seed " + SEED + ", " + x.length + " squares: " + error);
  }

  /** A mean of 1e8 leaves the textbook formula no digit. */
  @Test
  void aConstantHasNoVarianceAndAShiftChangesNone() {
    double[] x = new double[700];
    Arrays.fill(x, 0.1);
    Moments constant = reductions.moments(x, 0, x.length);
    assertEquals(0.1, constant.mean());
    assertEquals(0.0, constant.squaredDeviations());
    assertEquals(0.0, constant.variance());
    Arrays.setAll(x, i -> 1e8 + i % 2);
    Moments shifted = reductions.moments(x, 0, x.length);
    assertEquals(1e8 + 0.5, shifted.mean());
    assertEquals(0.25, shifted.variance());
    assertEquals(700 * 0.25 / 699, shifted.sampleVariance());
  }

  @Test
  void mergingIsAsGoodAsLookingAtAllAtOnce() {
    double[] x = random.doubles(3000, 5, 9).toArray();
    Moments all = reductions.moments(x, 0, x.length);
    Moments merged = Moments.NONE;
    for (int from = 0; from < x.length; from += 250) {
      merged = merged.merge(reductions.moments(x, from, from + 250));
    }
    merged = merged.merge(Moments.NONE);
    assertEquals(all.count(), merged.count());
    // Twelve merges instead of three.
    assertEquals(all.mean(), merged.mean(), 64 * 0x1p-53 * 9);
    assertEquals(all.squaredDeviations(), merged.squaredDeviations(), 90 * 0x1p-53 * 3000 * 4);
  }

  /** |sum| + (n/16+9)^2 2^-53 sum|x|: the bound, in units of 2^-53 of it. */
  private static BigDecimal size(BigDecimal exact, BigDecimal magnitudes, int length) {
    BigDecimal second = new BigDecimal(Math.pow(length / 16 + 9, 2) * 0x1p-53);
    return exact.abs().add(magnitudes.multiply(second));
  }

  private void shuffle(double[] x) {
    for (int i = x.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double value = x[i];
      x[i] = x[other];
      x[other] = value;
    }
  }

  private static double[] magnitudes(double[] x) {
    return Arrays.stream(x).map(Math::abs).toArray();
  }

  private static double[] doubles(float[] x) {
    double[] doubles = new double[x.length];
    Arrays.setAll(doubles, i -> x[i]);
    return doubles;
  }
}
