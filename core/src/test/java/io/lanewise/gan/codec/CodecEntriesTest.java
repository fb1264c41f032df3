package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Codecs in files: what is read is what was written, and nothing else is. */
class CodecEntriesTest {

  private static final ColumnType DECIMAL =
      MemoryColumn.type("decimal128(38, 2)", Family.DECIMAL, "0.01");

  /**
   * A column of every kind that there is; column 0 holds words, 1 floats, 2 longs; 7 and 9 follow
   * from 8.
   */
  private static MemoryTable table() {
    int rows = 3_000;
    Random random = new Random(3);
    List<String> words = new ArrayList<>(Collections.nCopies(5, null));
    List<Double> floats =
        new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, 0.0, 0.0, 0.0));
    List<Long> longs = new ArrayList<>(Collections.nCopies(5, -20L));
    List<BigInteger> wides = new ArrayList<>(Collections.nCopies(5, null));
    for (int i = 5; i < rows; i++) {
      words.add("word " + random.nextInt(1_500));
      floats.add(random.nextInt(4) == 0 ? 0.0 : random.nextGaussian() + 9 * random.nextInt(2));
      longs.add(10 * random.nextLong(1_000_000));
      wides.add(BigInteger.valueOf(random.nextLong()).pow(2));
    }
    return MemoryTable.of(
        "t",
        MemoryColumn.texts("words", words),
        MemoryColumn.doubles("floats", ColumnType.of("float64", Family.FLOATING), floats),
        MemoryColumn.longs("longs", ColumnType.of("int64", Family.INTEGER), longs),
        MemoryColumn.wides("wides", DECIMAL, wides),
        MemoryColumn.doubles(
            "prices",
            ColumnType.of("float32", Family.FLOATING),
            MemoryColumn.rows(rows, i -> (double) (float) (random.nextInt(5_000) / 100.0))),
        MemoryColumn.nested("deep", rows),
        MemoryColumn.nulls("nulls", rows),
        MemoryColumn.longs(
            "months", ColumnType.of("int8", Family.INTEGER), MemoryColumn.rows(rows, i -> i % 3L)),
        MemoryColumn.longs(
            "number",
            ColumnType.of("int64", Family.INTEGER),
            MemoryColumn.rows(rows, i -> i % 10L * (i % 10))),
        MemoryColumn.texts("digit", MemoryColumn.rows(rows, i -> "digit " + i % 10)),
        MemoryColumn.texts("side", MemoryColumn.rows(rows, i -> i % 10 == 3 ? null : "n" + i % 2)));
  }

  private static Container container(TableCodec codec) {
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    words.put("format", "of something else");
    tensors.put("codecs", Tensor.of(new double[] {1}));
    codec.write(words, tensors);
    return new Container(words, tensors);
  }

  @Test
  void whatIsReadEncodesAndDecodesTheSameBits() {
    MemoryTable table = table();
    TableCodec codec = TableCodec.fit(table, CodecSettings.ofDefaults());
    byte[] bytes = container(codec).toBytes();
    TableCodec read = TableCodec.read(Container.of(bytes, "model"), "model");
    assertArrayEquals(bytes, container(read).toBytes());
    assertEquals(codec.schema(), read.schema());
    assertEquals(codec.layout(), read.layout());
    assertEquals(codec.notes(), read.notes());
    assertTrue(read.notes().contains("column 'side' follows from 'digit', and is derived from it"));
    assertEquals(codec.unused(), read.unused());
    float[] rows = codec.encode(table);
    assertArrayEquals(rows, read.encode(table));
    int width = codec.layout().width();
    Random random = new Random(4);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextFloat() * 2 - 1;
    }
    ColumnBatch expected = codec.decode(rows, rows.length / width, Decoded.random(5));
    ColumnBatch decoded = read.decode(rows, rows.length / width, Decoded.random(5));
    for (int i = 0; i < codec.schema().fields().size(); i++) {
      assertEquals(Decoded.values(expected.column(i)), Decoded.values(decoded.column(i)));
    }
  }

  /** Rows of one table fit to one codec, however they are cut, and equal codecs are equal bytes. */
  @Test
  void batchesDoNotMatter() {
    MemoryTable table = table();
    byte[] bytes = container(TableCodec.fit(table, CodecSettings.ofDefaults())).toBytes();
    TableCodec other = TableCodec.fit(table.cutAt(0, 7, 2_048, 3_000), CodecSettings.ofDefaults());
    assertArrayEquals(bytes, container(other).toBytes());
  }

  private static void assertRefused(
      String expected, BiConsumer<SortedMap<String, String>, SortedMap<String, Tensor>> damage) {
    Container whole = container(TableCodec.fit(table(), CodecSettings.ofDefaults()));
    SortedMap<String, String> words = new TreeMap<>(whole.metadata());
    SortedMap<String, Tensor> tensors = new TreeMap<>(whole.tensors());
    damage.accept(words, tensors);
    Container damaged = new Container(words, tensors);
    String message =
        assertThrows(DataException.class, () -> TableCodec.read(damaged, "model"), expected)
            .getMessage();
    assertTrue(message.startsWith("model: ") && message.contains(expected), message);
  }

  private static void refuseWord(String expected, String name, String word) {
    assertRefused(expected, (words, tensors) -> words.put("codec/column/" + name, word));
  }

  private static void refuseType(String expected, String column, String type, String family) {
    assertRefused(
        expected,
        (words, _) -> {
          words.put("codec/column/" + column + "/type", type);
          words.put("codec/column/" + column + "/family", family);
        });
  }

  private static void refuseTensor(String expected, String name, Tensor tensor) {
    assertRefused(expected, (words, tensors) -> tensors.put("codec/column/" + name, tensor));
  }

  @Test
  void damagedWordsAreRefused() {
    assertRefused("has no codec/column/0", (words, tensors) -> words.remove("codec/column/0/name"));
    assertRefused("has no codec/column/1/type", (words, _) -> words.remove("codec/column/1/type"));
    refuseWord("BLUE", "1/family", "BLUE");
    refuseWord("type float32 is INTEGER in steps of 1, expected FLOATING", "4/family", "INTEGER");
    refuseType("has a line of decimals in a column of INTEGER", "4", "int32", "INTEGER");
    refuseWord("has a lattice of 0", "2/lattice", "0");
    refuseWord("has a lattice of 0", "3/lattice", "0");
    refuseWord("has 7 decimals, expected 0 to 6", "4/decimals", "7");
    refuseType("has no codec/column/1/words", "1", "list", "NESTED");
    refuseType("words are no values of a column of BOOLEAN", "0", "bool", "BOOLEAN");
    refuseType("words are no values of a column of NULL", "0", "null", "NULL");
    refuseType("words are no values of a column of NESTED", "0", "list", "NESTED");
    refuseWord("'x' is not a number", "1/step", "x");
    refuseWord("has the specials 'NAN NULL'", "1/specials", "NAN NULL");
    refuseWord("has the specials 'DOUBLE'", "1/specials", "DOUBLE");
    refuseWord("has the specials 'NAN'", "2/specials", "NAN");
    refuseWord("choice 99 of 5 is the usual one", "1/usual", "99");
    refuseWord("choice -1 of 5 is the usual one", "1/usual", "-1");
    refuseWord("a line of 'curves'", "2/line", "curves");
    refuseWord("expected numbers of precision HALF", "1/precision", "HALF");
  }

  @Test
  void damagedNumbersAreRefused() {
    refuseTensor("numbers 0 and 1 do not ascend", "1/knots", Tensor.of(new double[] {2, 1}));
    refuseTensor("holds NaN", "1/knots", Tensor.of(new double[] {1, Double.NaN}));
    refuseTensor("1/stretches holds", "1/knots", Tensor.of(new double[] {1, 2}));
    refuseTensor("F64, expected whole numbers", "2/knots", Tensor.of(new double[] {1, 2}));
    refuseTensor("F64, expected F32", "1/low", Tensor.of(new double[] {1, 2}));
    refuseTensor("positions, expected", "1/low", Tensor.of(new float[] {1}));
    refuseTensor("expected 0 to", "1/stretches", Tensor.ofCounts(new long[] {5_000}));
    refuseTensor("one at [9, 9)", "1/stretches", Tensor.ofCounts(new long[] {9, 9}));
    refuseTensor("not in the form", "10/spikes", Tensor.ofCounts(new long[] {0, 1, 2}));
    refuseTensor("words.ends holds 8, expected 0 to 3", "0/words", Tensor.of(new byte[3]));
    refuseTensor("others: one occurs 0 times", "0/others", Tensor.ofCounts(new long[] {1, 0}));
    refuseTensor("words, 9999 of them others", "0/others", Tensor.ofCounts(ones(9_999)));
    assertRefused(
        "do not ascend within -1..1",
        (_, tensors) -> {
          float[] low = tensors.get("codec/column/2/low").toFloats();
          low[5] = Float.NaN;
          tensors.put("codec/column/2/low", Tensor.of(low));
        });
    assertRefused(
        "do not ascend by whole steps",
        (_, tensors) -> {
          long[] knots = tensors.get("codec/column/2/knots").toLongs();
          knots[5]++;
          tensors.put("codec/column/2/knots", Tensor.of(knots));
        });
    assertRefused(
        "is not in the form that Lanewise writes",
        (words, _) -> words.put("codec/column/0/color", "blue"));
    assertRefused(
        "is not in the form that Lanewise writes",
        (_, tensors) -> tensors.put("codec/other", Tensor.of(new double[] {1})));
  }

  @Test
  void damagedFunctionsAreRefused() {
    refuseWord("column/7/base is column 10 of 10", "7/base", "10");
    refuseWord("column/7/base is column -1 of 10", "7/base", "-1");
    refuseWord("column/7/base is column 7, which floats do not tell", "7/base", "7");
    refuseWord("column/7/base is column 9, which floats do not tell", "7/base", "9");
    refuseWord("column/7/base is column 0, which floats do not tell", "7/base", "0");
    refuseWord("is not in the form that Lanewise writes", "7/base", "+8");
    refuseWord("has no codec/column/6/follows", "6/base", "8");
    refuseTensor("has 9 numbers, expected 10", "9/follows", Tensor.ofCounts(new long[9]));
    long[] beyond = {0, 0, 0, 0, 0, 0, 0, 0, 0, 3};
    refuseTensor("follows holds 3, expected 0 to 2", "9/follows", Tensor.ofCounts(beyond));
    assertRefused(
        "is not in the form that Lanewise writes",
        (words, _) -> words.remove("codec/column/9/base"));
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
