package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows to floats and back. */
class TableCodecTest {

  static final int ROWS = 2_000;

  /** A table of the common types, each column with what is awkward about it. */
  static ColumnBatch mixed(long seed) {
    Random random = new Random(seed);
    double[] normal = random.doubles(ROWS, 0, 1).map(u -> Math.log(u)).toArray();
    long[] ages = random.longs(ROWS, 17, 90).toArray();
    int[] wide = random.ints(ROWS).toArray();
    String[] words = new String[ROWS];
    boolean[] flags = new boolean[ROWS];
    int[] codes = random.ints(ROWS, 0, 3).toArray();
    BitSet nulls = new BitSet();
    for (int i = 0; i < ROWS; i++) {
      words[i] = i % 7 == 0 ? null : "word " + random.nextInt(20);
      flags[i] = random.nextInt(3) == 0;
      nulls.set(i, random.nextInt(10) == 0);
    }
    normal[0] = Double.NaN;
    normal[1] = Double.POSITIVE_INFINITY;
    normal[2] = Double.NEGATIVE_INFINITY;
    return new BatchBuilder(ROWS)
        .doubles("x", normal)
        .longs("age", ages, nulls)
        .ints("wide", wide)
        .texts("word", words)
        .booleans("flag", flags, nulls)
        .codes("code", codes, BytesColumn.of("a", "b", "c"))
        .build();
  }

  @Test
  void rowsComeBack() {
    ColumnBatch batch = mixed(5);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    assertEquals(batch.schema(), codec.schema());
    for (int column : new int[] {1, 3, 4, 5}) {
      assertEquals(
          Decoded.values(batch.column(column)), Decoded.again(codec, batch, column), "" + column);
    }
  }

  @Test
  void numbersComeBackWithinAKnot() {
    ColumnBatch batch = mixed(6);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    // Every knot is at most 2000/1023 ranks from the next, so a value is at most two ranks off.
    for (int column : new int[] {0, 2}) {
      List<Double> sorted =
          Decoded.values(batch.column(column)).stream()
              .map(value -> ((Number) value).doubleValue())
              .sorted()
              .toList();
      List<?> values = Decoded.values(batch.column(column));
      List<?> again = Decoded.again(codec, batch, column);
      for (int i = 0; i < ROWS; i++) {
        int rank = sorted.indexOf(((Number) values.get(i)).doubleValue());
        double found = ((Number) again.get(i)).doubleValue();
        int from = Math.max(0, rank - 2);
        int to = Math.min(ROWS - 1, rank + 2);
        assertTrue(
            Double.compare(found, sorted.get(from)) >= 0
                && Double.compare(found, sorted.get(to)) <= 0,
            column + ": " + values.get(i) + " came back as " + found);
      }
    }
  }

  @Test
  void batchesDoNotMatter() {
    ColumnBatch batch = mixed(7);
    TableCodec codec = TableCodec.fit(Table.of("t", List.of(batch)), CodecSettings.ofDefaults());
    float[] once = codec.encode(batch);
    float[] twice = codec.encode(Table.of("t", List.of(batch, batch)));
    float[] expected =
        IntStream.range(0, 2).mapToObj(i -> once).reduce(new float[0], TableCodecTest::joined);
    assertArrayEquals(expected, twice);
  }

  private static float[] joined(float[] a, float[] b) {
    float[] joined = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
