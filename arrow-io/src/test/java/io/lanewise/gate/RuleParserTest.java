package io.lanewise.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.SummaryMeasure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is read from its end, so that a column may have any name. */
class RuleParserTest {

  private static final String SEED = "20261121";

  private static Rule parse(String text) {
    return RuleParser.parse("--fail-if", text);
  }

  private static String refusal(String text) {
    return String.valueOf(assertThrows(RuleException.class, () -> parse(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "age.js>0.1, age, js, >",
    "age.js  >=\t0.1, age, js, >=",
    "a.b.js>0.1, a.b, js, >",
    "a..js<0.1, a., js, <",
    "..js<0.1, ., js, <",
    "js.js<=0.1, js, js, <=",
    "net pay.ks>0.1, net pay, ks, >",
    "x>=5.js>0.1, x>=5, js, >",
    "js>0.1.js<0.1, js>0.1, js, <",
    "<=.js>0.1, <=, js, >",
    "fidelity.js>0.1, fidelity, js, >",
    "größe.js>0.1, größe, js, >",
    "年龄.js>0.1, 年龄, js, >",
    "🐟.js>0.1, 🐟, js, >",
    "'a,b.js>0.1', 'a,b', js, >",
    "#.js>0.1, #, js, >",
  })
  void whatIsBeforeTheLastDotIsTheColumn(String text, String column, String measure, String sign) {
    Rule rule = parse(text);
    Subject.OfColumn subject = assertInstanceOf(Subject.OfColumn.class, rule.subject());
    assertEquals(column, subject.name());
    assertEquals(measure, subject.measure().jsonName());
    assertEquals(sign, rule.relation().sign());
    assertEquals(0.1, rule.threshold());
    assertEquals(text, rule.text());
    assertEquals("--fail-if", rule.origin());
  }

  @Test
  void blanksOfAColumnAreItsOwn() {
    assertEquals(new Subject.OfColumn(" a ", ColumnMeasure.JS), parse(" a .js>1").subject());
    assertEquals(new Subject.OfColumn("", ColumnMeasure.JS), parse(".js>1").subject());
    assertEquals(new Subject.OfColumn("a\nb", ColumnMeasure.JS), parse("a\nb.js>1").subject());
  }

  @Test
  void blanksAroundARuleAreNotOfIt() {
    assertEquals(parse("js>0.1"), parse("  js>0.1 \t"));
    assertEquals(parse("a.js>0.1"), parse("a.js>0.1  "));
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureOfAColumnIsARule(ColumnMeasure measure) {
    assertEquals(new Subject.OfAnyColumn(measure), parse(measure.jsonName() + ">0").subject());
    assertEquals(
        new Subject.OfColumn("x", measure), parse("x." + measure.jsonName() + ">0").subject());
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureOfTheSummaryIsARule(SummaryMeasure measure) {
    assertEquals(new Subject.OfSummary(measure), parse(measure.jsonName() + "<1").subject());
    assertTrue(refusal("x." + measure.jsonName() + "<1").endsWith("expected it without a column"));
  }

  @Test
  void noMeasureHasADotOrARelationInItsName() {
    for (ColumnMeasure measure : ColumnMeasure.values()) {
      assertTrue(measure.jsonName().matches("[A-Za-z]+"), measure.jsonName());
    }
    for (SummaryMeasure measure : SummaryMeasure.values()) {
      assertTrue(measure.jsonName().matches("[A-Za-z]+"), measure.jsonName());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, -0.0",
    "1., 1",
    ".5, 0.5",
    "+1e-3, 0.001",
    "-2.5E+2, -250",
    "0e999999999999, 0",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "4.9e-324, 4.9e-324",
    "Infinity, Infinity",
    "0.10000000000000000000000000000000000000001, 0.1",
  })
  void anyDecimalIsAThreshold(String number, double threshold) {
    assertEquals(threshold, parse("js>" + number).threshold());
    assertEquals(threshold, parse("js <= " + number + " ").threshold());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "js", "js=0.1", "js==0.1", "js 0.1", "age.js", "js≥0.1", "js:0.1", "0.1", "."
      })
  void withoutARelationThereIsNoRule(String text) {
    assertEquals(
        "--fail-if '" + text.strip() + "': not a rule; expected " + RuleParser.GRAMMAR,
        refusal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "inf",
        "-Infinity",
        "infinity",
        "0x1p3",
        "1d",
        "1f",
        "0,1",
        "1 000",
        "1e",
        "e5",
        "--1",
        ".",
        "1..2",
        "=0.1",
        "0.1 # why",
        "ten",
        "",
        "٣",
        "10%",
        "0.1 bits"
      })
  void anythingElseIsNoThreshold(String number) {
    String message = refusal("age.js>" + (number.startsWith("=") ? " " + number : number));
    assertTrue(message.contains("'" + number + "' is not a number; expected [COLUMN.]"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e309", "1e-400", "0.0000001e-320", "1e99999999999"})
  void aThresholdIsADouble(String number) {
    assertTrue(refusal("js>" + number).endsWith("expected a number that a double can hold"));
  }

  @ParameterizedTest
  @CsvSource({
    "jss>1, js",
    "JS>1, js",
    "age.KS>1, ks",
    "age.klrealgenerated>1, klRealGenerated",
    "fidelty<1, fidelity",
    "lostdependance<1, lostDependence",
    "js=>1, js",
    "age. js>1, js",
  })
  void aMistypedMeasureHasANearestName(String text, String nearest) {
    String hint = "; did you mean '" + nearest + "'? expected " + RuleParser.GRAMMAR;
    assertTrue(refusal(text).endsWith(hint), refusal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"age>1", "weather>1", "age.>1", ">1", "<1", "kurtosis>1"})
  void whereNoneIsNearThereIsTheGrammar(String text) {
    assertTrue(refusal(text).contains("no measure"), refusal(text));
    assertTrue(refusal(text).endsWith("expected " + RuleParser.GRAMMAR), refusal(text));
  }

  @Test
  void aLongRuleIsCutInTheMessage() {
    String message = refusal("x".repeat(100_000) + ">" + "9".repeat(100_000));
    assertTrue(message.length() < 500, message);
    assertTrue(refusal("js>" + "9".repeat(100_000)).length() < 500);
    assertTrue(refusal("🐟".repeat(1000)).chars().noneMatch(c -> c == '?'), "half a character");
  }

  @Property(seed = SEED)
  void anyColumnNameSurvives(
      @ForAll("names") String name,
      @ForAll ColumnMeasure measure,
      @ForAll Relation relation,
      @ForAll("thresholds") double threshold) {
    String text = name + "." + measure.jsonName() + relation.sign() + threshold;
    Rule rule = parse(text);
    assertEquals(new Subject.OfColumn(name, measure), rule.subject());
    assertEquals(relation, rule.relation());
    assertEquals(threshold, rule.threshold());
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(5),
            Arbitraries.of(".", " ", ">", "<=", "js", "fidelity", "0.1", "\n", "é", "年", "#"));
    return parts.list().ofMaxSize(6).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Double> thresholds() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(), Arbitraries.of(0.0, -0.0, Double.POSITIVE_INFINITY));
  }

  @Property(seed = SEED)
  void anyTextIsARuleOrRefused(@ForAll String text) {
    try {
      parse(text);
    } catch (RuleException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("--fail-if '"), e::getMessage);
    }
  }
}
