package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.DataException;
import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables of pairs say of each column what its own counts say, however a profile came about. */
class PairMarginsTest {

  private static final long SEED = 1911;

  /** Binned with nulls, NaN and infinities; categories, a rare one too; many; one that is null. */
  private static MemoryTable table(int rows, long seed, int values) {
    Random random = new Random(seed);
    return MemoryTable.of(
        "table",
        doubles("x", Types.FLOAT64, rows(rows, row -> number(random, row))),
        longs("k", Types.INT64, rows(rows, row -> (long) random.nextInt(9))),
        texts("t", rows(rows, row -> row % 7 == 0 ? null : "v" + skewed(random, values))),
        texts("many", rows(rows, row -> "m" + random.nextInt(values * values))),
        texts("none", rows(rows, row -> null)));
  }

  private static Double number(Random random, int row) {
    double gaussian = random.nextGaussian();
    return switch (row % 9) {
      case 0 -> null;
      case 1 -> Double.NaN;
      case 2 -> Double.POSITIVE_INFINITY;
      default -> gaussian;
    };
  }

  private static int skewed(Random random, int values) {
    double u = random.nextDouble();
    return (int) (values * u * u * u);
  }

  private static void assertRead(Profile profile) {
    byte[] bytes = ProfileFormat.write(profile).toBytes();
    assertEquals(profile, ProfileFormat.read(Container.of(bytes, "p"), "p"));
  }

  @Test
  void countedMergedSubtractedAndFoldedProfilesHaveEqualMargins() {
    for (int rows : new int[] {0, 1, 30, 2_000}) {
      for (int threads : new int[] {1, 3}) {
        MemoryTable real = table(rows, SEED, 40);
        Reference reference = Fits.reference(real, threads);
        Profile a = Fits.profile(real, reference, threads);
        // Values that the reference does not list, and numbers beyond its edges.
        Profile b = Fits.profile(table(3_000, SEED + 1, 60), reference, threads);
        assertRead(a);
        assertRead(b);
        assertRead(a.plus(b));
        assertRead(a.plus(b).minus(a));
        assertRead(b.select(new int[] {0, 2, 3}));
        assertRead(b.withoutPairs());
        for (long least : new long[] {1, 2, 10, 100_000}) {
          RareValues rare = new RareValues(least);
          assertRead(rare.unlisted(a));
          assertRead(rare.folded(b));
          assertRead(rare.unlisted(a).plus(Fits.profile(real, rare.unlisted(a).reference(), 1)));
        }
      }
    }
  }

  @Test
  void foldedColumnsHaveEqualMargins() {
    MemoryTable real = table(500, SEED, 30);
    int rows = Categories.CAP + 100;
    Reference reference = Fits.reference(real, 1);
    MemoryTable many =
        MemoryTable.of(
            "many",
            doubles("x", Types.FLOAT64, rows(rows, row -> row % 5 - 2.0)),
            longs("k", Types.INT64, rows(rows, row -> row % 11L)),
            texts("t", rows(rows, row -> row % 3 == 0 ? "v1" : "w" + row)),
            texts("many", rows(rows, row -> "m" + row)),
            texts("none", rows(rows, row -> "n" + row % 2)));
    Profile folded = Fits.profile(many, reference, 1);
    assertRead(folded);
    assertRead(folded.plus(Fits.profile(real, reference, 1)));
    assertRead(folded.plus(Fits.profile(real, reference, 1)).minus(folded));
  }

  /** Totals alone do not see it. */
  @Test
  void aTableThatItsColumnsContradictIsRefused() {
    MemoryTable real = table(500, SEED, 30);
    Container good = ProfileFormat.write(Fits.profile(real, Fits.reference(real, 1), 1));
    long[] joint = good.tensor("joint").toLongs();
    int from = 0;
    while (joint[from] < 3) {
      from++;
    }
    joint[from] -= 3;
    joint[from + 1] += 3;
    SortedMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
    tensors.put("joint", Tensor.ofCounts(joint));
    Container moved = new Container(good.metadata(), tensors);
    String message =
        assertThrows(DataException.class, () -> ProfileFormat.read(moved, "f.profile"))
            .getMessage();
    assertEquals("f.profile: the table of columns 'x' and 'k' has ", message.substring(0, 48));
  }

  /** Columns and tables are rounded by themselves, so such counts are no file. */
  @Test
  void decayedCountsAreNotWrittenWhereRoundingMovedAMargin() {
    MemoryTable real = table(500, SEED, 30);
    Reference reference = Fits.reference(real, 1);
    DecayingCounts decaying = new DecayingCounts(reference);
    decaying.add(0.7, Fits.profile(table(301, SEED + 1, 30), reference, 1));
    Profile whole = decaying.toProfile();
    assertDoesNotThrow(() -> ProfileFormat.write(whole));
    decaying.add(0.7, Fits.profile(table(203, SEED + 2, 30), reference, 1));
    Profile rounded = decaying.toProfile();
    assertThrows(IllegalArgumentException.class, () -> ProfileFormat.write(rounded));
    assertDoesNotThrow(() -> ProfileFormat.write(rounded.withoutPairs()));
  }
}
