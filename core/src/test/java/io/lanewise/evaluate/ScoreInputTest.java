package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.ColumnPlan;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Profiler;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.profile.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts score as the data they were made of. */
class ScoreInputTest {

  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  private static final int ROWS = 3_000;

  private static MemoryTable table(String name, int rows, long seed) {
    Random random = new Random(seed);
    return MemoryTable.of(
        name,
        texts("id", rows(rows, row -> seed + "/" + row)),
        doubles("x", FLOAT64, rows(rows, row -> row % 9 == 0 ? null : random.nextGaussian())),
        longs("k", INT64, rows(rows, row -> (long) random.nextInt(30 + (int) seed))),
        texts("t", rows(rows, row -> "v" + random.nextInt(40))));
  }

  private static Profile profile(MemoryTable table, Reference reference) {
    int[] positions = IntStream.range(0, reference.columns().size()).toArray();
    return new Profiler(1, Kernels.scalar()).profile(table, reference, positions, rows -> {});
  }

  private static Reference reference(MemoryTable table, PairPlan pairs) {
    List<ColumnPlan> plans =
        IntStream.range(0, table.schema().fields().size())
            .mapToObj(position -> new ColumnPlan(position, new Treatment.Automatic()))
            .toList();
    return new ReferenceFitter(ReferenceFitter.MOST_BINS, pairs, Scores.SEED, 1).fit(table, plans);
  }

  private final MemoryTable real = table("real", ROWS, 1);
  private final MemoryTable generated = table("generated", 2_000, 2);
  private final Reference reference = reference(real, PairPlan.AUTOMATIC);
  private final ScoreInput countedReal = counted("real", profile(real, reference));
  private final ScoreInput countedGenerated = counted("generated", profile(generated, reference));

  private static ScoreInput counted(String source, Profile profile) {
    return new ScoreInput.Counted(source, profile);
  }

  private void assertSameWhatever(ColumnSelection selection) {
    Scorer scorer = Scores.scorer(selection);
    Scorecard expected = scorer.score(real, generated);
    for (ScoreInput r : List.of(new ScoreInput.Data(real), countedReal)) {
      for (ScoreInput g : List.of(new ScoreInput.Data(generated), countedGenerated)) {
        Scorecard found = scorer.score(r, g, rows -> {});
        assertEquals(expected.pairs(), found.pairs());
        assertEquals(expected.columns(), found.columns());
        assertEquals(expected, found);
      }
    }
  }

  @Test
  void countsScoreAsTheirData() {
    assertSameWhatever(ColumnSelection.ALL);
  }

  @Test
  void countsOfSomeColumnsScoreAsTheirData() {
    for (List<String> except :
        List.of(List.of("t"), List.of("x"), List.of("x", "k"), List.of("x", "k", "t"))) {
      assertSameWhatever(
          new ColumnSelection(List.of(), except, Map.of(), new Treatment.Automatic()));
    }
  }

  @Test
  void generatedColumnsMayBeFewerAndInAnotherOrder() {
    MemoryTable other = MemoryTable.of("other", texts("t", "v1", "w"), longs("k", 1L, null));
    Scorer scorer = Scores.scorer(ColumnSelection.ALL);
    Scorecard expected = scorer.score(real, other);
    assertEquals(2, expected.columns().size());
    assertEquals(expected, scorer.score(countedReal, new ScoreInput.Data(other), rows -> {}));
  }

  @Test
  void withoutPairsOfCountsThereAreNone() {
    Scorer none =
        new Scorer(
            ColumnSelection.ALL,
            ReferenceFitter.MOST_BINS,
            PairPlan.NONE,
            Scores.scorer(ColumnSelection.ALL).smoothing(),
            Scores.scorer(ColumnSelection.ALL).estimator(),
            Scores.SEED,
            1,
            Kernels.scalar());
    Scorecard expected = none.score(real, generated);
    assertTrue(expected.pairs().isEmpty());
    assertEquals(expected, none.score(countedReal, countedGenerated, rows -> {}));
  }

  @Test
  void anotherReferenceIsRefusedByColumn() {
    MemoryTable others = table("others", ROWS, 9);
    Reference other = reference(others, PairPlan.AUTOMATIC);
    ScoreInput fitted = counted("fitted", profile(generated, other));
    Scorer scorer = Scores.scorer(ColumnSelection.ALL);
    for (ScoreInput r : List.of(new ScoreInput.Data(real), countedReal)) {
      String message =
          assertThrows(DataException.class, () -> scorer.score(r, fitted, rows -> {})).getMessage();
      assertTrue(
          message.startsWith("real and fitted have different references: column 'id' lists"),
          message);
    }
  }

  @Test
  void anOccurrenceKeepsItsPlace() {
    MemoryTable twins = MemoryTable.of("twins", longs("a", 1L, 2L, 3L), longs("a", 7L, 8L, 8L));
    Profile second = profile(twins, reference(twins, PairPlan.NONE)).select(new int[] {1});
    Scorecard card =
        Scores.scorer(ColumnSelection.ALL)
            .score(counted("second", second), new ScoreInput.Data(twins), rows -> {});
    assertEquals(0, Scores.comparison(card.columns().getFirst()).js());
    assertEquals(NotScored.Side.GENERATED, card.notScored().getFirst().side());
  }

  @Test
  void noRealRowsAreRefused() {
    ScoreInput none = counted("none", profile(table("none", 0, 1), reference));
    String message =
        assertThrows(
                DataException.class,
                () -> Scores.scorer(ColumnSelection.ALL).score(none, countedGenerated, rows -> {}))
            .getMessage();
    assertEquals("none: no rows; the real data needs at least one", message);
  }
}
