package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile holds is shown, all of it where it matters. */
class InspectTest {

  @TempDir private Path folder;
  private Path table;
  private Path profile;

  @BeforeEach
  void writeProfile() {
    table =
        Tables.write(
            folder.resolve("table.arrow"),
            Tables.doubles("x", 1, 2, 2, 7, 9, 9),
            Tables.longs("k", 1L << 60, 3, 3, 1, 1, 1),
            Tables.words("town", "Ash", "Elm", "Ash", "Oak\u001b[31m", "Elm", "Ash"));
    profile = folder.resolve("table.profile");
    Outcome.of("profile", table, "-o", profile).result();
  }

  @Test
  void textHasALineForEachColumn() throws IOException {
    String text = Outcome.of("inspect", profile).result();
    assertTrue(text.contains("lanewise.profile/1, " + count(Files.size(profile))), text);
    assertTrue(text.contains("rows     6\ncolumns  3\npairs    3\n"), text);
    assertTrue(text.contains("Ash 3, Elm 2, Oak\\u{1b}[31m 1\n"), text);
    assertTrue(text.matches("(?s).*\nx +float64 +\\d+ bins +0  \\[1.0, 9.0\\]\n.*"), text);
    text.lines().skip(1).forEach(line -> assertTrue(line.length() <= 100, line));
  }

  private static String count(long bytes) {
    return String.format(Locale.ROOT, "%,d bytes", bytes);
  }

  @Test
  void textFitsAnyTerminal() {
    Outcome ascii = Outcome.of(new byte[0], StandardCharsets.US_ASCII, "inspect", profile);
    assertTrue(ascii.result().chars().allMatch(c -> c < 128));
  }

  @Test
  void jsonHasAllThatTheProfileNames() throws IOException {
    Map<String, Object> json = Outcome.of("inspect", profile, "--format", "json").json();
    assertEquals("lanewise.inspect/1", json.get("schema"));
    assertEquals("lanewise.profile/1", json.get("format"));
    assertEquals(6, Json.integer(json.get("rows")));
    assertEquals(Files.size(profile), Json.integer(json.get("bytes")));
    assertEquals(3, Json.list(json.get("pairs")).size());
    Map<String, Object> town = Json.columns(json).get("town");
    assertEquals("categorical", town.get("kind"));
    assertEquals(
        List.of("Ash 3", "Elm 2", "Oak\u001b[31m 1"),
        Json.objects(town.get("counts")).stream()
            .map(entry -> entry.get("symbol") + " " + entry.get("count"))
            .toList());
    for (Map<String, Object> column : Json.objects(json.get("columns"))) {
      assertEquals(
          6,
          Json.objects(column.get("counts")).stream()
              .mapToLong(entry -> Json.integer(entry.get("count")))
              .sum());
    }
    assertEquals(
        "1152921504606846976", Json.list(Json.columns(json).get("k").get("edges")).getLast());
  }

  @Test
  void jsonHasWhatTheReferenceAloneNames() {
    Path part = Tables.write(folder.resolve("part.arrow"), Tables.words("town", "Ash", "Yew"));
    Path towns = folder.resolve("towns.profile");
    Path of = folder.resolve("part.profile");
    Outcome.of("profile", table, "--columns", "town", "-o", towns).result();
    Outcome.of("profile", part, "--reference", towns, "-o", of).result();
    Map<String, Object> json = Outcome.of("inspect", of, "--format", "json").json();
    assertEquals(
        List.of("Ash 1", "Elm 0", "Oak\u001b[31m 0", "Yew 1"),
        Json.objects(Json.columns(json).get("town").get("counts")).stream()
            .map(entry -> entry.get("symbol") + " " + entry.get("count"))
            .toList());
  }

  @Test
  void jsonIsASpecification() throws IOException {
    Path spec = folder.resolve("spec.json");
    Files.writeString(spec, Outcome.of("inspect", profile, "--format", "json").result());
    Path again = folder.resolve("again.profile");
    Outcome.of("profile", table, "--spec", spec, "-o", again).result();
    assertEquals(-1, Files.mismatch(profile, again));
  }

  @Test
  void foldedColumnsAreMarked() {
    Path common = folder.resolve("common.profile");
    Outcome.of("profile", table, "--min-count", 2, "-o", common).result();
    String text = Outcome.of("inspect", common).result();
    assertTrue(text.contains("town ~"), text);
    assertTrue(text.contains("~ values that are not listed"), text);
    assertFalse(Outcome.of("inspect", common, "--format", "json").result().contains("Oak"));
  }

  @Test
  void onlyProfilesAndTheirFormats() {
    Outcome.of("inspect", table).refuses(ExitCode.DATA, table, "is no profile");
    Outcome.of("inspect", profile, "--format", "markdown").refuses(ExitCode.USAGE, "markdown");
    Outcome.of("inspect").refuses(ExitCode.USAGE, "FILE");
  }
}
