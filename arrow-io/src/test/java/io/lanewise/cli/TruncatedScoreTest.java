package io.lanewise.cli;

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

  /** Odd, so that every place within a word has its turn. */
  private static final int STEP = Measured.amount(13, 1);

  @TempDir private Path folder;
  private Path whole;
  private Path cut;

  @BeforeEach
  void writeTable() {
    cut = folder.resolve("cut.arrow");
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

  private Outcome arriving(byte[] bytes) {
    return Outcome.of(bytes, StandardCharsets.UTF_8, "score", whole, "-");
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
        Tables.class,
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
