package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lanewise.column.Family;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and streams by Arrow JS and Polars, against counts that numpy made of the same data. */
class InteropTest {

  private record Input(Path path, String pair, String side, long rows, Map<String, Object> entry) {
    @Override
    public String toString() {
      return String.valueOf(path.getFileName());
    }
  }

  static Stream<Input> inputs() throws IOException {
    return JsonTree.list(JsonTree.object(resource("manifest.json")).get("files")).stream()
        .map(JsonTree::object)
        .map(
            file ->
                new Input(
                    path((String) file.get("file")),
                    (String) file.get("pair"),
                    (String) file.get("side"),
                    JsonTree.integer(file.get("rows")),
                    file));
  }

  @Test
  void manifestNamesEveryFileThatIsHere() throws IOException {
    try (Stream<Path> files = Files.list(path("files"))) {
      assertEquals(
          files.map(Path::getFileName).sorted().toList(),
          inputs().map(input -> input.path().getFileName()).sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyColumnHasTheExpectedCounts(Input input) throws IOException {
    List<Object> expected = expectedColumns(input.pair());
    try (var table = ArrowTable.open(List.of(input.path()), new MemoryBudget(1L << 26))) {
      assertEquals(input.rows(), table.rowCount());
      assertEquals(List.of(), table.warnings());
      assertEquals(expected.size(), table.schema().fields().size());
      List<List<String>> columns = TableText.of(table);
      for (int c = 0; c < expected.size(); c++) {
        Map<String, Object> column = JsonTree.object(expected.get(c));
        var field = table.schema().fields().get(c);
        assertEquals(column.get("name"), field.name());
        boolean floating = field.type().family() == Family.FLOATING;
        assertEquals(
            expectedCounts(column, input.side(), floating),
            counts(columns.get(c)),
            () -> field.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void typesAreNamedAsTheWriterNamesThem(Input input) {
    try (var table = ArrowTable.open(List.of(input.path()), new MemoryBudget(1L << 26))) {
      List<Object> schema = JsonTree.list(input.entry().get("schema"));
      for (int c = 0; c < schema.size(); c++) {
        String type = (String) JsonTree.object(schema.get(c)).get("type");
        String expected =
            switch (type) {
              case "categorical" -> "dictionary<" + polarsText(input) + ">";
              case "utf8" -> input.pair().startsWith("polars") ? polarsText(input) : type;
              default -> type.replaceFirst("dict<u?int\\d+,(.*)>", "dictionary<$1>");
            };
        assertEquals(expected, table.schema().fields().get(c).type().name());
      }
    }
  }

  /** Polars writes text as views into files and with long offsets into streams. */
  private static String polarsText(Input input) {
    return input.toString().endsWith(".arrows") ? "large_utf8" : "utf8_view";
  }

  @Test
  void fileAndStreamHoldTheSameRows() throws IOException {
    int pairs = 0;
    for (Input file : inputs().filter(input -> input.toString().endsWith(".arrow")).toList()) {
      Path stream = file.path().resolveSibling(file + "s");
      if (Files.exists(stream)) {
        assertEquals(TableText.of(file.path()), TableText.of(stream), file::toString);
        pairs++;
      }
    }
    assertEquals(19, pairs);
  }

  @Test
  void compressionChangesNothing() throws IOException {
    for (String side : List.of("gen", "real")) {
      Path plain = path("files/polars-categorical.uncompressed." + side + ".arrow");
      for (String codec : List.of("zstd", "lz4")) {
        Path packed = path("files/polars-categorical." + codec + "." + side + ".arrow");
        assertEquals(TableText.of(plain), TableText.of(packed));
      }
    }
  }

  private static Map<String, Long> counts(List<String> values) {
    Map<String, Long> counts = new HashMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts;
  }

  private static Map<String, Long> expectedCounts(
      Map<String, Object> column, String side, boolean floating) {
    Map<String, Object> expected = JsonTree.object(column.get("expected"));
    Object rule = expected.containsKey("both") ? expected.get("both") : expected.get("canonical");
    Map<String, Long> counts = new HashMap<>();
    Object sideCounts = JsonTree.object(rule).get(side + "_counts");
    if (sideCounts == null) {
      // Both sides of a pair without rows have only measures.
      return counts;
    }
    JsonTree.object(sideCounts)
        .forEach(
            (key, count) -> {
              long n = JsonTree.integer(count);
              if (n > 0) {
                counts.merge(floating ? canonical(key) : key, n, Long::sum);
              }
            });
    assertFalse(counts.isEmpty());
    return counts;
  }

  private static String canonical(String key) {
    return switch (key) {
      case TableText.NULL, "NaN", "inf", "-inf" -> key;
      default -> TableText.number(Double.parseDouble(key));
    };
  }

  private static List<Object> expectedColumns(String pair) throws IOException {
    for (Object each : JsonTree.list(JsonTree.object(resource("expected.json")).get("pairs"))) {
      if (JsonTree.object(each).get("id").equals(pair)) {
        return JsonTree.list(JsonTree.object(each).get("columns"));
      }
    }
    throw new AssertionError("no expected values for " + pair);
  }

  static Path path(String name) {
    try {
      var url = Objects.requireNonNull(InteropTest.class.getResource("/interop/" + name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Object resource(String name) throws IOException {
    try (InputStream in = Files.newInputStream(path(name))) {
      return JsonTree.read(in);
    }
  }
}
