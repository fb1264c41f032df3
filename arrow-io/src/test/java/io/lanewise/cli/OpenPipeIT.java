package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives through a pipe and is damaged is refused while the pipe is open: its writer may have
 * nothing to add for hours.
 */
class OpenPipeIT {

  /** Four bytes each, so the index of a word fills the alignment. */
  private static final int BATCH_ROWS = 16;

  private static final int BODY = BATCH_ROWS * Integer.BYTES;
  private static final int END_MARKER = 8;
  private static final int HANGS_SECONDS = 60;

  private static final List<List<Object>> OPTIONS =
      List.of(
          List.of("--threads", 2),
          List.of("--threads", 3, "--every", "1M"),
          List.of("--threads", 2, "--every", "1M"),
          List.of("--threads", 1, "--every", "1M"),
          List.of("--threads", 2, "--every", 1_000));

  @TempDir private Path folder;
  private Path whole;
  private byte[] badValue;
  private byte[] badHead;

  @BeforeEach
  void writeTable() {
    String[] words = new String[4 * BATCH_ROWS];
    Arrays.setAll(words, row -> row % 3 == 0 ? "a" : "b");
    whole =
        Tables.write(folder.resolve("whole.arrow"), BATCH_ROWS, List.of(Tables.words("t", words)));
    byte[] stream = Tables.stream(whole);
    byte[] batches = Arrays.copyOf(stream, stream.length - END_MARKER);
    badValue = batches.clone();
    badValue[badValue.length - BODY] = 9;
    badHead = Arrays.copyOf(batches, stream.length);
    Arrays.fill(badHead, batches.length, stream.length, (byte) 0xff);
  }

  private Process start(Object in, List<Object> options) throws IOException {
    Object[] words = Arrays.copyOf(new Object[] {"score", whole, in}, 3 + options.size());
    System.arraycopy(options.toArray(), 0, words, 3, options.size());
    return new ProcessBuilder(JarCommand.fast(words))
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private void refuses(Process process, String reason) throws IOException, InterruptedException {
    if (!process.waitFor(HANGS_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("waits for more of what it has to refuse: " + reason);
    }
    new Outcome(
            process.exitValue(),
            Files.readString(folder.resolve("out")),
            Files.readString(folder.resolve("err")))
        .refuses(ExitCode.DATA, reason);
  }

  private void refusesStandardInput(byte[] bytes, String reason)
      throws IOException, InterruptedException {
    for (List<Object> options : OPTIONS) {
      Process process = start("-", options);
      try (OutputStream pipe = process.getOutputStream()) {
        pipe.write(bytes);
        pipe.flush();
        refuses(process, reason);
      }
    }
  }

  @Test
  void aBadValueIsToldAtOnce() throws IOException, InterruptedException {
    refusesStandardInput(badValue, "batch 3: column \"t\": row 0 has dictionary index 9");
  }

  @Test
  void aBadMessageIsToldAtOnce() throws IOException, InterruptedException {
    refusesStandardInput(badHead, "64 rows came before");
  }

  @Test
  void ofANamedPipeToo() throws IOException, InterruptedException {
    Path fifo = folder.resolve("fifo");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo here");
    assertTrue(new ProcessBuilder("/usr/bin/mkfifo", fifo.toString()).start().waitFor() == 0);
    for (List<Object> options : OPTIONS) {
      // To write alone would wait for who reads.
      try (RandomAccessFile pipe = new RandomAccessFile(fifo.toFile(), "rw")) {
        pipe.write(badValue);
        refuses(start(fifo, options), "batch 3: column \"t\": row 0 has dictionary index 9");
      }
    }
  }
}
