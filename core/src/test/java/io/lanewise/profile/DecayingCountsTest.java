package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.MemoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Older rows weigh less, by the formula, and nothing else changes. */
class DecayingCountsTest {

  private static final int CAP = Categories.CAP;

  private final Reference reference = Fits.reference(table(500, i -> i % 3), 1);

  private static MemoryTable table(int rows, IntFunction<Integer> value) {
    List<Integer> values = rows(rows, value);
    return MemoryTable.of(
        "table",
        longs("x", INT64, rows(rows, i -> (long) values.get(i))),
        texts("t", rows(rows, i -> "v" + values.get(i))));
  }

  /** Rows of which so many hold 0, so many 1, and so on. */
  private Profile pane(int... counts) {
    List<Integer> values = new ArrayList<>();
    for (int value = 0; value < counts.length; value++) {
      for (int i = 0; i < counts[value]; i++) {
        values.add(value);
      }
    }
    return Fits.profile(table(values.size(), values::get), reference, 1);
  }

  private Profile words(int from, int to) {
    MemoryTable table =
        MemoryTable.of(
            "table",
            longs("x", INT64, rows(to - from, i -> 1L)),
            texts("t", rows(to - from, i -> i == 0 ? "v1" : "key " + (from + i))));
    return Fits.profile(table, reference, 1);
  }

  private DecayingCounts decayed(double factor, Profile... panes) {
    DecayingCounts counts = new DecayingCounts(reference);
    for (Profile pane : panes) {
      counts.add(factor, pane);
    }
    return counts;
  }

  @Test
  void effectiveRowsAreKishs() {
    assertEquals(0, decayed(0.5).effectiveRows());
    assertEquals(40, decayed(0.5, pane(40)).effectiveRows());
    // (20 + 10)^2 / (10 + 10), and with five more (15 + 5)^2 / (5 + 5).
    assertEquals(45, decayed(0.5, pane(40), pane(10)).effectiveRows());
    assertEquals(40, decayed(0.5, pane(40), pane(10), pane(5)).effectiveRows());
  }

  /** Weighted 9, 10 and 11 of 30, which are 13.5, 15 and 16.5 of 45. */
  @Test
  void ofEqualRemaindersTheFirstSymbolsAreRoundedUp() {
    assertCounts(List.of(14L, 15L, 16L), decayed(0.5, pane(10, 12, 18), pane(4, 4, 2)));
  }

  /** Weighted 8.5, 10.5 and 11 of 30, which are 12.75, 15.75 and 16.5 of 45. */
  @Test
  void theLargestRemaindersAreRoundedUp() {
    assertCounts(List.of(13L, 16L, 16L), decayed(0.5, pane(15, 13, 12), pane(1, 4, 5)));
    // The other way round: 16.5, 15.75 and 12.75.
    assertCounts(List.of(16L, 16L, 13L), decayed(0.5, pane(12, 13, 15), pane(5, 4, 1)));
  }

  private void assertCounts(List<Long> expected, DecayingCounts counts) {
    Profile profile = counts.toProfile();
    assertEquals(expected.stream().mapToLong(count -> count).sum(), profile.rows());
    long[] bins = ((BinCounts) profile.columns().get(0)).toArray();
    assertEquals(expected, Arrays.stream(bins, 1, 4).boxed().toList());
    assertEquals(profile.rows(), profile.columns().get(0).total());
    CategoryCounts values = (CategoryCounts) profile.columns().get(1);
    assertEquals(expected, List.copyOf(values.symbols().values()));
    long[] joint = profile.pairs().getFirst().toArray();
    assertEquals(expected, Arrays.stream(joint).filter(count -> count > 0).boxed().toList());
  }

  @Test
  void aFactorOfOneIsASum() {
    Profile a = pane(7, 0, 5);
    Profile b = pane(1, 2, 3, 4, 1);
    assertEquals(a.plus(b).plus(a), decayed(1, a, b, a).toProfile());
    assertEquals(19 + 4, decayed(1, a, b).effectiveRows());
  }

  @Test
  void aFactorOfZeroIsTheLastPane() {
    assertEquals(pane(1, 2, 3), decayed(0, pane(7, 0, 5, 9), pane(1, 2, 3)).toProfile());
  }

  @Test
  void noRowsAreTheEmptyProfile() {
    assertEquals(Profile.empty(reference), decayed(0.5).toProfile());
    assertEquals(Profile.empty(reference), decayed(0.5, pane(), pane()).toProfile());
  }

  @Test
  void foldedPanesAddToFoldedSums() {
    Profile folded = words(0, CAP + 2);
    Profile few = words(CAP, CAP + 20);
    assertEquals(folded.plus(few), decayed(1, folded, few).toProfile());
    assertEquals(folded.plus(few), decayed(1, few, folded).toProfile());
    // (1.5 n)^2 / 1.25 n rows are 1.8 n, and a bucket's share of them is what it was.
    DecayingCounts halved = decayed(0.5, folded, folded);
    CategoryCounts once = (CategoryCounts) folded.columns().get(1);
    CategoryCounts twice = (CategoryCounts) halved.toProfile().columns().get(1);
    assertEquals(Math.round((CAP + 2) * (1.5 * 1.5 / 1.25)), twice.total());
    assertNear(once.buckets(), twice.buckets(), 1.8);
    CategoryCounts later =
        (CategoryCounts) decayed(0.5, folded, words(0, 1)).toProfile().columns().get(1);
    assertNear(once.buckets(), later.buckets(), 1);
  }

  /** What one value is of the rest does not depend on whether the rest is in buckets. */
  @Test
  void bucketsWeighLessWithTime() {
    int rows = CAP + 2;
    Profile listed = Fits.profile(table(rows, i -> 1), reference, 1);
    CategoryCounts later =
        (CategoryCounts) decayed(0.5, words(0, rows), listed).toProfile().columns().get(1);
    // One row of the first pane is "v1" as well.
    double others = 0.5 * (rows - 1) / (1.5 * rows);
    assertEquals(others * later.total(), inBuckets(later), rows * 0.001);
    CategoryCounts recent =
        (CategoryCounts) decayed(0.5, listed, words(0, rows)).toProfile().columns().get(1);
    others = (rows - 1) / (1.5 * rows);
    assertEquals(others * recent.total(), inBuckets(recent), rows * 0.001);
  }

  private static double inBuckets(CategoryCounts counts) {
    return (double) Arrays.stream(counts.buckets()).sum();
  }

  private static void assertNear(long[] counts, long[] scaled, double factor) {
    for (int i = 0; i < counts.length; i++) {
      assertEquals(factor * counts[i], (double) scaled[i], 1, "bucket " + i);
    }
  }

  @Test
  void panesThatTogetherHoldTooManyValuesAreFolded() {
    Profile left = words(0, CAP - 10);
    Profile right = words(CAP - 11, CAP + 10);
    assertArrayEquals(new long[0], ((CategoryCounts) left.columns().get(1)).buckets());
    assertEquals(left.plus(right), decayed(1, left, right).toProfile());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    DecayingCounts counts = new DecayingCounts(reference);
    for (double factor : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> counts.add(factor, pane(1)));
    }
    MemoryTable other = table(500, i -> i % 4);
    Profile pane = Fits.profile(other, Fits.reference(other, 1), 1);
    assertThrows(IllegalArgumentException.class, () -> counts.add(0.5, pane));
    assertEquals(0, counts.effectiveRows());
  }
}
