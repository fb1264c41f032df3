package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The area under the ROC, and how sure it is. */
class RocAreaTest {

  /** Sums of fewer than 200 terms below 1, each rounded once or twice. */
  private static final double ROUNDING = 400 * 0x1p-53;

  @Test
  void areaAndErrorAreThoseOfAllPairs() {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      // Halves, so that there are ties.
      float[] real = logits(2 + random.nextInt(90), 0.7, random);
      float[] generated = logits(2 + random.nextInt(90), 0, random);
      RocArea roc = RocArea.of(real, generated);
      double[] below = new double[real.length];
      double[] above = new double[generated.length];
      for (int r = 0; r < real.length; r++) {
        for (int g = 0; g < generated.length; g++) {
          double won = (1 + Math.signum(real[r] - generated[g])) / 2;
          below[r] += won / generated.length;
          above[g] += won / real.length;
        }
      }
      double error = Math.sqrt(meanVariance(below) + meanVariance(above));
      assertEquals(Arrays.stream(below).average().orElseThrow(), roc.area(), ROUNDING);
      assertEquals(error, roc.standardError(), 1e-9 * error);
    }
  }

  /** s^2 / n. */
  private static double meanVariance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return squares / (values.length - 1) / values.length;
  }

  private static float[] logits(int count, double mean, Random random) {
    float[] logits = new float[count];
    for (int i = 0; i < count; i++) {
      logits[i] = (float) Math.rint(2 * (mean + random.nextGaussian())) / 2;
    }
    return logits;
  }

  @Test
  void theIntervalStaysWithinZeroAndOne() {
    RocArea all = RocArea.of(new float[] {2, 3}, new float[] {0, 1});
    assertEquals(new RocArea(1, 0, 1, 1), all);
    RocArea most = RocArea.of(new float[] {2, 3, 0.5f}, new float[] {0, 1, 0});
    assertEquals(1, most.upper());
    RocArea one = RocArea.of(new float[] {2}, new float[] {1});
    assertEquals(Double.NaN, one.standardError());
    assertEquals(0, one.lower());
  }

  @Test
  void whatIsNoNumberIsRefused() {
    float[] some = {1};
    assertThrows(IllegalArgumentException.class, () -> RocArea.of(new float[0], some));
    assertThrows(IllegalArgumentException.class, () -> RocArea.of(some, new float[] {Float.NaN}));
  }

  /** Each row three times over is no more than each row once. */
  @Test
  void equalRowsAreOneDraw() {
    Random random = new Random(4);
    float[] real = logits(40, 1, random);
    float[] generated = logits(30, 0, random);
    RocArea once = RocArea.of(real, generated);
    int copies = 3;
    float[] manyReal = new float[copies * real.length];
    float[] manyGenerated = new float[copies * generated.length];
    int[] groupsOfReal = new int[manyReal.length];
    int[] groupsOfGenerated = new int[manyGenerated.length];
    for (int i = 0; i < manyReal.length; i++) {
      manyReal[i] = real[i / copies];
      groupsOfReal[i] = i / copies;
    }
    for (int i = 0; i < manyGenerated.length; i++) {
      manyGenerated[i] = generated[i / copies];
      groupsOfGenerated[i] = real.length + i / copies;
    }
    RocArea many =
        RocArea.of(
            manyReal,
            groupsOfReal,
            manyGenerated,
            groupsOfGenerated,
            real.length + generated.length);
    assertEquals(once.area(), many.area(), ROUNDING);
    assertEquals(once.standardError(), many.standardError(), 1e-9 * once.standardError());
  }

  @Test
  void ofDifferentRowsTheErrorOfTheValueIsTheVerdicts() {
    Random random = new Random(5);
    float[] real = logits(40, 1, random);
    float[] generated = logits(30, 0, random);
    int[] groupsOfReal = new int[real.length];
    int[] groupsOfGenerated = new int[generated.length];
    Arrays.setAll(groupsOfReal, i -> i);
    Arrays.setAll(groupsOfGenerated, i -> real.length + i);
    double variance =
        GroupedMeans.variance(
            Verdict.terms(real, true),
            groupsOfReal,
            Verdict.terms(generated, false),
            groupsOfGenerated,
            real.length + generated.length);
    double error = Verdict.of(real, generated, 1, Kernels.scalar()).standardError();
    assertEquals(error, Math.sqrt(variance), 1e-9 * error);
  }
}
