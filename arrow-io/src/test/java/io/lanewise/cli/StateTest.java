package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.container.Container;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import io.lanewise.file.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A running score goes on where it stopped, and counts no row twice. */
class StateTest {

  private static final int ROWS = 3_001;

  @TempDir private Path folder;
  private Path real;
  private Path generated;
  private Path state;

  @BeforeEach
  void writeTables() {
    real = StreamedRows.write(folder.resolve("real.arrow"), 0, 2_000, 700);
    generated = StreamedRows.write(folder.resolve("generated.arrow"), 1_000, 1_000 + ROWS, 333);
    state = folder.resolve("run.state");
  }

  private Outcome run(Object input, Object... options) {
    Object[] all = Arrays.copyOf(options, options.length + 4);
    all[options.length] = "--state";
    all[options.length + 1] = state;
    all[options.length + 2] = "--format";
    all[options.length + 3] = "json";
    return input instanceof byte[] bytes
        ? Outcome.of(bytes, StandardCharsets.UTF_8, prepend("score", real, "-", all))
        : Outcome.of(prepend("score", real, input, all));
  }

  private static Object[] prepend(Object command, Object first, Object second, Object... rest) {
    Object[] all = new Object[rest.length + 3];
    all[0] = command;
    all[1] = first;
    all[2] = second;
    System.arraycopy(rest, 0, all, 3, rest.length);
    return all;
  }

  private RunState read() throws IOException {
    return StateFormat.read(Container.of(Files.readAllBytes(state), "state"), "state");
  }

  private static byte[] cut(byte[] stream) {
    return Arrays.copyOf(stream, stream.length / 2);
  }

  private static String withoutSource(String json) {
    return json.lines().filter(line -> !line.contains("\"source\"")).toList().toString();
  }

  private static String lastLine(Outcome outcome) {
    return outcome.result().lines().toList().getLast();
  }

  /** The input breaks off, as that of a process that is killed does. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 333, 500, 1_332, 3_000})
  void aStopChangesNothing(int every) throws IOException {
    byte[] stream = Tables.stream(generated);
    List<String> expected = run(stream, "--every", every).result().lines().toList();
    byte[] whole = Files.readAllBytes(state);
    Files.delete(state);

    Outcome stopped = run(cut(stream), "--every", every);
    assertEquals(ExitCode.DATA, stopped.exitCode());
    List<String> before = stopped.out().lines().toList();
    List<String> after = run(stream, "--every", every).result().lines().toList();
    assertEquals(expected.subList(0, before.size()), before);
    assertEquals(expected.subList(before.size(), expected.size()), after);
    assertArrayEquals(whole, Files.readAllBytes(state));
  }

  @Test
  void theScoreAtTheEndIsThatWithoutAState() throws IOException {
    Path tail = StreamedRows.write(folder.resolve("tail.arrow"), 4_001, 5_000, 100);
    run(generated).result();
    String expected =
        Outcome.of("score", real, generated + "," + tail, "--format", "json").result();
    assertEquals(withoutSource(expected), withoutSource(run(tail).result()));
    assertEquals(2, read().ledger().entries().size());
  }

  @Test
  void linesOfAFurtherInputComeAtTheSameRows() {
    Path tail = StreamedRows.write(folder.resolve("tail.arrow"), 4_001, 5_500, 100);
    run(generated, "--every", "1k").result();
    assertEquals(
        List.of(4_000L, 4_500L),
        run(tail, "--every", "1k")
            .result()
            .lines()
            .map(line -> Json.integer(Json.object(Json.read(line)).get("rows")))
            .toList());
  }

  /** A result that could not be written is there for who asks again. */
  @Test
  void anInputHasEndedWhenItsResultIsWritten() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    run(generated, "-o", full).refuses(ExitCode.ENVIRONMENT, full);
    assertTrue(read().ledger().interrupted().isPresent());
    Path file = folder.resolve("score.json");
    run(generated, "-o", file).result();
    String expected = Outcome.score(real, generated, "--format", "json").result();
    assertEquals(withoutSource(expected), withoutSource(Files.readString(file)));
    run(generated, "-o", file).refuses(ExitCode.DATA, "has counted all 3,001 rows");
  }

  /** Whoever starts it again uses the same words. */
  @Test
  void aScoreThatWasAskedToCountAgainGoesOnWithThat() throws IOException {
    byte[] stream = Tables.stream(generated);
    run(stream).result();
    assertEquals(ExitCode.DATA, run(cut(stream), "--again", "--every", 100).exitCode());
    long counted = read().generated().rows();
    assertTrue(counted > ROWS && counted < 2 * ROWS, () -> counted + " rows");
    run(stream, "--again").result();
    assertEquals(2L * ROWS, read().generated().rows());
    run(stream).refuses(ExitCode.DATA, "--again");
  }

  /** Another input in the place of one that was stopped: of that one no more is awaited. */
  @Test
  void anInputThatWasStoppedMayBeGivenUp() throws IOException {
    byte[] stream = Tables.stream(generated);
    run(cut(stream), "--every", 100);
    long counted = read().generated().rows();
    byte[] other =
        Tables.stream(StreamedRows.write(folder.resolve("other.arrow"), 5_000, 8_001, 333));
    run(other, "--again").result();
    assertEquals(counted + 3_001, read().generated().rows());
    assertEquals(Optional.empty(), read().ledger().interrupted());
    // It has grown since.
    run(stream).result();
    assertEquals(2L * 3_001, read().generated().rows());
  }

  /** The digests can be checked with {@code head -c BYTES FILE | sha256sum}. */
  @Test
  void theLedgerHoldsDigestsOfTheBytes() throws IOException, NoSuchAlgorithmException {
    byte[] stream = Tables.stream(generated);
    run(stream, "--every", 500).result();
    Entry entry = read().ledger().entries().getFirst();
    assertEquals(ROWS, entry.rows());
    assertTrue(entry.complete());
    // All but the end marker.
    assertEquals(stream.length - 8, entry.counted().bytes());
    for (var prefix : List.of(entry.counted(), entry.head())) {
      byte[] bytes = Arrays.copyOf(stream, (int) prefix.bytes());
      assertEquals(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
          prefix.digest());
    }
  }

  @Test
  void aFileIsReadInTheOrderOfItsBytes() throws IOException {
    String fromFile = lastLine(run(generated, "--every", 700));
    byte[] ofFile = Files.readAllBytes(state);
    Files.delete(state);
    assertEquals(fromFile, lastLine(run(Files.readAllBytes(generated), "--every", 700)));
    assertArrayEquals(ofFile, Files.readAllBytes(state));
  }

  @Test
  void anInputThatWasCountedWholeIsRefusedUnlessAskedFor() throws IOException {
    run(generated).result();
    byte[] before = Files.readAllBytes(state);
    run(generated).refuses(ExitCode.DATA, state, "all 3,001 rows", "--again");
    assertArrayEquals(before, Files.readAllBytes(state));
    run(generated, "--again").result();
    assertEquals(2L * ROWS, read().generated().rows());
    run(generated).refuses(ExitCode.DATA, "--again");
  }

  @Test
  void anInputThatHasGrownIsCountedFromWhereItEnded() throws IOException {
    byte[] first = Tables.stream(generated);
    byte[] second =
        Tables.stream(StreamedRows.write(folder.resolve("more.arrow"), 9_000, 9_900, 250));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    run(first).result();
    run(both).result();
    assertEquals(ROWS + 900L, read().generated().rows());
    assertEquals(1, read().ledger().entries().size());
    assertEquals(ROWS + 900L, read().ledger().entries().getFirst().rows());
    run(both).refuses(ExitCode.DATA, "all 3,901 rows");
  }

  @Test
  void anotherInputThanTheOneThatStoppedIsRefused() throws IOException {
    byte[] stream = Tables.stream(generated);
    run(cut(stream), "--every", 100);
    byte[] before = Files.readAllBytes(state);
    byte[] other =
        Tables.stream(StreamedRows.write(folder.resolve("other.arrow"), 5_000, 8_001, 333));
    run(other).refuses(ExitCode.DATA, "is not the one that " + state, "--again");
    // Longer ago than the rows that were counted, and shorter than they are.
    byte[] changed = stream.clone();
    changed[stream.length / 4] ^= 1;
    run(changed).refuses(ExitCode.DATA, "is not the one");
    byte[] shorter =
        Tables.stream(StreamedRows.write(folder.resolve("short.arrow"), 1_000, 1_333, 333));
    run(shorter).refuses(ExitCode.DATA, "is not the one");
    assertArrayEquals(before, Files.readAllBytes(state));
    run(stream).result();
    assertEquals(ROWS, read().generated().rows());
  }

  @Test
  void aBeginningThatWasCountedIsNotCountedTwice() throws IOException {
    byte[] stream = Tables.stream(generated);
    run(stream).result();
    byte[] changed = stream.clone();
    changed[stream.length - 200] ^= 1;
    run(changed).refuses(ExitCode.DATA, "begins like one that", "--again");
  }

  @Test
  void anotherReferenceIsRefused() {
    run(generated).result();
    Path other = StreamedRows.write(folder.resolve("real.arrow"), 500, 2_500, 700);
    assertEquals(real, other);
    run(generated, "--again").refuses(ExitCode.DATA, "does not fit the real data", "'x'");
  }

  @Test
  void everyFlippedByteAndEveryCutIsRefused() throws IOException {
    run(generated).result();
    byte[] bytes = Files.readAllBytes(state);
    IntStream.range(0, 300)
        .map(i -> (int) (i * (long) bytes.length / 300))
        .forEach(
            at -> {
              byte[] damaged = bytes.clone();
              damaged[at] ^= 4;
              refuses(damaged);
              refuses(Arrays.copyOf(bytes, at));
            });
    Files.writeString(state, "no state at all");
    run(generated).refuses(ExitCode.DATA, "is no state, expected lanewise.state/1");
    Files.write(state, profile());
    run(generated).refuses(ExitCode.DATA, "'lanewise.profile/1', expected a state");
  }

  private void refuses(byte[] damaged) {
    try {
      Files.write(state, damaged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(generated, "--again").refuses(ExitCode.DATA, state);
  }

  @Test
  void oneProcessAtATimeHasIt() throws IOException {
    StateFile held = StateFile.open(state, Disk.REAL);
    run(generated).refuses(ExitCode.ENVIRONMENT, state, "in use");
    Path link = Files.createSymbolicLink(folder.resolve("link"), state);
    Outcome.score(real, generated, "--state", link).refuses(ExitCode.ENVIRONMENT, link, "in use");
    held.close();
    run(generated).result();
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() throws IOException {
    run(generated, "--window", 100).refuses(ExitCode.USAGE, "--state with --window");
    run(generated, "--half-life", 100).refuses(ExitCode.USAGE, "--state with --half-life");
    Outcome.score(real, generated, "--again").refuses(ExitCode.USAGE, "--again without --state");
    run(generated + "," + generated).refuses(ExitCode.USAGE, "several files, expected one");
    run(folder).refuses(ExitCode.USAGE, "several files");
    run(folder.resolve("none.arrow")).refuses(ExitCode.DATA, "none.arrow: no such file");
    run(generated, "-o", state).refuses(ExitCode.USAGE, "is written to already");
    Outcome.score(real, generated, "--state", generated).refuses(ExitCode.USAGE, "is an input");
    Outcome.score(real, generated, "--state", real).refuses(ExitCode.USAGE, "is an input");
    run("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).refuses(ExitCode.DATA, "CSV");
    Path profile = folder.resolve("p.profile");
    Files.write(profile, profile());
    run(profile).refuses(ExitCode.DATA, "is a profile, expected data");
    Outcome.score(real, generated, "--state", folder).refuses(ExitCode.ENVIRONMENT, "folder");
    Outcome.score(real, generated, "--state", folder.resolve("no/where"))
        .refuses(ExitCode.ENVIRONMENT, "no/where");
  }

  private byte[] profile() throws IOException {
    Path file = folder.resolve("of.profile");
    Outcome.of("profile", generated, "-o", file).result();
    return Files.readAllBytes(file);
  }
}
