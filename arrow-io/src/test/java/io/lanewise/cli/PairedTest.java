package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score --paired} on rows of which it is known what they tell of each other. */
class PairedTest {

  private static final int ROWS = 800;

  /** Of the measures, as in core's tests, and of the unit. */
  private static final double ERROR = 1e-14;

  @TempDir private Path folder;
  private Path real;
  private Path generated;

  /** Of "kept" the generated row tells two bits, of "lost" nothing; "id" is an identifier. */
  @BeforeEach
  void writeTables() {
    real = write("real.arrow", row -> row % 4, row -> row % 2);
    generated = write("generated.arrow", row -> (row + 1) % 4, row -> row / 2 % 2);
  }

  private interface Symbol {
    int of(int row);
  }

  private Path write(String name, Symbol kept, Symbol lost) {
    return Tables.write(
        folder.resolve(name),
        Tables.words("kept", words(kept)),
        Tables.words("lost", words(lost)),
        Tables.words("id", words(row -> 10_000 + row)));
  }

  private static String[] words(Symbol symbol) {
    return IntStream.range(0, ROWS).mapToObj(row -> "s" + symbol.of(row)).toArray(String[]::new);
  }

  private static double number(Map<String, Object> column, String name) {
    return Json.number(column.get(name));
  }

  @Test
  void informationIsThatOfTheRows() {
    Map<String, Object> json =
        Outcome.score(real, generated, "--paired", "--format", "json").json();
    Map<String, Object> kept = Json.columns(json).get("kept");
    assertEquals(2, number(kept, "pairedMutualInformation"), ERROR);
    assertEquals(2, number(kept, "pairedJointEntropy"), ERROR);
    assertEquals(0, number(kept, "pairedEntropyRealGivenGenerated"));
    assertEquals(0, number(kept, "pairedEntropyGeneratedGivenReal"));
    assertTrue(number(kept, "pairedPAdjusted") < 1e-100);
    Map<String, Object> lost = Json.columns(json).get("lost");
    assertEquals(0, number(lost, "pairedMutualInformation"));
    assertEquals(2, number(lost, "pairedJointEntropy"), ERROR);
    assertEquals(1, number(lost, "pairedEntropyRealGivenGenerated"), ERROR);
    assertEquals(1, number(lost, "pairedPValue"));
    Map<String, Object> id = Json.columns(json).get("id");
    assertEquals(true, id.get("identifier"));
    assertTrue(id.containsKey("pairedJointEntropy"));
    assertNull(id.get("pairedJointEntropy"));
    Map<String, Object> definitions = Json.object(json.get("definitions"));
    for (String field : kept.keySet()) {
      assertTrue(!field.startsWith("paired") || definitions.containsKey(field), field);
    }
    assertEquals(9, kept.keySet().stream().filter(name -> name.startsWith("paired")).count());
  }

  @Test
  void unaskedNothingIsSaidOfRows() {
    String json = Outcome.score(real, generated, "--format", "json").result();
    assertFalse(json.contains("paired"));
    assertFalse(Outcome.score(real, generated).result().contains("beside each other"));
  }

  @Test
  void textAndMarkdownShowTheColumns() {
    String text = Outcome.score(real, generated, "--paired").result();
    assertTrue(
        text.contains(
            "kept                    2.0000       0       0  2.0000  0.0081  2.0027   <1e-9\n"),
        text);
    assertTrue(text.indexOf("rows beside each other") < text.lastIndexOf("kept   "), text);
    text.lines().forEach(line -> assertTrue(line.length() <= 100 || line.contains("/"), line));
    String markdown = Outcome.score(real, generated, "--paired", "--format", "markdown").result();
    assertTrue(markdown.contains("## Rows that belong together"), markdown);
    assertTrue(
        markdown.contains("| `lost` | 2.0000 | 1.0000 | 1.0000 | 0 | 0.0009 | 0 | 1.0000 |"),
        markdown);
  }

  @Test
  void gatesSeeThem() {
    assertEquals(
        ExitCode.CROSSED,
        Outcome.score(real, generated, "--paired", "--fail-if", "pairedMutualInformation>1")
            .exitCode());
    assertEquals(
        ExitCode.OK,
        Outcome.score(real, generated, "--paired", "--fail-if", "lost.pairedMutualInformation>0.1")
            .exitCode());
    Outcome.score(real, generated, "--fail-if", "pairedMutualInformation>1")
        .refuses(ExitCode.USAGE, "pairedMutualInformation needs --paired");
    Outcome.score(real, generated, "--paired", "--fail-if", "id.pairedMutualInformation>1")
        .refuses(ExitCode.USAGE, "column 'id' looks like an identifier");
  }

  @Test
  void whatHasNoRowsBesideEachOtherIsRefused() {
    Path shorter = Tables.write(folder.resolve("short.arrow"), Tables.words("kept", "s0", "s1"));
    Outcome.score(real, shorter, "--paired")
        .refuses(ExitCode.DATA, real + " has 800 rows and " + shorter + " has 2; rows that belong");
    Path profile = folder.resolve("real.profile");
    Outcome.of("profile", real, "-o", profile).result();
    Outcome.score(profile, generated, "--paired")
        .refuses(ExitCode.DATA, profile + " is a profile, and --paired compares rows");
    for (List<String> option :
        List.of(
            List.of("--every", "100"),
            List.of("--window", "100"),
            List.of("--half-life", "100"),
            List.of("--state", folder.resolve("run.state").toString()))) {
      Outcome.score(real, generated, "--paired", option.getFirst(), option.getLast())
          .refuses(ExitCode.USAGE, "--paired with --every, --window");
    }
  }

  @Test
  void standardInputIsAsGoodAsAFile() {
    String file = Outcome.score(real, generated, "--paired", "--format", "json").result();
    byte[] stream = Tables.stream(generated);
    Outcome piped =
        Outcome.of(
            stream, StandardCharsets.UTF_8, "score", real, "-", "--paired", "--format", "json");
    assertEquals(file, piped.result().replace("\"stdin\"", "\"" + generated + "\""));
  }
}
