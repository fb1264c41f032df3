package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.JsDifference;
import io.lanewise.profile.ColumnPlan;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Profiler;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.profile.Treatment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankerTest {

  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);

  /** Two columns of 20 and 10 values, the lower ones more often the farther it is off. */
  private static MemoryTable table(String name, int rows, double off, long seed) {
    Random random = new Random(seed);
    IntFunction<Long> number = row -> (long) (20 * Math.pow(random.nextDouble(), 1 + off));
    IntFunction<String> text = row -> "v" + (int) (10 * Math.pow(random.nextDouble(), 1 + off));
    return MemoryTable.of(
        name, longs("k", INT64, rows(rows, number)), texts("t", rows(rows, text)));
  }

  private static final MemoryTable REAL = table("real", 4_000, 0, 1);

  private static ScoreInput data(MemoryTable table) {
    return new ScoreInput.Data(table);
  }

  private static Standings rank(ColumnSelection selection, MemoryTable real, MemoryTable... sets) {
    return new Ranker(Scores.scorer(selection))
        .rank(data(real), Arrays.stream(sets).map(RankerTest::data).toList(), rows -> {});
  }

  private static Standings rank(MemoryTable... sets) {
    return rank(ColumnSelection.ALL, REAL, sets);
  }

  private static List<String> order(Standings standings) {
    return standings.sets().stream().map(Standing::source).toList();
  }

  private static JsDifference toNext(Standing standing) {
    return Objects.requireNonNull(standing.toNext());
  }

  @Test
  void theNearestComesFirst() {
    Standings standings =
        rank(table("far", 3_000, 1, 2), table("near", 3_000, 0, 3), table("off", 3_000, 0.3, 4));
    assertEquals(List.of("near", "off", "far"), order(standings));
    assertEquals(List.of(1, 2, 0), standings.sets().stream().map(Standing::position).toList());
    assertTrue(standings.sets().get(0).nearerThanNext());
    assertTrue(standings.sets().get(1).nearerThanNext());
    assertNull(standings.sets().get(2).toNext());
    assertEquals(2, standings.columns());
    assertEquals(4_000, standings.realRows());
  }

  /** The JS of few rows is mostly chance; the difference beside it is not. */
  @Test
  void theDifferenceKnowsThatFewRowsAreNoFault() {
    Standings standings = rank(table("large", 50_000, 0.15, 2), table("small", 150, 0, 3));
    assertEquals(List.of("large", "small"), order(standings));
    Standing large = standings.sets().getFirst();
    assertTrue(large.js() < standings.sets().get(1).js());
    assertTrue(large.jsCorrected() > standings.sets().get(1).jsCorrected());
    assertTrue(toNext(large).difference() < 0);
    assertFalse(large.nearerThanNext());
    Standings equal = rank(table("large", 50_000, 0, 2), table("small", 150, 0, 3));
    assertFalse(equal.sets().getFirst().nearerThanNext());
  }

  @Test
  void scoresAreThoseOfEachSetAlone() {
    MemoryTable one = table("one", 500, 0.2, 5);
    Standing standing = rank(one, table("two", 500, 0.5, 6)).sets().getFirst();
    Scorecard alone = Scores.score(REAL, one);
    assertEquals(alone, standing.card());
    double js =
        alone.columns().stream().mapToDouble(column -> Scores.comparison(column).js()).sum() / 2;
    assertEquals(js, standing.js(), 0);
  }

  @Test
  void profilesRankAsTheirData() {
    MemoryTable one = table("one", 500, 0.2, 5);
    MemoryTable two = table("two", 700, 0.3, 6);
    Reference reference =
        new ReferenceFitter(ReferenceFitter.MOST_BINS, PairPlan.AUTOMATIC, Scores.SEED, 1)
            .fit(
                REAL,
                IntStream.range(0, 2)
                    .mapToObj(column -> new ColumnPlan(column, new Treatment.Automatic()))
                    .toList());
    Ranker ranker = new Ranker(Scores.scorer(ColumnSelection.ALL));
    Standings counted =
        ranker.rank(
            counted(REAL, reference), List.of(data(one), counted(two, reference)), rows -> {});
    assertEquals(rank(one, two), counted);
  }

  private static ScoreInput counted(MemoryTable table, Reference reference) {
    Profile profile =
        new Profiler(1, Kernels.scalar()).profile(table, reference, new int[] {0, 1}, rows -> {});
    return new ScoreInput.Counted(table.source(), profile);
  }

  @Test
  void equalSetsStayInTheOrderGiven() {
    MemoryTable one = table("one", 500, 0.2, 5);
    MemoryTable again = table("again", 500, 0.2, 5);
    Standings standings = rank(again, one);
    assertEquals(List.of("again", "one"), order(standings));
    assertEquals(0, toNext(standings.sets().getFirst()).difference(), 0);
    assertEquals(1, toNext(standings.sets().getFirst()).pValue(), 0);
    assertEquals(List.of("one", "again"), order(rank(one, again)));
  }

  /** What one set lacks is counted for none of them: means over other columns do not compare. */
  @Test
  void columnsThatASetLacksCountForNone() {
    MemoryTable lacks =
        MemoryTable.of("lacks", longs("k", INT64, rows(300, row -> (long) (row % 20))));
    Standings standings = rank(table("has", 300, 0.9, 7), lacks);
    assertEquals(List.of("lacks", "has"), order(standings));
    assertEquals(1, standings.columns());
    assertEquals(1, standings.sets().get(1).card().columns().size());
    assertEquals(
        List.of(
            new NotScored("t", NotScored.Side.REAL, "utf8", "not in the generated data: lacks")),
        standings.notScored());
  }

  /** Past the cap a set is counted in buckets, which hide differences; so they must be for all. */
  @Test
  void whatIsFoldedInOneSetIsFoldedInAll() {
    MemoryTable real = MemoryTable.of("real", texts("t", rows(2_000, row -> "v" + row % 40)));
    MemoryTable wide = MemoryTable.of("wide", texts("t", rows(70_000, row -> "w" + row)));
    MemoryTable narrow = MemoryTable.of("narrow", texts("t", rows(2_000, row -> "n" + row)));
    ColumnSelection selection =
        new ColumnSelection(List.of("t"), List.of(), Map.of(), new Treatment.Automatic());
    Standings standings = rank(selection, real, narrow, wide);
    assertTrue(standings.sets().stream().allMatch(set -> set.card().columns().getFirst().folded()));
  }

  @Test
  void nothingToRankIsRefused() {
    MemoryTable empty = table("empty", 0, 0, 1);
    DataException noRows = assertThrows(DataException.class, () -> rank(empty));
    assertEquals("empty: no rows; there is nothing to rank", noRows.getMessage());
    MemoryTable other = MemoryTable.of("other", texts("z", rows(9, row -> "z")));
    DataException noColumn = assertThrows(DataException.class, () -> rank(REAL, other));
    assertTrue(
        String.valueOf(noColumn.getMessage())
            .startsWith("real: no column can be compared with all 2 generated sets; 'k': "),
        noColumn.getMessage());
    MemoryTable ids = MemoryTable.of("ids", texts("id", rows(500, row -> "x" + row)));
    DataException identifiers =
        assertThrows(DataException.class, () -> rank(ColumnSelection.ALL, ids, ids));
    assertTrue(
        String.valueOf(identifiers.getMessage()).contains("looks like an identifier"),
        identifiers.getMessage());
    assertThrows(IllegalArgumentException.class, () -> rank());
  }
}
