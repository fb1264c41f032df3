package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines while rows arrive say what a score of the rows so far would say. */
class RunningScoreTest {

  private static final int ROWS = 5_003;

  @TempDir private Path folder;
  private Path real;
  private Path generated;

  @BeforeEach
  void writeTables() {
    real = StreamedRows.write(folder.resolve("real.arrow"), 0, 2_000, 700);
    generated = StreamedRows.write(folder.resolve("generated.arrow"), 1_000, 1_000 + ROWS, 333);
  }

  private Outcome streamed(Object... options) {
    return streamed(Tables.stream(generated), options);
  }

  private Outcome streamed(byte[] in, Object... options) {
    Object[] arguments = new Object[options.length + 3];
    arguments[0] = "score";
    arguments[1] = real;
    arguments[2] = "-";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Outcome.of(in, StandardCharsets.UTF_8, arguments);
  }

  private static List<Map<String, Object>> lines(String out) {
    return out.lines().map(Json::read).map(Json::object).toList();
  }

  /** What {@code score} says of some of the generated rows. */
  private Map<String, Object> score(int from, int to) {
    Path part = StreamedRows.write(folder.resolve("part.arrow"), 1_000 + from, 1_000 + to, 10_000);
    return Outcome.score(real, part, "--format", "json").json();
  }

  private static void assertSameScore(Map<String, Object> score, Map<String, Object> line) {
    Map<String, Object> summary = Json.object(score.get("summary"));
    summary.forEach((name, value) -> assertEquals(value, line.get(name), name));
    for (Map<String, Object> column : Json.objects(line.get("worstColumns"))) {
      Map<String, Object> expected = Json.columns(score).get((String) column.get("name"));
      for (String measure : List.of("js", "jsInterval", "jsNoiseFloor", "insideNoise")) {
        assertEquals(expected.get(measure), column.get(measure), measure);
      }
    }
    assertEquals(Json.object(score.get("generated")).get("rows"), line.get("scoredRows"));
    assertEquals(Json.object(score.get("real")).get("rows"), line.get("realRows"));
  }

  @Test
  void everyLineIsTheScoreOfTheRowsSoFar() {
    List<Map<String, Object>> lines = lines(streamed("--every", "1k").result());
    assertEquals(6, lines.size());
    for (int i = 0; i < 6; i++) {
      int rows = Math.min(ROWS, 1_000 * (i + 1));
      assertEquals(rows, Json.integer(lines.get(i).get("rows")));
      assertEquals(i == 5, lines.get(i).get("last"));
      assertEquals("lanewise.snapshot/1", lines.get(i).get("schema"));
      assertSameScore(score(0, rows), lines.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10000, 1", "77, 3", "1000, 2"})
  void linesDependOnRowsAlone(int batchRows, int threads) {
    String expected = streamed("--every", 700).result();
    Path other = StreamedRows.write(folder.resolve("other.arrow"), 1_000, 1_000 + ROWS, batchRows);
    assertEquals(
        expected, streamed(Tables.stream(other), "--every", 700, "--threads", threads).result());
    assertEquals(expected, Outcome.score(real, other, "--every", 700).result());
  }

  @Test
  void theEndIsALineOfItsOwnToPrograms() {
    List<Map<String, Object>> lines = lines(streamed("--every", ROWS).result());
    assertEquals(2, lines.size());
    assertEquals(lines.get(0).get("fidelity"), lines.get(1).get("fidelity"));
    assertEquals(List.of(false, true), lines.stream().map(line -> line.get("last")).toList());
  }

  @Test
  void peopleGetTextAndTheScoreOfAllRows() {
    String text = streamed("--every", "2k", "--format", "text").result();
    String whole = Outcome.score(real, generated).result().replace(generated.toString(), "stdin");
    assertTrue(text.endsWith(whole), text);
    List<String> lines = text.substring(0, text.length() - whole.length()).lines().toList();
    assertEquals(4, lines.size(), text);
    assertTrue(
        lines.getFirst().endsWith("worst columns: JS in bits [95 % interval, less chance]"), text);
    assertTrue(lines.get(1).matches(" +2,000 +0\\.\\d{4} .*\\[0.*, 0.*\\].*"), text);
    assertTrue(lines.getLast().startsWith("          5,003 "), text);
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void aTerminalGetsTextUnasked() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(Tables.stream(generated)),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            true,
            false);
    String[] arguments = {"score", real.toString(), "-", "--every", "1k"};
    assertEquals(ExitCode.OK, Lanewise.run(arguments, streams));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("           rows fidelity"));
  }

  @Test
  void theScoreOfAllRowsGoesToAFile() throws IOException {
    Path file = folder.resolve("score.json");
    String lines = streamed("--every", "1k", "--format", "json", "-o", file).result();
    assertEquals(6, lines.lines().count());
    String whole = Outcome.score(real, generated, "--format", "json").result();
    assertEquals(whole.replace(generated.toString(), "stdin"), Files.readString(file));
  }

  @Test
  void aWindowIsTheScoreOfTheLatestRows() {
    List<Map<String, Object>> lines =
        lines(streamed("--window", 1_500, "--slide", 500, "--quiet").result());
    // The first full window ends at 1,500. The three rows at the end are no pane: with them a whole
    // one would leave the window.
    assertEquals(9, lines.size());
    for (int i = 0; i < 8; i++) {
      int end = 1_500 + 500 * i;
      assertEquals(end, Json.integer(lines.get(i).get("rows")));
      assertSameScore(score(end - 1_500, end), lines.get(i));
    }
    assertEquals(ROWS, Json.integer(lines.getLast().get("rows")));
    assertSameScore(score(3_500, 5_000), lines.getLast());
  }

  @Test
  void aWindowThatNeverFillsHoldsAllRows() {
    List<Map<String, Object>> lines =
        lines(streamed("--window", "9k", "--slide", "3k", "--quiet").result());
    assertEquals(1, lines.size());
    assertSameScore(score(0, ROWS), lines.getFirst());
  }

  @Test
  void aWindowSaysWhatItNeedsAndIsRefusedBeyondTheLimit() {
    Outcome told = streamed("--window", 1_500, "--slide", 500);
    assertTrue(
        told.err().matches("lanewise: a window of 3 panes, 0\\.\\d MiB and what .*\\R"), told::err);
    streamed("--window", "2G", "--slide", 1, "--memory-limit", "64M")
        .refuses(ExitCode.USAGE, "2,000,000,000 panes", "64 MiB of --memory-limit", "--slide");
  }

  /** With 500 rows a pane and a half-life of 1,000, rows weigh 1, 0.71, 0.5 and so on. */
  @Test
  void oldRowsFade() {
    List<Map<String, Object>> lines =
        lines(streamed("--half-life", 1_000, "--slide", 500).result());
    assertEquals(11, lines.size());
    double weight = 0;
    double squares = 0;
    for (int i = 0; i < 10; i++) {
      weight = Math.pow(2, -0.5) * weight + 500;
      squares = 0.5 * squares + 500;
      assertEquals(
          Math.round(weight * weight / squares), Json.integer(lines.get(i).get("scoredRows")));
    }
    assertSameScore(score(0, 500), lines.getFirst());
  }

  @Test
  void aStreamThatDoesNotFitIsRefusedBeforeAnyNumber() {
    Path other =
        Tables.write(
            folder.resolve("other.arrow"),
            Tables.words("x", "a", "b"),
            Tables.longs("k", 1, 2),
            Tables.longs("new", 1, 2));
    streamed(Tables.stream(other), "--every", 1)
        .refuses(ExitCode.DATA, "stdin does not fit", "'x' (float64 / ", "'w' (", "is missing");
  }

  @Test
  void aStreamThatIsCutBetweenMessagesIsScoredWithAWarning() {
    byte[] whole = Tables.stream(generated);
    Outcome outcome = streamed(Arrays.copyOf(whole, whole.length - 8), "--every", "1k");
    assertEquals(ExitCode.OK, outcome.exitCode());
    assertEquals(streamed("--every", "1k").result(), outcome.out());
    assertTrue(outcome.err().matches("lanewise: warning: stdin: .* no end marker.*\\R"));
  }

  @Test
  void aStreamThatIsCutInsideAMessageIsRefusedWithTheRowsThatWereRead() {
    byte[] whole = Tables.stream(generated);
    Outcome outcome = streamed(Arrays.copyOf(whole, whole.length - 100), "--every", "1k");
    assertEquals(ExitCode.DATA, outcome.exitCode());
    assertTrue(
        outcome.err().matches("lanewise: stdin: truncated: .*; 4995 rows came before\\R"),
        outcome::err);
    assertEquals(4, lines(outcome.out()).size());
  }

  @Test
  void aReaderWhoHasSeenEnoughEndsTheScore() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new AssertionError("byte by byte");
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (first.size() > 0) {
              throw new IOException("Broken pipe");
            }
            first.write(bytes, from, length);
          }
        };
    Streams streams =
        new Streams(
            new ByteArrayInputStream(Tables.stream(generated)),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    String[] arguments = {"score", real.toString(), "-", "--every", "1k"};
    assertEquals(ExitCode.OK, Lanewise.run(arguments, streams));
    assertEquals(1, lines(first.toString(StandardCharsets.UTF_8)).size());

    // A result that goes elsewhere is of all rows, and so are rules.
    first.reset();
    Path file = folder.resolve("score.json");
    String[] more = {"score", real.toString(), "-", "--every=1k", "-o", file.toString()};
    Streams again =
        new Streams(
            new ByteArrayInputStream(Tables.stream(generated)),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    assertEquals(ExitCode.OK, Lanewise.run(more, again));
    assertEquals(
        Outcome.score(real, generated).result().replace(generated.toString(), "stdin"),
        Files.readString(file));
  }

  @Test
  void rulesAreToldInEveryLine() {
    Outcome outcome = streamed("--every", "2k", "--fail-if", "x.js>0.001", "--fail-if", "js>0.9");
    assertEquals(ExitCode.CROSSED, outcome.exitCode());
    lines(outcome.out()).forEach(line -> assertEquals(List.of("x.js>0.001"), line.get("crossed")));
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    streamed("--every", 5, "--window", 5).refuses(ExitCode.USAGE, "--every, --window");
    streamed("--slide", 5).refuses(ExitCode.USAGE, "--slide without");
    streamed("--window", 10, "--slide", 3).refuses(ExitCode.USAGE, "multiple");
    streamed("--every", 0).refuses(ExitCode.USAGE, "'0' is not a number of rows");
    streamed("--every", "5x").refuses(ExitCode.USAGE, "'5x'", "1M");
    streamed("--every", 5, "--format", "markdown").refuses(ExitCode.USAGE, "markdown", "-o FILE");
    Path profile = folder.resolve("generated.profile");
    Outcome.of("profile", generated, "-o", profile).result();
    Outcome.score(real, profile, "--every", 5).refuses(ExitCode.USAGE, "is a profile");
  }
}
