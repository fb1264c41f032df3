package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which symbols of a column become one in its pairs. */
class CoarseningTest {

  private static final long SEED = 2606;

  @Test
  void rowsDecideHowManySymbolsThereAre() {
    PairPlan plan = PairPlan.AUTOMATIC;
    assertEquals(2, plan.symbolsFor(1));
    assertEquals(2, plan.symbolsFor(44));
    assertEquals(3, plan.symbolsFor(45));
    assertEquals(6, plan.symbolsFor(215));
    assertEquals(15, plan.symbolsFor(1279));
    assertEquals(16, plan.symbolsFor(1280));
    assertEquals(16, plan.symbolsFor(Long.MAX_VALUE));
    assertEquals(40, new PairPlan(1, OptionalInt.of(40)).symbolsFor(10));
  }

  @Test
  void impossiblePlansAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PairPlan(-1, OptionalInt.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PairPlan(PairPlan.LIMIT + 1, OptionalInt.empty()));
    for (int symbols : new int[] {-1, 0, 1, 65}) {
      assertThrows(IllegalArgumentException.class, () -> new PairPlan(1, OptionalInt.of(symbols)));
    }
  }

  @Test
  void neighbouringBinsAreJoinedAndNothingIsLost() {
    Random random = new Random(SEED);
    List<Double> values = rows(2000, row -> random.nextGaussian());
    Coarsening coarsening = of(doubles("x", Types.FLOAT64, values), 10);
    Bins bins = (Bins) Fits.column(doubles("x", Types.FLOAT64, values)).binning();
    assertEquals(10, coarsening.symbolCount());
    assertEquals(9, coarsening.of(0), "no real value lies below the edges");
    assertEquals(9, coarsening.of(bins.overflowCode()), "nor above");
    assertEquals(8, coarsening.of(bins.nanCode()));
    assertEquals(8, coarsening.of(bins.nullCode()));
    int[] binsOf = new int[8];
    for (int code = 1; code <= bins.binCount(); code++) {
      binsOf[coarsening.of(code)]++;
      assertTrue(code == 1 || coarsening.of(code) - coarsening.of(code - 1) <= 1);
    }
    // Bins of equal mass are shared out as evenly as can be.
    for (int count : binsOf) {
      assertEquals(bins.binCount() / 8.0, (double) count, 1);
    }
  }

  @Test
  void whatLiesOutsideOfGivenEdgesCountsWithTheBinBesideIt() {
    List<Long> values = rows(400, row -> (long) (row % 100));
    MemoryColumn column = longs("x", Types.INT64, values);
    List<BigDecimal> edges = Stream.of(50L, 51L, 54L, 56L, 60L).map(BigDecimal::valueOf).toList();
    Coarsening coarsening = of(column, 5, new Treatment.WithEdges(edges));
    // Half of the mass is below the edges, four tenths above: these bins stay alone.
    assertEquals(0, coarsening.of(0));
    assertEquals(0, coarsening.of(1));
    assertEquals(1, coarsening.of(2));
    assertEquals(1, coarsening.of(3));
    assertEquals(2, coarsening.of(4));
    assertEquals(2, coarsening.of(5));
  }

  @Test
  void whatIsMissingTakesOneOfTheSymbols() {
    List<Long> values = rows(300, row -> row % 3 == 0 ? null : (long) (row % 20));
    // Groups, null, and what lies outside.
    assertEquals(7, of(longs("x", Types.INT64, values), 7).symbolCount());
    // Two symbols and nothing missing: without the second group the pair could tell nothing.
    assertEquals(4, of(longs("x", Types.INT64, rows(40, row -> (long) row)), 2).symbolCount());
    assertEquals(3, of(longs("x", Types.INT64, values.subList(0, 40)), 2).symbolCount());
  }

  @Test
  void frequentCategoriesStayAloneInTheirOrder() {
    List<String> values = new ArrayList<>();
    String[] names = {"d", "b", "a", null, "c"};
    int[] counts = {5, 3, 3, 4, 1};
    for (int i = 0; i < names.length; i++) {
      values.addAll(Collections.nCopies(counts[i], names[i]));
    }
    // Codes: null 0, a 1, b 2, c 3, d 4. Four symbols: null, a and d alone; a before b by bytes.
    Coarsening coarsening = of(texts("x", values), 4);
    assertEquals(4, coarsening.symbolCount());
    assertEquals(0, coarsening.of(0));
    assertEquals(1, coarsening.of(1));
    assertEquals(3, coarsening.of(2));
    assertEquals(3, coarsening.of(3));
    assertEquals(2, coarsening.of(4));
    assertEquals(3, coarsening.of(5), "values that the reference does not list");
    assertEquals(3, coarsening.of(Integer.MAX_VALUE));
  }

  @Test
  void allCategoriesStayAloneWhereThereIsRoom() {
    Coarsening coarsening = of(texts("x", "a", "b", "c"), 16);
    assertEquals(4, coarsening.symbolCount());
    assertEquals(3, coarsening.of(0), "no null in the reference, so it is one of the others");
  }

  @Test
  void columnsOfNothingButNullsHaveOneSymbol() {
    Coarsening coarsening = of(texts("x", (String) null, null), 2);
    assertEquals(0, coarsening.of(0));
    assertEquals(1, coarsening.of(1));
  }

  private static Coarsening of(MemoryColumn column, int symbols) {
    return of(column, symbols, new Treatment.Automatic());
  }

  private static Coarsening of(MemoryColumn column, int symbols, Treatment treatment) {
    MemoryTable table = MemoryTable.of("t", column, column.named("again"));
    PairPlan plan = new PairPlan(1, OptionalInt.of(symbols));
    return new ReferenceFitter(64, plan, SEED, 1)
        .fit(table, List.of(new ColumnPlan(0, treatment), new ColumnPlan(1, treatment)))
        .pairs()
        .coarsenings()
        .getFirst();
  }
}
