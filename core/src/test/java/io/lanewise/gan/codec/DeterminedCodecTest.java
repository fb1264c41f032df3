package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns that are functions of others. */
class DeterminedCodecTest {

  private static final int ROWS = 3_000;
  private static final ColumnType INTEGERS = ColumnType.of("int64", Family.INTEGER);
  private static final ColumnType FLOATS = ColumnType.of("float64", Family.FLOATING);

  /** So many rows of 0 to 29, some more frequent than others. */
  private static int[] codes(int rows) {
    Random random = new Random(7);
    return IntStream.range(0, rows)
        .map(_ -> Math.min(random.nextInt(30), random.nextInt(60)))
        .toArray();
  }

  private static MemoryColumn texts(String name, int[] codes, IntFunction<@Nullable String> text) {
    return MemoryColumn.texts(name, MemoryColumn.rows(codes.length, i -> text.apply(codes[i])));
  }

  private static MemoryColumn longs(String name, int[] codes, IntFunction<@Nullable Long> value) {
    return MemoryColumn.longs(
        name, INTEGERS, MemoryColumn.rows(codes.length, i -> value.apply(codes[i])));
  }

  private static MemoryColumn doubles(
      String name, int[] codes, IntFunction<@Nullable Double> value) {
    return MemoryColumn.doubles(
        name, FLOATS, MemoryColumn.rows(codes.length, i -> value.apply(codes[i])));
  }

  private static void assertNotes(TableCodec codec, String... pairs) {
    assertEquals(
        Arrays.stream(pairs)
            .map(pair -> pair.split(" < ", -1))
            .map("column '%s' follows from '%s', and is derived from it"::formatted)
            .toList(),
        codec.notes());
  }

  private static TableCodec fit(MemoryColumn... columns) {
    return fit(CodecSettings.ofDefaults(), columns);
  }

  /** A codec, from whose floats all columns come back. */
  private static TableCodec fit(CodecSettings settings, MemoryColumn... columns) {
    MemoryTable table = MemoryTable.of("t", columns);
    TableCodec codec = TableCodec.fit(table, settings);
    int rows = (int) table.rowCount();
    ColumnBatch decoded = codec.decode(codec.encode(table), rows, Decoded.random(1));
    for (int i = 0; i < columns.length; i++) {
      String name = columns[i].field().name();
      assertEquals(values(columns[i]), Decoded.values(decoded.column(i)), name);
    }
    return codec;
  }

  private static List<@Nullable Object> values(MemoryColumn column) {
    return Decoded.values(column.rows(0, column.length()));
  }

  @Test
  void oneOfTwoThatTellEachOtherIsKept() {
    int[] codes = codes(ROWS);
    MemoryColumn word = texts("word", codes, i -> "w" + i);
    MemoryColumn letter = texts("letter", codes, Character::toString);
    MemoryColumn number = longs("number", codes, i -> 7L * i);
    assertNotes(fit(word, letter), "letter < word");
    assertNotes(fit(letter, word), "word < letter");
    assertNotes(fit(word, number), "number < word");
    // What is a choice for each value is learned better than a position.
    TableCodec codec = fit(number, word);
    assertNotes(codec, "number < word");
    assertEquals(30, codec.layout().width());
    assertEquals("word", codec.columnOfBlock(0).name());
  }

  @Test
  void equalColumnsAreOne() {
    int[] codes = codes(ROWS);
    MemoryColumn price = doubles("price", codes, i -> i / 8.0 - 1);
    assertNotes(
        fit(price, price.named("same"), price.named("again")), "same < price", "again < price");
  }

  @Test
  void functionsOfFunctionsHaveOneBase() {
    int[] codes = codes(ROWS);
    assertNotes(
        fit(
            longs("half", codes, i -> i < 15 ? 0L : 1L),
            texts("word", codes, i -> "w" + i),
            longs("ten", codes, i -> i / 3L),
            longs("other", codes(ROWS), i -> i % 7L)),
        "half < word",
        "ten < word",
        "other < word");
  }

  /** One that alone is no evidence: 1,900 repeats of a share of 0.99 are a chance of 5e-9. */
  @Test
  void whatFollowsFromAFunctionFollowsFromItsBase() {
    int[] codes = IntStream.range(0, 2_400).map(i -> i % 500).toArray();
    MemoryColumn base = longs("base", codes, i -> (long) i);
    MemoryColumn rare = longs("rare", codes, i -> i < 5 ? 1L : 0L);
    assertNotes(fit(base, rare));
    MemoryColumn tens = longs("tens", codes, i -> (i + 45) / 50L);
    assertNotes(fit(rare, base, tens), "rare < base", "tens < base");
  }

  @Test
  void ofTwoBasesThatOfFewerValuesIsTaken() {
    int[] codes = codes(ROWS);
    Random random = new Random(9);
    int[] others = Arrays.stream(codes).map(i -> i % 4 + 4 * random.nextInt(10)).toArray();
    int[] more = Arrays.stream(codes).map(i -> i % 4 + 4 * random.nextInt(25)).toArray();
    MemoryColumn four = longs("four", codes, i -> i % 4L);
    assertNotes(
        fit(texts("x", more, i -> "x" + i), texts("y", others, i -> "y" + i), four), "four < y");
    assertNotes(
        fit(texts("y", others, i -> "y" + i), texts("x", more, i -> "x" + i), four), "four < y");
  }

  @Test
  void nullsNansAndInfinitiesAreValues() {
    int[] codes = codes(ROWS);
    MemoryColumn base = texts("base", codes, i -> i == 3 ? null : "w" + i);
    MemoryColumn number =
        doubles(
            "number",
            codes,
            i ->
                switch (i) {
                  case 0 -> null;
                  case 1 -> Double.NaN;
                  case 2, 9 -> Double.NEGATIVE_INFINITY;
                  default -> (double) i;
                });
    MemoryColumn word = texts("word", codes, i -> i % 5 == 2 ? null : i % 2 == 0 ? "a" : "b");
    assertNotes(fit(base, number, word), "number < base", "word < base");
    assertNotes(fit(number, texts("t", codes, i -> i < 2 ? null : "b" + i / 5)));
    assertNotes(
        fit(number, texts("t", codes, i -> i == 1 ? null : i == 0 ? "a" : "b")), "t < number");
  }

  @Test
  void oneContradictionIsEnough() {
    int[] codes = codes(ROWS);
    MemoryColumn base = texts("base", codes, i -> "w" + i);
    List<@Nullable Object> values = new ArrayList<>(values(longs("x", codes, i -> i % 4L)));
    assertNotes(fit(base, longs("x", codes, i -> i % 4L)), "x < base");
    values.set(ROWS - 1, ((Long) values.get(ROWS - 1) + 1) % 4);
    MemoryColumn broken =
        MemoryColumn.longs("x", INTEGERS, values.stream().map(Long.class::cast).toList());
    assertNotes(fit(base, broken));
  }

  /**
   * Each of n - 2 repeats agrees by a chance of 1/2: 30 of them are rarer than 1e-9, 28 are not.
   */
  @Test
  void fewRowsAreNoEvidence() {
    for (int rows : new int[] {4, 20, 30, 32}) {
      int[] codes = IntStream.range(0, rows).map(i -> i % 2).toArray();
      TableCodec codec = fit(texts("a", codes, i -> "a" + i), texts("b", codes, i -> "b" + i));
      assertEquals(rows == 32 ? 1 : 0, codec.notes().size(), rows + " rows");
    }
  }

  @Test
  void identifiersDetermineNothing() {
    int[] bits = new Random(11).ints(505, 0, 2).toArray();
    for (int values : new int[] {505, 500, 420}) {
      int[] codes = IntStream.range(0, 505).map(i -> i % values).toArray();
      MemoryColumn flag = texts("flag", codes, i -> "f" + bits[i]);
      assertNotes(fit(texts("id", codes, i -> "id " + i), flag));
      assertNotes(fit(longs("id", codes, i -> (long) i), flag));
    }
  }

  /** Of 3,000 rows 2,700 agree, which is no accident; but of 301 values 300 say nothing. */
  @Test
  void valuesThatOccurOnceAreNoEvidence() {
    Random random = new Random(12);
    int[] rows = IntStream.range(0, ROWS).toArray();
    MemoryColumn base = texts("base", rows, i -> i < 300 ? "id " + i : "none");
    MemoryColumn word = texts("word", rows, i -> i < 300 ? "w" + random.nextInt(5) : "none");
    assertNotes(fit(base, word));
  }

  @Test
  void moreValuesThanGroupsAreLeftAlone() {
    for (int values : new int[] {512, 513}) {
      int[] codes = IntStream.range(0, ROWS).map(i -> i % values).toArray();
      MemoryColumn flag = texts("flag", codes, i -> "f" + i % 2);
      String[] expected = values == 512 ? new String[] {"flag < base"} : new String[0];
      assertNotes(fit(texts("base", codes, i -> "w" + i), flag), expected);
      assertNotes(fit(longs("base", codes, i -> i * 10L), flag), expected);
      assertNotes(fit(doubles("base", codes, i -> i / 7.0), flag), expected);
    }
  }

  /** What is drawn, or taken to the next knot, does not come back, and determines nothing. */
  @Test
  void basesComeBack() {
    int[] codes = codes(ROWS);
    CodecSettings coarse = new CodecSettings(10, 20, 16, 4);
    MemoryTable table =
        MemoryTable.of(
            "t",
            texts("word", codes, i -> "w" + i),
            longs("number", codes, i -> (long) i * i),
            texts("flag", codes, i -> "f" + i % 2));
    List<String> notes = TableCodec.fit(table, coarse).notes();
    assertEquals(
        List.of(
            "column 'word': 30 categories, the 9 most frequent are trained, the others drawn by"
                + " their frequency"),
        notes);
    // Nor can what is not known exactly follow: here 20 knots stand for 30 numbers.
    assertEquals(
        List.of(),
        TableCodec.fit(table, new CodecSettings(40, 20, 16, 4)).notes().stream()
            .filter(note -> note.contains("'number'"))
            .toList());
    // Words without a choice of their own can follow from what comes back.
    assertNotes(
        fit(
            new CodecSettings(10, 30, 16, 4),
            texts("word", codes, i -> "w" + i),
            longs("number", codes, i -> (long) i * i)),
        "word < number");
  }

  @Test
  void whatNeverVariesStaysAsItIs() {
    int[] codes = codes(ROWS);
    TableCodec codec =
        fit(
            texts("same", codes, _ -> "same"),
            texts("word", codes, i -> "w" + i),
            longs("nulls", codes, _ -> null));
    assertEquals(
        List.of(
            "column 'same': the same value in every row, kept so",
            "column 'nulls': null in every row, kept so"),
        codec.notes());
  }

  @Test
  void rowsOfOtherTablesLoseWhatDoesNotFollow() {
    int[] codes = codes(ROWS);
    TableCodec codec = fit(texts("word", codes, i -> "w" + i), longs("x", codes, i -> i % 4L));
    MemoryTable other =
        MemoryTable.of("o", MemoryColumn.texts("word", "w5", "w6"), longs("x", codes(2), _ -> 3L));
    ColumnBatch decoded = codec.decode(codec.encode(other), 2, Decoded.random(1));
    assertEquals(List.of(1L, 2L), Decoded.values(decoded.column(1)));
  }

  /** Half of the numbers are there once, so others between them can be generated. */
  @Test
  void numbersThatNoRowHadGoWithTheNearest() {
    int[] codes = IntStream.range(0, 300).map(i -> i < 200 ? i : i - 200).toArray();
    TableCodec codec =
        fit(longs("x", codes, i -> (long) i * i), texts("side", codes, i -> i < 100 ? "a" : "b"));
    assertNotes(codec, "side < x");
    assertEquals(1, codec.layout().width());
    int count = 10_000;
    float[] rows = new float[count];
    for (int row = 0; row < count; row++) {
      rows[row] = 2 * (row + 0.5f) / count - 1;
    }
    ColumnBatch decoded = codec.decode(rows, count, Decoded.random(1));
    List<@Nullable Object> numbers = Decoded.values(decoded.column(0));
    List<@Nullable Object> sides = Decoded.values(decoded.column(1));
    // Between 99^2 and 100^2, in the middle of which the sides part: 9,801 + 199/2 = 9,900.5.
    int between = 0;
    for (int row = 0; row < count; row++) {
      long number = (Long) numbers.get(row);
      assertEquals(number <= 9_900 ? "a" : "b", sides.get(row), "" + number);
      between += number > 9_801 && number < 10_000 ? 1 : 0;
    }
    assertTrue(between > 0, "no number between 99^2 and 100^2");
  }
}
