package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
