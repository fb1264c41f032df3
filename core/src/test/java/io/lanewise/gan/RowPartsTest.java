package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows are dealt into those that are learnt from and those that are tested on. */
class RowPartsTest {

  private static final int WIDTH = 3;

  /** Rows of few numbers, so that many are equal, on one side and across both. */
  private static float[] rows(int perSide, int numbers, long seed) {
    Random random = new Random(seed);
    float[] rows = new float[2 * perSide * WIDTH];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextInt(numbers) / (float) numbers;
    }
    return rows;
  }

  private static RowParts parts(RowGroups groups, long seed) {
    return RowParts.of(groups, RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9, 1000})
  void groupsAreTheDifferentRows(int numbers) {
    float[] rows = rows(400, numbers, 1);
    RowGroups groups = RowGroups.of(rows, WIDTH);
    Map<List<Float>, Integer> known = new HashMap<>();
    for (int row = 0; row < 800; row++) {
      int from = row * WIDTH;
      List<Float> values = List.of(rows[from], rows[from + 1], rows[from + 2]);
      int group = known.computeIfAbsent(values, _ -> known.size());
      assertEquals(group, groups.ofRows()[row]);
    }
    assertEquals(known.size(), groups.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9, 1000})
  void equalRowsAreInOnePartAndEachPartHasAsManyOfBothSides(int numbers) {
    RowGroups groups = RowGroups.of(rows(400, numbers, 2), WIDTH);
    for (long seed = 0; seed < 20; seed++) {
      RowParts parts = parts(groups, seed);
      Map<Integer, Integer> partOfGroup = new HashMap<>();
      Set<Integer> dealt = new HashSet<>();
      List<RowParts.Rows> all = List.of(parts.learn(), parts.choose(), parts.test());
      for (int part = 0; part < all.size(); part++) {
        RowParts.Rows rows = all.get(part);
        assertEquals(rows.real().length, rows.generated().length);
        assertTrue(Arrays.stream(rows.real()).allMatch(row -> row < 400));
        assertTrue(Arrays.stream(rows.generated()).allMatch(row -> row >= 400));
        for (int[] side : List.of(rows.real(), rows.generated())) {
          for (int row : side) {
            assertTrue(dealt.add(row), "row " + row + " twice");
            Integer before = partOfGroup.putIfAbsent(groups.ofRows()[row], part);
            assertTrue(before == null || before == part, "equal rows in two parts");
          }
        }
      }
    }
  }

  /** Of different rows nothing is left out but what balances the sides of three parts. */
  @Test
  void partsHaveTheirShares() {
    int perSide = 5000;
    RowParts parts = parts(RowGroups.of(rows(perSide, 1 << 20, 3), WIDTH), 1);
    // A part of n rows has n/2 real ones, give or take sqrt(n)/2; 4 of these, and 1 for rounding.
    assertShare(0.4 * perSide, parts.learn());
    assertShare(0.1 * perSide, parts.choose());
    assertShare(0.5 * perSide, parts.test());
  }

  private static void assertShare(double wanted, RowParts.Rows rows) {
    assertEquals(wanted, rows.perSide(), 4 * Math.sqrt(2 * wanted) / 2 + 1);
  }

  @Test
  void anotherSeedDealsOtherwise() {
    RowGroups groups = RowGroups.of(rows(400, 1000, 4), WIDTH);
    int[] one = parts(groups, 1).test().real();
    assertTrue(Arrays.equals(one, parts(groups, 1).test().real()));
    assertTrue(!Arrays.equals(one, parts(groups, 2).test().real()));
  }
}
