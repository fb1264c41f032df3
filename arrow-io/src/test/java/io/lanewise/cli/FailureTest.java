package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody foresaw still ends in one line and an exit code, and warnings can be silenced. */
class FailureTest {

  private static final Path STREAM = Tables.interop("files/js-dict.real.arrows");

  @TempDir private Path folder;

  /** A failure of standard input, which comes out of the middle of a command. */
  private interface Broken {
    int read() throws IOException;
  }

  private static String failure(int expectedExitCode, Broken broken) {
    InputStream in =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return broken.read();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return broken.read();
          }
        };
    var err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            in,
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Lanewise.run(new String[] {"score", "-", STREAM.toString()}, streams);
    String line = err.toString(StandardCharsets.UTF_8);
    assertEquals(expectedExitCode, exitCode, line);
    assertEquals(line.length() - 1, line.indexOf('\n'), line);
    return line;
  }

  /** By the number that the launcher was given, and not by what of it the collector uses. */
  @Test
  void memoryThatIsNotThere() {
    System.setProperty("lanewise.heap", "320m");
    try {
      assertEquals(
          "lanewise: out of memory, Java may take 320m; LANEWISE_HEAP sets this limit\n",
          failure(
              ExitCode.ENVIRONMENT,
              () -> {
                throw new OutOfMemoryError("Java heap space");
              }));
    } finally {
      System.clearProperty("lanewise.heap");
    }
  }

  @Test
  void mistakesOfOurOwn() {
    assertTrue(
        failure(
                ExitCode.INTERNAL,
                () -> {
                  throw new IllegalStateException("broken");
                })
            .contains("internal error: java.lang.IllegalStateException: broken"));
    assertTrue(
        failure(
                ExitCode.INTERNAL,
                () -> {
                  throw new StackOverflowError();
                })
            .contains("internal error: java.lang.StackOverflowError"));
    assertTrue(
        failure(
                ExitCode.INTERNAL,
                () -> {
                  throw new NoClassDefFoundError("gone");
                })
            .contains("internal error: java.lang.NoClassDefFoundError: gone"));
    // An error of no special kind, which would end the JVM with the code of a crossed rule.
    assertTrue(
        failure(
                ExitCode.INTERNAL,
                () -> {
                  throw new ServiceConfigurationError("no provider");
                })
            .contains("internal error: java.util.ServiceConfigurationError: no provider"));
  }

  @Test
  void quietSilencesWarnings() throws IOException {
    byte[] whole = Files.readAllBytes(STREAM);
    // Without the eight bytes that mark its end.
    Path stream = Files.write(folder.resolve("endless"), Arrays.copyOf(whole, whole.length - 8));
    Outcome warned = Outcome.score(stream, STREAM);
    assertEquals(0, warned.exitCode());
    assertTrue(warned.err().startsWith("lanewise: warning: " + stream), warned.err());
    assertEquals(warned.out(), Outcome.score(stream, STREAM, "--quiet").result());
  }
}
