package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.nulls;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryTable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that have next to nothing in them still get numbers that mean something. */
class DegenerateTest {

  static Stream<List<MemoryTable>> pairs() {
    List<MemoryTable> tables =
        List.of(
            constant(1, "a"), constant(1, "b"), constant(7, "a"), constant(200, "b"), distinct(50));
    return tables.stream().flatMap(p -> tables.stream().map(q -> List.of(p, q)));
  }

  /** Five columns of one value each: null, text, integer, float, and null again. */
  private static MemoryTable constant(int rows, String value) {
    return MemoryTable.of(
        value + rows,
        nulls("nothing", rows),
        texts("text", rows(rows, row -> value)),
        longs("long", rows(rows, row -> (long) value.charAt(0)).toArray(Long[]::new)),
        doubles("double", rows(rows, row -> (double) value.charAt(0)).toArray(Double[]::new)),
        doubles("missing", new Double[rows]));
  }

  /** No value occurs twice. */
  private static MemoryTable distinct(int rows) {
    return MemoryTable.of(
        "distinct" + rows,
        nulls("nothing", rows),
        texts("text", rows(rows, row -> "v" + row)),
        longs("long", rows(rows, row -> (long) row).toArray(Long[]::new)),
        doubles("double", rows(rows, row -> row / 3.0).toArray(Double[]::new)),
        doubles("missing", new Double[rows]));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyNumberIsDefined(List<MemoryTable> pair) {
    Scorecard card = Scores.score(pair.get(0), pair.get(1));
    for (ColumnScore column : card.columns()) {
      Comparison found = Scores.comparison(column);
      assertNoise(found.noise(), found.js());
      assertDefined(column.entropyRealCorrected(), column.entropyGeneratedCorrected());
      assertDefined(found.jsCorrected(), found.g());
      assertShare(found.jsCorrected() / Math.log(2));
      assertTrue(found.jsInterval().lower() >= 0 && found.jsInterval().upper() <= Math.log(2));
      assertTrue(found.jsInterval().lower() <= found.jsInterval().upper());
      if (column.symbols() == 1) {
        assertEquals(1, found.noise().pValue(), "one symbol on both sides");
        assertEquals(0, found.js());
        assertEquals(0, found.noise().jsNoiseFloor());
      }
    }
    assertEquals(10, card.pairs().size());
    for (PairScore score : card.pairs()) {
      assertDependence(score.real());
      assertDependence(Objects.requireNonNull(score.generated()));
      PairComparison found = Objects.requireNonNull(score.comparison());
      assertNoise(found.noise(), found.js());
      assertShare(found.mutualInformationChangePValue());
      assertFalse(Double.isNaN(found.mutualInformationChange()));
    }
    Summary summary = card.summary();
    Stream.of(
            summary.columnFidelity(),
            summary.pairFidelity(),
            summary.fidelity(),
            summary.fidelityCeiling(),
            summary.lostDependence())
        .flatMapToDouble(OptionalDouble::stream)
        .forEach(DegenerateTest::assertShare);
    assertTrue(summary.inventedDependence().orElse(0) >= 0);
  }

  /** The same single row on both sides: nothing differs, and nothing can be told. */
  @ParameterizedTest
  @MethodSource("oneRow")
  void oneRowIsTooFewToTell(MemoryTable real, MemoryTable generated, boolean same) {
    for (ColumnScore column : Scores.score(real, generated).columns().subList(1, 3)) {
      Comparison found = Scores.comparison(column);
      assertEquals(same ? 0 : Math.log(2), found.js(), 1e-15);
      assertTrue(found.noise().insideNoise());
      assertTrue(found.tooFewRows());
    }
  }

  static Stream<Arguments> oneRow() {
    return IntStream.of(0, 1)
        .mapToObj(i -> Arguments.of(constant(1, "a"), constant(1, i == 0 ? "a" : "b"), i == 0));
  }

  private static void assertNoise(Noise noise, double js) {
    assertShare(noise.pValue());
    assertShare(noise.pAdjusted());
    assertTrue(noise.pAdjusted() >= noise.pValue());
    assertShare(noise.jsNoiseFloor() / Math.log(2));
    assertShare(noise.jsOfPerfect() / Math.log(2));
    assertShare(js / Math.log(2));
  }

  private static void assertDependence(PairDependence found) {
    assertDefined(
        found.jointEntropy(),
        found.conditionalEntropyXGivenY(),
        found.conditionalEntropyYGivenX(),
        found.mutualInformation(),
        found.mutualInformationCorrected(),
        found.mutualInformationMillerMadow());
    found.normalizedMutualInformation().ifPresent(DegenerateTest::assertShare);
  }

  private static void assertDefined(double... values) {
    for (double value : values) {
      assertTrue(value >= 0 && Double.isFinite(value), "got " + value);
    }
  }

  private static void assertShare(double value) {
    assertTrue(value >= 0 && value <= 1 + 1e-15, "got " + value);
  }
}
