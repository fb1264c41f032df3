package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result as Markdown: every table is one, whatever the data is called. */
class MarkdownTest {

  /** A cell's content ends at a bar that no backslash makes a letter. */
  private static final Pattern CELL = Pattern.compile("(?:\\\\.|[^|\\\\])*\\|");

  @TempDir private Path folder;

  private static long cells(String row) {
    return CELL.matcher(row.substring(1)).results().count();
  }

  @Test
  void everyRowHasTheCellsOfItsHeader() {
    List<String> odd = List.of("a|b", "a\\|b", "`|`", "\\", "<b>|", "", "\n|\r", "*_#", "a\\\\|");
    Path real =
        Tables.write(
            folder.resolve("re|al"),
            1000,
            odd.stream().map(name -> Tables.words(name, name, "|", "\\|")).toList());
    Path generated =
        Tables.write(
            folder.resolve("gen"),
            1000,
            odd.stream().map(name -> Tables.words(name, "x", "`", "\\|")).toList());
    String text =
        Outcome.score(real, generated, "--format", "markdown", "--counts", "--smooth", 1).result();
    long expected = 0;
    int tables = 0;
    int rows = 0;
    for (String line : text.lines().toList()) {
      if (!line.startsWith("|")) {
        expected = 0;
      } else if (expected == 0) {
        expected = cells(line);
        tables++;
      } else {
        assertEquals(expected, cells(line), line);
        assertEquals(0, line.chars().filter(c -> c == '`').count() % 2, line);
        rows++;
      }
    }
    assertEquals(2 + odd.size(), tables, text);
    assertTrue(rows > 4 * odd.size(), text);
  }

  @Test
  void theFindingIsSafeToShow() {
    String[] script = Collections.nCopies(20, "<script>").toArray(String[]::new);
    String[] others = Collections.nCopies(20, "a").toArray(String[]::new);
    Path real = Tables.write(folder.resolve("real"), Tables.words("<i>", script));
    Path generated = Tables.write(folder.resolve("gen"), Tables.words("<i>", others));
    String text = Outcome.score(real, generated, "--format", "markdown").result();
    assertTrue(text.contains("1. `<i>`: no value of the real data occurs in the generated"), text);
    assertEquals(-1, text.replaceAll("`[^`]*`", "").replace("\\<", "").indexOf('<'), text);
  }
}
