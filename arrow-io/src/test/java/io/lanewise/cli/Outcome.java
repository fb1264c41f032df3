package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command, run in this process, did. */
record Outcome(int exitCode, String out, String err) {

  /** Runs a command with nothing on standard input and an output in UTF-8. */
  static Outcome of(Object... arguments) {
    return of(new byte[0], StandardCharsets.UTF_8, arguments);
  }

  static Outcome of(byte[] in, Charset charset, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            new ByteArrayInputStream(in),
            out,
            charset,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    String[] texts = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
    int exitCode = Lanewise.run(texts, streams);
    return new Outcome(exitCode, out.toString(charset), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs {@code score} with more options. */
  static Outcome score(Path real, Path generated, Object... options) {
    Object[] arguments = new Object[options.length + 3];
    arguments[0] = "score";
    arguments[1] = real;
    arguments[2] = generated;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return of(arguments);
  }

  /** The result, which must be good, without a word on standard error. */
  String result() {
    assertEquals("", err);
    assertEquals(0, exitCode);
    return out;
  }

  Map<String, Object> json() {
    return Json.object(Json.read(result()));
  }

  /** The one line that says why nothing was done. */
  String refusal(int expectedExitCode) {
    assertEquals("", out);
    return refusalWhileRunning(expectedExitCode);
  }

  /**
   * The one line that says why there is no score. Lines of a running score may have come before,
   * the last one not among them.
   */
  String refusalWhileRunning(int expectedExitCode) {
    assertEquals(expectedExitCode, exitCode, err);
    assertTrue(out.lines().allMatch(line -> line.contains("\"last\":false")), out);
    assertTrue(err.startsWith("lanewise: "), err);
    assertEquals(err.length() - 1, err.indexOf('\n'), err);
    String line = err.substring("lanewise: ".length(), err.length() - 1);
    assertTrue(line.chars().noneMatch(Character::isISOControl), line);
    return line;
  }

  /**
   * Sees to it that {@code input} has a result, at most with warnings, or one line that says why it
   * has none.
   *
   * @return whether there is a result
   */
  boolean scoredOrRefused(Object input) {
    if (exitCode != ExitCode.OK) {
      assertFalse(refusalWhileRunning(ExitCode.DATA).isEmpty(), input::toString);
      return false;
    }
    assertFalse(out.isEmpty(), () -> input + " has no score");
    assertTrue(
        err.lines().allMatch(line -> line.startsWith("lanewise: warning: ")),
        () -> input + ": " + err);
    return true;
  }

  void refuses(int expectedExitCode, Object... mentioned) {
    String line = refusal(expectedExitCode);
    for (Object text : mentioned) {
      assertTrue(line.contains(String.valueOf(text)), () -> line + "  lacks  " + text);
    }
  }
}
