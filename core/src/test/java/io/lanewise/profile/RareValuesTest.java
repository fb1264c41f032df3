package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is rare is named nowhere, and counted all the same. */
class RareValuesTest {

  private static final long SEED = 77;
  private static final long LEAST = 10;

  private static MemoryTable table(int rows, long seed) {
    Random random = new Random(seed);
    return MemoryTable.of(
        "table",
        doubles("x", Types.FLOAT64, rows(rows, row -> random.nextGaussian())),
        texts("skewed", rows(rows, row -> value(random, row))),
        texts("common", rows(rows, row -> row % 2 == 0 ? "even" : "odd")),
        texts("each", rows(rows, row -> "only" + seed + "-" + row)));
  }

  private static String value(Random random, int row) {
    double u = random.nextDouble();
    return row % 11 == 0 ? null : "v" + (int) (60 * u * u * u);
  }

  private static Profile profile(MemoryTable table) {
    return Fits.profile(table, Fits.reference(table, 1), 1);
  }

  /** Rare values inside the most frequent fifteen, too: with few rows none of them is frequent. */
  @Test
  void unlistingIsCountingOverTheSmallerReference() {
    for (int rows : new int[] {30, 200, 3_000}) {
      MemoryTable table = table(rows, SEED);
      for (long least : new long[] {1, 2, LEAST, 100}) {
        RareValues rare = new RareValues(least);
        Profile unlisted = rare.unlisted(profile(table));
        Profile counted = rare.folded(Fits.profile(table, unlisted.reference(), 1));
        assertEquals(counted, unlisted, rows + " rows, least " + least);
        byte[] bytes = ProfileFormat.write(unlisted).toBytes();
        assertEquals(unlisted, ProfileFormat.read(Container.of(bytes, "p"), "p"));
      }
    }
  }

  @Test
  void noRareValueIsNamed() {
    Profile whole = profile(table(3_000, SEED));
    String named = text(whole);
    String left = text(new RareValues(LEAST).unlisted(whole));
    CategoryCounts counts = (CategoryCounts) whole.columns().get(1);
    assertTrue(named.contains("only77-5"), "the test looks where values would be");
    assertFalse(left.contains("only77-"));
    counts
        .symbols()
        .forEach(
            (symbol, count) -> {
              if (!symbol.isNull()) {
                String key = new String(symbol.key(), StandardCharsets.ISO_8859_1);
                assertEquals(count >= LEAST, left.contains(key), key);
              }
            });
  }

  private static String text(Profile profile) {
    return new String(ProfileFormat.write(profile).toBytes(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void everyRowStaysCounted() {
    Profile unlisted = new RareValues(LEAST).unlisted(profile(table(3_000, SEED)));
    unlisted.columns().forEach(counts -> assertEquals(3_000, counts.total()));
    assertEquals(
        List.of(true, false, true),
        unlisted.columns().stream()
            .skip(1)
            .map(counts -> ((CategoryCounts) counts).isFolded())
            .toList());
  }

  @Test
  void whereNothingIsRareNothingChanges() {
    MemoryTable table = table(3_000, SEED);
    Profile whole = profile(table);
    assertEquals(whole, new RareValues(1).unlisted(whole));
    assertEquals(whole, new RareValues(1).folded(whole));
  }

  @Test
  void aGivenReferenceStays() {
    Profile real = new RareValues(LEAST).unlisted(profile(table(3_000, SEED)));
    Profile other = Fits.profile(table(2_000, SEED + 1), real.reference(), 1);
    assertTrue(text(other).contains("only78-5"));
    Profile folded = new RareValues(LEAST).folded(other);
    assertFalse(text(folded).contains("only78-"));
    assertEquals(5_000, real.plus(folded).rows());
    assertEquals(real.plus(other), real.plus(folded));
  }

  @Test
  void leastIsAtLeastOne() {
    assertThrows(IllegalArgumentException.class, () -> new RareValues(0));
  }
}
