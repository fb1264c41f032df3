package io.lanewise.profile;

import java.util.Arrays;

/**
 * Cuts a row of masses into a given number of groups of neighbours, so that the groups' entropy is
 * as large as can be: no other cut keeps more of what the column can tell.
 *
 * <p>Exact, by dynamic programming over the cuts: {@code groups n^2 / 2} steps for n masses. The
 * entropy is largest where the sum of {@code c ln c} over the groups' masses c is smallest. Equal
 * sums take the cut further left, and fewer groups if those do as well.
 */
final class MassGroups {

  private final int size;
  private final double[][] cost;

  private MassGroups(long[] masses) {
    size = masses.length;
    cost = new double[size + 1][size + 1];
    for (int from = 0; from < size; from++) {
      long mass = 0;
      for (int to = from + 1; to <= size; to++) {
        mass += masses[to - 1];
        cost[from][to] = mass == 0 ? 0 : mass * StrictMath.log((double) mass);
      }
    }
  }

  /**
   * The group of each mass, ascending from 0.
   *
   * @param masses at least one, none negative
   * @param most most groups, at least one
   */
  static int[] of(long[] masses, int most) {
    return new MassGroups(masses).cut(Math.min(most, masses.length));
  }

  private int[] cut(int most) {
    double[][] least = new double[most + 1][size + 1];
    int[][] starts = new int[most + 1][size + 1];
    least[1] = cost[0];
    for (int groups = 2; groups <= most; groups++) {
      Arrays.fill(least[groups], Double.POSITIVE_INFINITY);
      for (int to = groups; to <= size; to++) {
        for (int from = groups - 1; from < to; from++) {
          double sum = least[groups - 1][from] + cost[from][to];
          if (sum < least[groups][to]) {
            least[groups][to] = sum;
            starts[groups][to] = from;
          }
        }
      }
    }
    int groups = 1;
    for (int more = 2; more <= most; more++) {
      groups = least[more][size] < least[groups][size] ? more : groups;
    }
    int[] groupOf = new int[size];
    for (int to = size; groups > 0; groups--) {
      int from = starts[groups][to];
      Arrays.fill(groupOf, from, to, groups - 1);
      to = from;
    }
    return groupOf;
  }
}
