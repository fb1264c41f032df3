package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A part of a profile is what would have been counted of that part, and no more heap than it. */
class ProfileSelectionTest {

  private final Profile profile = profile(0, 1, 2, 3);

  private static Profile profile(int... columns) {
    MemoryTable table =
        MemoryTable.of(
            "t",
            IntStream.of(columns)
                .mapToObj(
                    column ->
                        column % 2 == 0
                            ? longs("c" + column, INT64, rows(900, i -> (i + 1L) * column % 7))
                            : texts("c" + column, rows(900, i -> "v" + (i + 1) * column % 5)))
                .toArray(MemoryColumn[]::new));
    return Fits.profile(table, Fits.reference(table, 1), 1);
  }

  @Test
  void chosenColumnsAreCountedAsIfAlone() {
    assertEquals(profile(1, 3), profile.select(new int[] {1, 3}));
    assertEquals(profile(0, 2, 3), profile.select(new int[] {0, 2, 3}));
    assertEquals(profile(2), profile.select(new int[] {2}));
    assertEquals(profile, profile.select(new int[] {0, 1, 2, 3}));
  }

  @Test
  void withoutPairsTheColumnsStay() {
    assertEquals(6, profile.pairs().size());
    Profile alone = profile.withoutPairs();
    assertEquals(List.of(), alone.pairs());
    assertEquals(profile.columns(), alone.columns());
    assertEquals(900, alone.rows());
  }

  @Test
  void countsAndReferenceGoTogether() {
    Reference reference = profile.reference();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Profile(reference, 0, List.of(), profile.pairs()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Profile(reference, 0, profile.columns(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Reference(reference.columns().subList(0, 2), reference.pairs()));
  }

  @Test
  void heapGrowsWithTablesAndKeys() {
    Profile alone = profile.withoutPairs();
    long tables = profile.heapBytes() - alone.heapBytes();
    long cells = profile.pairs().stream().mapToLong(pair -> pair.toArray().length).sum();
    // Eight bytes a cell, and an object each with two headers and two references at most.
    assertTrue(tables > 8 * cells && tables <= 8 * cells + 6 * 64, tables + " of " + cells);
    Profile bins = profile.select(new int[] {2}).withoutPairs();
    long symbols = ((BinCounts) bins.columns().getFirst()).toArray().length;
    assertTrue(bins.heapBytes() > 8 * symbols && bins.heapBytes() <= 8 * symbols + 128);
  }

  /** An entry of a tree is 40 bytes, its count 24, a symbol 16, and an array 16 and its length. */
  @Test
  void heapOfCategoriesIsThatOfTheirTree() {
    for (int length : new int[] {8, 240}) {
      String digits = "%0" + length + "d";
      MemoryTable table = MemoryTable.of("t", texts("c", rows(1_000, i -> digits.formatted(i))));
      Profile counted = Fits.profile(table, Fits.reference(table, 1), 1);
      double perEntry = counted.heapBytes() / 1_000.0;
      assertEquals(40 + 24 + 16 + 16 + 1 + length, perEntry, 16, length + " digits");
    }
    MemoryTable many = MemoryTable.of("t", texts("c", rows(70_000, i -> "w" + i)));
    MemoryTable few = MemoryTable.of("t", texts("c", "v"));
    Profile folded = Fits.profile(many, Fits.reference(few, 1), 1);
    assertEquals(8.0 * SymbolTable.BUCKETS, (double) folded.heapBytes(), 128);
  }
}
