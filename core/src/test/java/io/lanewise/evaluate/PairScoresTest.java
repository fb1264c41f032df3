package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.measure.Significance;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two columns together. */
class PairScoresTest {

  private static final long SEED = 1948;

  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 1e-14;

  @Test
  void dependenceThatIsGone() {
    // Real: y is x. Generated: all four cells alike. The margins are the same.
    Scorecard card =
        Scores.score(
            table("real", "a a b b", "u u v v", 50), table("generated", "a a b b", "u v u v", 50));
    for (ColumnScore column : card.columns()) {
      assertEquals(0, Scores.comparison(column).js());
      assertTrue(Scores.comparison(column).noise().insideNoise());
    }
    PairScore pair = card.pairs().getFirst();
    double ln2 = Math.log(2);
    assertEquals("x", pair.nameX());
    assertEquals("y", pair.nameY());
    assertEquals(2, pair.symbolsX());
    assertEquals(2, pair.symbolsY());
    assertEquals(ln2, pair.real().jointEntropy(), ROUNDING);
    assertEquals(0, pair.real().conditionalEntropyYGivenX());
    assertEquals(0, pair.real().conditionalEntropyXGivenY());
    assertEquals(ln2, pair.real().mutualInformation(), ROUNDING);
    assertEquals(1, pair.real().normalizedMutualInformation().getAsDouble(), ROUNDING);
    // Miller and Madow: (2 - 1 + 2 - 1 - (2 - 1)) / 2n of the real table, and of four cells
    // (2 - 1 + 2 - 1 - (4 - 1)) / 2n, which leaves less than 0.
    assertEquals(ln2 + 1 / 400.0, pair.real().mutualInformationCorrected(), ROUNDING);
    PairDependence generated = Objects.requireNonNull(pair.generated());
    assertEquals(2 * ln2, generated.jointEntropy(), ROUNDING);
    assertEquals(0, generated.mutualInformation());
    assertEquals(0, generated.mutualInformationCorrected());
    PairComparison compared = Objects.requireNonNull(pair.comparison());
    // Two cells with 1/2 against 1/4, two with 0 against 1/4.
    double js = (Math.log(4.0 / 3) + 0.5 * Math.log(2.0 / 3) + 0.5 * ln2) / 2;
    assertEquals(js, compared.js(), ROUNDING);
    assertEquals(-ln2 - 1 / 400.0, compared.mutualInformationChange(), ROUNDING);
    assertTrue(compared.mutualInformationChangePValue() < 1e-10);
    assertFalse(compared.noise().insideNoise());
    Summary summary = card.summary();
    assertEquals(1, summary.columnFidelity().getAsDouble());
    assertEquals(1 - js / ln2, summary.pairFidelity().getAsDouble(), ROUNDING);
    assertEquals(1 - js / ln2 / 2, summary.fidelity().getAsDouble(), ROUNDING);
    assertEquals(1, summary.lostDependence().getAsDouble(), ROUNDING);
    assertEquals(0, summary.inventedDependence().getAsDouble());
    double error = compared.mutualInformationChangeError();
    assertEquals(
        error / Math.sqrt(2 * Math.PI) / (ln2 + 1 / 400.0),
        summary.dependenceNoise().getAsDouble(),
        ROUNDING);
  }

  @Test
  void dependenceThatIsInvented() {
    Scorecard card =
        Scores.score(
            table("real", "a a b b", "u v u v", 50), table("generated", "a a b b", "u u v v", 50));
    assertTrue(card.summary().lostDependence().isEmpty(), "the real data has no dependence");
    assertTrue(card.summary().inventedDependence().isEmpty());
    assertEquals(
        Math.log(2) + 1 / 400.0,
        Objects.requireNonNull(card.pairs().getFirst().comparison()).mutualInformationChange(),
        ROUNDING);
  }

  @Test
  void sidesAreToldApart() {
    // x tells y; y leaves open which of b and c it is.
    MemoryTable table = table("real", "a a b c", "u u v v", 20);
    PairScore pair = Scores.score(table, table).pairs().getFirst();
    assertEquals(3, pair.symbolsX());
    assertEquals(2, pair.symbolsY());
    assertEquals(0, pair.real().conditionalEntropyYGivenX());
    assertEquals(Math.log(2) / 2, pair.real().conditionalEntropyXGivenY(), ROUNDING);
    // 2 I / (H(X) + H(Y)) with I = H(Y) = ln 2 and H(X) = 3/2 ln 2.
    assertEquals(0.8, pair.real().normalizedMutualInformation().getAsDouble(), ROUNDING);
  }

  /** What a perfect generator scores does not depend on how bad this one is. */
  @Test
  void theCeilingIsThatOfThePerfectGenerator() {
    MemoryTable real = table("real", "a a b c", "u v u w", 20);
    Summary near = Scores.score(real, table("near", "a a b c", "u v u w", 20)).summary();
    Summary far = Scores.score(real, table("far", "d e f g", "x x y y", 20)).summary();
    assertEquals(near.fidelityCeiling(), far.fidelityCeiling());
    assertEquals(0, far.fidelity().getAsDouble(), ROUNDING);
    // Columns have 3 symbols, the pair 4 cells: (K - 1)(1/80 + 1/80)/8 nats each.
    double column = 2 / 320.0 / Math.log(2);
    double pair = 3 / 320.0 / Math.log(2);
    assertEquals(1 - (column + pair) / 2, near.fidelityCeiling().getAsDouble(), ROUNDING);
  }

  @Test
  void pValuesAreAdjustedOverAllColumnsAndOverAllPairs() {
    Random random = new Random(SEED);
    MemoryColumn[] real = new MemoryColumn[5];
    MemoryColumn[] generated = new MemoryColumn[5];
    for (int i = 0; i < real.length; i++) {
      double far = i < 3 ? 0 : 0.5;
      real[i] = texts("c" + i, rows(100, row -> random.nextDouble() < 0.3 ? "a" : "b"));
      generated[i] = texts("c" + i, rows(100, row -> random.nextDouble() < 0.3 + far ? "a" : "b"));
    }
    Scorecard card =
        Scores.score(MemoryTable.of("real", real), MemoryTable.of("generated", generated));
    assertAdjusted(
        card.columns().stream().map(column -> Scores.comparison(column).noise()).toList());
    assertAdjusted(
        card.pairs().stream()
            .map(pair -> Objects.requireNonNull(pair.comparison()).noise())
            .toList());
  }

  private static void assertAdjusted(List<Noise> noises) {
    double[] adjusted =
        Significance.benjaminiHochberg(noises.stream().mapToDouble(Noise::pValue).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      assertEquals(adjusted[i], noises.get(i).pAdjusted());
      assertEquals(adjusted[i] >= 0.05, noises.get(i).insideNoise());
    }
    assertTrue(noises.stream().anyMatch(Noise::insideNoise));
    assertFalse(noises.stream().allMatch(Noise::insideNoise));
  }

  @Test
  void cellsSayWhatTheyCost() {
    PairScore pair =
        Scores.score(
                table("real", "a a b b", "u u v v", 1), table("generated", "a a b b", "u u u v", 1))
            .pairs()
            .getFirst();
    List<Contribution> cells = pair.contributions();
    // b with u: never in the real data, a quarter of the generated.
    Contribution worst = cells.getFirst();
    assertEquals(List.of("b", "u"), worst.symbols());
    assertTrue(worst.unseen());
    assertFalse(worst.missing());
    assertEquals(0, worst.real());
    assertEquals(1, worst.generated());
    assertEquals(0.25, worst.klRealGenerated());
    assertEquals(Double.POSITIVE_INFINITY, worst.klGeneratedReal());
    assertEquals(Math.log(2) / 8, worst.js(), ROUNDING);
    assertEquals(
        Objects.requireNonNull(pair.comparison()).js(),
        cells.stream().mapToDouble(Contribution::js).sum(),
        ROUNDING);
  }

  @Test
  void rangesOfNumbersAreNamed() {
    Random random = new Random(SEED);
    MemoryTable real =
        MemoryTable.of(
            "real",
            longs("k", rows(500, row -> (long) random.nextInt(1000)).toArray(Long[]::new)),
            texts("t", rows(500, row -> "v" + random.nextInt(30))));
    PairScore pair = Scores.score(real, real).pairs().getFirst();
    List<String> labels = pair.cells().labelsX();
    // Eight ranges, null, and what lies outside of them.
    assertEquals(10, labels.size());
    assertTrue(labels.getFirst().startsWith("["), labels.toString());
    assertTrue(labels.get(7).endsWith("]"), labels.toString());
    assertEquals(null, labels.get(8));
    assertTrue(labels.get(9).matches("< \\d+ or > \\d+"), labels.toString());
    for (int i = 1; i < 8; i++) {
      String before = labels.get(i - 1);
      String edge = before.substring(before.indexOf(' ') + 1, before.length() - 1);
      assertTrue(labels.get(i).startsWith("[" + edge + ", "), labels.toString());
    }
    assertEquals("other", pair.cells().labelsY().getLast());
  }

  @Test
  void whatLiesOutsideOfTheEdgesIsNamedWhereItOccurs() {
    MemoryColumn other = texts("t", rows(500, row -> "v" + row % 2));
    MemoryTable real =
        MemoryTable.of(
            "real", doubles("x", rows(500, row -> row / 7.0).toArray(Double[]::new)), other);
    MemoryTable generated =
        MemoryTable.of(
            "generated",
            doubles(
                "x", rows(500, row -> row == 0 ? Double.NaN : row - 9.0).toArray(Double[]::new)),
            other);
    List<String> labels = Scores.score(real, generated).pairs().getFirst().cells().labelsX();
    assertEquals("NaN", labels.get(labels.size() - 2));
    assertTrue(labels.getLast().matches("< [\\d.]+ or > [\\d.]+"), labels.toString());
  }

  /** Bins with values beside them are not to look like the bins themselves. */
  @Test
  void columnsThatHaveNoValueInCommonHaveNoPairInCommon() {
    MemoryColumn other = texts("t", rows(500, row -> "v" + row % 2));
    MemoryColumn low = doubles("x", rows(500, row -> row / 7.0).toArray(Double[]::new));
    MemoryColumn high = doubles("x", rows(500, row -> row / 7.0 + 100).toArray(Double[]::new));
    PairScore pair =
        Scores.score(MemoryTable.of("real", low, other), MemoryTable.of("generated", high, other))
            .pairs()
            .getFirst();
    assertEquals(Math.log(2), Objects.requireNonNull(pair.comparison()).js());
    assertTrue(pair.cells().labelsX().getLast().startsWith("> "));
  }

  @Test
  void nothingGeneratedIsNotCompared() {
    MemoryTable real = table("real", "a a b b", "u u v v", 3);
    Scorecard card =
        Scores.score(real, MemoryTable.of("none", texts("x", List.of()), texts("y", List.of())));
    PairScore pair = card.pairs().getFirst();
    assertEquals(null, pair.generated());
    assertEquals(null, pair.comparison());
    assertEquals(List.of(), pair.contributions());
    assertEquals(
        new Summary(empty(), empty(), empty(), empty(), empty(), empty(), empty()), card.summary());
  }

  private static OptionalDouble empty() {
    return OptionalDouble.empty();
  }

  /** Null, NaN, the infinities and a number share nothing, in a column or in a pair with it. */
  @ParameterizedTest
  @ValueSource(ints = {100, 70_000})
  void columnsWithoutNumbersAreSeenByPairs(int count) {
    List<@Nullable Double> values =
        Arrays.asList(null, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 5.5);
    for (Double real : values) {
      for (Double generated : values) {
        Scorecard card = Scores.score(twice("real", real, count), twice("generated", generated, 8));
        double js = Objects.equals(real, generated) ? 0 : Math.log(2);
        String what = real + " against " + generated;
        assertEquals(js, Scores.comparison(card.columns().getFirst()).js(), ROUNDING, what);
        PairComparison pair = Objects.requireNonNull(card.pairs().getFirst().comparison());
        assertEquals(js, pair.js(), ROUNDING, what);
      }
    }
  }

  private static MemoryTable twice(String source, @Nullable Double value, int count) {
    return MemoryTable.of(
        source,
        doubles("x", rows(count, _ -> value).toArray(Double[]::new)),
        texts("t", rows(count, row -> row % 2 == 0 ? "even" : "odd")));
  }

  @Test
  void nullsAndNansOfTheRealDataAreTwoSymbolsOfAPair() {
    // Of the real rows half are null, half NaN; all of the generated are null: halves in common.
    Double[] both = rows(100, row -> row % 2 == 0 ? null : Double.NaN).toArray(Double[]::new);
    MemoryColumn same = texts("t", rows(100, _ -> "same"));
    Scorecard card =
        Scores.score(
            MemoryTable.of("real", doubles("x", both), same),
            MemoryTable.of("generated", doubles("x", new Double[100]), same));
    double js = (Math.log(4.0 / 3) + 0.5 * Math.log(2.0 / 3) + 0.5 * Math.log(2)) / 2;
    assertEquals(js, Scores.comparison(card.columns().getFirst()).js(), ROUNDING);
    PairComparison pair = Objects.requireNonNull(card.pairs().getFirst().comparison());
    assertEquals(js, pair.js(), ROUNDING);
  }

  /** Two columns of text, given a row each, so many times. */
  private static MemoryTable table(String source, String x, String y, int times) {
    return MemoryTable.of(source, column("x", x, times), column("y", y, times));
  }

  private static MemoryColumn column(String name, String values, int times) {
    List<String> once = Arrays.asList(values.split(" ", -1));
    return texts(name, rows(times * once.size(), row -> once.get(row % once.size())));
  }
}
