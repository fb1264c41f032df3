package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.profile.Treatment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole tables scored, against counts and values that were computed elsewhere with 60 digits. */
class OracleScoresTest {

  /** Of a sum of at most 200 terms, each right to 1e-15. */
  private static final double RELATIVE = 1e-12;

  private static final double LN_2 = Math.log(2);
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);

  /** Rows are made from the counts of the real CSV pairs, scored, and must give their measures. */
  @TestFactory
  Stream<DynamicTest> columnsOfRealTablesScoreAsExpected() {
    return pairs()
        .flatMap(
            pair ->
                stream(pair.get("columns"))
                    .map(
                        column ->
                            DynamicTest.dynamicTest(
                                name(pair, column), () -> check(score(column), column))));
  }

  @Test
  void knownFiguresOfPlacementsAreMet() {
    ColumnScore experience = score(column("sdmetrics-placements", "work_experience"));
    assertEquals(0.928768246125, experience.entropyReal() / LN_2, 1e-12);
    ColumnScore degree = score(column("sdmetrics-placements", "degree_type"));
    assertEquals(0.00317242463751, Scores.comparison(degree).js() / LN_2, 1e-14);
  }

  @Test
  void valuesAreCountedCanonically() {
    JsonNode node = values("float-categories");
    List<Double> values = doubles(node.get("values"));
    ColumnScore score =
        scoreAsCategories(
            MemoryColumn.doubles("x", FLOAT64, values), MemoryColumn.doubles("x", FLOAT64, values));
    JsonNode canonical = node.get("canonical");
    for (SymbolCount symbol : score.counts()) {
      assertEquals(
          canonical.get("counts").get(nameInOracle(symbol)).longValue(),
          symbol.real(),
          () -> symbol.label() + " rows");
    }
    assertEquals(canonical.get("counts").size(), score.counts().size());
    assertClose(canonical.get("H"), score.entropyReal(), "H");
  }

  @Test
  void nullIsASymbolOfItsOwn() {
    for (String id :
        List.of("all-null-both", "all-null-real-only", "all-null-gen-only", "nulls-partial")) {
      JsonNode node = values(id);
      MemoryColumn real = MemoryColumn.doubles("x", FLOAT64, doubles(node.get("real")));
      MemoryColumn generated = MemoryColumn.doubles("x", FLOAT64, doubles(node.get("gen")));
      JsonNode expected = node.get("expected_null_as_category");
      checkMeasures(scoreAsCategories(real, generated), expected);
      if (!id.equals("all-null-real-only")) {
        // Each value has a bin of its own, so that binning gives the same measures.
        checkMeasures(Scores.score(real, generated).columns().getFirst(), expected);
      }
    }
  }

  private static ColumnScore scoreAsCategories(MemoryColumn real, MemoryColumn generated) {
    return score(real, generated, new Treatment.AsCategories());
  }

  private static ColumnScore score(MemoryColumn real, MemoryColumn generated, Treatment treatment) {
    ColumnSelection selection =
        new ColumnSelection(
            List.of(), List.of(), Map.of("x", treatment), new Treatment.Automatic());
    return Scores.score(
            MemoryTable.of("real", real), MemoryTable.of("generated", generated), selection)
        .columns()
        .getFirst();
  }

  private static ColumnScore score(JsonNode column) {
    if (!column.has("edges")) {
      return scoreAsCategories(
          MemoryColumn.texts("x", rows(column, "real_counts", OracleScoresTest::category)),
          MemoryColumn.texts("x", rows(column, "gen_counts", OracleScoresTest::category)));
    }
    // An edge of the oracle is a double: its exact value, not the shortest decimal that reads so.
    List<BigDecimal> edges =
        stream(column.get("edges")).map(edge -> new BigDecimal(edge.doubleValue())).toList();
    return score(
        MemoryColumn.doubles(
            "x", FLOAT64, rows(column, "real_counts", OracleScoresTest::valueInBin)),
        MemoryColumn.doubles(
            "x", FLOAT64, rows(column, "gen_counts", OracleScoresTest::valueInBin)),
        new Treatment.WithEdges(edges));
  }

  private static void check(ColumnScore score, JsonNode column) {
    List<Long> real = longs(column.get("real_counts"));
    List<Long> generated = longs(column.get("gen_counts"));
    assertEquals(real.stream().sorted().toList(), sorted(score, SymbolCount::real));
    assertEquals(generated.stream().sorted().toList(), sorted(score, SymbolCount::generated));
    checkMeasures(score, column.get("expected"));
    assertClose(
        column.get("KL_pq_additive_0.5"),
        Scores.comparison(score).klSmoothed().getAsDouble(),
        "smoothed KL");
  }

  private static void checkMeasures(ColumnScore score, JsonNode expected) {
    Comparison found = Scores.comparison(score);
    assertClose(expected.get("H_p"), score.entropyReal(), "H_p");
    assertClose(expected.get("H_q"), score.entropyGenerated(), "H_q");
    assertClose(expected.get("CE_pq"), found.crossEntropy(), "CE_pq");
    assertClose(expected.get("KL_pq"), found.klRealGenerated(), "KL_pq");
    assertClose(expected.get("KL_qp"), found.klGeneratedReal(), "KL_qp");
    assertClose(expected.get("JS"), found.js(), "JS");
  }

  private static List<Long> sorted(ColumnScore score, ToLongFunction<SymbolCount> side) {
    return score.counts().stream().mapToLong(side).sorted().boxed().toList();
  }

  private interface ValueOf<T> {
    T of(JsonNode column, int symbol);
  }

  /** As many rows of each symbol as it has counts. */
  private static <T> List<T> rows(JsonNode column, String side, ValueOf<T> value) {
    List<T> rows = new ArrayList<>();
    JsonNode counts = column.get(side);
    for (int symbol = 0; symbol < counts.size(); symbol++) {
      T of = value.of(column, symbol);
      for (long i = counts.get(symbol).longValue(); i > 0; i--) {
        rows.add(of);
      }
    }
    return rows;
  }

  private static String category(JsonNode column, int symbol) {
    String text = column.get("categories").get(symbol).textValue();
    return text.isEmpty() ? null : text;
  }

  /** Codes of the oracle: underflow, the bins, overflow, and two more without a number. */
  private static Double valueInBin(JsonNode column, int symbol) {
    JsonNode edges = column.get("edges");
    int bins = edges.size() - 1;
    if (symbol == 0) {
      return Math.nextDown(edges.get(0).doubleValue());
    }
    if (symbol <= bins) {
      return edges.get(symbol - 1).doubleValue();
    }
    if (symbol == bins + 1) {
      return Math.nextUp(edges.get(bins).doubleValue());
    }
    return symbol == bins + 2 ? Double.NaN : null;
  }

  private static String nameInOracle(SymbolCount symbol) {
    String label = symbol.label();
    if (label == null) {
      return "null";
    }
    return switch (label) {
      case "NaN" -> "nan";
      case "Infinity" -> "inf";
      case "-Infinity" -> "-inf";
      case "4.9E-324" -> "5e-324";
      default -> label;
    };
  }

  private static void assertClose(JsonNode expected, double actual, String message) {
    double value = Double.parseDouble(expected.get("f64").asText());
    if (Double.isInfinite(value)) {
      assertEquals(value, actual, message);
    } else {
      assertEquals(value, actual, RELATIVE * value, message);
    }
  }

  private static JsonNode column(String pair, String name) {
    return pairs()
        .filter(p -> p.get("pair").textValue().equals(pair))
        .flatMap(p -> stream(p.get("columns")))
        .filter(c -> c.get("column").textValue().equals(name) && !c.has("edges"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> pairs() {
    JsonNode pairs = read("csv_pairs.json").get("pairs");
    assertTrue(pairs.size() > 0);
    return stream(pairs);
  }

  private static String name(JsonNode pair, JsonNode column) {
    return pair.get("pair").textValue()
        + " "
        + column.get("column").textValue()
        + (column.has("edges") ? " in bins" : "");
  }

  private static JsonNode values(String id) {
    return stream(read("values.json").get("cases"))
        .filter(node -> node.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> doubles(JsonNode array) {
    List<Double> values = new ArrayList<>();
    array.forEach(v -> values.add(v.isNull() ? null : (Double) Double.parseDouble(v.asText())));
    return values;
  }

  private static List<Long> longs(JsonNode array) {
    return stream(array).map(JsonNode::longValue).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(String name) {
    try (InputStream in = OracleScoresTest.class.getResourceAsStream("/oracle/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
