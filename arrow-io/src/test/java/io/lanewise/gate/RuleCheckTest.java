package io.lanewise.gate;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.profile.Treatment;
import io.lanewise.report.ColumnMeasure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that name what is not there are refused before any row is counted. */
class RuleCheckTest {

  private static Data named(String... names) {
    List<MemoryColumn> columns =
        List.of(names).stream().map(name -> longs(name, 1L, 2L, 2L)).toList();
    return Data.of(columns, columns);
  }

  private static String column(Data data, String rule) {
    return ((Subject.OfColumn) data.check(rule).getFirst().subject()).name();
  }

  private static String refusal(Data data, String rule) {
    String message =
        String.valueOf(assertThrows(RuleException.class, () -> data.check(rule)).getMessage());
    assertTrue(message.startsWith("--fail-if '"), message);
    return message.substring(message.indexOf("': ") + 3);
  }

  @Test
  void theLongestNameIsMeant() {
    Data data = named("a", "a.b", "a.js", "x", " x", "x ", "a.b.js>0.1");
    assertEquals("a.b", column(data, "a.b.js>0.1"));
    assertEquals("a", column(data, "a.js>0.1"));
    assertEquals("a.js", column(data, "a.js.js>0.1"));
    assertEquals("a.b.js>0.1", column(data, "a.b.js>0.1.js>0.1"));
    assertEquals("x", column(data, "x.js>1"));
    assertEquals(" x", column(data, " x.js>1"));
    assertEquals("x ", column(data, "x .js>1"));
  }

  @Test
  void blanksAreLeftOutWhereNoColumnBeginsWithThem() {
    Data data = named("x");
    assertEquals("x", column(data, "  x.js>1"));
    assertEquals("x.js>1", data.check(" \tx.js>1 ").getFirst().text());
    assertEquals("no scored column 'x '; the data has x", refusal(data, "x .js>1"));
  }

  @Property(seed = "20261121", tries = 200)
  void anyColumnNameIsFound(@ForAll String name) {
    assertEquals(name, column(named("other", name + "x", name), name + ".js>=0.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "agee, did you mean 'age'?",
    "AGE, did you mean 'age'?",
    "weather, 'the data has age, net.pay, größe'",
    "pay, 'the data has age, net.pay, größe'",
    "net-pay, did you mean 'net.pay'?",
    "grösse, did you mean 'größe'?",
    "'', 'the data has age, net.pay, größe'",
  })
  void anUnknownColumnHasANearestName(String name, String hint) {
    assertEquals(
        "no scored column '" + name + "'; " + hint,
        refusal(named("age", "net.pay", "größe"), name + ".js>0.1"));
  }

  @Test
  void manyColumnsAreNotAllListed() {
    Data data = named(IntStream.range(0, 20).mapToObj(i -> "column " + i).toArray(String[]::new));
    assertTrue(refusal(data, "weather.js>1").endsWith("column 11 and 8 more"));
  }

  @Test
  void aColumnThatIsNotScoredIsNamedWithTheReason() {
    Data data =
        Data.of(
            List.of(longs("x", 1L), longs("old", 1L), longs("date", 1L), longs("y", 1L)),
            List.of(longs("x", 1L), longs("new", 1L), texts("date", "a"), longs("y", 1L)));
    assertEquals(
        "column 'old' is not scored: not in the generated data", refusal(data, "old.js>1"));
    assertEquals("column 'new' is not scored: not in the real data", refusal(data, "new.js>1"));
    assertEquals(
        "column 'date' is not scored: a number cannot be compared with a text",
        refusal(data, "date.js>1"));
    Data without =
        data.with(
            new ColumnSelection(List.of(), List.of("y"), Map.of(), new Treatment.Automatic()));
    assertEquals("no scored column 'y'; the data has x", refusal(without, "y.js>1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ks", "wasserstein"})
  void aCategoryHasNoOrder(String measure) {
    List<MemoryColumn> columns = List.of(texts("word", "a", "b"), longs("x", 1L, 2L));
    Data data = Data.of(columns, columns);
    String expected = "is categorical, " + measure + " needs one that is binned";
    assertEquals("column 'word' " + expected, refusal(data, "word." + measure + ">0.1"));
    data.check("x." + measure + ">0.1");
    data.check(measure + ">0.1");
    ColumnSelection categories =
        new ColumnSelection(List.of(), List.of(), Map.of(), new Treatment.AsCategories());
    assertEquals("column 'x' " + expected, refusal(data.with(categories), "x." + measure + ">0.1"));
  }

  @Test
  void ofTwoColumnsOfOneNameOneMustHaveTheMeasure() {
    List<MemoryColumn> columns = List.of(texts("x", "a", "b"), longs("x", 1L, 2L));
    assertEquals("x", column(Data.of(columns, columns), "x.ks>0.1"));
  }

  @Test
  void whatIsNotComputedIsRefused() {
    List<MemoryColumn> columns = List.of(longs("x", 1L, 2L));
    Data data = Data.of(columns, columns);
    ColumnMatching matching =
        ColumnMatching.of(data.real().schema(), data.generated().schema(), ColumnSelection.ALL);
    RuleCheck unpaired = new RuleCheck(new ScoredColumns(matching), false, false, false);
    for (String rule : List.of("klSmoothed>1", "x.klSmoothed>1")) {
      assertTrue(refusal(unpaired, rule).endsWith("klSmoothed needs --smooth"), rule);
      assertEquals(ColumnMeasure.KL_SMOOTHED, data.check(rule).getFirst().subject().measure());
    }
    String paired = refusal(unpaired, "x.pairedMutualInformation>1");
    assertTrue(paired.endsWith("pairedMutualInformation needs --paired"), paired);
    for (String measure : List.of("pairFidelity", "lostDependence", "inventedDependence")) {
      assertTrue(
          refusal(unpaired, measure + ">1")
              .endsWith(measure + " needs pairs of columns, and none are scored"));
    }
    List<Rule> good =
        List.of(RuleParser.parse("", "fidelity<1"), RuleParser.parse("", "columnFidelity<1"));
    assertEquals(good, unpaired.check(good));
  }

  private static String refusal(RuleCheck check, String rule) {
    List<Rule> rules = List.of(RuleParser.parse("ci.rules:7", rule));
    String message =
        String.valueOf(assertThrows(RuleException.class, () -> check.check(rules)).getMessage());
    assertTrue(message.startsWith("ci.rules:7 '" + rule + "': "), message);
    return message;
  }
}
