package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Progress is for people at a terminal, and leaves nothing behind. */
class ProgressTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Progress progress(long total, boolean quiet, boolean terminal) {
    return new Progress(
        new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            terminal),
        total,
        "rows",
        quiet);
  }

  /** Nothing in the first second, so the test waits for it to pass. */
  private String shown(long total, boolean quiet, boolean terminal) throws InterruptedException {
    try (Progress progress = progress(total, quiet, terminal)) {
      progress.accept(1);
      assertEquals("", err.toString(StandardCharsets.UTF_8));
      Thread.sleep(1_100);
      progress.accept(2_500);
      return err.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBarWithSpeedAndTimeLeft() throws InterruptedException {
    String shown = shown(10_000, false, true);
    assertTrue(
        shown.matches("\r\\[#{7}\\.{23}]  25 %  2,500 rows  [\\d,]+ rows/s  [\\d,]+ s left "),
        shown);
    String left = err.toString(StandardCharsets.UTF_8).substring(shown.length());
    assertEquals("\r" + " ".repeat(99) + "\r", left);
  }

  @Test
  void speedAloneWhereNobodyKnowsTheEnd() throws InterruptedException {
    String shown = shown(-1, false, true);
    assertTrue(shown.matches("\r2,500 rows  [\\d,]+ rows/s "), shown);
  }

  @Test
  void nothingElsewhere() throws InterruptedException {
    assertEquals("", shown(10_000, true, true));
    assertEquals("", shown(10_000, false, false));
  }
}
