package io.lanewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue of numbers: one name, one definition, one place each. */
class MeasureTest {

  private static Scorecard card() {
    return Scores.of(
        List.of(Scores.words("x", "a", 5, "b", 3), Scores.words("y", "c", 2, "d", 6)),
        List.of(Scores.words("x", "a", 2, "e", 5), Scores.words("y", "c", 4, "d", 3)));
  }

  private static Scorecard withoutGeneratedRows() {
    return Scores.of(
        List.of(Scores.words("x", "a", 5, "b", 3), Scores.words("y", "c", 2, "d", 6)),
        List.of(Scores.words("x"), Scores.words("y")));
  }

  private static List<Measure<?>> all() {
    List<Measure<?>> measures = new ArrayList<>(List.of(ColumnMeasure.values()));
    measures.addAll(List.of(PairMeasure.values()));
    measures.addAll(List.of(SummaryMeasure.values()));
    return measures;
  }

  @Test
  void namesAreJsonNamesAndUnique() {
    for (Measure<?>[] measures :
        List.of(ColumnMeasure.values(), PairMeasure.values(), SummaryMeasure.values())) {
      List<String> names = Arrays.stream(measures).map(Measure::jsonName).toList();
      assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
    }
    for (Measure<?> measure : all()) {
      String constant = ((Enum<?>) measure).name().replace("_", "");
      assertTrue(constant.equalsIgnoreCase(measure.jsonName()), measure.jsonName());
    }
    // A rule of a gate could not tell them apart.
    for (SummaryMeasure summary : SummaryMeasure.values()) {
      for (ColumnMeasure column : ColumnMeasure.values()) {
        assertFalse(summary.jsonName().equals(column.jsonName()));
      }
    }
  }

  @Test
  void everyDefinitionIsFilledIn() {
    Map<String, String> definitions = Definitions.of(Scores.BITS);
    definitions.forEach((name, text) -> assertFalse(text.matches(".*[{}\\n].*"), text));
    for (Measure<?> measure : all()) {
      String prefix = measure instanceof PairMeasure ? "pairs." : "";
      boolean shown =
          measure != ColumnMeasure.KL_SMOOTHED
              && !(measure instanceof ColumnMeasure column && column.isOfRows());
      assertEquals(shown, definitions.containsKey(prefix + measure.jsonName()));
    }
    assertTrue(definitions.get("entropyReal").contains("log2 p"));
    ReportContext nats = Scores.context(InformationUnit.NATS, List.of(), List.of());
    assertTrue(Definitions.of(nats).get("entropyReal").contains("ln p"));
  }

  @Test
  void eachTakesItsOwnNumber() {
    ColumnScore x = card().columns().getFirst();
    Comparison comparison = x.comparison();
    Map<ColumnMeasure, Double> expected =
        Map.ofEntries(
            Map.entry(ColumnMeasure.SYMBOLS, 3.0),
            Map.entry(ColumnMeasure.ENTROPY_REAL, x.entropyReal()),
            Map.entry(ColumnMeasure.ENTROPY_GENERATED, x.entropyGenerated()),
            Map.entry(ColumnMeasure.ENTROPY_REAL_CORRECTED, x.entropyRealCorrected()),
            Map.entry(ColumnMeasure.ENTROPY_GENERATED_CORRECTED, x.entropyGeneratedCorrected()),
            Map.entry(ColumnMeasure.CROSS_ENTROPY, comparison.crossEntropy()),
            Map.entry(ColumnMeasure.JS, comparison.js()),
            Map.entry(ColumnMeasure.JS_DISTANCE, Math.sqrt(comparison.js())),
            Map.entry(ColumnMeasure.JS_NOISE_FLOOR, comparison.noise().jsNoiseFloor()),
            Map.entry(ColumnMeasure.JS_CORRECTED, comparison.jsCorrected()),
            Map.entry(ColumnMeasure.P_VALUE, comparison.noise().pValue()),
            Map.entry(ColumnMeasure.P_ADJUSTED, comparison.noise().pAdjusted()),
            Map.entry(ColumnMeasure.G, comparison.g()),
            Map.entry(ColumnMeasure.CHI_SQUARE, comparison.chiSquare()),
            Map.entry(ColumnMeasure.PSI, Double.POSITIVE_INFINITY),
            Map.entry(ColumnMeasure.KL_REAL_GENERATED, Double.POSITIVE_INFINITY),
            Map.entry(ColumnMeasure.UNSEEN_MASS, 5 / 7.0),
            Map.entry(ColumnMeasure.MISSING_MASS, 3 / 8.0));
    expected.forEach(
        (measure, value) ->
            assertEquals(
                OptionalDouble.of(value),
                measure.value(x, InformationUnit.NATS),
                measure::jsonName));
  }

  @Test
  void theUnitGovernsInformationOnly() {
    ColumnScore x = card().columns().getFirst();
    for (ColumnMeasure measure : ColumnMeasure.values()) {
      OptionalDouble nats = measure.value(x, InformationUnit.NATS);
      OptionalDouble bits = measure.value(x, InformationUnit.BITS);
      assertEquals(nats.isPresent(), bits.isPresent());
      if (nats.isEmpty()) {
        continue;
      }
      double expected =
          switch (measure.scale()) {
            case COUNT, PLAIN, NATS -> nats.getAsDouble();
            case INFORMATION -> nats.getAsDouble() / Math.log(2);
            case ROOT -> Math.sqrt(x.comparison().js() / Math.log(2));
          };
      assertEquals(expected, bits.getAsDouble(), measure.jsonName());
    }
    assertEquals("bits", ColumnMeasure.JS.unitLabel(InformationUnit.BITS));
    assertEquals("nats", ColumnMeasure.PSI.unitLabel(InformationUnit.BITS));
    assertEquals("", ColumnMeasure.P_VALUE.unitLabel(InformationUnit.BITS));
  }

  @Test
  void withoutGeneratedRowsOnlyTheRealSideHasNumbers() {
    Scorecard card = withoutGeneratedRows();
    Set<ColumnMeasure> ofColumn = EnumSet.noneOf(ColumnMeasure.class);
    for (ColumnMeasure measure : ColumnMeasure.values()) {
      if (measure.value(card.columns().getFirst(), InformationUnit.BITS).isPresent()) {
        ofColumn.add(measure);
      }
    }
    assertEquals(
        EnumSet.of(
            ColumnMeasure.SYMBOLS,
            ColumnMeasure.NULLS_REAL,
            ColumnMeasure.NULLS_GENERATED,
            ColumnMeasure.ENTROPY_REAL,
            ColumnMeasure.ENTROPY_REAL_CORRECTED),
        ofColumn);
    for (PairMeasure measure : PairMeasure.values()) {
      boolean expected = measure.jsonName().contains("Real") || measure.scale() == Scale.COUNT;
      assertEquals(
          expected,
          measure.value(card.pairs().getFirst(), InformationUnit.BITS).isPresent(),
          measure::jsonName);
    }
    for (SummaryMeasure measure : SummaryMeasure.values()) {
      assertEquals(OptionalDouble.empty(), measure.value(card.summary(), InformationUnit.BITS));
    }
  }
}
