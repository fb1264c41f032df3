package io.lanewise.gan;

import java.util.Arrays;

/**
 * The area under the receiver operating characteristic of a discriminator: the chance that it gives
 * a real row a higher logit than a generated one, equal logits counted half. 0.5 is chance, 1 tells
 * all.
 *
 * <p>{@code area = sum [x_i > y_j] + [x_i = y_j]/2 over n m pairs}, the statistic of Mann and
 * Whitney. Its standard error is that of E. DeLong, D. DeLong and D. Clarke-Pearson, "Comparing the
 * areas under two or more correlated ROC curves", Biometrics 44 (1988), equations 3 to 5, of the
 * shares of the other side below each row; where rows are equal, with N. Obuchowski's correction,
 * Biometrics 53 (1997). Cost: a sort of either side.
 *
 * @param area 0 to 1
 * @param standardError of the area; 0 where it is 0 or 1, NaN where a side has fewer than two
 *     different rows
 * @param lower end of the interval {@code area +- 1.96 standardError}, which holds the area with 95
 *     % confidence if n and m are large; at least 0
 * @param upper its other end, at most 1
 */
public record RocArea(double area, double standardError, double lower, double upper) {

  /** 95 % of a normal distribution lie within so many standard deviations. */
  private static final double TWO_SIDED_95 = 1.959963984540054;

  /**
   * The area of logits, each of a row by itself.
   *
   * @param real logits of real rows, at least one
   * @param generated logits of generated rows, at least one
   * @throws IllegalArgumentException if a side is empty, or a logit is NaN
   */
  public static RocArea of(float[] real, float[] generated) {
    int[] groupsOfReal = new int[real.length];
    int[] groupsOfGenerated = new int[generated.length];
    Arrays.setAll(groupsOfReal, i -> i);
    Arrays.setAll(groupsOfGenerated, i -> real.length + i);
    return of(real, groupsOfReal, generated, groupsOfGenerated, real.length + generated.length);
  }

  /** The area of logits of rows of which some are equal. */
  static RocArea of(
      float[] real, int[] groupsOfReal, float[] generated, int[] groupsOfGenerated, int groups) {
    if (real.length == 0 || generated.length == 0) {
      throw new IllegalArgumentException(
          "%d real and %d generated logits, expected at least 1 each"
              .formatted(real.length, generated.length));
    }
    float[] sortedReal = sorted(real);
    float[] sortedGenerated = sorted(generated);
    double[] below = new double[real.length];
    double area = 0;
    for (int i = 0; i < real.length; i++) {
      below[i] = share(sortedGenerated, real[i]);
      area += below[i];
    }
    area /= real.length;
    double[] above = new double[generated.length];
    for (int j = 0; j < generated.length; j++) {
      above[j] = 1 - share(sortedReal, generated[j]);
    }
    double error =
        Math.sqrt(GroupedMeans.variance(below, groupsOfReal, above, groupsOfGenerated, groups));
    double reach = Double.isNaN(error) ? 1 : TWO_SIDED_95 * error;
    return new RocArea(area, error, Math.max(0, area - reach), Math.min(1, area + reach));
  }

  private static float[] sorted(float[] logits) {
    float[] sorted = new float[logits.length];
    for (int i = 0; i < sorted.length; i++) {
      if (Float.isNaN(logits[i])) {
        throw new IllegalArgumentException("logit " + i + " is NaN, expected a number");
      }
      // -0 is 0.
      sorted[i] = logits[i] + 0f;
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** The share of sorted logits below one, equal ones counted half. */
  private static double share(float[] sorted, float logit) {
    return (firstNotBelow(sorted, logit) + (double) firstAbove(sorted, logit))
        / (2.0 * sorted.length);
  }

  private static int firstNotBelow(float[] sorted, float logit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < logit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int firstAbove(float[] sorted, float logit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= logit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
