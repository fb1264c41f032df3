package io.lanewise.profile;

import static io.lanewise.profile.Types.DATE32;
import static io.lanewise.profile.Types.DATE64;
import static io.lanewise.profile.Types.DECIMAL2;
import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INSTANT_MICROS;
import static io.lanewise.profile.Types.INT64;
import static io.lanewise.profile.Types.MICROS;
import static io.lanewise.profile.Types.MILLIS;
import static io.lanewise.profile.Types.SECONDS;
import static io.lanewise.profile.Types.TIME_MILLIS;
import static io.lanewise.profile.Types.UTF8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.MemoryColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Equal values are equal symbols, and only these; symbols have an order and a label. */
class SymbolTest {

  private static final long SEED = 754;

  @Test
  void wholeNumbersAreOneSymbolWhateverTheirType() {
    for (long value : new long[] {0, 7, -7, 1L << 53, -(1L << 62), Long.MIN_VALUE}) {
      assertEquals(Symbol.of(value), Symbol.of((double) value));
      assertEquals(Symbol.of(value), Symbol.of(new BigDecimal(value).setScale(2)));
    }
    assertEquals(Symbol.of(Long.MAX_VALUE), Symbol.of(BigDecimal.valueOf(Long.MAX_VALUE)));
    assertNotEquals(Symbol.of(Long.MAX_VALUE), Symbol.of((double) Long.MAX_VALUE));
    assertEquals(Symbol.of(0x1p63), Symbol.of(BigDecimal.TWO.pow(63)));
    assertEquals(Symbol.of(0x1p900), Symbol.of(BigDecimal.TWO.pow(900)));
    assertEquals(Symbol.of(0.5), Symbol.of(new BigDecimal("0.500")));
    assertNotEquals(Symbol.of(0.1), Symbol.of(new BigDecimal("0.1")));
    assertEquals(Symbol.of(new BigDecimal("0.10")), Symbol.of(new BigDecimal("0.1")));
  }

  @Test
  void zerosAndNansAreOneSymbolEach() {
    assertEquals(Symbol.of(0.0), Symbol.of(-0.0));
    assertEquals(Symbol.of(0L), Symbol.of(-0.0));
    assertEquals(Symbol.NAN, Symbol.of(Double.longBitsToDouble(0x7FF0000000000001L)));
    assertEquals(Symbol.NAN, Symbol.of(Double.longBitsToDouble(0xFFFFFFFFFFFFFFFFL)));
    assertNotEquals(Symbol.NAN, Symbol.NULL);
    assertNotEquals(Symbol.NAN, Symbol.of("NaN"));
    assertNotEquals(Symbol.of(7), Symbol.of("7"));
  }

  @Test
  void numbersAscendInTheOrderOfTheirKind() {
    Random random = new Random(SEED);
    List<Long> longs = random.longs(500).boxed().toList();
    assertAscend(longs.stream().sorted().map(Symbol::of).toList());
    List<Double> doubles =
        random.doubles(500).map(x -> (x - 0.5) * 1e-300).boxed().sorted().toList();
    assertAscend(doubles.stream().map(Symbol::of).toList());
    assertAscend(
        List.of(
            Symbol.NULL,
            Symbol.NAN,
            Symbol.of(Long.MIN_VALUE),
            Symbol.of(-1),
            Symbol.of(0),
            Symbol.of(Long.MAX_VALUE),
            Symbol.of(Double.NEGATIVE_INFINITY),
            Symbol.of(-0.5),
            Symbol.of(0.5),
            Symbol.of(Double.POSITIVE_INFINITY),
            Symbol.of(new BigDecimal("0.1")),
            Symbol.of(""),
            Symbol.of("a"),
            Symbol.of("ab"),
            Symbol.of("é")));
  }

  @Test
  void labelsAreInTheWordsOfTheType() {
    assertEquals("null", Symbol.NULL.label(INT64));
    assertEquals("NaN", Symbol.NAN.label(FLOAT64));
    assertEquals("7", Symbol.of(7).label(INT64));
    assertEquals("9223372036854775808", Symbol.of(0x1p63).label(Types.UINT64));
    assertEquals("0.0001220703125", Symbol.of(0x1p-13).label(DECIMAL2));
    assertEquals("1970-01-01T00:00:01.500", Symbol.of(1.5).label(SECONDS));
    assertEquals("7.0", Symbol.of(7).label(FLOAT64));
    assertEquals("-Infinity", Symbol.of(Double.NEGATIVE_INFINITY).label(FLOAT64));
    assertEquals("4.9E-324", Symbol.of(Double.MIN_VALUE).label(FLOAT64));
    assertEquals("0.1", Symbol.of(new BigDecimal("0.10")).label(DECIMAL2));
    assertEquals("naïve", Symbol.of("naïve").label(UTF8));
    assertEquals("2024-02-29", Symbol.of(19_782).label(DATE32));
    assertEquals("2024-02-29", Symbol.of(19_782 * 86_400_000L).label(DATE64));
    assertEquals("1969-12-31", Symbol.of(-1).label(DATE32));
    assertEquals("1970-01-01T00:00:00.001", Symbol.of(1).label(DATE64));
    assertEquals("1969-12-31T23:59:59.999", Symbol.of(-1).label(DATE64));
    assertEquals("1970-01-02T12:00", Symbol.of(1.5).label(DATE32));
    assertEquals("2001-09-09T01:46:40", Symbol.of(1_000_000_000).label(SECONDS));
    assertEquals("1969-12-31T23:59:59.999", Symbol.of(-1).label(MILLIS));
    assertEquals("1970-01-01T00:00:00.000001Z", Symbol.of(1).label(INSTANT_MICROS));
    assertEquals("12:34:56.789", Symbol.of(45_296_789).label(TIME_MILLIS));
    assertEquals("86400000", Symbol.of(86_400_000).label(TIME_MILLIS));
    assertEquals("" + Long.MAX_VALUE, Symbol.of(Long.MAX_VALUE).label(SECONDS));
  }

  /** U+FFFD stands in a text for all bytes that are none. */
  @Test
  void textsThatAreNoUtf8AreToldApart() {
    byte[][] texts = {{(byte) 0xff}, {(byte) 0xfe}, {'a', (byte) 0xc3}, {(byte) 0xed, (byte) 0xa0}};
    List<String> labels = new ArrayList<>();
    for (byte[] text : texts) {
      labels.add(Symbol.ofBytes(Symbol.TAG_TEXT, text, 0, text.length).label(UTF8));
    }
    assertEquals(
        List.of("0xff (no UTF-8)", "0xfe (no UTF-8)", "0x61c3 (no UTF-8)", "0xeda0 (no UTF-8)"),
        labels);
    assertEquals("\ufffd", Symbol.of("\ufffd").label(UTF8));
  }

  @Test
  void longTextsAreToldApartByTheirDigests() {
    String common = "x".repeat(300);
    assertEquals(Symbol.of(common + "a"), Symbol.of(common + "a"));
    assertNotEquals(Symbol.of(common + "a"), Symbol.of(common + "b"));
    assertNotEquals(Symbol.of("x".repeat(256)), Symbol.of("x".repeat(257)));
    assertEquals("x".repeat(256), Symbol.of("x".repeat(256)).label(UTF8));
    assertTrue(Symbol.of(common).label(UTF8).startsWith("x".repeat(64) + "… (300 bytes, SHA-256 "));
    assertTrue(Symbol.of(common).key().length < 257);
    String cutInACharacter = "x" + "é".repeat(200);
    assertTrue(!Symbol.of(cutInACharacter).label(UTF8).contains("\uFFFD"));
  }

  @Test
  void textAndBinaryAreToldApart() {
    for (int length : new int[] {0, 3, 256, 257}) {
      byte[] bytes = "a".repeat(length).getBytes(StandardCharsets.UTF_8);
      Symbol text = Symbol.ofBytes(Symbol.TAG_TEXT, bytes, 0, length);
      Symbol binary = Symbol.ofBytes(Symbol.TAG_BINARY, bytes, 0, length);
      assertNotEquals(text, binary);
      assertTrue(binary.label(Types.BINARY).startsWith("0x" + (length > 0 ? "61" : "")));
    }
  }

  @Test
  void aStretchOfBytesIsTheTextOfTheseBytes() {
    byte[] bytes = ("before" + "x".repeat(300) + "after").getBytes(StandardCharsets.UTF_8);
    for (int length : new int[] {0, 1, 255, 256, 257, 300}) {
      assertEquals(
          Symbol.of("x".repeat(length)),
          Symbol.ofBytes(Symbol.TAG_TEXT, bytes, 6, 6 + length),
          length + " bytes");
    }
  }

  /** Whatever form a number comes in, it is counted as the same category. */
  @Test
  void equalNumbersOfAllFormsCountAlike() {
    Random random = new Random(SEED);
    List<Long> longs = random.longs(3000, -50, 50).boxed().toList();
    List<Double> doubles = longs.stream().map(v -> v == 0 ? -0.0 : (double) v).toList();
    List<BigInteger> hundredths = longs.stream().map(v -> BigInteger.valueOf(100 * v)).toList();
    MemoryColumn ints = MemoryColumn.longs("x", INT64, longs);
    ReferenceColumn reference = Fits.column(ints, new Treatment.AsCategories());
    Counts expected = Fits.counts(ints, reference);
    assertEquals(expected, Fits.counts(MemoryColumn.doubles("x", FLOAT64, doubles), reference));
    assertEquals(expected, Fits.counts(MemoryColumn.wides("x", DECIMAL2, hundredths), reference));
    assertEquals(
        expected,
        Fits.counts(
            MemoryColumn.longs("x", DECIMAL2, longs.stream().map(v -> 100 * v).toList()),
            reference));
    List<Integer> indices = longs.stream().map(v -> (int) (v + 50)).toList();
    MemoryColumn values = MemoryColumn.longs("x", INT64, MemoryColumn.rows(101, i -> i - 50L));
    assertEquals(expected, Fits.counts(values.asDictionary("x", INT64, indices), reference));
    assertEquals(
        expected, Fits.counts(values.asReplacedDictionary("x", INT64, indices), reference));
  }

  @Test
  void momentsOfAllUnitsCountAlike() {
    List<Long> seconds = MemoryColumn.rows(2000, i -> (long) (i % 37) - 5);
    List<ColumnType> types = List.of(SECONDS, MILLIS, MICROS, Types.NANOS);
    for (ColumnType first : types) {
      MemoryColumn real = moments(first, seconds);
      ReferenceColumn reference = Fits.column(real, new Treatment.AsCategories());
      Counts expected = Fits.counts(real, reference);
      for (ColumnType other : types) {
        assertEquals(expected, Fits.counts(moments(other, seconds), reference), other.name());
      }
    }
    MemoryColumn days = MemoryColumn.longs("d", DATE32, List.of(0L, 1L, 1L, -3L));
    List<Long> milliseconds = List.of(0L, 86_400_000L, 86_400_000L, -3 * 86_400_000L);
    MemoryColumn fine = MemoryColumn.longs("d", DATE64, milliseconds);
    for (MemoryColumn real : List.of(days, fine)) {
      ReferenceColumn reference = Fits.column(real, new Treatment.AsCategories());
      assertEquals(Fits.counts(days, reference), Fits.counts(fine, reference));
    }
    // A third of a day is no whole number of days, and is not taken for one.
    ReferenceColumn reference = Fits.column(days, new Treatment.AsCategories());
    MemoryColumn thirds =
        MemoryColumn.longs("d", DATE64, List.of(28_800_000L, 28_800_000L, 28_800_001L));
    CategoryCounts counts = (CategoryCounts) Fits.counts(thirds, reference);
    assertEquals(List.of(1L, 2L), counts.symbols().values().stream().sorted().toList());
  }

  private static MemoryColumn moments(ColumnType type, List<Long> seconds) {
    long perSecond = BigDecimal.ONE.divide(type.step()).longValueExact();
    return MemoryColumn.longs("t", type, seconds.stream().map(s -> s * perSecond).toList());
  }

  private static void assertAscend(List<Symbol> symbols) {
    List<Symbol> shuffled = new ArrayList<>(symbols);
    Collections.shuffle(shuffled, new Random(SEED));
    Collections.sort(shuffled);
    assertEquals(Arrays.asList(symbols.toArray()), shuffled);
  }
}
