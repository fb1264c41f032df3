package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.Shared;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of {@code lanewise.score/1}, which others parse. */
class JsonContractTest {

  private static final Set<String> ALWAYS_NUMBERS =
      Set.of("index", "symbols", "entropyReal", "nullsReal", "nullsGenerated");
  private static final Set<String> NUMBERS_OF_BOTH =
      Set.of(
          "entropyGenerated",
          "crossEntropy",
          "klRealGenerated",
          "klGeneratedReal",
          "js",
          "jsDistance",
          "totalVariation",
          "hellinger",
          "psi",
          "chiSquare",
          "unseenMass",
          "missingMass",
          "g",
          "pValue",
          "pAdjusted",
          "jsNoiseFloor",
          "jsCorrected",
          "entropyRealCorrected",
          "entropyGeneratedCorrected");
  private static final Set<String> OF_INFORMATION =
      Set.of(
          "entropyReal",
          "entropyGenerated",
          "crossEntropy",
          "klRealGenerated",
          "klGeneratedReal",
          "js",
          "jsNoiseFloor",
          "jsCorrected",
          "entropyRealCorrected",
          "entropyGeneratedCorrected");

  @TempDir private Path folder;

  private Path table(String name, double[] x, String... words) {
    return Tables.write(folder.resolve(name), Tables.doubles("x", x), Tables.words("word", words));
  }

  private Map<String, Object> score(Object... options) {
    Path real = table("real.arrow", new double[] {1, 2, 3, Double.NaN}, "a", "a", "b", "b");
    Path generated = table("generated.arrow", new double[] {1, 2, 2}, "a", "c", "c");
    Object[] all = new Object[options.length + 2];
    all[0] = "--format";
    all[1] = "json";
    System.arraycopy(options, 0, all, 2, options.length);
    return Outcome.score(real, generated, all).json();
  }

  @Test
  void everyFieldIsThereWithItsType() {
    Map<String, Object> json = score("--counts");
    assertEquals("lanewise.score/1", json.get("schema"));
    assertEquals("bits", json.get("unit"));
    assertInstanceOf(String.class, json.get("kernels"));
    assertInstanceOf(String.class, json.get("version"));
    assertEquals(folder.resolve("real.arrow").toString(), side(json, "real").get("source"));
    assertEquals(4, Json.integer(side(json, "real").get("rows")));
    assertEquals(3, Json.integer(side(json, "generated").get("rows")));
    assertEquals(List.of(), json.get("notScored"));
    for (Map<String, Object> column : Json.columns(json).values()) {
      ALWAYS_NUMBERS.forEach(field -> assertInstanceOf(BigDecimal.class, column.get(field), field));
      NUMBERS_OF_BOTH.forEach(field -> Json.number(column.get(field)));
      assertEquals(false, column.get("identifier"));
      for (Map<String, Object> count : Json.objects(column.get("counts"))) {
        assertEquals(Set.of("symbol", "real", "generated"), count.keySet());
        assertTrue(Json.integer(count.get("real")) >= 0);
        assertTrue(Json.integer(count.get("generated")) >= 0);
      }
    }
    Map<String, Object> x = Json.columns(json).get("x");
    assertEquals("numeric", x.get("kind"));
    assertEquals("float64", x.get("type"));
    assertInstanceOf(BigDecimal.class, x.get("ks"));
    assertInstanceOf(BigDecimal.class, x.get("wasserstein"));
    assertTrue(Json.list(x.get("edges")).size() >= 2);
    Map<String, Object> word = Json.columns(json).get("word");
    assertEquals("categorical", word.get("kind"));
    assertEquals("dictionary<utf8>", word.get("type"));
    assertEquals(BigDecimal.ONE, word.get("index"));
    assertNull(word.get("ks"));
    assertNull(word.get("wasserstein"));
    assertFalse(word.containsKey("edges"));
    Object fidelity = Json.object(json.get("summary")).get("columnFidelity");
    assertEquals(
        1 - (Json.number(x.get("js")) + Json.number(word.get("js"))) / 2,
        Json.number(fidelity),
        // One rounding per operation.
        4 * Math.ulp(1.0));
  }

  private static Map<String, Object> side(Map<String, Object> json, String name) {
    return Json.object(json.get(name));
  }

  @Test
  void everyNumberIsDefined() {
    Map<String, Object> json = score("--smooth", 0.5);
    Set<String> defined = Json.object(json.get("definitions")).keySet();
    for (Map<String, Object> column : Json.columns(json).values()) {
      for (String field : column.keySet()) {
        boolean plain =
            Set.of("index", "name", "type", "generatedType", "kind", "nullsReal", "nullsGenerated")
                .contains(field);
        assertTrue(plain || defined.contains(field), field);
      }
    }
    assertTrue(defined.contains("columnFidelity"));
    assertTrue(Json.object(json.get("definitions")).get("klSmoothed").toString().contains("0.5"));
  }

  @Test
  void infinityIsAStringAndUndefinedIsNull() {
    Map<String, Object> word = Json.columns(score()).get("word");
    assertEquals("Infinity", word.get("klRealGenerated"));
    assertEquals("Infinity", word.get("klGeneratedReal"));
    assertEquals("Infinity", word.get("crossEntropy"));
    assertEquals("Infinity", word.get("psi"));
    assertEquals(2 / 3.0, Json.number(word.get("unseenMass")));
    assertEquals(0.5, Json.number(word.get("missingMass")));
    assertFalse(word.containsKey("counts"));
    assertFalse(word.containsKey("klSmoothed"));
  }

  @Test
  void unitGovernsInformationAndNothingElse() {
    Map<String, Map<String, Object>> bits = Json.columns(score());
    Map<String, Map<String, Object>> nats = Json.columns(score("--unit", "nats"));
    assertEquals("nats", score("--unit", "NATS").get("unit"));
    for (String name : bits.keySet()) {
      for (String field : bits.get(name).keySet()) {
        Object inBits = bits.get(name).get(field);
        Object inNats = nats.get(name).get(field);
        if (field.equals("jsDistance")) {
          assertEquals(
              Math.sqrt(Json.number(nats.get(name).get("js"))), Json.number(inNats), field);
          assertEquals(
              Math.sqrt(Json.number(bits.get(name).get("js"))), Json.number(inBits), field);
        } else if (OF_INFORMATION.contains(field)) {
          // One rounding: the quotient's.
          assertEquals(Json.number(inNats) / Math.log(2), Json.number(inBits), field);
        } else if (!field.equals("jsInterval") && !field.equals("contributions")) {
          assertEquals(inNats, inBits, field);
        }
      }
    }
  }

  @Test
  void everyDecimalIsTheShortestThatReadsBack() {
    Path real = table("real.arrow", new double[] {0.1, 0.7, 1e-9, 3e200}, "a", "a", "b", "b");
    String json = Outcome.score(real, real, "--format", "json").result();
    Matcher number = Pattern.compile("[:\\[,] (-?\\d[-+.eE\\d]*)").matcher(json);
    int seen = 0;
    while (number.find()) {
      String text = number.group(1);
      if (text.contains(".")) {
        assertEquals(Double.toString(Double.parseDouble(text)), text);
        seen++;
      }
    }
    assertTrue(seen > 20, () -> json);
  }

  @Test
  void edgesBeyondTheExactDoublesAreStrings() {
    long big = (1L << 53) + 1;
    Path table =
        Tables.write(
            folder.resolve("big.arrow"),
            Tables.longs("n", -big, 5, 6, big, big + 1, big + 2, 1L << 53));
    Map<String, Object> column =
        Json.columns(Outcome.score(table, table, "--format", "json", "--numeric", "n").json())
            .get("n");
    List<Object> edges = Json.list(column.get("edges"));
    for (Object edge : edges) {
      boolean exact = edge instanceof BigDecimal;
      BigDecimal value = new BigDecimal(edge.toString());
      assertEquals(exact, value.abs().compareTo(new BigDecimal(1L << 53)) <= 0, edge.toString());
    }
    assertTrue(edges.contains(Long.toString(-big)), edges::toString);
  }

  @Test
  void anyColumnNameAndValueIsValidJson() throws IOException {
    List<String> names =
        List.of("", "a", "a", "\u0000\u0001\t\n\"\\\u007f", "\u2028\ud83d\ude00\u00e9\u65e5", "</");
    Path table =
        Tables.write(
            folder.resolve("odd.arrow"),
            1000,
            names.stream()
                .map(name -> Tables.words(name, "x", name + "\"\\\n", "\u0000"))
                .toList());
    Path file = folder.resolve("odd.json");
    Outcome.score(table, table, "--format", "json", "--counts", "-o", file).result();
    Map<String, Object> json = Json.object(Json.read(Files.readString(file)));
    assertEquals(
        names, Json.objects(json.get("columns")).stream().map(c -> c.get("name")).toList());
    for (Map<String, Object> column : Json.objects(json.get("columns"))) {
      Set<Object> symbols =
          Json.objects(column.get("counts")).stream()
              .map(count -> count.get("symbol"))
              .collect(Collectors.toSet());
      assertEquals(Set.of("x", column.get("name") + "\"\\\n", "\u0000"), symbols);
    }
  }

  @Test
  void nullIsASymbolWithoutALabel() {
    Path file = Tables.interop("files/js-nulls-one-side.gen.arrow");
    Map<String, Object> json =
        Outcome.score(file, file, "--format", "json", "--counts", "--categorical", "*").json();
    long nulls = 0;
    for (Map<String, Object> column : Json.objects(json.get("columns"))) {
      for (Map<String, Object> count : Json.objects(column.get("counts"))) {
        if (count.get("symbol") == null) {
          nulls++;
          assertEquals(column.get("nullsReal"), count.get("real"));
        }
      }
    }
    assertTrue(nulls > 0);
  }

  @Test
  void whatIsNotScoredIsListed() {
    Path real =
        Tables.write(
            folder.resolve("a.arrow"),
            Tables.doubles("x", 1),
            Tables.doubles("old", 1),
            Tables.doubles("mixed", 1));
    Path generated =
        Tables.write(
            folder.resolve("b.arrow"),
            Tables.doubles("x", 1),
            Tables.doubles("new", 1),
            Tables.words("mixed", "a"));
    Map<String, Object> json = Outcome.score(real, generated, "--format", "json").json();
    List<Map<String, Object>> notScored = Json.objects(json.get("notScored"));
    assertEquals(
        List.of("old real", "mixed both", "new generated"),
        notScored.stream().map(c -> c.get("name") + " " + c.get("side")).toList());
    for (Map<String, Object> column : notScored) {
      assertEquals(Set.of("name", "side", "type", "reason"), column.keySet());
      assertFalse(column.get("reason").toString().isEmpty());
    }
    assertEquals("float64 / dictionary<utf8>", notScored.get(1).get("type"));
  }

  private static final List<String> SYMBOL_FIELDS =
      List.of("real", "generated", "klRealGenerated", "klGeneratedReal", "js", "unseen", "missing");

  @Test
  void significanceIsToldOfEveryColumn() {
    for (Map<String, Object> column : Json.columns(score()).values()) {
      double p = Json.number(column.get("pValue"));
      double adjusted = Json.number(column.get("pAdjusted"));
      assertTrue(0 <= p && p <= adjusted && adjusted <= 1, () -> p + " " + adjusted);
      assertEquals(adjusted >= 0.05, column.get("insideNoise"));
      List<Object> interval = Json.list(column.get("jsInterval"));
      assertEquals(2, interval.size());
      double upper = Json.number(interval.get(1));
      assertTrue(0 <= Json.number(interval.get(0)) && upper <= 1, interval::toString);
      assertEquals(adjusted >= 0.05 && upper > 0.1, column.get("tooFewRows"));
      assertTrue(Json.number(column.get("jsCorrected")) <= Json.number(column.get("js")));
    }
    List<Object> bits = Json.list(Json.columns(score()).get("word").get("jsInterval"));
    List<Object> nats =
        Json.list(Json.columns(score("--unit", "nats")).get("word").get("jsInterval"));
    assertEquals(Json.number(nats.get(1)) / Math.log(2), Json.number(bits.get(1)));
  }

  @Test
  void contributionsAddUpTheCostliestFirst() {
    for (String unit : List.of("bits", "nats")) {
      Map<String, Object> json = score("--unit", unit, "--counts");
      Map<String, Object> word = Json.columns(json).get("word");
      List<Map<String, Object>> symbols = Json.objects(word.get("contributions"));
      assertEquals(
          List.of("c", "b", "a"), symbols.stream().map(symbol -> symbol.get("symbol")).toList());
      double sum = 0;
      for (Map<String, Object> symbol : symbols) {
        List<String> fields = new ArrayList<>(List.of("symbol"));
        fields.addAll(SYMBOL_FIELDS);
        assertEquals(fields, List.copyOf(symbol.keySet()));
        sum += Json.number(symbol.get("js"));
      }
      // Three roundings.
      assertEquals(Json.number(word.get("js")), sum, 4 * Math.ulp(1.0));
      assertEquals(true, symbols.get(0).get("unseen"));
      assertEquals("Infinity", symbols.get(0).get("klGeneratedReal"));
      assertEquals(true, symbols.get(1).get("missing"));
      assertEquals("Infinity", symbols.get(1).get("klRealGenerated"));
      assertEquals(2, Json.integer(symbols.get(1).get("real")));
      assertEquals(false, symbols.get(2).get("unseen"));
      assertEquals(false, symbols.get(2).get("missing"));
    }
  }

  @Test
  void tenSymbolsAreToldUnlessMoreAreAskedFor() {
    String[] real = IntStream.range(0, 450).mapToObj(i -> "w" + i % 15).toArray(String[]::new);
    String[] other = IntStream.range(0, 450).mapToObj(i -> "w" + i % 13).toArray(String[]::new);
    Path a =
        Tables.write(folder.resolve("a"), Tables.words("one", real), Tables.words("two", real));
    Path b =
        Tables.write(folder.resolve("b"), Tables.words("one", other), Tables.words("two", other));
    assertEquals(List.of(10, 10, 5), contributions(a, b));
    assertEquals(List.of(10, 15, 5), contributions(a, b, "--explain", "two"));
    assertEquals(List.of(15, 15, 5), contributions(a, b, "--counts"));
  }

  private static List<Integer> contributions(Path real, Path generated, Object... options) {
    Object[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "--format";
    all[options.length + 1] = "json";
    Map<String, Object> json = Outcome.score(real, generated, all).json();
    List<Integer> sizes = new ArrayList<>();
    for (String part : List.of("columns", "pairs")) {
      for (Map<String, Object> scored : Json.objects(json.get(part))) {
        sizes.add(Json.list(scored.get("contributions")).size());
      }
    }
    return sizes;
  }

  private static final List<String> PAIR_FIELDS =
      List.of(
          "x",
          "y",
          "symbolsX",
          "symbolsY",
          "jointEntropyReal",
          "jointEntropyGenerated",
          "conditionalEntropyYGivenXReal",
          "conditionalEntropyYGivenXGenerated",
          "conditionalEntropyXGivenYReal",
          "conditionalEntropyXGivenYGenerated",
          "mutualInformationReal",
          "mutualInformationGenerated",
          "mutualInformationRealCorrected",
          "mutualInformationGeneratedCorrected",
          "normalizedMutualInformationReal",
          "normalizedMutualInformationGenerated",
          "js",
          "jsNoiseFloor",
          "pValue",
          "pAdjusted",
          "mutualInformationChange",
          "mutualInformationChangeError",
          "mutualInformationChangePValue",
          "insideNoise",
          "contributions");

  @Test
  void everyPairIsTold() {
    Map<String, Object> json = score();
    List<Map<String, Object>> pairs = Json.objects(json.get("pairs"));
    assertEquals(1, pairs.size());
    Map<String, Object> pair = pairs.getFirst();
    assertEquals(PAIR_FIELDS, List.copyOf(pair.keySet()));
    assertEquals("x", pair.get("x"));
    assertEquals("word", pair.get("y"));
    Set<String> defined = Json.object(json.get("definitions")).keySet();
    for (String field : PAIR_FIELDS) {
      assertTrue(Set.of("x", "y").contains(field) || defined.contains("pairs." + field), field);
    }
    double joint = Json.number(pair.get("jointEntropyReal"));
    double yGivenX = Json.number(pair.get("conditionalEntropyYGivenXReal"));
    double xGivenY = Json.number(pair.get("conditionalEntropyXGivenYReal"));
    // I = H(X,Y) - H(Y|X) - H(X|Y), each rounded.
    assertEquals(
        joint - yGivenX - xGivenY,
        Json.number(pair.get("mutualInformationReal")),
        8 * Math.ulp(1.0));
    for (Map<String, Object> cell : Json.objects(pair.get("contributions"))) {
      List<String> fields = new ArrayList<>(List.of("symbolX", "symbolY"));
      fields.addAll(SYMBOL_FIELDS);
      assertEquals(fields, List.copyOf(cell.keySet()));
    }
    Map<String, Object> nats = Json.objects(score("--unit", "nats").get("pairs")).getFirst();
    assertEquals(
        Json.number(nats.get("mutualInformationReal")) / Math.log(2),
        Json.number(pair.get("mutualInformationReal")));
    assertEquals(
        nats.get("normalizedMutualInformationReal"), pair.get("normalizedMutualInformationReal"));
    assertEquals(List.of(), score("--pairs", "none").get("pairs"));
  }

  @Test
  void theSummaryAndTheEstimatorAreTold() {
    Map<String, Object> json = score("--estimator", "grassberger");
    assertEquals("grassberger", json.get("estimator"));
    assertEquals("miller-madow", score().get("estimator"));
    Map<String, Object> summary = Json.object(json.get("summary"));
    assertEquals(
        List.of(
            "columnFidelity",
            "pairFidelity",
            "fidelity",
            "lostDependence",
            "inventedDependence",
            "dependenceNoise",
            "fidelityCeiling"),
        List.copyOf(summary.keySet()));
    assertEquals(
        (Json.number(summary.get("columnFidelity")) + Json.number(summary.get("pairFidelity"))) / 2,
        Json.number(summary.get("fidelity")));
    assertNull(Json.object(score("--pairs", "none").get("summary")).get("pairFidelity"));
  }

  @Test
  void gatesAreToldWithWhatCrossedThem() {
    Path real = table("real.arrow", new double[] {1, 2, 3, 4}, "a", "a", "b", "b");
    Path generated = table("generated.arrow", new double[] {1, 2, 3, 4}, "a", "c", "c", "c");
    Outcome outcome =
        Outcome.score(
            real,
            generated,
            "--format",
            "json",
            "--fail-if",
            "klRealGenerated>=Infinity",
            "--fail-if",
            "fidelity < 1",
            "--fail-if",
            "js>1");
    Map<String, Object> json = Json.object(Json.read(outcome.out()));
    List<Map<String, Object>> gates = Json.objects(json.get("gates"));
    assertEquals(
        List.of("klRealGenerated>=Infinity", "fidelity < 1", "js>1"),
        gates.stream().map(gate -> gate.get("rule")).toList());
    assertEquals(
        List.of(true, true, false), gates.stream().map(gate -> gate.get("crossed")).toList());
    assertEquals(
        List.of(Map.of("column", "word", "value", "Infinity")), gates.get(0).get("violations"));
    Map<String, Object> violation = Json.objects(gates.get(1).get("violations")).getFirst();
    assertNull(violation.get("column"));
    assertEquals(Json.object(json.get("summary")).get("fidelity"), violation.get("value"));
    assertEquals(List.of(), gates.get(2).get("violations"));
    assertEquals(List.of(), score().get("gates"));
  }

  @Test
  void withoutGeneratedRowsWhatNeedsThemIsNull() {
    Path real = table("real.arrow", new double[] {1, 2, 3, 4}, "a", "a", "b", "b");
    Path generated = table("generated.arrow", new double[0]);
    String text =
        Outcome.score(real, generated, "--format", "json", "--smooth", 1, "--counts").result();
    assertFalse(text.contains(": NaN"), text);
    Map<String, Object> json = Json.object(Json.read(text));
    for (Map<String, Object> column : Json.columns(json).values()) {
      for (String field :
          List.of(
              "js",
              "g",
              "pValue",
              "jsCorrected",
              "jsInterval",
              "insideNoise",
              "tooFewRows",
              "klSmoothed",
              "entropyGeneratedCorrected")) {
        assertTrue(column.containsKey(field), field);
        assertNull(column.get(field), field);
      }
      assertEquals(List.of(), column.get("contributions"));
    }
    Map<String, Object> pair = Json.objects(json.get("pairs")).getFirst();
    assertEquals(PAIR_FIELDS, List.copyOf(pair.keySet()));
    assertNull(pair.get("js"));
    assertNull(pair.get("insideNoise"));
    assertInstanceOf(BigDecimal.class, pair.get("mutualInformationReal"));
    Json.object(json.get("summary")).values().forEach(value -> assertNull(value));
  }

  /** The figures that are known of placements from elsewhere, in bits. */
  @ParameterizedTest
  @CsvSource({
    "high_spec, degree_type, 0.420666218287, 0.00909469344335",
    "work_experience, placed, 0.060031508432, 0.00380699332065",
  })
  void knownDependenceOfPlacements(String x, String y, double real, double generated) {
    Map<String, Object> json =
        Outcome.score(
                Shared.path("data/placements/real.arrow"),
                Shared.path("data/placements/gen.arrow"),
                "--format",
                "json")
            .json();
    Map<String, Object> pair =
        Json.objects(json.get("pairs")).stream()
            .filter(each -> Set.of(x, y).equals(Set.of(each.get("x"), each.get("y"))))
            .findFirst()
            .orElseThrow();
    // Twelve digits are known.
    assertEquals(real, Json.number(pair.get("mutualInformationReal")), 1e-11 * real);
    assertEquals(generated, Json.number(pair.get("mutualInformationGenerated")), 1e-11 * generated);
  }
}
