package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.arrow.Shared;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The result for people: at most 100 columns, the worst column first, in any locale and charset.
 */
class TextTest {

  private static final int WIDTH = 100;

  @TempDir private Path folder;

  private static void fits(String text) {
    text.lines()
        .forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= WIDTH, () -> line));
    assertTrue(text.endsWith("\n"));
    assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
    // Neither may a name turn the rest of its line around, or end it.
    assertTrue(text.chars().noneMatch(c -> "\u202e\u2066\u2028".indexOf(c) >= 0), text);
  }

  /** Whether a question mark stands for a character, and not for "too few rows to tell". */
  private static boolean hasUnencodable(String text) {
    return text.replaceAll(" \\? |\\? too few", "").contains("?");
  }

  private static String[] rest(String text) {
    return text.substring(text.indexOf("column  ")).lines().toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "adult/real.arrow, adult/ctgan.zstd.arrow",
    "placements/real.arrow, placements/gen.arrow",
    "flights/flights-200k.arrow, flights/flights-200k.arrow",
  })
  void realTablesFit(String real, String generated) {
    everyKindFits(Shared.path("data/" + real), Shared.path("data/" + generated));
  }

  @ParameterizedTest
  @ValueSource(strings = {"js-alltypes", "js-dict", "js-len-edges", "js-one-row", "js-zero-rows"})
  void tablesByOtherWritersFit(String pair) {
    Path generated = Tables.interop("files/" + pair + ".gen.arrow");
    if (pair.equals("js-zero-rows")) {
      Path some =
          Tables.write(folder.resolve("some"), Tables.doubles("a", 1), Tables.doubles("s", 2));
      fits(Outcome.score(some, some).result());
      return;
    }
    everyKindFits(Tables.interop("files/" + pair + ".real.arrow"), generated);
  }

  private static void everyKindFits(Path real, Path generated) {
    fits(Outcome.score(real, generated).result());
    fits(Outcome.score(real, generated, "--counts").result());
    fits(Outcome.score(real, generated, "--smooth", 0.5, "--unit", "nats").result());
    fits(Outcome.score(real, generated, "--categorical", "*", "--counts").result());
  }

  @Test
  void wideLongAndHostileNamesFit() {
    List<String> names =
        List.of(
            "x".repeat(300),
            "\u6d4b\u8bd5\u5217".repeat(30),
            "\ud83d\ude00".repeat(40),
            "e\u0301".repeat(90),
            "\u202e\u2066right to left\u2028",
            "\u001b[31m\r\n\t",
            "",
            "two  words and more of them than a line could ever hold in one piece or in two",
            "x".repeat(300));
    List<OutputColumn> real = new ArrayList<>();
    List<OutputColumn> generated = new ArrayList<>();
    for (String name : names) {
      real.add(Tables.words(name, name, "b", "c", name + name));
      generated.add(Tables.words(name, "a", "b", name, "\u0007"));
      real.add(Tables.words("real only " + name, "a", "a", "a", "a"));
      real.add(Tables.words("mixed " + name, "a", "a", "a", "a"));
      generated.add(Tables.doubles("mixed " + name, 1, 2, 3, 4));
    }
    Path a = Tables.write(folder.resolve("a" + "b".repeat(200)), 1000, real);
    Path b = Tables.write(folder.resolve("b" + "\u6d4b".repeat(50)), 1000, generated);
    everyKindFits(a, b);
    Outcome ascii = Outcome.of(new byte[0], StandardCharsets.US_ASCII, "score", a, b, "--counts");
    fits(ascii.result());
    assertFalse(hasUnencodable(ascii.out()), ascii.out());
  }

  @Test
  void columnsLineUpBehindWideNames() {
    Path table =
        Tables.write(
            folder.resolve("table"),
            Tables.words("\u6d4b\u8bd5", "a"),
            Tables.words("plain", "a"),
            Tables.words("e\u0301", "a"));
    String[] lines = rest(Outcome.score(table, table).result());
    // A wide character takes two places, so its line has one character less for each.
    assertEquals(lines[0].indexOf("type"), lines[2].indexOf("dict<") + 2);
    assertEquals(lines[0].indexOf("type"), lines[3].indexOf("dict<"));
    assertEquals(lines[0].indexOf("type"), lines[4].indexOf("dict<"));
  }

  @Test
  void typesBetweenWhichFractionsDifferAreNamed() {
    Path wide = Tables.interop("files/js-alltypes.real.arrow");
    Path table = Tables.write(folder.resolve("table"), Tables.doubles("f32", 1, 2));
    String text = Outcome.score(table, wide).result();
    assertTrue(text.contains("types: `f32` is float64 in the real data and float32"), text);
    String whole = Outcome.score(table, table).result();
    assertFalse(whole.contains("types:"), whole);
  }

  @Test
  void longFractionsAreRoundedInTheFinding() {
    Path real = Tables.write(folder.resolve("real"), Tables.doubles("x", thirds(200)));
    double[] third = new double[100];
    Arrays.fill(third, 1.0 / 3);
    Path generated = Tables.write(folder.resolve("gen"), Tables.doubles("x", third));
    String text = Outcome.score(real, generated).result();
    String finding = text.substring(text.indexOf("1. `x`"));
    assertTrue(finding.matches("(?s).*'\\[8\\.66667, [\\d.]{1,8}\\)'.*"), finding);
  }

  private static double[] thirds(int count) {
    return IntStream.rangeClosed(1, count).mapToDouble(i -> i / 3.0).toArray();
  }

  @Test
  void aLongPathShowsItsEnd() {
    Path table = Tables.write(folder.resolve("a".repeat(150) + ".arrow"), Tables.doubles("x", 1));
    assertTrue(Outcome.score(table, table).result().lines().findFirst().get().endsWith("a.arrow"));
  }

  @Test
  void worstFirstAndIdentifiersLast() {
    int rows = 200;
    String[] ids = IntStream.range(0, rows).mapToObj(i -> "id" + i).toArray(String[]::new);
    String[] others = IntStream.range(0, rows).mapToObj(i -> "other" + i).toArray(String[]::new);
    String[] same = IntStream.range(0, rows).mapToObj(i -> "s" + i % 2).toArray(String[]::new);
    String[] near = IntStream.range(0, rows).mapToObj(i -> "s" + i % 3 % 2).toArray(String[]::new);
    String[] far = IntStream.range(0, rows).mapToObj(i -> "t" + i % 2).toArray(String[]::new);
    String id = "an identifier with a long name that is cut";
    Path real =
        Tables.write(
            folder.resolve("real"),
            Tables.words(id, ids),
            Tables.words("same", same),
            Tables.words("near", same),
            Tables.words("far", same));
    Path generated =
        Tables.write(
            folder.resolve("generated"),
            Tables.words(id, others),
            Tables.words("same", same),
            Tables.words("near", near),
            Tables.words("far", far));
    String text = Outcome.score(real, generated, "--pairs", "none").result();
    String[] lines = rest(text);
    assertTrue(lines[2].startsWith("far "), text);
    assertTrue(lines[3].startsWith("near "), text);
    assertTrue(lines[4].startsWith("same "), text);
    assertTrue(lines[5].startsWith("an identifier") && lines[5].contains(" * "), text);
    assertTrue(text.contains("1. `far`: no value of the real data occurs"), text);
    assertTrue(text.contains("* looks like an identifier"), text);
    assertTrue(
        Outcome.score(real, generated, "--columns", "same," + id)
            .result()
            .contains("No difference beyond the noise was found, identifiers aside."));
  }

  @Test
  void asciiWhereTheCharsetIs() {
    Path real = Tables.write(folder.resolve("real"), Tables.words("gr\u00fcn", "\u00e9", "b"));
    Path generated = Tables.write(folder.resolve("gen"), Tables.words("gr\u00fcn", "b", "b"));
    for (Charset charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1)) {
      String text = Outcome.of(new byte[0], charset, "score", real, generated, "--counts").result();
      fits(text);
      assertTrue(text.contains("#####"), text);
      assertFalse(hasUnencodable(text), text);
      boolean ascii = charset.equals(StandardCharsets.US_ASCII);
      assertEquals(ascii, text.chars().allMatch(c -> c < 128), text);
      assertTrue(text.contains(ascii ? "gr\\u{fc}n" : "gr\u00fcn"), text);
    }
    assertTrue(Outcome.score(real, generated).result().contains("\u2588"));
  }

  @Test
  void theLocaleDoesNotMatter() {
    Path real = Tables.interop("files/js-alltypes.real.arrow");
    Path generated = Tables.interop("files/js-alltypes.gen.arrow");
    List<List<Object>> commands =
        List.of(
            List.of("score", real, generated, "--counts"),
            List.of("score", real, generated, "--counts", "--format", "json"),
            List.of("score", real, generated, "--format", "MARKDOWN", "--unit", "BITS"),
            List.of("demo", "--dir", folder, "--rows", 20_000));
    Locale before = Locale.getDefault();
    for (List<Object> command : commands) {
      String expected = Outcome.of(command.toArray()).result();
      for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
          assertEquals(expected, Outcome.of(command.toArray()).result(), tag);
        } finally {
          Locale.setDefault(before);
        }
      }
    }
  }

  @Test
  void numbersAreThoseOfTheJson() {
    Path real = Tables.interop("files/js-dict.real.arrow");
    Path generated = Tables.interop("files/js-dict.gen.arrow");
    for (String unit : List.of("bits", "nats")) {
      Map<String, Map<String, Object>> columns =
          Json.columns(Outcome.score(real, generated, "--unit", unit, "--format", "json").json());
      String text = Outcome.score(real, generated, "--unit", unit).result();
      String markdown =
          Outcome.score(real, generated, "--unit", unit, "--format", "markdown").result();
      assertTrue(rest(text)[1].contains(unit), text);
      assertTrue(markdown.contains("JS, " + unit), markdown);
      columns.forEach(
          (name, column) -> {
            String js = "%.4f".formatted(Json.number(column.get("js")));
            String line =
                text.lines().filter(each -> each.startsWith(name + " ")).findFirst().orElseThrow();
            assertEquals(js, line.replaceFirst("^\\S+ +\\S+ +", "").split(" ", -1)[0], line);
            assertTrue(markdown.contains("| `" + name + "` |"), markdown);
            assertTrue(markdown.contains("| " + js + " |"), markdown);
          });
    }
  }

  @Test
  void smoothingIsShown() {
    Path real = Tables.write(folder.resolve("real"), Tables.words("w", "a", "a", "b"));
    Path generated = Tables.write(folder.resolve("gen"), Tables.words("w", "a", "a", "a"));
    // Counts (2.5, 1.5) against (3.5, 0.5).
    double kl = 0.625 * Math.log(2.5 / 3.5) + 0.375 * Math.log(3);
    String shown = "%.4f".formatted(kl);
    Object[] options = {"--smooth", 0.5, "--unit", "nats"};
    String text = Outcome.score(real, generated, options).result();
    assertTrue(text.contains("smoothed") && text.contains(shown), text);
    String markdown =
        Outcome.score(real, generated, "--smooth", 0.5, "--unit", "nats", "--format", "markdown")
            .result();
    assertTrue(markdown.contains("smoothed") && markdown.contains(shown), markdown);
    assertTrue(text.contains("inf"), text);
  }

  @Test
  void nullsAreCounted() {
    BitSet nulls = new BitSet();
    nulls.set(0, 12_345);
    double[] values = new double[20_000];
    Path real = Tables.write(folder.resolve("real"), new OutputColumn.Doubles("x", values, nulls));
    String text = Outcome.score(real, real).result();
    assertTrue(rest(text)[2].endsWith("12.3k 12.3k"), text);
  }
}
