package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a result depend on rows and options, and on nothing else. */
class SameBytesTest {

  private static final long SEED = 11;
  private static final int ROWS = 20_011;

  @TempDir private Path folder;

  private static List<OutputColumn> columns(int side) {
    SplittableRandom random = new SplittableRandom(SEED + side);
    BitSet nulls = new BitSet();
    random.ints(900, 0, ROWS).forEach(nulls::set);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      words.add("word " + i);
    }
    double skew = 2 + side;
    return List.of(
        new OutputColumn.Doubles(
            "number", random.doubles(ROWS).map(u -> Math.pow(u, skew)).toArray(), nulls),
        new OutputColumn.Longs("id", random.longs(ROWS).toArray(), new BitSet()),
        new OutputColumn.Ints("few", random.ints(ROWS, side, 20).toArray(), nulls),
        new OutputColumn.Words(
            "word",
            random.doubles(ROWS).mapToInt(u -> (int) (3000 * Math.pow(u, skew))).toArray(),
            words,
            nulls),
        new OutputColumn.Instants("when", random.longs(ROWS, 0, 1L << 40).toArray(), nulls));
  }

  private String score(int realBatch, int generatedBatch, Object... options) {
    // One name for all splits, because it is in the result.
    Path real = Tables.write(folder.resolve("real.arrow"), realBatch, columns(0));
    Path generated = Tables.write(folder.resolve("generated.arrow"), generatedBatch, columns(1));
    Object[] all = new Object[options.length + 3];
    all[0] = "--format";
    all[1] = "json";
    all[2] = "--counts";
    System.arraycopy(options, 0, all, 3, options.length);
    return Outcome.score(real, generated, all).result();
  }

  @Test
  void forAnyBatchSplit() {
    String expected = score(ROWS, ROWS);
    for (int batch : new int[] {17, 1000, 1024, 4097, ROWS - 1}) {
      assertEquals(expected, score(batch, ROWS), () -> "real batches of " + batch);
      assertEquals(expected, score(4096, batch), () -> "generated batches of " + batch);
    }
  }

  @Test
  void forAnyNumberOfThreads() {
    String expected = score(1500, 700, "--threads", 1);
    for (int threads : new int[] {2, 3, 7}) {
      assertEquals(expected, score(1500, 700, "--threads", threads), () -> threads + " threads");
    }
  }

  @Test
  void aSplitIntoFilesIsASplitToo() {
    String whole = score(1000, 1000);
    String generated = folder.resolve("generated.arrow").toString();
    List<OutputColumn> columns = columns(0);
    Path start = folder.resolve("1.arrow");
    Path end = folder.resolve("2.arrow");
    Tables.write(start, 333, columns.stream().map(column -> part(column, 0, 9_999)).toList());
    Tables.write(end, 5000, columns.stream().map(column -> part(column, 9_999, ROWS)).toList());
    String split =
        Outcome.of("score", start + "," + end, generated, "--format", "json", "--counts").result();
    assertEquals(withoutSource(whole), withoutSource(split));
  }

  private static String withoutSource(String json) {
    return json.replaceAll("\"source\": .*", "");
  }

  private static OutputColumn part(OutputColumn column, int from, int to) {
    BitSet nulls = column.nulls().get(from, to);
    return switch (column) {
      case OutputColumn.Doubles c ->
          new OutputColumn.Doubles(c.name(), Arrays.copyOfRange(c.values(), from, to), nulls);
      case OutputColumn.Longs c ->
          new OutputColumn.Longs(c.name(), Arrays.copyOfRange(c.values(), from, to), nulls);
      case OutputColumn.Ints c ->
          new OutputColumn.Ints(c.name(), Arrays.copyOfRange(c.values(), from, to), nulls);
      case OutputColumn.Words c ->
          new OutputColumn.Words(
              c.name(), Arrays.copyOfRange(c.indices(), from, to), c.words(), nulls);
      case OutputColumn.Instants c ->
          new OutputColumn.Instants(c.name(), Arrays.copyOfRange(c.micros(), from, to), nulls);
      case OutputColumn.Booleans c -> throw new AssertionError(c);
      case OutputColumn.Dates c -> throw new AssertionError(c);
    };
  }

  @Test
  void theSeedMattersToLargeTablesOnly() {
    // The categories of pairs are chosen from 16,384 rows, so pairs are left out.
    assertEquals(
        score(4096, 4096, "--pairs", "none", "--seed", 1),
        score(4096, 4096, "--pairs", "none", "--seed", 2));
  }

  /** The kernels are chosen once in a process, so the vector ones run in a process of their own. */
  @Test
  void forScalarAndVectorKernels() throws IOException, InterruptedException {
    String scalar = score(4096, 4096, "--smooth", 0.5);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlanewise.kernels=simd",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.lanewise.cli.Main",
                "score",
                folder.resolve("real.arrow").toString(),
                folder.resolve("generated.arrow").toString(),
                "--format",
                "json",
                "--counts",
                "--smooth",
                "0.5")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String vector = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertNotEquals(kernels(scalar), kernels(vector));
    assertTrue(kernels(scalar).contains("scalar"), scalar);
    assertEquals(scalar.replace(kernels(scalar), ""), vector.replace(kernels(vector), ""));
  }

  private static String kernels(String json) {
    return json.lines().filter(line -> line.contains("\"kernels\"")).findFirst().orElseThrow();
  }
}
