package io.lanewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.PairPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text as people see it, whole; and that it fits, whatever the data is called. */
class TextReportTest {

  private static List<OutputColumn> side(int agreeing, int nulls) {
    List<String> city = new ArrayList<>();
    List<String> tariff = new ArrayList<>();
    double[] age = new double[400];
    for (int row = 0; row < age.length; row++) {
      city.add(row % 2 == 0 ? "Bern" : "Graz");
      tariff.add(row / 2 % 10 < agreeing == (row % 2 == 0) ? "day" : "night");
      age[row] = 20 + row % 4 * 10;
    }
    BitSet missing = new BitSet();
    missing.set(0, nulls);
    return List.of(
        Scores.words("city", city),
        Scores.words("tariff", tariff),
        new OutputColumn.Doubles("age", age, missing));
  }

  private static Scorecard card() {
    return Scores.of(side(10, 0), side(5, 100));
  }

  private static GateResult crossed(String rule, GateResult.Violation... violations) {
    return new GateResult(rule, true, List.of(violations));
  }

  private static GateResult.Violation violation(String column, double value) {
    return new GateResult.Violation(
        column, Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
  }

  private static final List<GateResult> GATES =
      List.of(
          crossed("js>0.1", violation("age", 0.1409)),
          new GateResult("ks>0.9", false, List.of()),
          crossed(
              "nullsGenerated>0",
              violation("a", Double.NaN),
              violation("b", 100),
              violation("c", 5),
              violation("d", 4),
              violation("e", 3),
              violation("f", 2),
              violation("g", 1)),
          crossed("fidelity<0.99", violation(null, 0.87654321)),
          crossed("klRealGenerated>=Infinity", violation("age", Double.POSITIVE_INFINITY)));

  @Test
  void theWholeText() {
    ReportContext context =
        Scores.context(InformationUnit.BITS, List.of("age", "tariff", "city"), GATES);
    assertEquals(GoldenReports.TEXT, Scores.text(card(), context));
  }

  @Test
  void theWholeMarkdown() {
    ReportContext context = Scores.context(InformationUnit.NATS, List.of("tariff", "city"), GATES);
    assertEquals(GoldenReports.MARKDOWN, Scores.markdown(card(), context));
  }

  @Test
  void withoutPairsOneLineSaysWhy() {
    List<OutputColumn> two = side(5, 0).subList(0, 2);
    String none = Scores.text(Scores.of(two, two, PairPlan.NONE), Scores.BITS);
    assertTrue(none.contains("\n\ndependence: no pairs of columns were asked for\n"), none);
    assertTrue(none.contains("mean of 1 - JS in bits over 2 columns\n"), none);
    assertFalse(none.contains("lost"), none);
    String one = Scores.text(Scores.of(two.subList(0, 1), two.subList(0, 1)), Scores.BITS);
    assertTrue(one.contains("\n\ndependence: one column makes no pair\n"), one);
    List<String> ids = IntStream.range(0, 400).mapToObj(i -> "id" + i).toList();
    List<OutputColumn> identified = List.of(two.getFirst(), Scores.words("id", ids));
    String identifiers = Scores.text(Scores.of(identified, identified), Scores.BITS);
    assertTrue(
        identifiers.contains(
            "dependence: identifiers aside, there are no two columns that could make a pair\n"),
        identifiers);
  }

  @Test
  void aPairThatDependsOnNothingIsNoLoss() {
    List<OutputColumn> constant = List.of(Scores.words("a", "x", 50), Scores.words("b", "y", 50));
    String text = Scores.text(Scores.of(constant, constant), Scores.BITS);
    assertTrue(
        text.contains("lost             -  the columns of the real data do not depend"), text);
  }

  @Test
  void tenPairsAreShown() {
    List<OutputColumn> many = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      many.add(Scores.words("c" + i, "a", 30 + i, "b", 70 - i));
    }
    String text = Scores.text(Scores.of(many, many), Scores.BITS);
    assertTrue(text.contains("the 10 of 15 pairs whose I changed most; JSON has all of them"));
    // None changed: the order of the data.
    List<String> lines = text.lines().toList();
    int first = lines.indexOf(lines.stream().filter(l -> l.startsWith("dep")).findAny().get()) + 2;
    assertTrue(lines.get(first).startsWith("c0            c1"), lines.get(first));
    assertTrue(lines.get(first + 9).startsWith("c2            c3"), lines.get(first + 9));
    assertTrue(lines.get(first + 10).startsWith("= inside the noise"), lines.get(first + 10));
  }

  @Test
  void fortySymbolsAreExplainedTheCostliest() {
    List<String> real = new ArrayList<>();
    List<String> generated = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      real.addAll(Collections.nCopies(10 + i, "v" + i));
      generated.addAll(Collections.nCopies(69 - i, "v" + i));
    }
    Scorecard card =
        Scores.of(List.of(Scores.words("w", real)), List.of(Scores.words("w", generated)));
    String text =
        Scores.text(card, Scores.context(InformationUnit.BITS, List.of("w", "w"), List.of()));
    List<String> lines = text.lines().toList();
    int more = lines.indexOf("and 20 more that cost less");
    assertTrue(lines.get(more - 41).startsWith(" ".repeat(32)), text);
    assertTrue(lines.get(more - 40).startsWith("v0 ") || lines.get(more - 40).startsWith("v59 "));
    assertEquals(more, lines.lastIndexOf("and 20 more that cost less"), text);
  }

  @Test
  void rangesAreExplainedInTheirOrder() {
    SplittableRandom random = new SplittableRandom(5);
    OutputColumn real = new OutputColumn.Doubles("x", random.doubles(2000).toArray(), new BitSet());
    OutputColumn generated =
        new OutputColumn.Doubles(
            "x", random.doubles(2000).map(u -> 1.2 * u * u).toArray(), new BitSet());
    Scorecard card = Scores.of(List.of(real), List.of(generated));
    String text = Scores.text(card, Scores.context(InformationUnit.BITS, List.of("x"), List.of()));
    List<Double> starts =
        text.lines()
            .filter(line -> line.matches("\\[0\\..*"))
            .map(line -> Double.parseDouble(line.substring(1, line.indexOf(','))))
            .toList();
    assertTrue(starts.size() > 20, text);
    assertEquals(starts.stream().sorted().toList(), starts);
    assertTrue(text.lines().anyMatch(line -> line.startsWith("> ") && line.endsWith("unseen")));
  }

  /** Names and values that are long, wide, composed, hostile, or of numbers at their limits. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyLineFits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<OutputColumn> real = new ArrayList<>();
    List<OutputColumn> generated = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int rows = 1 + random.nextInt(300);
    for (int column = 0; column < 6; column++) {
      String name = odd(random);
      names.add(name);
      real.add(column(name, column, rows, random));
      generated.add(column(name, column, 1 + rows / 2, random));
    }
    List<GateResult> gates = new ArrayList<>();
    for (double value : new double[] {1e300, -1e300, 1e14, 1e-300, Double.NaN, 0, 123456789.125}) {
      GateResult.Violation[] violations = new GateResult.Violation[8];
      for (int i = 0; i < violations.length; i++) {
        violations[i] = violation(odd(random), value);
      }
      gates.add(crossed(odd(random) + ".wasserstein>" + value, violations));
    }
    Scorecard card = Scores.of(real, generated);
    for (InformationUnit unit : InformationUnit.values()) {
      ReportContext context = Scores.context(unit, names, gates);
      for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
        String text = Scores.text(card, context, charset);
        text.lines()
            .forEach(line -> assertTrue(Glyphs.width(line) <= 100, () -> seed + ": " + line));
        assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
        assertFalse(text.contains("NaN "), text);
        assertEquals(
            charset.equals(StandardCharsets.US_ASCII), text.chars().allMatch(c -> c < 128));
        assertEquals(text, Scores.text(card, context, charset));
      }
    }
  }

  private static OutputColumn column(String name, int kind, int rows, SplittableRandom random) {
    BitSet nulls = new BitSet();
    nulls.set(0, random.nextInt(rows));
    return switch (kind % 3) {
      case 0 ->
          new OutputColumn.Doubles(
              name,
              random.doubles(rows).map(u -> (u - 0.5) * Math.pow(10, 300 * u)).toArray(),
              nulls);
      case 1 -> new OutputColumn.Longs(name, random.longs(rows).toArray(), nulls);
      default -> {
        List<String> words = IntStream.range(0, 5).mapToObj(i -> i + odd(random)).toList();
        yield new OutputColumn.Words(
            name, random.ints(rows, 0, words.size()).toArray(), words, nulls);
      }
    };
  }

  private static String odd(SplittableRandom random) {
    List<String> parts =
        List.of(
            "a", "\u6d4b", "\ud83d\ude00", "e\u0301", " ", "\t", "\u202e", "|", "`", "{log}", "%s");
    StringBuilder name = new StringBuilder("\u6d4b".repeat(random.nextInt(2)));
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      name.append(parts.get(random.nextInt(parts.size())));
    }
    return name.toString();
  }
}
