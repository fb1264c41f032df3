package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.arrow.TableTemplate;
import io.lanewise.arrow.TableWriter;
import io.lanewise.column.ColumnBatch;
import io.lanewise.container.Container;
import io.lanewise.fuzz.Golden;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.RowGenerator;
import io.lanewise.kernel.Kernels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that Lanewise wrote once, and must read for ever: with what inspect shows of it and the
 * rows that it generates, bit for bit. Another training would make another one, so it is kept, not
 * made again.
 */
class GoldenModelTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final Path PAGE = Path.of("../docs/formats.md");
  private static final int ROWS = 100;

  @TempDir private Path folder;

  /** What the model was trained on: a column of every form that the codec has. */
  private static Path table(Path file) {
    int rows = 60;
    double[] x = IntStream.range(0, rows).mapToDouble(i -> i * 37 % 61 / 8.0).toArray();
    x[7] = Double.NaN;
    x[8] = Double.NEGATIVE_INFINITY;
    BitSet nulls = new BitSet();
    nulls.set(9, 12);
    long[] n = IntStream.range(0, rows).mapToLong(i -> i * i % 11 * 1_000_000_007L).toArray();
    boolean[] b = new boolean[rows];
    int[] days = new int[rows];
    int[] t = new int[rows];
    for (int i = 0; i < rows; i++) {
      b[i] = i % 3 == 0;
      days[i] = 20_000 + i * 7 % 40;
      t[i] = i % 4;
    }
    return Tables.write(
        file,
        new OutputColumn.Doubles("x", x, nulls),
        Tables.longs("n", n),
        new OutputColumn.Booleans("b", b, new BitSet()),
        new OutputColumn.Dates("day", days, new BitSet()),
        new OutputColumn.Words("t", t, List.of("a", "b", "ü", "same as d"), nulls),
        Tables.longs("follows", IntStream.range(0, rows).mapToLong(i -> i % 4 * 10L).toArray()),
        Tables.words("constant", "c".repeat(rows).split("")));
  }

  /** Run with {@code -Dlanewise.golden=write} for a new version of the format, and for no other. */
  @Test
  @EnabledIfSystemProperty(named = "lanewise.golden", matches = "write")
  void writeTheGoldenModel() throws IOException {
    Files.createDirectories(FOLDER);
    Path model = FOLDER.resolve("gan-1");
    Outcome outcome =
        Outcome.of(
            "train",
            table(folder.resolve("real.arrow")),
            "-o",
            model,
            "--epochs=2",
            "--every=1",
            "--generator=3",
            "--discriminator=3",
            "--latent=2",
            "--batch=20",
            "--pack=1",
            "--soft-bins=0",
            "--averaging=0.5");
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
    Files.writeString(FOLDER.resolve("gan-1.txt"), inspected(model));
    Path rows = FOLDER.resolve("gan-1.arrow");
    Outcome.of("generate", model, "-n", ROWS, "-o", rows, "--seed", 3).result();
  }

  private Path copy() throws IOException {
    return Files.write(folder.resolve("gan-1"), Golden.bytes("gan-1"));
  }

  /** What inspect shows, without the line that names the file. */
  private static String inspected(Path model) {
    return Outcome.of("inspect", model).result().lines().skip(1).collect(Collectors.joining("\n"));
  }

  @Test
  void theFirstVersionIsReadAndWrittenAgain() throws IOException {
    byte[] bytes = Golden.bytes("gan-1");
    assertTrue(bytes.length < 20_000, () -> bytes.length + " bytes");
    Container container = Container.of(bytes, "golden");
    assertEquals("lanewise.gan/1", container.metadata().get("format"));
    assertArrayEquals(bytes, GanModel.read(container, "golden").write().toBytes());
  }

  @Test
  void itShowsWhatItDidThen() throws IOException {
    assertEquals(new String(Golden.bytes("gan-1.txt"), StandardCharsets.UTF_8), inspected(copy()));
  }

  @Test
  void itGeneratesTheRowsOfThen() throws IOException {
    Path generated = folder.resolve("generated.arrow");
    Outcome.of("generate", copy(), "-n", ROWS, "-o", generated, "--seed", 3).result();
    byte[] expected = Golden.bytes("gan-1.arrow");
    assertArrayEquals(expected, Files.readAllBytes(generated));
    GanModel model = GanModel.read(Container.of(Golden.bytes("gan-1"), "golden"), "golden");
    assertArrayEquals(expected, rows(model, Kernels.scalar()));
  }

  /** In a process of its own, as these tests run without the module that vectors need. */
  @Test
  void vectorsGenerateThemToo() throws IOException, InterruptedException {
    Path generated = folder.resolve("generated.arrow");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules=jdk.incubator.vector", "-Dlanewise.kernels=simd"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("generate", copy().toString(), "-n", String.valueOf(ROWS)));
    command.addAll(List.of("-o", generated.toString(), "--seed", "3"));
    assertEquals(
        ExitCode.OK, new ProcessBuilder(command).redirectError(Redirect.DISCARD).start().waitFor());
    assertArrayEquals(Golden.bytes("gan-1.arrow"), Files.readAllBytes(generated));
  }

  private static byte[] rows(GanModel model, Kernels kernels) throws IOException {
    var out = new ByteArrayOutputStream();
    TableTemplate template = TableTemplate.parse("golden", model.schema());
    TableWriter writer =
        TableWriter.file("golden", template, Channels.newChannel(out), TableWriter.BATCH_ROWS);
    RowGenerator generator = model.generator(3, kernels);
    try (ColumnBatch batch = generator.next(ROWS)) {
      writer.accept(batch);
    }
    writer.finish();
    return out.toByteArray();
  }

  /** Its training goes on too, though not to the same bits in every version. */
  @Test
  void itsTrainingGoesOn() throws IOException {
    Path table = table(folder.resolve("real.arrow"));
    Outcome outcome = Outcome.of("train", table, "-o", copy(), "--resume", "--epochs=3");
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("ended: all 3 epochs are done"), outcome.out());
  }

  /** Codes of the page: a key in full, or behind the prefix that its row is about. */
  private static Set<String> told() throws IOException {
    return Pattern.compile("`([^`\n]+)`")
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult code) -> code.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void thePageTellsEveryKey() throws IOException {
    Container container = Container.of(Golden.bytes("gan-1"), "golden");
    Set<String> keys = new HashSet<>(container.metadata().keySet());
    keys.addAll(container.tensors().keySet());
    Set<String> told = told();
    for (String key : keys) {
      String numbered =
          key.replaceFirst("(?<=column/)\\d+(?=/)", "i")
              .replaceFirst("(?<=random\\.)\\d+$", "i")
              .replaceFirst("(?<=lines/alarm\\.).*", "NAME");
      String name = numbered.replaceFirst("^(codec/column/i|settings|origin|lines|training)/", "");
      assertTrue(told.contains(numbered) || told.contains(name), "the page lacks " + key);
    }
    // Each form of a codec is there, so that no key of it escapes.
    for (String name : List.of("words", "null", "knots", "spikes", "specials", "base", "follows")) {
      assertTrue(keys.stream().anyMatch(key -> key.endsWith("/" + name)), name);
    }
  }
}
