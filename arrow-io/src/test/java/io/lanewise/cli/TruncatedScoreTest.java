package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.arrow.flatbuf.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No part of an input is scored as if it were the whole. */
class TruncatedScoreTest {

  /** Bytes ahead of the stream that lies in a file. */
  private static final int MAGIC = 8;

  /** Odd, so that every place within a word has its turn. */
  private static final int STEP = Measured.amount(13, 1);

  /** The same of those that take longest. */
  private static final int SAMPLE = 5 * STEP;

  /** Rows are few: each of these has lines before the last. */
  private static final List<List<Object>> WINDOWS =
      List.of(
          List.of("--window", 2),
          List.of("--half-life", 2, "--slide", 2),
          List.of("--every", 3, "--sequential"));

  @TempDir private Path folder;
  private Path whole;
  private Path cut;
  private Path state;

  @BeforeEach
  void writeTable() {
    cut = folder.resolve("cut.arrow");
    state = folder.resolve("run.state");
    whole =
        Tables.write(
            folder.resolve("whole.arrow"),
            2,
            List.of(Tables.doubles("x", 1, 2.5, 2.5, 7), Tables.words("t", "a", "b", "a", "c")));
  }

  private Outcome generated(byte[] bytes) throws IOException {
    Files.write(cut, bytes);
    return Outcome.score(whole, cut);
  }

  private Outcome real(byte[] bytes) throws IOException {
    Files.write(cut, bytes);
    return Outcome.score(cut, whole);
  }

  private Outcome arriving(byte[] bytes, Object... options) {
    Object[] words = Arrays.copyOf(new Object[] {"score", whole, "-"}, 3 + options.length);
    System.arraycopy(options, 0, words, 3, options.length);
    return Outcome.of(bytes, StandardCharsets.UTF_8, words);
  }

  private Outcome kept(byte[] bytes) throws IOException {
    Files.deleteIfExists(state);
    return arriving(bytes, "--every", 3, "--state", state);
  }

  private Outcome keptOfFile(byte[] bytes) throws IOException {
    Files.deleteIfExists(state);
    Files.write(cut, bytes);
    return Outcome.score(whole, cut, "--every", 3, "--state", state);
  }

  /** Runs what is scored while rows arrive; {@code length} tells what has its turn. */
  private List<Outcome> running(byte[] bytes, int length) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(kept(bytes));
    if (length % STEP == 0) {
      outcomes.add(arriving(bytes, "--every", 3));
      outcomes.add(arriving(bytes, "--every", "1M", "--threads", 2));
    }
    if (length % SAMPLE == 0) {
      outcomes.add(keptOfFile(bytes));
      for (List<Object> window : WINDOWS) {
        outcomes.add(withoutNeeds(arriving(bytes, window.toArray())));
      }
    }
    return outcomes;
  }

  /** Without the note that tells what a window needs. */
  private static Outcome withoutNeeds(Outcome outcome) {
    String err = outcome.err().replaceFirst("^lanewise: a window of .*\n", "");
    return new Outcome(outcome.exitCode(), outcome.out(), err);
  }

  @Test
  void aFileCutAnywhereHasNoScoreWhileItArrives() throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    for (Outcome outcome : running(bytes, 0)) {
      assertTrue(outcome.result().contains("\"last\":true"));
    }
    // Behind it only the footer follows, which is cut everywhere in every build.
    int streamEnd = MAGIC + Tables.stream(whole).length;
    int cuts = 0;
    int runs = 0;
    for (int length = 0; length < bytes.length; length += length < streamEnd ? STEP : 1) {
      for (Outcome outcome : running(Arrays.copyOf(bytes, length), length)) {
        outcome.refusalWhileRunning(ExitCode.DATA);
        runs++;
      }
      cuts++;
    }
    Measured.keep(
        Promise.TRUNCATION,
        "TruncatedScoreTest.running-file",
        "the file cut at %d places while it is scored, with a state and without: no score of %d runs"
            .formatted(cuts, runs));
  }

  @Test
  void aStreamCutWithinAMessageHasNoScoreWhileItArrives() throws IOException {
    byte[] bytes = Tables.stream(whole);
    Set<Integer> ends = messageEnds(bytes);
    int cuts = 0;
    int runs = 0;
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      if (ends.contains(length)) {
        for (Outcome outcome : running(part, 0)) {
          warns(outcome);
          assertTrue(outcome.out().contains("\"last\":true"), outcome::out);
        }
      } else if (length % STEP == 0) {
        for (Outcome outcome : running(part, length)) {
          outcome.refusalWhileRunning(ExitCode.DATA);
          runs++;
        }
        cuts++;
      }
    }
    Measured.keep(
        Promise.TRUNCATION,
        "TruncatedScoreTest.running-stream",
        ("the stream cut at %d places while it is scored, with a state and without: no score of %d"
                + " runs; between two messages a warning")
            .formatted(cuts, runs));
  }

  /** With a state, what was cut between two messages is an input that has ended, and may grow. */
  @Test
  void aStreamCutBetweenTwoMessagesIsCountedOn() throws IOException {
    byte[] bytes = Tables.stream(whole);
    String expected = kept(bytes).result();
    byte[] counted = Files.readAllBytes(state);
    for (int end : messageEnds(bytes)) {
      warns(kept(Arrays.copyOf(bytes, end)));
      if (end == messageEnds(bytes).stream().max(Integer::compare).orElseThrow()) {
        arriving(bytes, "--state", state).refuses(ExitCode.DATA, "has counted all 4 rows");
      } else {
        String lines = arriving(bytes, "--every", 3, "--state", state).result();
        assertTrue(expected.endsWith(lines.lines().toList().getLast() + "\n"), lines);
      }
      assertArrayEquals(counted, Files.readAllBytes(state));
    }
  }

  @Test
  void aFileCutAnywhereHasNoScore() throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    assertEquals(ExitCode.OK, generated(bytes).exitCode());
    int cuts = 0;
    for (int length = 0; length < bytes.length; length += STEP) {
      byte[] part = Arrays.copyOf(bytes, length);
      generated(part).refusal(ExitCode.DATA);
      real(part).refusal(ExitCode.DATA);
      arriving(part).refusal(ExitCode.DATA);
      cuts++;
    }
    Measured.keep(
        Promise.TRUNCATION,
        getClass(),
        "a file of %d bytes cut at %d places: no score of any".formatted(bytes.length, cuts));
  }

  @Test
  void aStreamCutWithinAMessageHasNoScoreAndOneCutBetweenTwoWarns() throws IOException {
    byte[] bytes = Tables.stream(whole);
    assertEquals("", generated(bytes).err());
    Set<Integer> ends = messageEnds(bytes);
    int cuts = 0;
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      if (ends.contains(length)) {
        warns(generated(part));
        warns(arriving(part));
      } else if (length % STEP == 0) {
        generated(part).refusal(ExitCode.DATA);
        real(part).refusal(ExitCode.DATA);
        arriving(part).refusal(ExitCode.DATA);
        cuts++;
      }
    }
    // The schema, a dictionary and two batches.
    assertEquals(4, ends.size());
    Measured.keep(
        Promise.TRUNCATION,
        "TruncatedScoreTest.stream",
        "a stream of %d bytes cut at %d places: no score of any; between two messages, %d: a warning"
            .formatted(bytes.length, cuts, ends.size()));
  }

  private static void warns(Outcome outcome) {
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome::err);
    assertEquals(1, outcome.err().lines().count(), outcome::err);
    assertTrue(outcome.err().contains("the stream has no end marker"), outcome::err);
  }

  /** Where each message ends, that which marks the end left out. */
  private static Set<Integer> messageEnds(byte[] stream) {
    ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    Set<Integer> ends = new TreeSet<>();
    int at = 0;
    while (bytes.getInt(at + 4) != 0) {
      int length = bytes.getInt(at + 4);
      ByteBuffer metadata = bytes.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN);
      at += 8 + length + (int) Message.getRootAsMessage(metadata).bodyLength();
      ends.add(at);
    }
    return ends;
  }
}
