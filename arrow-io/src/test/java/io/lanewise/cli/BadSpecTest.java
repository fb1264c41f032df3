package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A specification that cannot be used: one line with the file, the JSON path and the fault. */
class BadSpecTest {

  @TempDir private Path folder;
  private Path table;
  private Path spec;

  @BeforeEach
  void writeTable() {
    table =
        Tables.write(
            folder.resolve("table.arrow"),
            Tables.doubles("x", 1, 2, 3),
            Tables.words("net pay", "low", "low", "high"));
    spec = folder.resolve("spec.json");
  }

  private Outcome score(String content) throws IOException {
    Files.writeString(spec, content);
    return Outcome.score(table, table, "--spec", spec, "--format", "json");
  }

  private static Arguments edges(String edges, String path, String fault) {
    return Arguments.of("{\"columns\": {\"x\": {\"edges\": " + edges + "}}}", path, fault);
  }

  static Stream<Arguments> specifications() {
    return Stream.of(
        Arguments.of("", "$", "is empty"),
        Arguments.of("[]", "$", "is an array, expected an object"),
        Arguments.of("{}", "$", "no field \"columns\""),
        Arguments.of("{\"columns\": {}} {}", "$", "more text"),
        Arguments.of("{\"columns\": 3}", "$.columns", "is 3"),
        Arguments.of("{\"columns\": null}", "$.columns", "is null"),
        Arguments.of("{\"columns\": [3]}", "$.columns[0]", "is 3"),
        Arguments.of("{\"columns\": [{\"kind\": \"numeric\"}]}", "$.columns[0]", "\"name\""),
        Arguments.of("{\"columns\": [{\"name\": 3}]}", "$.columns[0].name", "is 3"),
        Arguments.of("{\"columns\": {\"x\": {}}}", "$.columns.x", "neither \"kind\" nor"),
        Arguments.of("{\"columns\": {\"x\": {\"kind\": 3}}}", "$.columns.x.kind", "is 3"),
        Arguments.of("{\"columns\": {\"x\": {\"kind\": \"n\"}}}", "$.columns.x.kind", "is \"n\""),
        Arguments.of(
            "{\"columns\": {\"net pay\": {\"kind\": \"n\"}}}", "$.columns[\"net pay\"].kind", "n"),
        Arguments.of(
            "{\"columns\": {\"x\": {\"kind\": \"categorical\", \"edges\": [1, 2]}}}",
            "$.columns.x",
            "\"edges\" and is categorical"),
        Arguments.of(
            "{\"columns\": {\"x\": {\"name\": \"y\", \"kind\": \"numeric\"}}}",
            "$.columns.x",
            "\"y\""),
        Arguments.of(
            "{\"columns\": [{\"name\": \"x\", \"kind\": \"numeric\"},"
                + " {\"name\": \"x\", \"kind\": \"categorical\"}]}",
            "$.columns[1]",
            "differs from $.columns[0]"),
        Arguments.of(
            "{\"columns\": {\"y\": {\"kind\": \"numeric\"}}}", "$.columns.y", "no column 'y'"),
        Arguments.of(
            "{\"columns\": {\"net pay\": {\"kind\": \"numeric\"}}}",
            "$.columns[\"net pay\"]",
            "cannot be binned"),
        edges("3", "$.columns.x.edges", "is 3"),
        edges("\"1, 2\"", "$.columns.x.edges", "is \"1, 2\""),
        edges("[]", "$.columns.x.edges", "0 edges, expected 2"),
        edges("[1]", "$.columns.x.edges", "1 edges, expected 2"),
        edges(
            IntStream.range(0, 70_000).mapToObj(String::valueOf).toList().toString(),
            "$.columns.x.edges",
            "70000 edges"),
        edges("[3, 2]", "$.columns.x.edges[1]", "edge 2 after 3"),
        edges("[1, 1, 2]", "$.columns.x.edges", "edge 1 after 1"),
        edges("[1, \"NaN\"]", "$.columns.x.edges[1]", "is \"NaN\""),
        edges("[1, \"Infinity\"]", "$.columns.x.edges[1]", "is \"Infinity\""),
        edges("[\"\", 2]", "$.columns.x.edges[0]", "is \"\""),
        edges("[1, null]", "$.columns.x.edges[1]", "is null"),
        edges("[1, true]", "$.columns.x.edges[1]", "is true"),
        edges("[1, [2]]", "$.columns.x.edges[1]", "is an array"),
        edges("[1, {}]", "$.columns.x.edges[1]", "is an object"),
        edges("[1, 1e309]", "$.columns.x", "column 'x': edge 1E+309 is beyond the doubles"),
        edges("[1, 1e10001]", "$.columns.x.edges[1]", "is 1e10001, expected a number of at most"),
        edges(
            "[1, \"" + "9".repeat(10_001) + "\"]", "$.columns.x.edges[1]", "at most 10000 digits"),
        edges("[1, \"" + "9".repeat(10_000_000) + "\"]", "$.columns.x.edges[1]", "999..."),
        edges("[1, 1e999999999]", "$.columns.x.edges[1]", "is 1e999999999"),
        edges("[1, 1e99999999999]", "$.columns.x.edges[1]", "is 1e99999999999"),
        edges("[0.1e-999999999, 1]", "$.columns.x.edges[0]", "is 0.1e-999999999"));
  }

  @ParameterizedTest
  @MethodSource("specifications")
  void saysWhereAndWhat(String content, String path, String fault) throws IOException {
    score(content).refuses(ExitCode.USAGE, spec + ": " + path + ": ", fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "x",
        "{\"columns\": {\"x\": {\"edges\": [1, NaN]}}}",
        "{\"columns\": {\"x\": {\"edges\": [1, 2]}, \"x\": {\"edges\": [1, 2]}}}",
        "{\"columns\": {}, \"columns\": {}}",
        "{\"columns\": {\"x\": {\"edges\": [1, 2",
      })
  void notJson(String content) throws IOException {
    String line = score(content).refusal(ExitCode.USAGE);
    assertEquals(spec + ": not JSON: ", line.substring(0, spec.toString().length() + 12), line);
  }

  @Test
  void deepAndHugeFiles() throws IOException {
    score("{\"a\": " + "[".repeat(100_000)).refuses(ExitCode.USAGE, spec + ": not JSON: ");
    score("\"" + "a".repeat(65 << 20)).refuses(ExitCode.USAGE, spec, "expected at most 67108864");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Files.write(spec, "{\"columns\": {\"\u00ff\": {}}}".getBytes(StandardCharsets.ISO_8859_1));
    Outcome.score(table, table, "--spec", spec).refuses(ExitCode.USAGE, spec + ": not JSON: ");
    Outcome.score(table, table, "--spec", table).refuses(ExitCode.USAGE, table + ": not JSON: ");
  }

  /** U+009B begins an order to a terminal as ESC and [ do. */
  @Test
  void controlCharactersDoNotReachTheTerminal() throws IOException {
    score("{\"columns\": {\"\u009b31m\\u001b\": {\"kind\": \"n\"}}}")
        .refuses(ExitCode.USAGE, "\\u009b31m\\u001b");
  }

  @Test
  void missingFileAndFolder() {
    Outcome.score(table, table, "--spec", spec).refuses(ExitCode.USAGE, spec + ": no such file");
    Outcome.score(table, table, "--spec", folder).refuses(ExitCode.USAGE, folder + ": cannot be");
  }

  @Test
  void fieldsThatAreNotKnownArePassedOver() throws IOException {
    String fields =
        Stream.of("a", "b", "edge")
            .map(name -> "\"" + name + "\": [{\"edges\": 3}, \"x\"], ")
            .collect(Collectors.joining());
    score("{" + fields + "\"columns\": {\"x\": {" + fields + "\"kind\": \"numeric\"}}}").result();
  }

  /** The largest doubles are edges like others. */
  @Test
  void extremeEdges() throws IOException {
    score(
            "{\"columns\": {\"x\": {\"edges\":"
                + " [-1.7976931348623157e308, 0, 1.7976931348623157e308]}}}")
        .result();
  }
}
