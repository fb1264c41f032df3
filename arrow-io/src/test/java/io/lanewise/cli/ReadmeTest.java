package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the page on kernels show is what happens. */
final class ReadmeTest {

  private static final Path ROOT =
      Path.of(System.getProperty("user.dir")).resolve("..").normalize();

  private static final Path README = ROOT.resolve("README.md");
  private static final Path KERNELS = ROOT.resolve("docs/kernels.md");

  @TempDir private Path folder;

  @Test
  void theEmbeddingExampleCompilesAndRuns() throws Exception {
    assertEquals(0, run(OutputStream.nullOutputStream(), "demo", "--dir", folder.toString()));
    String code =
        block(README, "```java\n(.*?)```")
            .replace("real.arrow", folder + "/real.arrow")
            .replace("generated.arrow", folder + "/generated.arrow");
    List<String> lines =
        output(
            """
            import io.lanewise.arrow.*;
            import io.lanewise.column.*;
            import io.lanewise.evaluate.*;
            import io.lanewise.measure.*;
            import java.nio.file.Path;
            import java.util.List;
            """,
            code,
            "--enable-native-access=ALL-UNNAMED");
    assertEquals(10, lines.size(), () -> String.join("\n", lines));
    assertEquals("plan 0.6931471805599453", lines.getFirst());
    // KL((1/2, 1/2) | (7/10, 3/10)) / 2 + KL((9/10, 1/10) | (7/10, 3/10)) / 2
    double js =
        0.25 * (Math.log(0.5 / 0.7) + Math.log(0.5 / 0.3))
            + 0.5 * (0.9 * Math.log(0.9 / 0.7) + 0.1 * Math.log(0.1 / 0.3));
    String[] last = lines.getLast().split(" ", -1);
    assertEquals(js, Double.parseDouble(last[0]), 4e-16);
    assertEquals("nats", last[1]);
  }

  @Test
  void theStreamingExampleCompilesAndRuns() throws Exception {
    String imports =
        """
        import io.lanewise.column.*;
        import io.lanewise.evaluate.*;
        import java.util.List;
        """;
    String code = block(README, "<!-- stream -->\n```java\n(.*?)```");
    List<String> lines = output(imports, code, "-Dlanewise.kernels=scalar");
    assertEquals(3, lines.size(), () -> String.join("\n", lines));
    // Half of the real rows are a, half b; half of the generated ones a, half null.
    double js = Math.log(2) / 2;
    for (int i = 0; i < 3; i++) {
      String[] line = lines.get(i).split(" rows: JS ", -1);
      assertEquals(2 * (i + 1), Integer.parseInt(line[0]));
      assertEquals(js, Double.parseDouble(line[1]), 4e-16);
    }
  }

  @Test
  void theExampleOfKernelsCompilesAndRuns() throws Exception {
    String imports = "import io.lanewise.kernel.*;\nimport java.util.Arrays;\n";
    String code = block(KERNELS, "```java\n(.*?)```");
    // ln 10 and ln 100, each rounded to a double, and their sum rounded once.
    String result = "[4.5, 0.0, 10.5, 0.0] " + (2.302585092994046 + 4.605170185988092);
    List<String> scalar = output(imports, code, "-Dlanewise.kernels=scalar");
    assertEquals(List.of("scalar " + result), scalar);
    List<String> vector = output(imports, code, "--add-modules=jdk.incubator.vector");
    assertEquals(1, vector.size());
    assertTrue(vector.getFirst().matches("simd-\\d+ .*"), vector.getFirst());
    assertTrue(vector.getFirst().endsWith(" " + result), vector.getFirst());
  }

  /** What a program prints that is nothing but this code, in a JVM of its own. */
  private List<String> output(String imports, String code, String option) throws Exception {
    String source =
        "%spublic class Example { public static void main(String[] arguments) {%n%s } }"
            .formatted(imports, code);
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, "-d", folder.toString(), file.toString()));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                folder + ":" + System.getProperty("java.class.path"),
                "Example")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, process.waitFor());
    return lines;
  }

  @Test
  void theAdultExampleIsWhatTheCommandPrints() throws IOException {
    Path data = Shared.path("data/adult");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        run(
            out,
            "score",
            data.resolve("real.arrow").toString(),
            data.resolve("ctgan.zstd.arrow").toString());
    assertEquals(0, status);
    assertEquals(
        fromFidelity(block(README, "<!-- adult -->\n```\n(.*?)```")),
        fromFidelity(out.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void theExampleOfTheDiscriminatorIsWhatTheCommandPrints() throws IOException {
    Path data = Shared.path("data/adult");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        run(
            out,
            "discriminate",
            data.resolve("real.arrow").toString(),
            data.resolve("ctgan.zstd.arrow").toString());
    assertEquals(0, status);
    assertEquals(
        fromLearnt(block(README, "<!-- discriminate -->\n```\n(.*?)```")),
        fromLearnt(out.toString(StandardCharsets.UTF_8)));
  }

  private static String fromLearnt(String text) {
    return text.substring(text.indexOf("learnt"));
  }

  @Test
  void theProfileOfAdultIsAsSmallAsItSays() throws IOException {
    Path profile = folder.resolve("adult.profile");
    OutputStream nowhere = OutputStream.nullOutputStream();
    String real = Shared.path("data/adult/real.arrow").toString();
    assertEquals(0, run(nowhere, "profile", real, "-o", profile.toString()));
    String kilobytes = block(README, "Adult's profile, with all 105 pairs \\| ([\\d.]+) KB");
    assertEquals(Double.parseDouble(kilobytes), Files.size(profile) / 1000.0, 0.05);
  }

  @Test
  void theLinesOfTheStreamingExampleAreWhatTheCommandPrints() throws IOException {
    Path data = Shared.path("data/adult");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        run(
            out,
            "score",
            data.resolve("real.arrow").toString(),
            data.resolve("ctgan.zstd.arrow").toString(),
            "--every=10k",
            "--sequential",
            "--format=text");
    assertEquals(0, status);
    String lines = block(README, "<!-- lines -->\n```\n\\$ [^\n]*\n(.*?)```");
    assertTrue(
        out.toString(StandardCharsets.UTF_8).startsWith(lines),
        () -> out.toString(StandardCharsets.UTF_8));
  }

  /**
   * The three commands, on the table of the demonstration; with few epochs, as a test has to end.
   */
  @Test
  void theTableOfTheDemonstrationIsTrainedOnGeneratedAndScored() throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Path demo = folder.resolve("lanewise-demo");
    assertEquals(0, run(nowhere, "demo", "--dir", demo.toString()));
    String commands = block(README, "## Train, generate, score\n(.*?)<!-- train -->");
    List<String[]> typed =
        commands
            .lines()
            .filter(line -> line.startsWith("    ./lanewise "))
            .map(line -> line.strip().split(" ", -1))
            .toList();
    assertEquals(3, typed.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String[] words : typed) {
      List<String> arguments = new ArrayList<>();
      for (String word : List.of(words).subList(1, words.length)) {
        boolean file = word.endsWith(".arrow") || word.endsWith(".model");
        arguments.add(file ? folder.resolve(word).toString() : word);
      }
      if (words[1].equals("train")) {
        arguments.addAll(List.of("--epochs=5", "--every=1"));
      }
      out.reset();
      assertEquals(0, run(out, arguments.toArray(String[]::new)), () -> arguments.toString());
      if (words[1].equals("train")) {
        assertEquals(form(shownTraining()), form(out.toString(StandardCharsets.UTF_8)));
      }
    }
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("fidelity"), out::toString);
  }

  private static String shownTraining() throws IOException {
    return block(README, "<!-- train -->\n```\n\\$ [^\n]*\n(.*?)```");
  }

  /** What stays when figures change: words, and how many numbers there are, without the best. */
  private static List<String> form(String training) {
    return training
        .lines()
        .map(
            line ->
                line.replaceAll("-?[\\d.,]+", "0")
                    .replaceAll(" +", " ")
                    .replace(" *", "")
                    .replaceFirst("generate .* -n", "generate -n"))
        .toList();
  }

  private static String fromFidelity(String text) {
    return text.substring(text.indexOf("fidelity"));
  }

  private static int run(OutputStream out, String... arguments) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    return Lanewise.run(arguments, streams);
  }

  private static String block(Path page, String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(page));
    assertTrue(matcher.find(), () -> "no block " + pattern);
    return matcher.group(1);
  }
}
