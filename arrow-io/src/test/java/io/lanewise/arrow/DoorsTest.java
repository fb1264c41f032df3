package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.StreamingEvaluator;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, vectors, arrays and segments are doors to one room. */
class DoorsTest {

  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e");
  private static final int ROWS = 5_000;

  @TempDir private Path folder;

  /** The same values for every door. */
  private record Rows(double[] x, long[] k, int[] i, boolean[] b, int[] w, BitSet nulls) {
    static Rows of(int power) {
      Random random = new Random(power);
      BitSet nulls = new BitSet();
      boolean[] b = new boolean[ROWS];
      for (int row = 0; row < ROWS; row++) {
        nulls.set(row, random.nextInt(7) == 0);
        b[row] = random.nextInt(10) < power;
      }
      return new Rows(
          random.doubles(ROWS).map(x -> Math.pow(x, power)).toArray(),
          random.longs(ROWS, 0, 1L << 60).toArray(),
          random.ints(ROWS, 0, 1_000).toArray(),
          b,
          random.ints(ROWS, 0, WORDS.size()).toArray(),
          nulls);
    }

    List<OutputColumn> columns() {
      return List.of(
          new OutputColumn.Doubles("x", x, nulls),
          new OutputColumn.Longs("k", k, nulls),
          new OutputColumn.Ints("i", i, new BitSet()),
          new OutputColumn.Booleans("b", b, nulls),
          new OutputColumn.Words("w", w, WORDS, nulls));
    }

    ColumnBatch arrays() {
      return new BatchBuilder(ROWS)
          .doubles("x", x, nulls)
          .longs("k", k, nulls)
          .ints("i", i)
          .booleans("b", b, nulls)
          .codes("w", w, BytesColumn.of(WORDS.toArray(String[]::new)), nulls)
          .build();
    }

    ColumnBatch segments(Arena arena) {
      MemorySegment bitmap = arena.allocate(ROWS / 8 + 1);
      IntStream.range(0, ROWS)
          .filter(row -> !nulls.get(row))
          .forEach(row -> bitmap.setAtIndex(BYTE, row / 8, valid(bitmap, row)));
      return new BatchBuilder(ROWS)
          .doubles("x", arena.allocateFrom(DOUBLE, x), bitmap)
          .longs("k", arena.allocateFrom(LONG, k), bitmap)
          .ints("i", arena.allocateFrom(INT, i), null)
          .booleans("b", b, nulls)
          .codes("w", w, BytesColumn.of(WORDS.toArray(String[]::new)), nulls)
          .build();
    }

    private static byte valid(MemorySegment bitmap, int row) {
      return (byte) (bitmap.getAtIndex(BYTE, row / 8) | 1 << row % 8);
    }
  }

  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Test
  void everyDoorGivesTheSameBits() throws IOException {
    Rows real = Rows.of(1);
    Rows generated = Rows.of(3);
    Path realFile = folder.resolve("real.arrow");
    Path generatedFile = folder.resolve("generated.arrow");
    ArrowWriter.write(realFile, real.columns(), 700);
    ArrowWriter.write(generatedFile, generated.columns(), 900);
    var budget = new MemoryBudget(0);
    Scorer scorer = Scorer.ofDefaults();
    try (var realTable = ArrowTable.open(List.of(realFile), budget);
        var generatedTable = ArrowTable.open(List.of(generatedFile), budget);
        var allocator = new RootAllocator();
        var channel = Files.newByteChannel(generatedFile);
        var stream = VectorStream.of("vectors", new ArrowFileReader(channel, allocator));
        Arena arena = Arena.ofShared()) {
      Scorecard expected = scorer.score(realTable, generatedTable);
      ColumnBatch realArrays = real.arrays();
      assertEquals(realTable.schema(), realArrays.schema());
      assertEquals(
          expected,
          scorer.score(
              Table.of("arrays", List.of(realArrays)),
              Table.of("arrays", List.of(generated.arrays()))));

      StreamingEvaluator byVectors = StreamingEvaluator.fit(realTable, stream.schema(), scorer);
      stream.forEach(byVectors::acceptGenerated);
      assertEquals(expected, byVectors.snapshot());
      assertEquals(ROWS, stream.rowCount());

      for (ColumnBatch batch : List.of(generated.arrays(), generated.segments(arena))) {
        StreamingEvaluator evaluator = StreamingEvaluator.fit(realTable, batch.schema(), scorer);
        evaluator.acceptGenerated(batch);
        assertEquals(expected, evaluator.snapshot());
      }
    }
  }
}
