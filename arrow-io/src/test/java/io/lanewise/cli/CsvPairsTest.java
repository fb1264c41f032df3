package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Adult against CTGAN and placements against its synthetic twin: every column that the oracle has
 * values of, as categories or over the oracle's edges.
 */
class CsvPairsTest {

  /** What the project promises for measures of counts. */
  private static final double RELATIVE = 1e-12;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "adult-ctgan, adult/real.arrow, adult/ctgan.lz4.arrow, 18",
    "adult-ctgan, adult/real.arrows, adult/ctgan.zstd.arrow, 18",
    "sdmetrics-placements, placements/real.arrow, placements/gen.arrow, 20",
    "sdmetrics-placements, placements/real.arrows, placements/gen.arrows, 20",
  })
  void everyColumn(String pair, String real, String generated, int columns) throws IOException {
    List<Map<String, Object>> expected =
        Json.objects(Json.object(Tables.oracle("csv_pairs.json")).get("pairs")).stream()
            .filter(each -> each.get("pair").equals(pair))
            .flatMap(each -> Json.objects(each.get("columns")).stream())
            .toList();
    assertEquals(columns, expected.size());
    Map<Boolean, Map<String, Map<String, Object>>> scores = new HashMap<>();
    for (boolean binned : new boolean[] {false, true}) {
      List<Map<String, Object>> ofKind =
          expected.stream().filter(column -> column.containsKey("edges") == binned).toList();
      scores.put(
          binned,
          score(Shared.path("data/" + real), Shared.path("data/" + generated), ofKind, binned));
    }
    for (Map<String, Object> column : expected) {
      boolean binned = column.containsKey("edges");
      check(column, scores.get(binned).get(column.get("column")), binned);
    }
  }

  private Map<String, Map<String, Object>> score(
      Path real, Path generated, List<Map<String, Object>> columns, boolean binned)
      throws IOException {
    String names = String.join(",", columns.stream().map(c -> (String) c.get("column")).toList());
    List<Object> options =
        new ArrayList<>(
            List.of("--format", "json", "--unit", "nats", "--counts", "--smooth", "0.5"));
    options.addAll(List.of("--columns", names));
    if (binned) {
      List<String> fields =
          columns.stream()
              .map(c -> "\"" + c.get("column") + "\": {\"edges\": " + c.get("edges") + "}")
              .toList();
      Path spec = folder.resolve("spec.json");
      Files.writeString(spec, "{\"columns\": {" + String.join(", ", fields) + "}}");
      options.addAll(List.of("--spec", spec));
    } else {
      options.addAll(List.of("--categorical", names));
    }
    return Json.columns(Outcome.score(real, generated, options.toArray()).json());
  }

  private static void check(Map<String, Object> expected, Map<String, Object> got, boolean binned) {
    String name = expected.get("column") + (binned ? " binned" : "");
    if (binned) {
      // Underflow, bins, overflow, not a number, null: the order of the oracle.
      List<Map<String, Object>> counts = Json.objects(got.get("counts"));
      assertEquals(expected.get("real_counts"), counts.stream().map(c -> c.get("real")).toList());
      assertEquals(
          expected.get("gen_counts"), counts.stream().map(c -> c.get("generated")).toList(), name);
    } else {
      assertEquals(expectedCounts(expected), counts(got), name);
    }
    Map<String, Object> measures = Json.object(expected.get("expected"));
    close(measures.get("H_p"), got.get("entropyReal"), name + " H(p)");
    close(measures.get("H_q"), got.get("entropyGenerated"), name + " H(q)");
    close(measures.get("CE_pq"), got.get("crossEntropy"), name + " CE");
    close(measures.get("KL_pq"), got.get("klRealGenerated"), name + " KL(p|q)");
    close(measures.get("KL_qp"), got.get("klGeneratedReal"), name + " KL(q|p)");
    close(measures.get("JS"), got.get("js"), name + " JS");
    close(expected.get("KL_pq_additive_0.5"), got.get("klSmoothed"), name + " smoothed");
  }

  private static void close(Object expected, Object got, String what) {
    Object f64 = Json.object(expected).get("f64");
    double truth = Json.number(f64);
    if (truth == 0 || Double.isInfinite(truth)) {
      assertEquals(truth, Json.number(got), what);
    } else {
      assertEquals(truth, Json.number(got), RELATIVE * truth, what);
    }
  }

  private static Map<String, List<Object>> expectedCounts(Map<String, Object> expected) {
    Map<String, List<Object>> counts = new HashMap<>();
    List<Object> categories = Json.list(expected.get("categories"));
    for (int i = 0; i < categories.size(); i++) {
      counts.put(
          symbol((String) categories.get(i)),
          List.of(
              Json.list(expected.get("real_counts")).get(i),
              Json.list(expected.get("gen_counts")).get(i)));
    }
    return counts;
  }

  private static Map<String, List<Object>> counts(Map<String, Object> column) {
    Map<String, List<Object>> counts = new HashMap<>();
    for (Map<String, Object> count : Json.objects(column.get("counts"))) {
      String label = count.get("symbol") == null ? "" : (String) count.get("symbol");
      counts.put(symbol(label), List.of(count.get("real"), count.get("generated")));
    }
    return counts;
  }

  /** CSV writes True and False with capitals, an empty field for null, and 3 or 3.0 as it likes. */
  private static String symbol(String text) {
    return text.toLowerCase(Locale.ROOT).replaceFirst("^(\\d+)\\.0$", "$1");
  }

  /** The figures that are known of placements from elsewhere, in bits. */
  @ParameterizedTest
  @CsvSource({
    "work_experience, entropyReal, 0.928768246125",
    "degree_type, js, 0.00317242463751",
  })
  void knownFiguresOfPlacements(String column, String measure, double expected) {
    Map<String, Object> json =
        Outcome.score(
                Shared.path("data/placements/real.arrow"),
                Shared.path("data/placements/gen.arrow"),
                "--format",
                "json")
            .json();
    // Twelve digits are known.
    assertEquals(
        expected, Json.number(Json.columns(json).get(column).get(measure)), 1e-11 * expected);
  }
}
