package io.lanewise.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batches of arrays and segments hand out what was put in. */
class BatchBuilderTest {

  private static final long SEED = 31;

  @Test
  void arraysAndSegmentsHandOutWhatTheyHold() {
    Random random = new Random(SEED);
    for (int rows : new int[] {0, 1, 63, 64, 65, 1023, 1024, 1025, 5000}) {
      for (int nullsOf : new int[] {0, 1, 3, 64}) {
        check(rows, nullsOf, random);
      }
    }
  }

  private static void check(int rows, int nullsOf, Random random) {
    double[] doubles = random.doubles(rows).toArray();
    long[] longs = random.longs(rows).toArray();
    int[] ints = random.ints(rows).toArray();
    int[] codes = random.ints(rows, 0, 3).toArray();
    BitSet nulls = new BitSet();
    for (int i = 0; nullsOf > 0 && i < rows; i++) {
      nulls.set(i, random.nextInt(nullsOf) == 0);
    }
    String[] texts = new String[rows];
    for (int i = 0; i < rows; i++) {
      texts[i] = nulls.get(i) ? null : "é".repeat(random.nextInt(200));
    }
    try (Arena arena = Arena.ofConfined()) {
      // At an odd address, so that nothing relies on alignment.
      MemorySegment bytes = arena.allocate(8L * rows + 1).asSlice(1);
      MemorySegment heap = MemorySegment.ofArray(new byte[4 * rows]);
      for (int i = 0; i < rows; i++) {
        bytes.set(little(ValueLayout.JAVA_DOUBLE_UNALIGNED), 8L * i, doubles[i]);
        heap.set(
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 4L * i, ints[i]);
      }
      ColumnBatch batch =
          new BatchBuilder(rows)
              .doubles("d", doubles, nulls)
              .longs("l", longs, nulls)
              .ints("i", ints, nulls)
              .texts("t", texts)
              .codes("c", codes, BytesColumn.of("a", null, "b"), nulls)
              .doubles("sd", bytes, bitmap(nulls, rows))
              .ints("si", heap, bitmap(nulls, rows))
              .build();
      String at = "seed " + SEED + ", " + rows + " rows, nulls 1 of " + nullsOf;
      List<String> expectedDoubles = shown(rows, nulls, i -> Double.toString(doubles[i]));
      List<String> expectedInts = shown(rows, nulls, i -> Integer.toString(ints[i]));
      assertEquals(expectedDoubles, values(batch.column(0)), at);
      assertEquals(shown(rows, nulls, i -> Long.toString(longs[i])), values(batch.column(1)), at);
      assertEquals(expectedInts, values(batch.column(2)), at);
      assertEquals(Arrays.asList(texts), values(batch.column(3)), at);
      assertEquals(
          shown(rows, nulls, i -> Integer.toString(codes[i])), values(batch.column(4)), at);
      assertEquals(expectedDoubles, values(batch.column(5)), at);
      assertEquals(expectedInts, values(batch.column(6)), at);
    }
  }

  private static ValueLayout.OfDouble little(ValueLayout.OfDouble layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  private static MemorySegment bitmap(BitSet nulls, int rows) {
    byte[] bits = new byte[rows / 8 + 1];
    for (int i = 0; i < rows; i++) {
      bits[i / 8] |= (byte) (nulls.get(i) ? 0 : 1 << i % 8);
    }
    return MemorySegment.ofArray(bits);
  }

  private interface Shown {
    String row(int row);
  }

  private static List<@Nullable String> shown(int rows, BitSet nulls, Shown value) {
    List<@Nullable String> shown = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      shown.add(nulls.get(i) ? null : value.row(i));
    }
    return shown;
  }

  /** All values, in blocks that begin at rows of every kind. */
  private static List<@Nullable String> values(Column column) {
    List<@Nullable String> found = new ArrayList<>();
    for (int from = 0; from < column.length(); ) {
      int to = Math.min(column.length(), from + 1 + (from * 7 + 500) % Column.BLOCK);
      from += read(column, from, to, found);
    }
    return found;
  }

  private static int read(Column column, int from, int to, List<@Nullable String> found) {
    long[] validity = new long[Column.VALIDITY_WORDS];
    double[] doubles = new double[Column.BLOCK];
    long[] longs = new long[Column.BLOCK];
    int[] ints = new int[Column.BLOCK];
    BytesBlock block = new BytesBlock();
    int rows = to - from;
    int nulls =
        switch (column) {
          case DoubleColumn values -> values.read(from, to, doubles, validity);
          case LongColumn values -> values.read(from, to, longs, validity);
          case DictionaryColumn values -> values.read(from, to, ints, validity);
          case BytesColumn values -> {
            rows = values.read(from, to, block);
            System.arraycopy(block.validity(), 0, validity, 0, validity.length);
            yield block.nulls();
          }
          case WideColumn values -> throw new IllegalArgumentException(values.toString());
        };
    for (int i = 0; i < rows; i++) {
      if (nulls > 0 && (validity[i / 64] >>> i & 1) == 0) {
        found.add(null);
        continue;
      }
      int start = i == 0 ? 0 : block.ends()[i - 1];
      found.add(
          switch (column) {
            case DoubleColumn _ -> Double.toString(doubles[i]);
            case LongColumn _ -> Long.toString(longs[i]);
            case DictionaryColumn _ -> Integer.toString(ints[i]);
            default ->
                new String(block.bytes(), start, block.ends()[i] - start, StandardCharsets.UTF_8);
          });
    }
    return rows;
  }

  @Test
  void aClosedSegmentIsNotRead() {
    ColumnBatch batch;
    try (Arena arena = Arena.ofConfined()) {
      batch = new BatchBuilder(2).longs("k", arena.allocate(16), null).build();
    }
    LongColumn column = (LongColumn) batch.column(0);
    assertThrows(IllegalStateException.class, () -> column.read(0, 2, new long[2], new long[1]));
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    BatchBuilder two = new BatchBuilder(2);
    BitSet beyond = new BitSet();
    beyond.set(2);
    MemorySegment short15 = MemorySegment.ofArray(new byte[15]);
    MemorySegment none = MemorySegment.ofArray(new byte[0]);
    ColumnType text = ColumnType.of("utf8", Family.TEXT);
    assertRefused(
        "column 'x' has 3 values, expected one for each of 2 rows",
        () -> two.doubles("x", new double[3]));
    assertRefused(
        "column 'x' has 15 bytes, expected at least 2 * 8 = 16",
        () -> two.doubles("x", short15, null));
    assertRefused(
        "column 'x': validity has 0 bytes, expected at least 1 for 2 rows",
        () -> two.floats("x", short15, none));
    assertRefused(
        "column 'x': row 2 is marked as null, expected rows below 2",
        () -> two.longs("x", new long[2], beyond));
    assertRefused(
        "column 'x': row 1 has code 2, expected one in 0..1",
        () -> two.codes("x", new int[] {0, 2}, BytesColumn.of("a", "b")));
    assertRefused(
        "column 'x' is utf8, expected a type that is stored in integers",
        () -> two.longs(new Field("x", text), new long[2], new BitSet()));
    assertRefused("rows: got -1, expected at least 0", () -> new BatchBuilder(-1));
  }

  private static void assertRefused(String message, Runnable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  @Test
  void heldBatchesMakeATable() {
    ColumnBatch first = new BatchBuilder(2).ints("k", new int[] {1, 2}).build();
    ColumnBatch second = new BatchBuilder(1).ints("k", new int[] {3}).build();
    Table table = Table.of("held", List.of(first, second));
    assertEquals(3, table.rowCount());
    BatchReader reader = table.open();
    assertEquals(0, Objects.requireNonNull(reader.next()).firstRow());
    assertEquals(2, Objects.requireNonNull(reader.next()).firstRow());
    assertTrue(reader.next() == null);
    ColumnBatch other =
        new BatchBuilder(1)
            .longs(
                new Field("k", new ColumnType("date32", Family.DATE, new BigDecimal(86_400))),
                new long[1],
                new BitSet())
            .build();
    assertRefused(
        "held: batch 1: column 0 is 'k' of type date32, expected 'k' of type int32",
        () -> Table.of("held", List.of(first, other)));
  }

  @Test
  void fieldsOfAnyTypeAreBuilt() {
    BitSet second = new BitSet();
    second.set(1);
    Field half = new Field("h", ColumnType.of("float16", Family.FLOATING));
    Field wide = new Field("w", ColumnType.of("uint64", Family.INTEGER));
    Field bytes = new Field("b", ColumnType.of("binary", Family.BINARY));
    BigInteger far = BigInteger.ONE.shiftLeft(63);
    BytesColumn dictionary = BytesColumn.ofBytes(List.of(new byte[] {-1, 0}, new byte[0]));
    ColumnBatch batch =
        new BatchBuilder(2)
            .doubles(half, new double[] {0.5, 0}, second)
            .wides(wide, new BigInteger[] {far, BigInteger.ZERO}, second)
            .codes(bytes, new int[] {0, 7}, dictionary, second)
            .build();
    assertEquals(List.of(half, wide, bytes), batch.schema().fields());
    long[] validity = new long[Column.VALIDITY_WORDS];
    double[] doubles = new double[2];
    assertEquals(1, ((DoubleColumn) batch.column(0)).read(0, 2, doubles, validity));
    assertEquals(0.5, doubles[0]);
    BigInteger[] wides = new BigInteger[2];
    assertEquals(1, ((WideColumn) batch.column(1)).read(0, 2, wides, validity));
    assertEquals(far, wides[0]);
    assertEquals(1, validity[0] & 3);
    int[] codes = new int[2];
    assertEquals(1, ((DictionaryColumn) batch.column(2)).read(0, 2, codes, validity));
    assertEquals(0, codes[0]);
    BytesBlock block = new BytesBlock();
    dictionary.read(0, 2, block);
    assertEquals(List.of((byte) -1, (byte) 0), List.of(block.bytes()[0], block.bytes()[1]));
    assertEquals(List.of(2, 2), List.of(block.ends()[0], block.ends()[1]));
  }

  @Test
  void typesOfOtherFormsAreRefused() {
    Field text = new Field("t", ColumnType.of("utf8", Family.TEXT));
    Field half = new Field("h", ColumnType.of("float16", Family.FLOATING));
    BatchBuilder batch = new BatchBuilder(0);
    assertRefused(
        "column 't' is utf8, expected a type of floating-point numbers",
        () -> batch.doubles(text, new double[0], new BitSet()));
    assertRefused(
        "column 'h' is float16, expected a type that is stored in integers",
        () -> batch.wides(half, new BigInteger[0], new BitSet()));
    assertRefused(
        "column 'h' is float16, expected text, bytes, booleans or nulls",
        () -> batch.codes(half, new int[0], BytesColumn.of(), new BitSet()));
  }
}
