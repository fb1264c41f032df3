package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of files and streams by Arrow JS and Polars, against counts that numpy made of them. */
class InteropScoreTest {

  /** The expected values are sums of doubles in another order, over at most 300 symbols. */
  private static final double RELATIVE = 1e-12;

  private static final List<String> ENDINGS =
      List.of(
          ".%s.arrow",
          ".%s.arrows",
          ".uncompressed.%s.arrow",
          ".uncompressed.%s.arrows",
          ".lz4.%s.arrow",
          ".lz4.%s.arrows",
          ".zstd.%s.arrow",
          ".zstd.%s.arrows");

  /** Two files of one pair that may be scored: each real one with a generated one. */
  private record Input(Map<String, Object> pair, Path real, Path generated) {
    @Override
    public String toString() {
      return real.getFileName() + " " + generated.getFileName();
    }
  }

  static Stream<Input> inputs() {
    Object expected = Tables.json(Tables.interop("expected.json"));
    return Json.objects(Json.object(expected).get("pairs")).stream()
        .filter(pair -> !pair.get("id").equals("js-zero-rows"))
        .flatMap(InteropScoreTest::inputsOf);
  }

  private static Stream<Input> inputsOf(Map<String, Object> pair) {
    List<Path> reals = files(pair, "real");
    List<Path> generated = files(pair, "gen");
    assertTrue(!reals.isEmpty() && !generated.isEmpty(), () -> "no files of " + pair.get("id"));
    int most = Math.max(reals.size(), generated.size());
    return IntStream.range(0, most)
        .mapToObj(
            i ->
                new Input(
                    pair, reals.get(i % reals.size()), generated.get((i + 1) % generated.size())));
  }

  private static List<Path> files(Map<String, Object> pair, String side) {
    Path folder = Tables.interop("files");
    return ENDINGS.stream()
        .map(ending -> folder.resolve(pair.get("id") + ending.formatted(side)))
        .filter(Files::exists)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void countsAndMeasuresAreThoseOfNumpy(Input input) {
    Map<String, Object> json =
        Outcome.score(
                input.real(),
                input.generated(),
                "--categorical",
                "*",
                "--counts",
                "--format",
                "json",
                "--unit",
                "nats")
            .json();
    Map<String, Map<String, Object>> columns = Json.columns(json);
    List<Map<String, Object>> expected = Json.objects(input.pair().get("columns"));
    assertEquals(expected.size(), columns.size());
    for (Map<String, Object> each : expected) {
      String name = (String) each.get("name");
      Map<String, Object> rules = Json.object(each.get("expected"));
      check(
          name, Json.object(rules.getOrDefault("both", rules.get("canonical"))), columns.get(name));
    }
  }

  private static void check(String name, Map<String, Object> expected, Map<String, Object> column) {
    assertEquals(pairs(expected), pairsOf(column), name);
    if (column.get("type").toString().matches(".*(utf8|bool).*")) {
      assertEquals(byLabel(expected), byLabelOf(column), name);
    }
    close(expected, "H_real", column, "entropyReal", name);
    close(expected, "H_gen", column, "entropyGenerated", name);
    close(expected, "KL_real_gen", column, "klRealGenerated", name);
    close(expected, "KL_gen_real", column, "klGeneratedReal", name);
    close(expected, "JS", column, "js", name);
  }

  private static void close(
      Map<String, Object> expected,
      String field,
      Map<String, Object> column,
      String measure,
      String name) {
    double truth = Json.number(expected.get(field));
    double got = Json.number(column.get(measure));
    if (Double.isInfinite(truth)) {
      assertEquals(truth, got, () -> name + " " + measure);
    } else {
      assertEquals(truth, got, RELATIVE * truth, () -> name + " " + measure);
    }
  }

  /** How often each pair of counts occurs, whatever the symbol is called. */
  private static Map<String, Integer> pairs(Map<String, Object> expected) {
    return frequencies(byLabel(expected));
  }

  private static Map<String, Integer> pairsOf(Map<String, Object> column) {
    return frequencies(byLabelOf(column));
  }

  private static Map<String, Integer> frequencies(Map<String, List<Long>> counts) {
    Map<String, Integer> frequencies = new TreeMap<>();
    counts.values().forEach(pair -> frequencies.merge(pair.toString(), 1, Integer::sum));
    return frequencies;
  }

  private static Map<String, List<Long>> byLabel(Map<String, Object> expected) {
    Map<String, List<Long>> counts = new HashMap<>();
    Map<String, Object> real = Json.object(expected.get("real_counts"));
    Map<String, Object> generated = Json.object(expected.get("gen_counts"));
    for (String symbol : real.keySet()) {
      put(counts, symbol, Json.integer(real.get(symbol)), Json.integer(generated.get(symbol)));
    }
    assertEquals(real.keySet(), generated.keySet());
    return counts;
  }

  private static Map<String, List<Long>> byLabelOf(Map<String, Object> column) {
    Map<String, List<Long>> counts = new HashMap<>();
    for (Map<String, Object> count : Json.objects(column.get("counts"))) {
      String label = count.get("symbol") == null ? "<null>" : count.get("symbol").toString();
      put(counts, label, Json.integer(count.get("real")), Json.integer(count.get("generated")));
    }
    return counts;
  }

  private static void put(Map<String, List<Long>> counts, String label, long real, long gen) {
    if (real > 0 || gen > 0) {
      assertEquals(null, counts.put(label, List.of(real, gen)), label);
    }
  }

  /** Containers and codecs leave no trace but the name and type of text, which writers vary. */
  @ParameterizedTest
  @MethodSource("variants")
  void containersAndCodecsGiveTheSameBytes(String pair, List<String> endings) {
    List<String> results =
        endings.stream()
            .map(
                ending -> {
                  Path real = Tables.interop("files/" + pair + ending.formatted("real"));
                  Path generated = Tables.interop("files/" + pair + ending.formatted("gen"));
                  return Outcome.score(real, generated, "--format", "json", "--counts")
                      .result()
                      .replaceAll("\"source\": .*", "")
                      .replace("utf8_view", "text")
                      .replace("large_utf8", "text");
                })
            .distinct()
            .toList();
    assertEquals(1, results.size());
  }

  static Stream<Arguments> variants() {
    List<String> plain = ENDINGS.subList(0, 2);
    List<String> packed = ENDINGS.subList(2, 8);
    return Stream.of(
        Arguments.of("js-dict", plain),
        Arguments.of("js-len-edges", plain),
        Arguments.of("js-nulls-one-side", plain),
        Arguments.of("js-one-row", plain),
        Arguments.of("polars-categorical", packed));
  }
}
