package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.booleans;
import static io.lanewise.column.MemoryColumn.bytes;
import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.nulls;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.column.MemoryColumn.wides;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A profile is what its bytes say, and only the bytes of a profile are one. */
class ProfileFormatTest {

  private static final long SEED = 509;

  private static MemoryTable table(int rows, long seed, int values) {
    Random random = new Random(seed);
    return MemoryTable.of(
        "table",
        doubles("x", Types.FLOAT64, rows(rows, row -> row % 9 == 0 ? null : random.nextGaussian())),
        longs("k", Types.INT64, rows(rows, row -> (long) random.nextInt(500))),
        longs("day", Types.DATE32, rows(rows, row -> (long) random.nextInt(20_000))),
        wides(
            "huge",
            Types.UINT64,
            rows(rows, row -> BigInteger.TWO.pow(64).subtract(BigInteger.valueOf(row + 1)))),
        texts("name \"é\"", rows(rows, row -> row % 7 == 0 ? null : "v" + random.nextInt(values))),
        bytes("raw", Types.BINARY, rows(rows, row -> new byte[row % 300])),
        booleans("flag", rows(rows, row -> row % 3 == 0).toArray(Boolean[]::new)),
        nulls("none", rows),
        texts("name \"é\"", rows(rows, row -> "same")));
  }

  private static void assertKept(Profile profile) {
    byte[] bytes = ProfileFormat.write(profile).toBytes();
    Profile read = ProfileFormat.read(Container.of(bytes, "profile"), "profile");
    assertEquals(profile, read);
    assertArrayEquals(bytes, ProfileFormat.write(read).toBytes());
  }

  @Test
  void aProfileIsReadAsItWasWritten() {
    MemoryTable real = table(2_000, SEED, 40);
    Reference reference = Fits.reference(real, 1);
    assertKept(Fits.profile(real, reference, 1));
    assertKept(Fits.profile(table(3_000, SEED + 1, 60), reference, 1));
    assertKept(Fits.profile(table(0, SEED, 1), reference, 1));
  }

  /** Nothing of it is frequent, so one coarse symbol takes all of it, also in a pair. */
  @Test
  void aProfileOfAColumnWithoutNumbersIsReadAsItWasWritten() {
    MemoryTable real =
        MemoryTable.of(
            "real",
            doubles("x", Types.FLOAT64, rows(100, row -> null)),
            texts("t", rows(100, row -> "v" + row % 3)));
    Reference reference = Fits.reference(real, 1);
    assertKept(Fits.profile(real, reference, 1));
    MemoryTable other =
        MemoryTable.of(
            "other",
            doubles("x", Types.FLOAT64, rows(50, row -> row % 2 == 0 ? null : row * 0.5)),
            texts("t", rows(50, row -> "v" + row % 4)));
    assertKept(Fits.profile(other, reference, 1));
  }

  @Test
  void aFoldedProfileIsReadAsItWasWritten() {
    MemoryTable real = MemoryTable.of("real", texts("t", rows(1_000, row -> "v" + row % 50)));
    Reference reference = Fits.reference(real, 1);
    Profile profile =
        Fits.profile(MemoryTable.of("g", texts("t", rows(70_000, row -> "w" + row))), reference, 1);
    assertTrue(((CategoryCounts) profile.columns().getFirst()).isFolded());
    assertKept(profile);
    assertKept(profile.plus(Fits.profile(real, reference, 1)));
  }

  @Tag("slow")
  @Test
  void equalProfilesAreEqualBytes() {
    MemoryTable real = table(5_000, SEED, 40);
    Reference reference = Fits.reference(real, 1);
    byte[] whole = ProfileFormat.write(Fits.profile(real, reference, 1)).toBytes();
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      Profile cut = Fits.profile(real.cutAtRandom(random, 300), reference, 1 + round % 2);
      assertArrayEquals(whole, ProfileFormat.write(cut).toBytes());
    }
  }

  @Test
  void anotherVersionOrKindIsRefusedByName() {
    assertRefused(
        "version lanewise.profile/2",
        (words, tensors) -> words.put("format", "lanewise.profile/2"));
    assertRefused(
        "holds 'lanewise.model/1'", (words, tensors) -> words.put("format", "lanewise.model/1"));
    assertRefused("holds 'none'", (words, tensors) -> words.remove("format"));
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    assertRefused(
        "add up to 2000, expected the 7 rows",
        (words, tensors) -> tensors.put("rows", Tensor.ofCounts(new long[] {7})));
    assertRefused("how many rows", (words, tensors) -> tensors.remove("rows"));
    assertRefused("column/1/family", (words, tensors) -> words.remove("column/1/family"));
    assertRefused("Family.METAL", (words, tensors) -> words.put("column/1/family", "METAL"));
    assertRefused("'1O' is not a number", (words, tensors) -> words.put("column/1/step", "1O"));
    assertRefused("edges must ascend", (words, tensors) -> words.put("column/1/edges", "3 2 1"));
    assertRefused(
        "column/0/counts has 2 numbers",
        (words, tensors) -> tensors.put("column/0/counts", Tensor.ofCounts(new long[] {1, 2})));
    assertRefused(
        "column/4/known",
        (words, tensors) ->
            tensors.put("column/4/known", Tensor.of("x".getBytes(StandardCharsets.UTF_8))));
    assertRefused("column/4/known.ends", (words, tensors) -> tensors.remove("column/4/known.ends"));
    assertRefused(
        "'1e999999999' is not a number",
        (words, tensors) -> words.put("column/1/edges", "3 1e999999999"));
    assertRefused(
        "joint has 4 counts",
        (words, tensors) -> tensors.put("joint", Tensor.ofCounts(new long[4])));
    assertRefused(
        "expected 0 <= x < y",
        (words, tensors) -> tensors.put("pairs", Tensor.ofCounts(new long[] {3, 3}, 1, 2)));
    assertRefused(
        "coarse",
        (words, tensors) -> tensors.put("column/0/coarse", Tensor.of(new byte[] {1, 2, 99})));
    assertRefused("not in the form", (words, tensors) -> words.put("more", "of this"));
    assertRefused("not in the form", (words, tensors) -> words.put("column/1/identifier", "maybe"));
  }

  /** Shown, they would end in an error that is nobody's fault but the file's. */
  @Test
  void whatIsNoSymbolIsRefused() {
    for (byte[] key :
        new byte[][] {
          {Symbol.TAG_NULL},
          {9, 'x'},
          {-1, 'x'},
          {Symbol.TAG_NAN, 0},
          {Symbol.TAG_LONG, 1, 2, 3},
          {Symbol.TAG_DOUBLE, -65, -16, 0, 0, 0, 0, 0, 0},
          {Symbol.TAG_DOUBLE, -65, -16, 0, 0, 0, 0, 0, 0, 0},
          {Symbol.TAG_DECIMAL, 'e'},
          {Symbol.TAG_DECIMAL, '1', '.', '5'},
          {Symbol.TAG_DECIMAL, '1', 'E', '+', '9', '9', '9', '9', '9', '9', '9'},
          {Symbol.TAG_LONG_TEXT, 'x'},
        }) {
      assertRefused(
          "no value has a key of " + key.length + " bytes that begins with " + key[0],
          (words, tensors) -> {
            tensors.put("column/4/known", Tensor.of(key));
            tensors.put("column/4/known.ends", Tensor.ofCounts(new long[] {key.length}));
            tensors.put("column/4/counts", Tensor.ofCounts(new long[] {0, 2_000}));
          });
    }
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    assertRefused(
        "column 'x' of occurrence 0 is there twice",
        (words, tensors) -> words.put("column/1/name", "x"));
    assertRefused(
        "column 'name \"é\"' of occurrence 0 is there twice",
        (words, tensors) -> words.put("column/8/occurrence", "0"));
    assertRefused(
        "column 'k': occurrence -5, expected at least 0",
        (words, tensors) -> words.put("column/1/occurrence", "-5"));
  }

  @Test
  void aTypeThatIsNotWhatItIsCalledIsRefused() {
    assertRefused(
        "type bool is INTEGER in steps of 1, expected BOOLEAN in steps of 1",
        (words, tensors) -> words.put("column/6/family", "INTEGER"));
    assertRefused(
        "type date32 is DATE in steps of 1, expected DATE in steps of 86400",
        (words, tensors) -> words.put("column/2/step", "1"));
    assertRefused(
        "step of int64 is 0.1, expected 1 of INTEGER",
        (words, tensors) -> words.put("column/1/step", "0.1"));
    assertRefused(
        "column 'k' of type utf8 (TEXT) cannot be binned",
        (words, tensors) -> {
          words.put("column/1/type", "utf8");
          words.put("column/1/family", "TEXT");
        });
    assertRefused(
        "column 'none' of type list (NESTED) cannot be counted",
        (words, tensors) -> {
          words.put("column/7/type", "list");
          words.put("column/7/family", "NESTED");
        });
  }

  /** The edges of {@code --spec} are refused so, and by the same code. */
  @Test
  void edgesThatAreNoDoublesAreRefusedOfFloatingColumns() {
    assertRefused(
        "edge 1E+309 is beyond the doubles",
        (words, tensors) -> words.put("column/0/edges", "0 1 1e309"));
    assertRefused(
        "column/0/edges: edge 1 is 0.1, expected a double, the next is 0.1000000000000000055",
        (words, tensors) -> words.put("column/0/edges", "0 0.1 1"));
    assertRefused(
        "edges must ascend",
        (words, tensors) -> words.put("column/0/edges", "1 1.00000000000000000001 2"));
  }

  @Test
  void valuesOfAnotherFamilyAreRefused() {
    byte[] text = Symbol.of("false").key();
    for (int column : new int[] {4, 5, 6}) {
      byte[] key = Symbol.of(7).key();
      assertRefused(
          "column/" + column + "/known: symbol 0 is no value of a column of ",
          (words, tensors) -> known(column, key, tensors));
    }
    assertRefused(
        "column/5/known: symbol 0 is no value of a column of BINARY",
        (words, tensors) -> known(5, text, tensors));
    assertRefused(
        "column/6/known: symbol 0 is no value of a column of BOOLEAN",
        (words, tensors) -> known(6, Symbol.of("maybe").key(), tensors));
    assertRefused(
        "column/8/known: symbol 0 is no value of a column of DATE",
        (words, tensors) -> {
          words.put("column/8/type", "date32");
          words.put("column/8/family", "DATE");
          words.put("column/8/step", "86400");
          known(8, Symbol.NAN.key(), tensors);
        });
  }

  private static void known(int column, byte[] key, SortedMap<String, Tensor> tensors) {
    tensors.put("column/" + column + "/known", Tensor.of(key));
    tensors.put("column/" + column + "/known.ends", Tensor.ofCounts(new long[] {key.length}));
    tensors.put("column/" + column + "/counts", Tensor.ofCounts(new long[] {0, 2_000}));
  }

  /** All bytes of a text are kept up to a length, so a longer one cannot be said to have as few. */
  @Test
  void aLongTextThatIsShortIsRefused() {
    byte[] key = Symbol.of("a".repeat(257)).key();
    assertEquals(257, ByteBuffer.wrap(key).getLong(65));
    for (long length : new long[] {256, 0, -1, 1L << 40}) {
      byte[] other = key.clone();
      ByteBuffer.wrap(other).putLong(65, length);
      assertRefused(
          "no value has a key of 105 bytes that begins with 7",
          (words, tensors) -> known(4, other, tensors));
    }
  }

  @Test
  void pairsThatDoNotAscendAreRefused() {
    for (int place : new int[] {2, 4}) {
      assertRefused(
          "expected a later one",
          (words, tensors) -> {
            long[] pairs = tensors.get("pairs").toLongs();
            pairs[place] = pairs[0];
            pairs[place + 1] = pairs[1];
            tensors.put("pairs", Tensor.ofCounts(pairs, pairs.length / 2, 2));
          });
    }
  }

  private static void assertRefused(
      String part, BiConsumer<SortedMap<String, String>, SortedMap<String, Tensor>> change) {
    MemoryTable real = table(2_000, SEED, 40);
    Container good = ProfileFormat.write(Fits.profile(real, Fits.reference(real, 1), 1));
    SortedMap<String, String> words = new TreeMap<>(good.metadata());
    SortedMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
    change.accept(words, tensors);
    Container changed = new Container(words, tensors);
    String message =
        assertThrows(DataException.class, () -> ProfileFormat.read(changed, "f.profile"))
            .getMessage();
    assertTrue(message.startsWith("f.profile: ") && message.contains(part), message);
  }
}
