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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
final class ReadmeTest {

  private static final Path ROOT =
      Path.of(System.getProperty("user.dir")).resolve("..").normalize();

  @TempDir private Path folder;

  @Test
  void theEmbeddingExampleCompilesAndRuns() throws Exception {
    String source =
        """
        import io.lanewise.arrow.*;
        import io.lanewise.column.*;
        import io.lanewise.evaluate.*;
        import io.lanewise.measure.*;
        import java.nio.file.Path;
        import java.util.List;

        public class Example {
          public static void main(String[] arguments) {
        %s
          }
        }
        """
            .formatted(
                block("```java\n(.*?)```")
                    .replace("real.arrow", folder + "/real.arrow")
                    .replace("generated.arrow", folder + "/generated.arrow"));
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, "-d", folder.toString(), file.toString()));
    assertEquals(0, run(OutputStream.nullOutputStream(), "demo", "--dir", folder.toString()));

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folder + ":" + System.getProperty("java.class.path"),
                "Example")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, process.waitFor());
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
        fromFidelity(block("<!-- adult -->\n```\n(.*?)```")),
        fromFidelity(out.toString(StandardCharsets.UTF_8)));
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

  private static String block(String pattern) throws IOException {
    Matcher matcher =
        Pattern.compile(pattern, Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(matcher.find(), () -> "no block " + pattern);
    return matcher.group(1);
  }
}
