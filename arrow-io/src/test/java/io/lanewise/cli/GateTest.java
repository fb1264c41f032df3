package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A crossed rule is a line on standard error and exit code 1, and the report is there anyway. */
class GateTest {

  @TempDir private Path folder;
  private Path real;
  private Path generated;
  private Path empty;

  @BeforeEach
  void writeTables() {
    real =
        Tables.write(
            folder.resolve("real.arrow"),
            Tables.doubles("price", 1, 1, 2, 2),
            Tables.words("a.b", "x", "x", "y", "y"),
            Tables.words("colour", "red", "red", "blue", "blue"));
    generated =
        Tables.write(
            folder.resolve("generated.arrow"),
            Tables.doubles("price", 3, 3, 4, 4),
            Tables.words("a.b", "x", "y", "x", "y"),
            Tables.words("colour", "red", "red", "red", "red"));
    empty =
        Tables.write(
            folder.resolve("empty.arrow"),
            Tables.doubles("price"),
            Tables.words("a.b"),
            Tables.words("colour"));
  }

  private Outcome score(Object... options) {
    return Outcome.score(real, generated, options);
  }

  private static Object[] gates(String... rules) {
    return Stream.of(rules).flatMap(rule -> Stream.of("--fail-if", rule)).toArray();
  }

  private Path rules(String content) throws IOException {
    return Files.writeString(folder.resolve("ci.rules"), content);
  }

  @Test
  void rulesThatHoldAreSilent() {
    assertTrue(score(gates("js>1", "fidelity<0.1", "a.b.js>0")).result().contains("fidelity"));
  }

  @Test
  void everyCrossedRuleIsALine() {
    Outcome outcome =
        score(gates("js>0.1", "js>1", "price.klRealGenerated>=Infinity", "columnFidelity < 0.9"));
    assertEquals(ExitCode.CROSSED, outcome.exitCode());
    assertTrue(outcome.out().contains("fidelity"), outcome::out);
    assertEquals(
        """
        lanewise: crossed: js>0.1: 'price' 1.0000 bits, and 1 more
        lanewise: crossed: price.klRealGenerated>=Infinity: 'price' Infinity bits
        lanewise: crossed: columnFidelity < 0.9: 0.5629
        """,
        outcome.err());
  }

  @Test
  void theReportIsTheSameWhateverTheFormat() throws IOException {
    for (String format : List.of("text", "json", "markdown")) {
      Path file = folder.resolve("score." + format);
      Outcome toFile = score("--fail-if", "js>0.1", "--format", format, "-o", file);
      Outcome shown = score("--fail-if", "js>0.1", "--format", format);
      assertEquals(ExitCode.CROSSED, toFile.exitCode());
      assertEquals(ExitCode.CROSSED, shown.exitCode());
      assertEquals("", toFile.out());
      assertEquals(shown.out(), Files.readString(file));
      assertEquals(shown.err(), toFile.err());
    }
  }

  @Test
  void quietIsNotSilentOnGates() {
    Outcome outcome = score("--quiet", "--fail-if", "price.js>=1");
    assertEquals(ExitCode.CROSSED, outcome.exitCode());
    assertEquals("lanewise: crossed: price.js>=1: 'price' 1.0000 bits\n", outcome.err());
  }

  @Test
  void thresholdsAreInTheUnitShown() {
    assertEquals(ExitCode.CROSSED, score("--fail-if", "js>0.9").exitCode());
    score("--fail-if", "js>0.9", "--unit", "nats").result();
  }

  @Test
  void fileAndOptionsGoTogether() throws IOException {
    Path file = rules("\ufeff# for CI\r\n\r\njs>0.1\r\n  a.b.js>0.5");
    Path other = Files.writeString(folder.resolve("more.rules"), "price.ks>0.5\n");
    Outcome outcome =
        score("--fail-if", "fidelity<0.99", "--rules", file, "--rules", other, "--quiet");
    assertEquals(ExitCode.CROSSED, outcome.exitCode());
    assertEquals(
        List.of("js>0.1", "price.ks>0.5", "fidelity<0.99"),
        outcome
            .err()
            .lines()
            .map(line -> line.replaceFirst("lanewise: crossed: (.*?): .*", "$1"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"js>0.1", "price.ks>0.1", "fidelity<0.5", "nullsGenerated>0"})
  void anEmptyFileDoesNotPass(String rule) {
    Outcome outcome = Outcome.score(real, empty, "--fail-if", rule);
    assertEquals(ExitCode.CROSSED, outcome.exitCode(), outcome::err);
    assertTrue(
        outcome.err().startsWith("lanewise: crossed: " + rule + ": ")
            && outcome.err().contains("no value"),
        outcome::err);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(List.of("--fail-if", "jss>0.1"), "--fail-if 'jss>0.1': no measure 'jss'; did"),
        Arguments.of(List.of("--fail-if", "js"), "expected [COLUMN.]measure, one of > >= < <="),
        Arguments.of(List.of("--fail-if", ""), "--fail-if '': not a rule"),
        Arguments.of(List.of("--fail-if", "js>much"), "'much' is not a number"),
        Arguments.of(List.of("--fail-if", "prize.js>1"), "did you mean 'price'?"),
        Arguments.of(List.of("--fail-if", "a.js>1"), "no scored column 'a'"),
        Arguments.of(List.of("--fail-if", "colour.ks>1"), "column 'colour' is categorical"),
        Arguments.of(List.of("--fail-if", "klSmoothed>1"), "needs --smooth"),
        Arguments.of(List.of("--fail-if", "pairFidelity<1", "--pairs", "none"), "needs pairs"),
        Arguments.of(List.of("--fail-if", "lostDependence>0", "--columns", "price"), "needs pairs"),
        Arguments.of(
            List.of("--fail-if", "price.js>1", "--exclude", "price"), "no scored column 'price'"),
        Arguments.of(List.of("--fail-if", "js>1", "--fail-if", "jz.q>1"), "'jz.q>1'"),
        Arguments.of(List.of("--explain", "prize"), "--explain: no scored column 'prize'; did"),
        Arguments.of(List.of("--explain", "price,hue"), "'hue'; the data has price, a.b, colour"),
        Arguments.of(List.of("--rules", ""), "--rules '', expected a file"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeUsedLeavesTheFileWhole(List<String> options, String mentioned)
      throws IOException {
    Path file = Files.writeString(folder.resolve("score.json"), "before");
    List<Object> all = new ArrayList<>(options);
    all.addAll(List.of("-o", file));
    score(all.toArray()).refuses(ExitCode.USAGE, mentioned);
    assertEquals("before", Files.readString(file));
    score(options.toArray()).refuses(ExitCode.USAGE, mentioned);
  }

  @Test
  void whatTheFitFindsLeavesTheFileWhole() throws IOException {
    Path nulls = Tables.write(folder.resolve("nulls.arrow"), Tables.doubles("x", Double.NaN));
    Path file = Files.writeString(folder.resolve("score.json"), "before");
    Outcome.score(nulls, nulls, "--fail-if", "x.ks>0.1", "-o", file)
        .refuses(ExitCode.USAGE, "column 'x' is categorical, ks needs one that is binned");
    assertEquals("before", Files.readString(file));
  }

  @Test
  void aMistakeInAFileIsToldWithItsLine() throws IOException {
    Path file = rules("js>0.1\nprize.js>1\n");
    score("--rules", file).refuses(ExitCode.USAGE, file + ":2 'prize.js>1': ", "'price'");
    file = rules("js>0.1\n\njs>\n");
    score("--rules", file).refuses(ExitCode.USAGE, file + ":3 'js>': ");
    Path none = folder.resolve("none.rules");
    score("--rules", none).refuses(ExitCode.USAGE, none + ": no such file");
    score("--rules", real).refuses(ExitCode.USAGE, real + ":1: not text");
  }

  @Test
  void formIsCheckedBeforeAnyDataIsOpened() {
    Path none = folder.resolve("none.arrow");
    Outcome.score(none, generated, "--fail-if", "js").refuses(ExitCode.USAGE, "not a rule");
    Outcome.score(none, generated, "--fail-if", "x.js>1").refuses(ExitCode.DATA, "no such file");
  }

  @Test
  void noColumnInCommonIsAFaultOfTheData() {
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.doubles("weight", 1, 2));
    Outcome.score(real, other, "--fail-if", "price.js>1", "--explain", "price")
        .refuses(ExitCode.DATA, "no columns in common");
  }

  @Test
  void aReportThatCannotBeWrittenIsWorseThanACrossedRule() {
    score("--fail-if", "js>0.1", "-o", folder.resolve("none/score.json"))
        .refuses(ExitCode.ENVIRONMENT, "no folder");
    assertEquals(ExitCode.ENVIRONMENT, scoreInto("No space left on device"));
    // A reader that has seen enough is no failure, and the rule is crossed all the same.
    assertEquals(ExitCode.CROSSED, scoreInto("Broken pipe"));
  }

  private int scoreInto(String failure) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            broken,
            StandardCharsets.UTF_8,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    String[] arguments = {"score", real.toString(), generated.toString(), "--fail-if", "js>0.1"};
    return Lanewise.run(arguments, streams);
  }

  @Test
  void namesDoNotBreakTheLine() {
    Path odd =
        Tables.write(folder.resolve("odd.arrow"), Tables.doubles("a\nb\u001b[31m", 1, 1, 2, 2));
    Path moved =
        Tables.write(folder.resolve("moved.arrow"), Tables.doubles("a\nb\u001b[31m", 3, 3, 4, 4));
    Outcome outcome = Outcome.score(odd, moved, "--fail-if", "a\nb\u001b[31m.js>0.5");
    assertEquals(ExitCode.CROSSED, outcome.exitCode());
    assertEquals(1, outcome.err().lines().count(), outcome::err);
    assertFalse(outcome.err().contains("\u001b"), outcome::err);
  }

  @Test
  void whatBecameOfTheRulesIsInTheJson() {
    Outcome outcome = score("--format", "json", "--fail-if", "js>0.1", "--fail-if", "js>1");
    List<Map<String, Object>> gates =
        Json.objects(Json.object(Json.read(outcome.out())).get("gates"));
    assertEquals(List.of("js>0.1", "js>1"), gates.stream().map(gate -> gate.get("rule")).toList());
    assertEquals(List.of(true, false), gates.stream().map(gate -> gate.get("crossed")).toList());
    assertEquals(
        List.of("price", "colour"),
        Json.objects(gates.getFirst().get("violations")).stream()
            .map(violation -> violation.get("column"))
            .toList());
  }

  @Test
  void lostDependenceOfThePlacementsIsFound() {
    Outcome outcome =
        Outcome.score(
            Shared.path("data/placements/real.arrow"),
            Shared.path("data/placements/gen.arrow"),
            gates("lostDependence>0.5", "columnFidelity<0.8"));
    assertEquals(ExitCode.CROSSED, outcome.exitCode(), outcome::err);
    assertTrue(outcome.err().startsWith("lanewise: crossed: lostDependence>0.5: 0."), outcome::err);
    assertEquals(1, outcome.err().lines().count(), outcome::err);
  }

  @Test
  void explainedColumnsAreAList() {
    Path odd =
        Tables.write(
            folder.resolve("odd.arrow"), Tables.doubles("a,b", 1, 2), Tables.doubles("c", 1, 2));
    Outcome.score(odd, odd, "--explain", "a\\,b,c", "--explain", "c").result();
    Outcome.score(odd, odd, "--explain", "a,b").refuses(ExitCode.USAGE, "no scored column 'a'");
    assertEquals(List.of("a,b", "c"), NameList.parse(Arrays.asList("a\\,b", "c")));
  }
}
