package io.lanewise.gan;

/**
 * How sure the sum of two means is, one over real and one over generated rows, where equal rows are
 * drawn together.
 *
 * <p>A group's part of the sum's deviation is {@code e + f}, {@code e = sum (a - mean a) / n} over
 * its real rows and f the same of its generated ones; {@code Var = I_a/(I_a - 1) sum e^2 + I_b/(I_b
 * - 1) sum f^2 + 2 I/(I - 1) sum e f}, over I groups of which I_a have a real row and I_b a
 * generated one. Where every row is a group of its own that is {@code s_a^2/n + s_b^2/m}.
 *
 * <p>Source: N. Obuchowski, "Nonparametric analysis of clustered ROC curve data", Biometrics 53
 * (1997), equations 3 to 6.
 */
final class GroupedMeans {

  private GroupedMeans() {}

  /**
   * Variance of {@code mean a + mean b}; NaN where a side has fewer than two groups.
   *
   * @param a one number a real row
   * @param groupsOfA which group the row is in, 0 to below {@code groups}
   * @param b one number a generated row
   * @param groupsOfB which group the row is in
   */
  static double variance(double[] a, int[] groupsOfA, double[] b, int[] groupsOfB, int groups) {
    double[] ofA = deviations(a, groupsOfA, groups);
    double[] ofB = deviations(b, groupsOfB, groups);
    boolean[] inA = occupied(groupsOfA, groups);
    boolean[] inB = occupied(groupsOfB, groups);
    double squaresOfA = 0;
    double squaresOfB = 0;
    double products = 0;
    int countOfA = 0;
    int countOfB = 0;
    int countOfBoth = 0;
    for (int g = 0; g < groups; g++) {
      squaresOfA += ofA[g] * ofA[g];
      squaresOfB += ofB[g] * ofB[g];
      products += ofA[g] * ofB[g];
      countOfA += inA[g] ? 1 : 0;
      countOfB += inB[g] ? 1 : 0;
      countOfBoth += inA[g] || inB[g] ? 1 : 0;
    }
    if (countOfA < 2 || countOfB < 2) {
      return Double.NaN;
    }
    double variance =
        correction(countOfA) * squaresOfA
            + correction(countOfB) * squaresOfB
            + 2 * correction(countOfBoth) * products;
    // The three corrections differ a little, so a sum of squares may end below 0.
    return Math.max(0, variance);
  }

  private static double correction(int groups) {
    return groups / (groups - 1.0);
  }

  private static double[] deviations(double[] values, int[] groupsOfValues, int groups) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double[] deviations = new double[groups];
    for (int i = 0; i < values.length; i++) {
      deviations[groupsOfValues[i]] += (values[i] - mean) / values.length;
    }
    return deviations;
  }

  private static boolean[] occupied(int[] groupsOfValues, int groups) {
    boolean[] occupied = new boolean[groups];
    for (int group : groupsOfValues) {
      occupied[group] = true;
    }
    return occupied;
  }
}
