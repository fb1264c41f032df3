package io.lanewise.profile;

import static io.lanewise.profile.Types.DATE32;
import static io.lanewise.profile.Types.DATE64;
import static io.lanewise.profile.Types.DECIMAL2;
import static io.lanewise.profile.Types.DECIMAL_THOUSANDS;
import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INT64;
import static io.lanewise.profile.Types.MICROS;
import static io.lanewise.profile.Types.MILLIS;
import static io.lanewise.profile.Types.NANOS;
import static io.lanewise.profile.Types.SECONDS;
import static io.lanewise.profile.Types.UINT64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.kernel.Kernels;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every physical form puts a value where an exact comparison with the edges puts it. */
class BinsTest {

  private static final long SEED = 1812;
  private static final int ROUNDS = 60;
  private static final BigInteger TWO_64 = BigInteger.TWO.pow(64);

  @Test
  void shortestDecimalsGivenAsEdgesOfAFloatingColumnAreItsDoubles() {
    Treatment.WithEdges given =
        new Treatment.WithEdges(List.of(new BigDecimal("0.1"), new BigDecimal("43.07")));
    List<BigDecimal> doubles =
        given.edges().stream().map(edge -> new BigDecimal(edge.doubleValue())).toList();
    assertNotEquals(given.edges(), doubles);
    assertEquals(doubles, given.bins(FLOAT64).edges());
    assertEquals(given.edges(), given.bins(DECIMAL2).edges());
  }

  @Test
  void everyFormBinsByExactComparison() {
    Random random = new Random(SEED);
    List<ColumnType> numbers = List.of(INT64, UINT64, DECIMAL2, DECIMAL_THOUSANDS, FLOAT64);
    List<ColumnType> moments = List.of(SECONDS, MILLIS, MICROS, NANOS);
    for (int round = 0; round < ROUNDS; round++) {
      for (List<ColumnType> comparable : List.of(numbers, moments, List.of(DATE32, DATE64))) {
        for (ColumnType reference : comparable) {
          Bins bins = new Bins(edges(random), reference);
          for (ColumnType type : comparable) {
            checkStored(bins, reference, type, random);
          }
        }
      }
      checkDoubles(new Bins(edges(random), INT64), random);
      checkDoubles(new Bins(edges(random), FLOAT64), random);
    }
  }

  @Test
  void equalValuesOfAllNumericFormsHaveEqualCodes() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Bins bins = new Bins(edges(random), INT64);
      // Whole numbers that a double holds: below 2^53, or with zeros at the end.
      long[] values =
          random
              .longs(500)
              .map(v -> random.nextBoolean() ? v >> 12 : v & -1L << 11)
              .map(v -> random.nextInt(4) == 0 ? near(bins, random) : v)
              .filter(v -> (long) (double) v == v && v != Long.MAX_VALUE)
              .toArray();
      List<Long> longs = Arrays.stream(values).boxed().toList();
      int[] codes = codes(bins, INT64, MemoryColumn.longs("x", INT64, longs));
      assertArrayEquals(
          codes,
          codes(bins, FLOAT64, MemoryColumn.doubles("x", FLOAT64, map(longs, Long::doubleValue))));
      assertArrayEquals(
          codes,
          codes(bins, UINT64, MemoryColumn.wides("x", UINT64, map(longs, BigInteger::valueOf))));
      List<BigInteger> hundredths =
          map(longs, v -> BigInteger.valueOf(v).multiply(BigInteger.valueOf(100)));
      assertArrayEquals(
          codes, codes(bins, DECIMAL2, MemoryColumn.wides("x", DECIMAL2, hundredths)));
    }
  }

  @Test
  void edgesAreClosedBelowAndTheLastBinAbove() {
    Bins bins = bins(INT64, "0", "10", "20");
    Double[] values = {
      -1e-300,
      -0.0,
      0.0,
      Math.nextDown(10.0),
      10.0,
      20.0,
      Math.nextUp(20.0),
      Double.NaN,
      null,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      -Double.MAX_VALUE,
      Double.MAX_VALUE
    };
    assertArrayEquals(
        new int[] {0, 1, 1, 1, 2, 2, 3, 4, 5, 0, 3, 0, 3},
        codes(bins, FLOAT64, MemoryColumn.doubles("x", values)));
    assertArrayEquals(
        new int[] {0, 1, 1, 2, 2, 3, 5, 0, 3},
        codes(
            bins,
            INT64,
            MemoryColumn.longs(
                "x", -1L, 0L, 9L, 10L, 20L, 21L, null, Long.MIN_VALUE, Long.MAX_VALUE)));
    assertEquals(3, bins.overflowCode());
    assertEquals(4, bins.nanCode());
    assertEquals(5, bins.nullCode());
    assertEquals(6, bins.symbolCount());
  }

  @Test
  void nanOfAnyPayloadIsOneSymbol() {
    Double[] values = {
      Double.NaN,
      Double.longBitsToDouble(0x7FF0000000000001L),
      Double.longBitsToDouble(0xFFFFFFFFFFFFFFFFL)
    };
    assertArrayEquals(
        new int[] {4, 4, 4},
        codes(bins(FLOAT64, "0", "1", "2"), FLOAT64, MemoryColumn.doubles("x", values)));
  }

  @Test
  void infinitiesStayOutsideWhateverTheEdges() {
    Double[] values = {Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, Double.MAX_VALUE, 1 / 0.0};
    String most = new BigDecimal(Double.MAX_VALUE).toString();
    assertArrayEquals(
        new int[] {0, 1, 1, 2},
        codes(bins(FLOAT64, "-" + most, most), FLOAT64, MemoryColumn.doubles("x", values)));
    assertArrayEquals(
        new int[] {0, 1, 1, 2},
        codes(bins(FLOAT64, "-1e400", "1e400"), FLOAT64, MemoryColumn.doubles("x", values)));
    assertArrayEquals(
        new int[] {0, 0, 0, 3},
        codes(
            bins(FLOAT64, "1e400", "1e401", "1e402"), FLOAT64, MemoryColumn.doubles("x", values)));
  }

  @Test
  void datesCompareAcrossUnits() {
    Bins days = bins(DATE32, "0", "1", "2");
    assertArrayEquals(
        new int[] {0, 1, 1, 2, 2, 3},
        codes(
            days,
            DATE64,
            MemoryColumn.longs(
                "d",
                DATE64,
                List.of(-1L, 0L, 86_399_999L, 86_400_000L, 172_800_000L, 172_800_001L))));
    Bins milliseconds = bins(DATE64, "0", "86400000", "172800000");
    assertArrayEquals(
        new int[] {0, 1, 2, 2, 3},
        codes(milliseconds, DATE32, MemoryColumn.longs("d", DATE32, List.of(-1L, 0L, 1L, 2L, 3L))));
  }

  @Test
  void dictionariesAreBinnedByTheirValues() {
    Bins bins = bins(INT64, "0", "10", "20");
    MemoryColumn values = MemoryColumn.longs("x", 30L, null, 5L, 5L, -3L);
    List<Integer> indices = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    indices.add(null);
    assertArrayEquals(
        new int[] {3, 5, 1, 1, 0, 5}, codes(bins, INT64, values.asDictionary("x", INT64, indices)));
    List<Integer> inner = List.of(2, 0);
    MemoryColumn nested =
        values.asDictionary("x", INT64, inner).asDictionary("x", INT64, List.of(1, 0, 1));
    assertArrayEquals(new int[] {3, 1, 3}, codes(bins, INT64, nested));
  }

  @Test
  void aReplacedDictionaryIsBinnedAnew() {
    BinEncoder encoder =
        new BinEncoder(
            bins(INT64, "0", "10", "20"), INT64, Kernels.scalar().edgeSearch(), new BlockScratch());
    List<Integer> indices = List.of(0, 1, 0);
    int[] codes = new int[3];
    encoder.encode(
        MemoryColumn.longs("x", 5L, 15L).asDictionary("x", INT64, indices).rows(0, 3), 0, 3, codes);
    assertArrayEquals(new int[] {1, 2, 1}, codes);
    encoder.encode(
        MemoryColumn.longs("x", 15L, -5L).asDictionary("x", INT64, indices).rows(0, 3),
        0,
        3,
        codes);
    assertArrayEquals(new int[] {2, 0, 2}, codes);
  }

  @Test
  void aColumnOfTypeNullIsAllNull() {
    assertArrayEquals(
        new int[] {5, 5},
        codes(
            bins(INT64, "0", "10", "20"),
            ColumnType.of("null", Family.NULL),
            MemoryColumn.nulls("x", 2)));
  }

  @Test
  void nullsFallWhereTheValidityBitsSay() {
    Random random = new Random(SEED);
    for (int length : new int[] {1, 63, 64, 65, 127, 128, 129, 1000, 1024, 1025, 3000}) {
      List<Long> values = MemoryColumn.rows(length, i -> (long) random.nextInt(40) - 10);
      List<Long> holed = new ArrayList<>(values);
      holed.replaceAll(v -> random.nextInt(3) == 0 ? null : v);
      Bins bins = bins(INT64, "0", "10", "20");
      int[] expected =
          holed.stream()
              .mapToInt(v -> v == null ? 5 : v < 0 ? 0 : v < 10 ? 1 : v <= 20 ? 2 : 3)
              .toArray();
      assertArrayEquals(expected, codes(bins, INT64, MemoryColumn.longs("x", INT64, holed)));
    }
  }

  @Test
  void edgesThatDoNotAscendAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> bins(INT64, "1"));
    assertThrows(IllegalArgumentException.class, () -> bins(INT64, "2", "1"));
    assertThrows(IllegalArgumentException.class, () -> bins(INT64, "1", "1.0", "2"));
    assertEquals(1, bins(INT64, "1", "1").binCount());
    assertEquals(
        "edges must ascend: edge 0 is 2, edge 1 is 1",
        assertThrows(IllegalArgumentException.class, () -> bins(INT64, "2", "1", "3"))
            .getMessage());
  }

  @Test
  void labelsReadAsTheTypeDoes() {
    Bins days = bins(DATE32, "0", "1", "31", "31");
    assertEquals(
        List.of(
            "< 1970-01-01",
            "1970-01-01",
            "[1970-01-02, 1970-02-01)",
            "1970-02-01",
            "> 1970-02-01",
            "NaN",
            "null"),
        labels(days, DATE32));
    assertEquals(
        List.of("< 0.5", "[0.5, 1.5)", "[1.5, 2.5]", "> 2.5", "NaN", "null"),
        labels(bins(FLOAT64, "0.5", "1.5", "2.5"), FLOAT64));
    assertEquals(
        List.of(
            "< 1970-01-01T00:00:01.500",
            "[1970-01-01T00:00:01.500, 1970-01-01T00:00:02]",
            "> 1970-01-01T00:00:02",
            "NaN",
            "null"),
        labels(bins(MILLIS, "1500", "2000"), MILLIS));
  }

  private static List<String> labels(Bins bins, ColumnType type) {
    return IntStream.range(0, bins.symbolCount()).mapToObj(code -> bins.label(code, type)).toList();
  }

  private static Bins bins(ColumnType type, String... edges) {
    return new Bins(Stream.of(edges).map(BigDecimal::new).toList(), type);
  }

  /** A whole number at or beside an edge. */
  private static long near(Bins bins, Random random) {
    BigDecimal edge = bins.edges().get(random.nextInt(bins.edges().size()));
    long whole = edge.toBigInteger().longValue() + random.nextInt(3) - 1;
    return Math.abs(whole) < 1L << 53 ? whole : 0;
  }

  /** Stored integers at, beside and between the edges, as longs where they fit and as wides. */
  private static void checkStored(Bins bins, ColumnType reference, ColumnType type, Random random) {
    List<BigInteger> stored = new ArrayList<>();
    for (BigDecimal edge : bins.edges()) {
      BigInteger at =
          edge.multiply(Quantity.unit(reference))
              .divide(type.step(), 0, RoundingMode.HALF_EVEN)
              .toBigInteger();
      for (int offset = -2; offset <= 2; offset++) {
        stored.add(at.add(BigInteger.valueOf(offset)));
      }
    }
    for (int i = 0; i < 50; i++) {
      stored.add(new BigInteger(1 + random.nextInt(80), random));
      stored.add(BigInteger.valueOf(random.nextLong()));
    }
    stored.add(BigInteger.valueOf(Long.MIN_VALUE));
    stored.add(BigInteger.valueOf(Long.MAX_VALUE));
    Collections.shuffle(stored, random);
    int[] expected =
        stored.stream()
            .mapToInt(s -> expected(bins, reference, new BigDecimal(s).multiply(type.step())))
            .toArray();
    String message = bins + " of " + reference.name() + ", values of " + type.name();
    assertArrayEquals(expected, codes(bins, type, MemoryColumn.wides("x", type, stored)), message);

    List<Long> longs =
        stored.stream().filter(s -> s.bitLength() < 64).map(BigInteger::longValueExact).toList();
    int[] expectedLongs =
        longs.stream()
            .mapToInt(s -> expected(bins, reference, BigDecimal.valueOf(s).multiply(type.step())))
            .toArray();
    assertArrayEquals(
        expectedLongs, codes(bins, type, MemoryColumn.longs("x", type, longs)), message);
  }

  private static void checkDoubles(Bins bins, Random random) {
    List<Double> values = new ArrayList<>();
    for (BigDecimal edge : bins.edges()) {
      double at = edge.doubleValue();
      values.addAll(List.of(at, Math.nextUp(at), Math.nextDown(at)));
    }
    for (int i = 0; i < 50; i++) {
      values.add(Math.scalb(random.nextGaussian(), random.nextInt(140) - 70));
    }
    values.removeIf(v -> !Double.isFinite(v));
    int[] expected =
        values.stream().mapToInt(v -> expected(bins, FLOAT64, new BigDecimal(v))).toArray();
    assertArrayEquals(
        expected, codes(bins, FLOAT64, MemoryColumn.doubles("x", FLOAT64, values)), bins::toString);
  }

  /** The code by the definition, from exact decimal numbers. */
  private static int expected(Bins bins, ColumnType reference, BigDecimal worth) {
    List<BigDecimal> edges =
        bins.edges().stream().map(e -> e.multiply(Quantity.unit(reference))).toList();
    if (worth.compareTo(edges.getLast()) > 0) {
      return bins.overflowCode();
    }
    if (worth.compareTo(edges.getFirst()) < 0) {
      return 0;
    }
    for (int i = 1; i < edges.size() - 1; i++) {
      if (worth.compareTo(edges.get(i)) < 0) {
        return i;
      }
    }
    return bins.binCount();
  }

  private static List<BigDecimal> edges(Random random) {
    TreeSet<BigDecimal> edges = new TreeSet<>();
    int scale = random.nextInt(4);
    int count = 2 + random.nextInt(70);
    int kind = random.nextInt(5);
    while (edges.size() < count) {
      edges.add(
          switch (kind) {
            case 0 -> BigDecimal.valueOf(random.nextInt(400) - 200);
            case 1 -> BigDecimal.valueOf(random.nextInt(1_000_000) - 500_000, scale);
            case 2 -> new BigDecimal(random.nextGaussian() * 1000);
            case 3 -> BigDecimal.valueOf(random.nextLong() >> random.nextInt(12));
            default ->
                new BigDecimal(new BigInteger(66, random).subtract(TWO_64.shiftRight(1)), scale);
          });
    }
    List<BigDecimal> list = new ArrayList<>(edges);
    if (random.nextInt(4) == 0) {
      list.add(list.getLast());
    }
    return list;
  }

  private static <S, T> List<T> map(List<S> list, Function<S, T> f) {
    return list.stream().map(f).toList();
  }

  /** Codes of a column, block by block. */
  private static int[] codes(Bins bins, ColumnType type, MemoryColumn values) {
    ColumnEncoder encoder =
        new BinEncoder(bins, type, Kernels.scalar().edgeSearch(), new BlockScratch());
    Column column = values.rows(0, values.length());
    int[] codes = new int[values.length()];
    int[] block = new int[Column.BLOCK];
    for (int from = 0; from < codes.length; from += Column.BLOCK) {
      int to = Math.min(codes.length, from + Column.BLOCK);
      encoder.encode(column, from, to, block);
      System.arraycopy(block, 0, codes, from, to - from);
    }
    return codes;
  }
}
