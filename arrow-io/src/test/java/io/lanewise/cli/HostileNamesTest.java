package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and values that would write to a terminal are shown by the numbers of their characters. */
class HostileNamesTest {

  private static final int ROWS = 200;

  /** A number, a text, weights, a logit, a label, and a column that one side lacks. */
  private static final String NUMBER = "\u009b31m\u007f";

  private static final String TEXT = "\u001b[31mred\u0007\r\n\u0000";
  private static final String WEIGHT = "\u202ertl\u2066\ufeff\u200f";
  private static final String LOGIT = "a\u2028b\u2029c\u0085";
  private static final String LABEL = "\u00ad\u061c\udb40\udc41tag";
  private static final String LACKING = "\u009d0;title\u009c\ud834\udd73";
  private static final List<String> VALUES =
      List.of(
          "\u001b[2J", "\u009b", "\u202e\u2028", "\ud83d\udc68\u200d\ud83d\udc67", "\udb40\udc41");

  /** Categories of characters that are not shown, but obeyed. */
  private static final Set<Integer> ORDERS =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  @TempDir private Path folder;
  private Path real;
  private Path generated;

  @BeforeEach
  void writeTables() throws IOException {
    // The name of a file may come from others, too, where a folder is named.
    real = table(Files.createDirectory(folder.resolve("real")).resolve("\u001b[31m\n.arrow"), true);
    generated = table(folder.resolve("generated.arrow"), false);
  }

  private static Path table(Path file, boolean isReal) {
    double[] number = new double[ROWS];
    long[] weight = new long[ROWS];
    double[] logit = new double[ROWS];
    long[] label = new long[ROWS];
    String[] text = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      number[i] = i * (isReal ? 1 : 2) % 17;
      weight[i] = i % 5 + 1L;
      logit[i] = i % 7 - 3;
      label[i] = i % 2;
      text[i] = VALUES.get((isReal ? i : i * i) % VALUES.size());
    }
    return Tables.write(
        file,
        Tables.doubles(NUMBER, number),
        Tables.longs(WEIGHT, weight),
        Tables.doubles(LOGIT, logit),
        Tables.longs(LABEL, label),
        Tables.words(TEXT, text),
        Tables.words(isReal ? LACKING : "other", text));
  }

  /** Runs a command, and sees to it that nothing of what it says gives orders to a terminal. */
  private static String shown(byte[] in, Object... arguments) {
    Outcome outcome = Outcome.of(in, StandardCharsets.UTF_8, arguments);
    String command = String.join(" ", List.of(arguments).stream().map(String::valueOf).toList());
    assertTrue(
        outcome.exitCode() == ExitCode.OK || outcome.exitCode() == ExitCode.CROSSED,
        command + ": " + outcome.err());
    plain(command, outcome.out());
    plain(command, outcome.err());
    return outcome.out();
  }

  private static String shown(Object... arguments) {
    return shown(new byte[0], arguments);
  }

  private static void plain(String command, String output) {
    output
        .codePoints()
        .filter(
            point -> point != '\n' && point != 0x200d && ORDERS.contains(Character.getType(point)))
        .findFirst()
        .ifPresent(
            point -> {
              throw new AssertionError(
                  String.format(Locale.ROOT, "%s writes U+%04X: %s", command, point, output));
            });
  }

  @Test
  void noScoreWritesToTheTerminal() throws IOException {
    byte[] stream = Tables.stream(generated);
    for (String format : List.of("text", "json", "markdown")) {
      shown("score", real.getParent(), generated, "--format", format, "--counts", "--paired");
      shown("score", real, generated, "--format", format, "--explain", TEXT + "," + NUMBER);
      shown("score", real, generated, "--format", format, "--fail-if", "js>=0");
      shown("score", real, real, "--format", format, "--pairs", "none");
    }
    for (String format : List.of("text", "json")) {
      shown(
          stream,
          "score",
          real,
          "-",
          "--format",
          format,
          "--every",
          50,
          "--sequential",
          "--exclude",
          LACKING);
      shown(
          stream,
          "score",
          real,
          "-",
          "--format",
          format,
          "--window",
          50,
          "--fail-if",
          "js>=0",
          "--exclude",
          LACKING);
      shown("rank", real, real.getParent(), generated, "--format", format);
    }
  }

  @Test
  void noProfileWritesToTheTerminal() throws IOException {
    Path profile = folder.resolve("a.profile");
    Path other = folder.resolve("b.profile");
    shown("profile", real, "-o", profile);
    shown("profile", real, "-o", other, "--reference", profile);
    Path sum = folder.resolve("c.profile");
    shown("merge", profile, other, "-o", sum);
    shown("subtract", sum, other, "-o", folder.resolve("rest.profile"));
    for (String format : List.of("text", "json")) {
      shown("inspect", profile, "--format", format);
      shown("score", profile, generated, "--format", format);
    }
  }

  @Test
  void noDivergenceWritesToTheTerminal() {
    for (String format : List.of("text", "json")) {
      shown("divergence", real, "--p", WEIGHT, "--q", WEIGHT, "--format", format);
      shown("divergence", real, "--logits", LOGIT, "--labels", LABEL, "--format", format);
    }
  }

  @Test
  void noTrainingWritesToTheTerminal() throws IOException {
    Path model = folder.resolve("a.model");
    Path log = folder.resolve("a.jsonl");
    for (String format : List.of("text", "json")) {
      shown(SmallTraining.arguments(real, model, "--format=" + format, "--log=" + log));
      plain("--log", Files.readString(log));
      shown("inspect", model, "--format", format);
      shown("generate", model, "-n", 10, "-o", folder.resolve("made.arrow"));
      shown("discriminate", real, generated, "--epochs=1", "--format", format);
    }
  }

  /** The zone of a time is part of its type's name. */
  @Test
  void noTypeWritesToTheTerminal() throws IOException {
    Path zoned = times(folder.resolve("zoned.arrow"), "\u001b]0;title\u0007\u202e\n");
    for (Path other : List.of(zoned, times(folder.resolve("utc.arrow"), "UTC"), generated)) {
      for (String format : List.of("text", "json", "markdown")) {
        shown("score", zoned, other, "--format", format);
      }
    }
    Path profile = folder.resolve("a.profile");
    shown("profile", zoned, "-o", profile);
    shown("inspect", profile);
    plain("rank", Outcome.of("rank", zoned, zoned, zoned).result());
  }

  /** Times in a zone, and a column that the other tables have as well. */
  private static Path times(Path file, String zone) throws IOException {
    try (var allocator = new RootAllocator();
        var time = new TimeStampMicroTZVector("t", allocator, zone);
        var number = new Float8Vector(NUMBER, allocator);
        var root = new VectorSchemaRoot(List.of(time, number));
        var out = new FileOutputStream(file.toFile());
        var writer = new ArrowFileWriter(root, null, out.getChannel())) {
      for (int i = 0; i < ROWS; i++) {
        time.setSafe(i, i % 7);
        number.setSafe(i, i % 7);
      }
      root.setRowCount(ROWS);
      writer.start();
      writer.writeBatch();
      writer.end();
    }
    return file;
  }

  @Test
  void readersOfJsonSeeTheSameNames() {
    Object json = Json.read(shown("score", real, generated, "--format", "json", "--counts"));
    List<String> names = new ArrayList<>(Json.columns(Json.object(json)).keySet());
    assertEquals(List.of(NUMBER, WEIGHT, LOGIT, LABEL, TEXT), names);
    List<Object> values =
        Json.objects(Json.columns(Json.object(json)).get(TEXT).get("counts")).stream()
            .map(count -> count.get("symbol"))
            .toList();
    assertTrue(values.containsAll(VALUES), values::toString);
  }

  @Test
  void theJsonOfAScoreIsStillASpecification() throws IOException {
    Path spec = folder.resolve("spec.json");
    String expected = shown("score", real, generated, "--format", "json");
    plain("-o", Files.readString(Files.writeString(spec, expected)));
    assertEquals(
        expected,
        shown("score", real, generated, "--format", "json", "--spec", spec, "--numeric", WEIGHT));
  }
}
