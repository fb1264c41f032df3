package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.gan.codec.StructuralZeros.Zero;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What never comes together is found, and nothing else. */
class StructuralZerosTest {

  /** Three choices; a position alone, which is no choice; two choices. */
  private static final RowLayout LAYOUT =
      new RowLayout(
          List.of(
              new RowLayout.Block(0, Collections.nCopies(3, new RowLayout.Single())),
              new RowLayout.Block(3, List.of(RowLayout.Stretch.SPREAD)),
              new RowLayout.Block(4, Collections.nCopies(2, new RowLayout.Single()))));

  /** Rows of choices of the first and the last column, so many of each. */
  private static float[] rows(int[][] counts) {
    int total = 0;
    for (int[] count : counts) {
      total += count[2];
    }
    float[] rows = new float[total * LAYOUT.width()];
    int at = 0;
    for (int[] count : counts) {
      for (int i = 0; i < count[2]; i++, at += LAYOUT.width()) {
        rows[at + count[0]] = 1;
        rows[at + 3] = 0.5f;
        rows[at + 4 + count[1]] = 1;
      }
    }
    return rows;
  }

  @Test
  void choicesThatNoRowHasBothOfAreZeros() {
    float[] rows = rows(new int[][] {{0, 0, 100}, {1, 1, 100}, {2, 0, 50}, {2, 1, 50}});
    assertEquals(
        List.of(new Zero(0, 0, 2, 1), new Zero(0, 1, 2, 0)),
        StructuralZeros.of(LAYOUT, rows).zeros());
  }

  @Test
  void aSingleRowOfBothIsEnoughToBringThemTogether() {
    float[] rows = rows(new int[][] {{0, 0, 100}, {1, 1, 100}, {0, 1, 1}, {1, 0, 1}});
    assertEquals(List.of(), StructuralZeros.of(LAYOUT, rows).zeros());
  }

  /** 40 of 80 rows and 40 of 80 are expected together in 20; 39 and 40 of 79 in less. */
  @Test
  void whatChanceAloneWouldRarelyBringTogetherIsNoZero() {
    assertEquals(
        2, StructuralZeros.of(LAYOUT, rows(new int[][] {{0, 0, 40}, {1, 1, 40}})).zeros().size());
    assertEquals(
        0, StructuralZeros.of(LAYOUT, rows(new int[][] {{0, 0, 39}, {1, 1, 40}})).zeros().size());
  }

  @Test
  void independentColumnsHaveNone() {
    Random random = new Random(3);
    float[] rows = new float[2_000 * LAYOUT.width()];
    for (int at = 0; at < rows.length; at += LAYOUT.width()) {
      rows[at + random.nextInt(3)] = 1;
      rows[at + 4 + (random.nextInt(20) == 0 ? 1 : 0)] = 1;
    }
    assertEquals(List.of(), StructuralZeros.of(LAYOUT, rows).zeros());
  }

  /** The last quarter alone shows that one pair comes together. */
  @Test
  void ofManyRowsThoseFromEndToEndAreLookedAt() {
    float[] rows = rows(new int[][] {{0, 0, 150_000}, {1, 1, 150_000}, {1, 0, 100_000}});
    assertEquals(List.of(new Zero(0, 0, 2, 1)), StructuralZeros.of(LAYOUT, rows).zeros());
  }

  @Test
  void emptyLayoutsHaveNone() {
    assertEquals(StructuralZeros.NONE, StructuralZeros.of(new RowLayout(List.of()), new float[0]));
  }

  @Test
  void aZeroNamesTheEarlierBlockFirst() {
    assertThrows(IllegalArgumentException.class, () -> new Zero(2, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Zero(1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Zero(0, -1, 1, 0));
  }
}
