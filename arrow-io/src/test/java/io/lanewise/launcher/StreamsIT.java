package io.lanewise.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What reaches a command, and what comes from it, by the launcher: whatever the shell has given.
 */
final class StreamsIT {

  private static final Path TABLE =
      Path.of("src/test/resources/interop/files/js-dict.real.arrow").toAbsolutePath();

  @TempDir private static Path folder;
  private static Checkout checkout;

  @BeforeAll
  static void copyTheJars() throws IOException {
    checkout =
        new Checkout(folder.resolve("checkout"), folder.resolve("around"))
            .with("LANEWISE_JAVA_HOME", System.getProperty("java.home"));
    checkout.jars();
  }

  /** Runs the launcher as a shell does, with redirections behind its words. */
  private static Outcome shell(String words, String redirections) {
    String line = "exec '" + checkout.folder().resolve("lanewise") + "' " + words;
    return Checkout.finish(checkout.start(Path.of("/bin/sh"), "-c", line + " " + redirections));
  }

  private static void failsInOneLine(int exitCode, String words, Outcome outcome) {
    assertEquals(exitCode, outcome.exitCode(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("lanewise: "), outcome.err());
    assertEquals(outcome.err().length() - 1, outcome.err().indexOf('\n'), outcome.err());
    assertTrue(outcome.err().contains(words), outcome.err());
  }

  /** Else the first file that the JVM opens would be taken for the input. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "score TABLE -",
        "score - TABLE --every 1",
        "score TABLE - --state FOLDER/state",
        "profile - -o FOLDER/profile",
        "train - -o FOLDER/model"
      })
  void standardInputThatIsClosedCannotBeRead(String words) {
    failsInOneLine(3, "stdin: cannot be read", shell(named(words), "<&-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"score TABLE TABLE", "score TABLE TABLE --every 1", "--help", "help"})
  void standardOutputThatIsClosedOrFullIsTold(String words) {
    failsInOneLine(4, "standard output cannot be written", shell(named(words), ">&-"));
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    failsInOneLine(4, "standard output cannot be written", shell(named(words), "> /dev/full"));
  }

  @Test
  void standardErrorMayBeClosed() {
    for (String command : List.of("score TABLE TABLE", "train none -o FOLDER/model")) {
      Outcome open = shell(named(command), "");
      Outcome closed = shell(named(command), "2>&-");
      assertEquals(open.exitCode(), closed.exitCode());
      assertEquals(open.out(), closed.out());
      assertEquals("", closed.err());
    }
  }

  /** Where the system tells which file standard input is. */
  @Test
  void theFileOfStandardInputIsNotOverwritten() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/fd/0")), "nobody tells here");
    Path file = Files.copy(TABLE, folder.resolve("input.arrow"));
    String words = named("score TABLE - -o " + file);
    failsInOneLine(2, file + " is an input", shell(words, "< " + file));
    failsInOneLine(2, file + " is an input", shell(words + " --every 1", "< " + file));
    assertEquals(-1, Files.mismatch(TABLE, file));
  }

  /** A file that says it is regular and empty, and whose first byte may never come. */
  @Test
  void inputsAreNotReadToTellTheirSize() {
    Path file = Path.of("/proc/kmsg");
    assumeTrue(Files.isReadable(file), "nobody may read " + file + " here");
    failsInOneLine(3, "is empty", shell("score " + file + " " + TABLE, ""));
  }

  /** The JVM announces the module of vectors; what fails is one line all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train none.arrow -o FOLDER/model",
        "train TABLE -o TABLE",
        "train TABLE",
        "generate none.model -n 1 -o FOLDER/made",
        "generate TABLE -n 1 -o FOLDER/made",
        "discriminate TABLE none.arrow",
        "discriminate TABLE TABLE --epochs 0",
        "kernels --seconds 0"
      })
  void whatNeedsVectorsIsRefusedInOneLine(String words) {
    Outcome outcome = shell(named(words), "");
    failsInOneLine(words.contains("none") || words.contains("generate") ? 3 : 2, "", outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "simd", "scalar"})
  void aScoreOnVectorsSaysNothingElse(String kernels) {
    String words = named("score TABLE TABLE");
    checkout.with("LANEWISE_KERNELS", kernels);
    Outcome outcome = shell(words, "");
    checkout.with("LANEWISE_KERNELS", "auto");
    assertEquals("", outcome.err());
    assertEquals(0, outcome.exitCode());
  }

  private static String named(String words) {
    return words.replace("TABLE", TABLE.toString()).replace("FOLDER", folder.toString());
  }
}
