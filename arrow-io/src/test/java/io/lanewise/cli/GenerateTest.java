package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.container.Container;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows from a model, at the shell. */
class GenerateTest {

  @TempDir private Path folder;
  private Path table;
  private Path model;
  private Path generated;

  @BeforeEach
  void train() {
    table = SmallTraining.table(folder.resolve("real.arrow"));
    model = folder.resolve("real.model");
    generated = folder.resolve("generated.arrow");
    SmallTraining.train(table, model, "--quiet").result();
  }

  private byte[] rows(Object count, Object... more) throws IOException {
    Object[] arguments = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"generate", model, "-n", count, "-o", generated}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    assertEquals("", Outcome.of(arguments).result());
    return Files.readAllBytes(generated);
  }

  private static Schema schema(Path file) throws IOException {
    try (var allocator = new RootAllocator();
        var reader = new ArrowFileReader(Files.newByteChannel(file), allocator)) {
      return reader.getVectorSchemaRoot().getSchema();
    }
  }

  @Test
  void theSchemaIsTheRealOne() throws IOException {
    rows(2000);
    assertEquals(schema(table), schema(generated));
    Map<String, Object> json = Outcome.score(table, generated, "--format", "json").json();
    assertEquals(2000, Json.integer(Json.object(json.get("generated")).get("rows")));
    Map<String, Map<String, Object>> columns = Json.columns(json);
    for (Map<String, Object> column : columns.values()) {
      assertEquals(column.get("type"), column.get("generatedType"));
    }
    assertEquals(0, Json.number(columns.get("constant").get("js")));
  }

  @Test
  void seedsDecideAndNothingElse() throws IOException {
    byte[] first = rows(1500);
    assertArrayEquals(first, rows("1500", "--seed", 0));
    assertFalse(Arrays.equals(first, rows(1500, "--seed", 1)));
  }

  @Test
  void oneRowIsScored() throws IOException {
    rows(1);
    Map<String, Object> json = Outcome.score(table, generated, "--format", "json").json();
    assertEquals(1, Json.integer(Json.object(json.get("generated")).get("rows")));
  }

  @Test
  void aStreamHasTheSameRows() throws IOException {
    rows(1500);
    var out = new ByteArrayOutputStream();
    var streams =
        new Streams(
            InputStream.nullInputStream(),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    String[] arguments = {"generate", model.toString(), "-n", "1500", "-o", "-"};
    assertEquals(ExitCode.OK, Lanewise.run(arguments, streams));
    assertArrayEquals(Tables.stream(generated), out.toByteArray());
    try (var allocator = new RootAllocator();
        ArrowReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(out.toByteArray()), allocator)) {
      assertEquals(schema(table), reader.getVectorSchemaRoot().getSchema());
      assertTrue(reader.loadNextBatch());
      assertEquals(1500, reader.getVectorSchemaRoot().getRowCount());
    }
    Streams terminal =
        new Streams(
            InputStream.nullInputStream(),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            true,
            false);
    assertEquals(ExitCode.USAGE, Lanewise.run(arguments, terminal));
  }

  /** Standard output that takes so many bytes and then fails. */
  private static final class FailingOutput extends OutputStream {
    private final String reason;
    private int left;

    FailingOutput(int left, String reason) {
      this.left = left;
      this.reason = reason;
    }

    @Override
    public void write(int value) throws IOException {
      if (left-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private Outcome streamedInto(OutputStream out) {
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            InputStream.nullInputStream(),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    String[] arguments = {"generate", model.toString(), "-n", "1G", "-o", "-"};
    int exitCode = Lanewise.run(arguments, streams);
    return new Outcome(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /** Of a billion rows no more are made than somebody reads. */
  @Test
  void whoHasSeenEnoughEndsItQuietly() {
    for (int bytes : new int[] {0, 1, 100, 5_000, 1_000_000}) {
      assertEquals("", streamedInto(new FailingOutput(bytes, "Broken pipe")).result());
    }
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    for (int bytes : new int[] {0, 100, 1_000_000}) {
      streamedInto(new FailingOutput(bytes, "No space left on device"))
          .refuses(ExitCode.ENVIRONMENT, "standard output cannot be written", "No space left");
    }
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Outcome.of("generate", model, "-n", 10, "-o", full)
        .refuses(ExitCode.ENVIRONMENT, full, "No space left on device");
  }

  @Test
  void whatIsNoWholeModelIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    for (int i = 0; i < 40; i++) {
      byte[] damaged = whole.clone();
      damaged[(int) ((long) i * whole.length / 40)] ^= (byte) (1 << i % 8);
      Files.write(model, damaged);
      Outcome.of("generate", model, "-n", 10, "-o", generated).refuses(ExitCode.DATA, model);
      Files.write(model, Arrays.copyOf(whole, (int) ((long) i * whole.length / 40)));
      Outcome.of("generate", model, "-n", 10, "-o", generated).refuses(ExitCode.DATA, model);
    }
    assertTrue(Files.notExists(generated));
  }

  @Test
  void aNewerModelIsRefusedByName() throws IOException {
    Container container = Container.of(Files.readAllBytes(model), "model");
    SortedMap<String, String> words = new TreeMap<>(container.metadata());
    assertEquals("lanewise.gan/1", words.put("format", "lanewise.gan/2"));
    Files.write(model, new Container(words, container.tensors()).toBytes());
    Outcome.of("generate", model, "-n", 10, "-o", generated)
        .refuses(ExitCode.DATA, model, "lanewise.gan/2", "reads lanewise.gan/1");
    SmallTraining.train(table, model, "--resume")
        .refuses(ExitCode.DATA, model, "lanewise.gan/2", "reads lanewise.gan/1");
    Outcome.of("inspect", model).refuses(ExitCode.DATA, model, "lanewise.gan/2");
  }

  @Test
  void otherFilesAreRefused() {
    Outcome.of("generate", table, "-n", 10, "-o", generated).refuses(ExitCode.DATA, table);
    Outcome.of("generate", folder, "-n", 10, "-o", generated).refuses(ExitCode.DATA, "is a folder");
    Outcome.of("generate", folder.resolve("none"), "-n", 10, "-o", generated)
        .refuses(ExitCode.DATA, "no such file");
    for (String rows : List.of("0", "-1", "1.5", "ten", "9999999999G")) {
      Outcome.of("generate", model, "-n", rows, "-o", generated).refuses(ExitCode.USAGE, "--rows");
    }
    Outcome.of("generate", model, "-o", generated).refuses(ExitCode.USAGE, "--rows");
    Outcome.of("generate", model, "-n", 10).refuses(ExitCode.USAGE, "--output");
    Outcome.of("generate", model, "-n", 10, "-o", model).refuses(ExitCode.USAGE, "is an input");
    Outcome.of("generate", model, "-n", 10, "-o", folder.resolve("no/x.arrow"))
        .refuses(ExitCode.ENVIRONMENT, "no folder");
  }
}
