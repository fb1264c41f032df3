package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Text, bytes, booleans and nulls: what is a choice, and what comes back. */
class CategoryCodecTest {

  private static final ColumnType BINARY = ColumnType.of("binary", Family.BINARY);

  private static List<@Nullable Object> again(TableCodec codec, MemoryColumn rows) {
    MemoryTable table = MemoryTable.of("rows", rows);
    float[] floats = codec.encode(table);
    ColumnBatch decoded = codec.decode(floats, rows.length(), Decoded.random(1));
    return Decoded.values(decoded.column(0));
  }

  private static void assertComesBack(
      MemoryColumn column, int choices, @Nullable Object... expected) {
    TableCodec codec = CodecFits.codec(column);
    assertEquals(choices, codec.layout().width());
    assertEquals(Arrays.asList(expected), again(codec, column));
  }

  @Test
  void everyCategoryIsAChoice() {
    assertComesBack(MemoryColumn.texts("t", "b", null, "", "a", "b"), 4, "b", null, "", "a", "b");
    assertComesBack(MemoryColumn.booleans("t", true, null, true), 2, "true", null, "true");
    assertComesBack(MemoryColumn.booleans("t", true, false), 2, "true", "false");
    byte[][] bytes = {{(byte) 0xff, 0}, {}, {(byte) 0x80}};
    assertComesBack(
        MemoryColumn.bytes("t", BINARY, Arrays.asList(bytes)), 3, "\u00ff\0", "", "\u0080");
    String longText = "long ".repeat(30_000);
    assertComesBack(
        MemoryColumn.texts("t", longText, longText + "er"), 2, longText, longText + "er");
  }

  @Test
  void nullsOfADictionaryAreNulls() {
    MemoryColumn column =
        MemoryColumn.texts("t", "a", null, "b", "a")
            .asDictionary(
                "t",
                ColumnType.of("dictionary<utf8>", Family.TEXT),
                Arrays.asList(0, 1, null, 2, 3));
    assertComesBack(column, 3, "a", null, null, "b", "a");
  }

  /** The reader of a column of booleans goes by the position in the dictionary. */
  @Test
  void booleansDecodeToFalseAndTrueInThisOrder() {
    TableCodec codec = CodecFits.codec(MemoryColumn.booleans("t", true, null, true));
    ColumnBatch batch = codec.decode(new float[] {0, 1, 1, 0}, 2, Decoded.random(1));
    DictionaryColumn column = assertInstanceOf(DictionaryColumn.class, batch.column(0));
    assertEquals(List.of("false", "true"), Decoded.values(column.dictionary()));
    assertEquals(Arrays.asList("true", null), Decoded.values(column));
  }

  @Test
  void theMostFrequentComesFirstAndTakesWhatIsUnknown() {
    TableCodec codec = CodecFits.codec(MemoryColumn.texts("t", "a", "b", "c", "b", "c"));
    assertEquals(List.of("b", "c", "a"), words(codec, 3));
    assertEquals(List.of("b", "b", "a"), again(codec, MemoryColumn.texts("t", "zebra", null, "a")));
  }

  @Test
  void equallyFrequentOnesComeInTheOrderOfTheirBytes() {
    String[] rows = {"pear", "fig", "plum", "apple", "quince", "lime", "kiwi", "date", "é", ""};
    assertEquals(
        List.of("", "apple", "date", "fig", "kiwi", "lime", "pear", "plum", "quince", "Ã©"),
        words(CodecFits.codec(MemoryColumn.texts("t", rows)), 10));
  }

  /** What each choice decodes to. */
  private static List<@Nullable Object> words(TableCodec codec, int count) {
    float[] rows = new float[count * count];
    for (int i = 0; i < count; i++) {
      rows[i * count + i] = 0.1f;
    }
    return Decoded.values(codec.decode(rows, count, Decoded.random(1)).column(0));
  }

  @Test
  void theOthersAreDrawnByTheirFrequency() {
    // The others are categories 999 and up, of which the even ones occur twice, the odd ones once.
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.addAll(Collections.nCopies(i < 999 ? 3 : 2 - i % 2, "category " + i));
    }
    TableCodec codec = CodecFits.codec(MemoryColumn.texts("t", rows));
    assertEquals(1_000, codec.layout().width());
    assertEquals(
        List.of(
            "column 't': 10,000 categories, the 999 most frequent are trained, the others drawn by"
                + " their frequency"),
        codec.notes());
    int count = 30_000;
    float[] floats = new float[count * 1_000];
    for (int row = 0; row < count; row++) {
      floats[row * 1_000 + 999] = 1;
    }
    Map<Object, Integer> drawn = new HashMap<>();
    for (Object value : Decoded.values(codec.decode(floats, count, Decoded.random(7)).column(0))) {
      drawn.merge(value, 1, Integer::sum);
    }
    int even = 0;
    for (int i = 0; i < 999; i++) {
      assertTrue(!drawn.containsKey("category " + i), "drawn: " + i);
    }
    for (int i = 1_000; i < 10_000; i += 2) {
      even += drawn.getOrDefault("category " + i, 0);
    }
    // 4,500 even ones twice and 4,501 odd ones once; five standard deviations.
    double share = 9_000.0 / 13_501;
    assertEquals(share, (double) even / count, 5 * Math.sqrt(share * (1 - share) / count));
    assertEquals("category 5", again(codec, MemoryColumn.texts("t", "category 5")).getFirst());
  }

  @Test
  void onlyOthersNeedRandomNumbers() {
    TableCodec codec = CodecFits.codec(MemoryColumn.texts("t", "a", "b", "c"));
    UniformRandomProvider none =
        () -> {
          throw new AssertionError("drawn");
        };
    assertEquals(2, codec.decode(new float[6], 2, none).rowCount());
  }

  @Test
  void theDictionaryIsTheSameInEveryBatch() {
    TableCodec codec = CodecFits.codec(MemoryColumn.texts("t", "a", "b", "c"));
    Object first = dictionary(codec.decode(new float[3], 1, Decoded.random(1)));
    assertSame(first, dictionary(codec.decode(new float[6], 2, Decoded.random(1))));
  }

  private static BytesColumn dictionary(ColumnBatch batch) {
    return (BytesColumn) ((DictionaryColumn) batch.column(0)).dictionary();
  }

  @Test
  void equalFloatsAreTheFirstChoice() {
    TableCodec codec = CodecFits.codec(MemoryColumn.texts("t", "a", "b", "c"));
    float[] rows = {0, 0, 0, 0.2f, 0.4f, 0.4f, Float.NaN, 1, 2};
    List<?> decoded = Decoded.values(codec.decode(rows, 3, Decoded.random(1)).column(0));
    assertEquals(List.of("a", "b"), decoded.subList(0, 2));
    assertEquals(3, IntStream.range(0, 3).filter(i -> decoded.get(i) != null).count());
  }
}
