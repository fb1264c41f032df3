package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.arrow.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that cannot be used: one line that names the file and the fault, and exit code 3. */
class BadInputTest {

  private static final String STREAM = "files/js-dict.real.arrows";
  private static final String FILE = "files/js-dict.real.arrow";

  @TempDir private Path folder;
  private Path good;

  @BeforeEach
  void writeGoodTable() {
    good = Tables.write(folder.resolve("good.arrow"), Tables.doubles("x", 1, 2, 3));
  }

  private void bothSidesRefuse(Path bad, String... mentioned) {
    Object[] expected = Arrays.copyOf(mentioned, mentioned.length + 1, Object[].class);
    expected[mentioned.length] = bad;
    Outcome.score(bad, good).refuses(ExitCode.DATA, expected);
    Outcome.score(good, bad).refuses(ExitCode.DATA, expected);
  }

  @Test
  void missingFile() {
    bothSidesRefuse(folder.resolve("none.arrow"), "no such file");
  }

  @Test
  void folderWithoutData() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "nothing");
    bothSidesRefuse(empty, "folder without files");
  }

  /** Refused by its first bytes: a copy of it would fill the disk. */
  @Test
  void aDeviceWithoutAnEnd() {
    Path zeros = Path.of("/dev/zero");
    assumeTrue(Files.exists(zeros), "there is no /dev/zero");
    bothSidesRefuse(zeros, "not an Arrow file");
    Path out = folder.resolve("out");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("score", good, zeros, "--every", 10),
            List.of("score", good, zeros, "--every", 10, "--state", out),
            List.of("profile", zeros, "-o", out),
            List.of("rank", good, zeros, zeros),
            List.of("train", zeros, "-o", out),
            List.of("discriminate", good, zeros),
            List.of("divergence", zeros, "--p", "x", "--q", "y"),
            List.of("inspect", zeros),
            List.of("merge", zeros, zeros, "-o", out),
            List.of("generate", zeros, "-n", 1, "-o", out))) {
      Outcome.of(command.toArray()).refuses(ExitCode.DATA, zeros);
      assertFalse(Files.exists(out), command::toString);
    }
  }

  /**
   * As a file without its first bytes is: its stream, and then a footer where a message would be.
   */
  @Test
  void aFileWithoutItsBeginning() throws IOException {
    byte[] whole = Files.readAllBytes(good);
    Path bad = Files.write(folder.resolve("bad"), Arrays.copyOfRange(whole, 8, whole.length));
    // Behind what would be a length.
    int noMessageAt = Tables.stream(good).length + 4;
    bothSidesRefuse(bad, "byte " + noMessageAt + " are no message");
    Outcome live = Outcome.of(Files.readAllBytes(bad), StandardCharsets.UTF_8, "score", good, "-");
    live.refuses(ExitCode.DATA, "stdin: ", "byte " + noMessageAt);
  }

  @Test
  void anEndMarkerAlone() throws IOException {
    byte[] end = {-1, -1, -1, -1, 0, 0, 0, 0};
    bothSidesRefuse(Files.write(folder.resolve("end"), end), "has an end marker and no schema");
    Outcome.of(end, StandardCharsets.UTF_8, "score", good, "-")
        .refuses(ExitCode.DATA, "stdin: has an end marker and no schema");
  }

  @Test
  void oneMissingOfSeveralFiles() {
    Outcome.of("score", good + "," + folder.resolve("none"), good)
        .refuses(ExitCode.DATA, folder.resolve("none"), "no such file");
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of("a,b\n1,2\n3,4\n", "CSV"),
        Arguments.of("{\"a\": 1}\n", "JSON"),
        Arguments.of("PAR1\0\0\0\0\0\0\0\0PAR1", "Parquet"),
        Arguments.of("Dear reader, this is prose and nothing else.\n", "not an Arrow"),
        Arguments.of("ARROW1", "ARROW1"),
        Arguments.of("\u00ff\u00ff\u00ff\u00ff\u0001\0\0\0", ""),
        Arguments.of("\u001b[31m\0\0\0\0\0", "not an Arrow"));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void notArrow(String content, String mentioned) throws IOException {
    Path bad = folder.resolve("bad.arrow");
    Files.write(bad, content.getBytes(StandardCharsets.ISO_8859_1));
    bothSidesRefuse(bad, mentioned);
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE, STREAM})
  void truncatedAnywhere(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Tables.interop(name));
    for (double share : new double[] {0.001, 0.02, 0.3, 0.5, 0.9, 0.999}) {
      Path bad = folder.resolve("truncated-" + share);
      // Within a message, whatever the writer's padding.
      Files.write(bad, Arrays.copyOf(whole, (int) (whole.length * share) | 5));
      Outcome.score(bad, Tables.interop(FILE)).refuses(ExitCode.DATA, bad);
      Outcome.score(Tables.interop(FILE), bad).refuses(ExitCode.DATA, bad);
    }
  }

  @Test
  void bigEndian() {
    for (String name : new String[] {"primitive.arrow_file", "primitive.stream"}) {
      Path bad = Shared.path("arrow-testing/golden/1.0.0-bigendian/generated_" + name);
      bothSidesRefuse(bad, "big-endian");
    }
  }

  @Test
  void bigEndianMadeByHand() throws IOException {
    Path bad = folder.resolve("big.arrows");
    Files.write(bad, BigEndian.emptyStream("x"));
    bothSidesRefuse(bad, "big-endian");
  }

  @Test
  void noColumnsInCommon() {
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.doubles("y", 1));
    Outcome.score(good, other).refuses(ExitCode.DATA, good, other, "no columns in common");
  }

  @Test
  void noColumnThatCompares() {
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.words("x", "a"));
    Outcome.score(good, other)
        .refuses(ExitCode.DATA, good, other, "'x'", "a number cannot be compared with a text");
  }

  @Test
  void noRealRows() {
    Path none = Tables.write(folder.resolve("none.arrow"), Tables.doubles("x"));
    Outcome.score(none, good).refuses(ExitCode.DATA, none, "no rows");
  }

  @Test
  void noGeneratedRowsIsAResult() {
    Path none = Tables.write(folder.resolve("none.arrow"), Tables.doubles("x"));
    assertTrue(Outcome.score(good, none).result().contains("The generated data has no rows"));
    assertTrue(
        Outcome.score(good, none, "--format", "markdown")
            .result()
            .contains("The generated data has no rows"));
    Map<String, Object> json = Outcome.score(good, none, "--format", "json", "--counts").json();
    assertEquals(0, Json.integer(Json.object(json.get("generated")).get("rows")));
    Map<String, Object> column = Json.columns(json).get("x");
    assertNull(column.get("js"));
    assertNull(column.get("entropyGenerated"));
    assertTrue(Json.number(column.get("entropyReal")) > 0);
    assertNull(Json.object(json.get("summary")).get("columnFidelity"));
  }

  @Test
  void filesOfOneSideThatDiffer() {
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.words("x", "a"));
    Outcome.of("score", good + "," + other, good).refuses(ExitCode.DATA, other, good);
  }

  @Test
  void memoryThatIsTooLittleIsRefusedWithTheSize() {
    Path packed = Tables.interop("files/polars-categorical.zstd.real.arrow");
    Outcome.score(packed, packed, "--memory-limit", "1k")
        .refuses(ExitCode.DATA, packed, "16500 bytes", "memory limit of 1024 bytes");
  }
}
