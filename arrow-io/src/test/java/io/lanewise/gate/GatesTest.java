package io.lanewise.gate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.Treatment;
import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.GateResult;
import io.lanewise.report.GateResult.Violation;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.SummaryMeasure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is crossed exactly where its relation holds, or where nothing was generated. */
class GatesTest {

  /** Of {@code far}, JS is 1 bit; of {@code near}, 0.3113 bits; of {@code same}, 0. */
  private static final Data DATA =
      Data.of(
          List.of(
              texts("same", "a", "a", "b", "b"),
              longs("far", 1L, 1L, 2L, 2L),
              texts("near", "a", "a", "a", "a")),
          List.of(
              texts("same", "a", "b", "b", "a"),
              longs("far", 3L, 3L, 4L, 4L),
              texts("near", "a", "a", "b", "b")));

  private static ColumnScore score(Scorecard card, String name) {
    return card.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureOfAColumnIsHeldToItsValue(ColumnMeasure measure) {
    Scorecard card = DATA.card();
    for (InformationUnit unit : InformationUnit.values()) {
      double value = measure.value(score(card, "far"), unit).orElseThrow();
      String number = Double.isInfinite(value) ? "Infinity" : new BigDecimal(value).toPlainString();
      String subject = "far." + measure.jsonName();
      List<Violation> here = List.of(new Violation("far", OptionalDouble.of(value)));
      for (String sign : List.of(">=", "<=")) {
        String rule = subject + sign + number;
        assertEquals(new GateResult(rule, true, here), DATA.gate(rule, unit));
      }
      for (String sign : List.of(">", "<")) {
        String rule = subject + sign + number;
        assertEquals(new GateResult(rule, false, List.of()), DATA.gate(rule, unit));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureOfTheSummaryIsHeldToItsValue(SummaryMeasure measure) {
    Data data = dependent();
    double value = measure.value(data.card().summary(), InformationUnit.BITS).orElseThrow();
    List<Violation> here = List.of(new Violation(null, OptionalDouble.of(value)));
    for (String sign : List.of(">=", "<=")) {
      String rule = measure.jsonName() + sign + new BigDecimal(value).toPlainString();
      assertEquals(new GateResult(rule, true, here), data.gate(rule));
    }
    assertFalse(data.crosses(measure.jsonName() + ">" + value));
    assertFalse(data.crosses(measure.jsonName() + "<" + value));
    assertTrue(data.crosses(measure.jsonName() + ">" + Math.nextDown(value)));
    assertTrue(data.crosses(measure.jsonName() + "<" + Math.nextUp(value)));
  }

  /** Two columns that are equal in the real data and independent in the generated. */
  private static Data dependent() {
    return Data.of(
        List.of(
            texts("x", rows(40, i -> i % 2 == 0 ? "a" : "b")),
            texts("y", rows(40, i -> i % 2 == 0 ? "c" : "d"))),
        List.of(
            texts("x", rows(40, i -> i % 2 == 0 ? "a" : "b")),
            texts("y", rows(40, i -> i % 4 < 2 ? "c" : "d"))));
  }

  @Test
  void lostDependenceIsAGate() {
    assertTrue(dependent().crosses("lostDependence>0.9"));
    assertFalse(dependent().crosses("inventedDependence>0"));
  }

  @Test
  void withoutAColumnAnyColumnCrosses() {
    assertEquals(List.of("far", "near"), DATA.columns("js>0.1"));
    assertEquals(List.of("far"), DATA.columns("js>=1"));
    assertEquals(List.of(), DATA.columns("js>1"));
    assertEquals(List.of("same"), DATA.columns("js<=0"));
  }

  @Test
  void theWorstStandsFirst() {
    assertEquals(List.of("far", "near", "same"), DATA.columns("js>=0"));
    assertEquals(List.of("same", "near", "far"), DATA.columns("js<2"));
    // Equals in the order of the data.
    assertEquals(List.of("same", "far", "near"), DATA.columns("nullsReal>=0"));
  }

  @Test
  void thresholdsAreInTheUnitShown() {
    assertTrue(DATA.gate("far.js>0.9", InformationUnit.BITS).crossed());
    assertFalse(DATA.gate("far.js>0.9", InformationUnit.NATS).crossed());
    assertTrue(DATA.gate("far.js>=0.6931471805599453", InformationUnit.NATS).crossed());
    // These have no unit, or keep theirs.
    for (String rule : List.of("near.psi>=Infinity", "near.totalVariation>=0.5")) {
      assertEquals(
          DATA.gate(rule, InformationUnit.BITS), DATA.gate(rule, InformationUnit.NATS), rule);
      assertTrue(DATA.crosses(rule), rule);
    }
  }

  @Test
  void infinityIsReachedAndNeverPassed() {
    assertEquals(List.of("far"), DATA.columns("klRealGenerated>=Infinity"));
    assertEquals(List.of("far", "near"), DATA.columns("klGeneratedReal>=Infinity"));
    assertEquals(List.of(), DATA.columns("klRealGenerated>Infinity"));
    assertEquals(List.of("same", "near"), DATA.columns("klRealGenerated<Infinity"));
    assertEquals(
        OptionalDouble.of(Double.POSITIVE_INFINITY),
        DATA.gate("klRealGenerated>1e308").violations().getFirst().value());
  }

  @Test
  void columnsWithoutOrderDoNotCross() {
    assertEquals(List.of("far"), DATA.columns("ks>=0"));
    assertEquals(List.of("far"), DATA.columns("wasserstein>=0"));
    assertEquals(List.of(), DATA.columns("ks<0"));
  }

  @Test
  void anIdentifierMustBeNamed() {
    Data data =
        Data.of(
            List.of(texts("id", rows(200, i -> "r" + i)), longs("x", rows(200, i -> i % 2L))),
            List.of(texts("id", rows(200, i -> "g" + i)), longs("x", rows(200, i -> i % 2L))));
    assertTrue(score(data.card(), "id").identifier());
    assertEquals(List.of(), data.columns("js>0.1"));
    assertEquals(List.of("id"), data.columns("id.js>0.1"));
  }

  private static MemoryColumn longs(String name, List<Long> values) {
    return MemoryColumn.longs(name, values.toArray(Long[]::new));
  }

  private static MemoryColumn longs(String name, Long... values) {
    return MemoryColumn.longs(name, values);
  }

  @Test
  void aRuleGoesForEveryColumnOfTheName() {
    Data data =
        Data.of(
            List.of(texts("x", "a", "b"), longs("x", 1L, 2L), texts("y", "a", "b")),
            List.of(texts("x", "a", "c"), longs("x", 3L, 4L), texts("y", "c", "d")));
    GateResult result = data.gate("x.js>0.1");
    assertEquals(List.of("x", "x"), result.violations().stream().map(Violation::column).toList());
    assertEquals(List.of("x"), data.columns("x.js>=1"));
    assertEquals(List.of("x"), data.columns("x.ks>=1"));
  }

  private static Data nothingGenerated() {
    return Data.of(
        List.of(texts("word", "a", "b", "b"), longs("x", 1L, 2L, 2L)),
        List.of(texts("word", List.of()), longs("x", List.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js>0.1",
        "word.js>0.1",
        "js<0",
        "x.ks>0.1",
        "ks>0.1",
        "pAdjusted<0.01",
        "klRealGenerated>=Infinity",
        "unseenMass>0",
        "entropyGenerated<0",
        "klSmoothed>5",
        "nullsGenerated>0",
        "x.nullsGenerated>5",
        "fidelity<0.1",
        "columnFidelity<0.1",
        "pairFidelity<0.1",
        "lostDependence>0.9",
        "inventedDependence>0.9",
        "fidelityCeiling<0.1",
      })
  void nothingGeneratedDoesNotPass(String rule) {
    GateResult result = nothingGenerated().gate(rule);
    assertTrue(result.crossed(), rule);
    assertTrue(
        result.violations().stream().allMatch(violation -> violation.value().isEmpty()), rule);
  }

  @Test
  void everyMeasureButThoseOfTheRealDataIsCrossedWhereNothingWasGenerated() {
    List<ColumnMeasure> held =
        List.of(ColumnMeasure.values()).stream()
            // Without rows, none belong together.
            .filter(measure -> !measure.isOfRows())
            .filter(measure -> !nothingGenerated().crosses("x." + measure.jsonName() + "<-1"))
            .toList();
    assertEquals(
        List.of(
            ColumnMeasure.SYMBOLS,
            ColumnMeasure.NULLS_REAL,
            ColumnMeasure.ENTROPY_REAL,
            ColumnMeasure.ENTROPY_REAL_CORRECTED),
        held);
  }

  @Test
  void aCategoryStillHasNoOrderWhereNothingWasGenerated() {
    assertEquals(List.of("x"), nothingGenerated().columns("ks>0.1"));
  }

  @Test
  void nothingButNullsDoesNotPassAGateOfOrder() {
    List<MemoryColumn> real = List.of(doubles("x", 1.0, 1.0, 2.0, 2.0));
    for (Double nothing : new Double[] {null, Double.NaN}) {
      Data data = Data.of(real, List.of(doubles("x", nothing, nothing)));
      for (String rule : List.of("ks>0.5", "x.ks>0.5", "x.wasserstein>1")) {
        assertEquals(
            List.of(new Violation("x", OptionalDouble.empty())), data.gate(rule).violations());
      }
    }
  }

  @Test
  void realDataWithoutAValueCannotBeMissed() {
    ColumnSelection edges =
        new ColumnSelection(
            List.of(),
            List.of(),
            Map.of("x", new Treatment.WithEdges(List.of(BigDecimal.ZERO, BigDecimal.ONE))),
            new Treatment.Automatic());
    List<MemoryColumn> nulls = List.of(doubles("x", null, Double.NaN));
    assertEquals(List.of(), Data.of(nulls, nulls).with(edges).columns("x.ks>0.5"));
  }

  @Test
  void anOrderedColumnThatWasNotBinnedIsRefusedAfterTheFit() {
    List<MemoryColumn> nulls = List.of(longs("x", (Long) null, null));
    Data data = Data.of(nulls, nulls);
    // Its type has an order, so this is not known before.
    data.check("x.ks>0.5");
    assertEquals(List.of(), data.columns("ks>0.5"));
    assertEquals(
        "--fail-if 'x.ks>0.5': column 'x' is categorical, ks needs one that is binned",
        assertThrows(RuleException.class, () -> data.gate("x.ks>0.5")).getMessage());
  }

  @Test
  void realDataWithoutDependenceHasNoneToLose() {
    List<MemoryColumn> constant = List.of(texts("x", "a", "a"), texts("y", "b", "b"));
    Data data = Data.of(constant, constant);
    assertTrue(data.card().summary().lostDependence().isEmpty());
    for (String rule : List.of("lostDependence>0", "inventedDependence>=0", "lostDependence<1")) {
      assertFalse(data.crosses(rule), rule);
    }
  }

  @Test
  void identifiersAloneHaveNoAverage() {
    List<MemoryColumn> ids =
        List.of(texts("id", rows(200, i -> "r" + i)), texts("key", rows(200, i -> "k" + i)));
    Data data = Data.of(ids, ids);
    for (String measure : List.of("fidelity", "columnFidelity", "fidelityCeiling")) {
      RuleException refusal = assertThrows(RuleException.class, () -> data.gate(measure + "<0.9"));
      assertTrue(String.valueOf(refusal.getMessage()).endsWith("so there is no average"), measure);
    }
    RuleException refusal =
        assertThrows(RuleException.class, () -> data.gate("lostDependence>0.1"));
    assertTrue(String.valueOf(refusal.getMessage()).endsWith("and none are scored"));
  }

  @Test
  void resultsStandInTheOrderOfTheRules() {
    List<Rule> rules = DATA.check("js>0.1", "fidelity<0", "far.ks>0.5");
    assertEquals(
        List.of("js>0.1", "fidelity<0", "far.ks>0.5"),
        Gates.evaluate(rules, DATA.card(), InformationUnit.BITS).stream()
            .map(GateResult::rule)
            .toList());
    assertEquals(List.of(), Gates.evaluate(List.of(), DATA.card(), InformationUnit.BITS));
  }

  private static String line(String rule, InformationUnit unit) {
    Rule checked = DATA.check(rule).getFirst();
    GateResult result = Gates.evaluate(List.of(checked), DATA.card(), unit).getFirst();
    return CrossedLine.of(checked, result, unit);
  }

  @Test
  void aCrossedRuleIsALineWithItsWorstValue() {
    assertEquals("js > 0.1: 'far' 1.0000 bits, and 1 more", line("js > 0.1", InformationUnit.BITS));
    assertEquals("near.js>0.1: 'near' 0.2158 nats", line("near.js>0.1", InformationUnit.NATS));
    assertEquals(
        "klRealGenerated>=Infinity: 'far' Infinity bits",
        line("klRealGenerated>=Infinity", InformationUnit.BITS));
    assertEquals("far.psi>9: 'far' Infinity nats", line("far.psi>9", InformationUnit.BITS));
    assertEquals("far.symbols>2: 'far' 3", line("far.symbols>2", InformationUnit.BITS));
    assertEquals("far.ks>0.5: 'far' 1.0000", line("far.ks>0.5", InformationUnit.BITS));
    assertEquals("same.js<1: 'same' 0 bits", line("same.js<1", InformationUnit.BITS));
    assertTrue(line("fidelity<0.9", InformationUnit.BITS).matches("fidelity<0.9: 0\\.\\d{4}"));
  }

  @Test
  void aValueThatIsNotThereIsALineToo() {
    Rule rule = nothingGenerated().check("js>0.1").getFirst();
    GateResult result = nothingGenerated().gate("js>0.1");
    assertEquals(
        "js>0.1: 'word' no value, and 1 more", CrossedLine.of(rule, result, InformationUnit.BITS));
  }
}
