package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Neighbours are joined so that the entropy that is left is the largest possible. */
class MassGroupsTest {

  private static final long SEED = 1948;

  @Test
  void noCutKeepsMoreEntropy() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      long[] masses = random.longs(1 + random.nextInt(9), 0, 40).toArray();
      int most = 1 + random.nextInt(5);
      int[] groups = MassGroups.of(masses, most);
      assertAscending(groups, most);
      assertEquals(
          bestEntropy(masses, 0, most),
          logarithms(masses, groups),
          1e-9,
          Arrays.toString(masses) + " in " + most);
    }
  }

  @Test
  void equalMassesAreSharedEvenly() {
    long[] masses = new long[64];
    Arrays.fill(masses, 10);
    int[] sizes = new int[5];
    for (int group : MassGroups.of(masses, 5)) {
      sizes[group]++;
    }
    Arrays.sort(sizes);
    assertArrayEquals(new int[] {12, 13, 13, 13, 13}, sizes);
  }

  @Test
  void aHeavyMassStaysAlone() {
    assertArrayEquals(
        new int[] {0, 1, 1, 2, 2}, MassGroups.of(new long[] {900, 20, 30, 25, 25}, 3));
  }

  @Test
  void moreGroupsThanHelpAreNotMade() {
    assertArrayEquals(new int[] {0, 0, 0}, MassGroups.of(new long[] {0, 7, 0}, 3));
    assertArrayEquals(new int[] {0}, MassGroups.of(new long[] {0}, 4));
  }

  /** Smallest sum of c ln c over all ways to cut the masses from here on. */
  private static double bestEntropy(long[] masses, int from, int most) {
    if (from == masses.length) {
      return 0;
    }
    if (most == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    long mass = 0;
    for (int to = from + 1; to <= masses.length; to++) {
      mass += masses[to - 1];
      best = Math.min(best, term(mass) + bestEntropy(masses, to, most - 1));
    }
    return best;
  }

  private static double logarithms(long[] masses, int[] groups) {
    long[] sums = new long[masses.length];
    for (int i = 0; i < masses.length; i++) {
      sums[groups[i]] += masses[i];
    }
    return Arrays.stream(sums).mapToDouble(MassGroupsTest::term).sum();
  }

  private static double term(long mass) {
    return mass == 0 ? 0 : mass * Math.log((double) mass);
  }

  private static void assertAscending(int[] groups, int most) {
    assertEquals(0, groups[0]);
    for (int i = 1; i < groups.length; i++) {
      assertTrue(groups[i] == groups[i - 1] || groups[i] == groups[i - 1] + 1);
    }
    assertTrue(groups[groups.length - 1] < most);
  }
}
