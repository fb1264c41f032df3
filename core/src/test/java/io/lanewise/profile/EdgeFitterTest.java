package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INT64;
import static io.lanewise.profile.Types.UINT64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.MemoryColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Edges fitted to data: equal mass, heavy values alone, few values each a symbol. */
class EdgeFitterTest {

  private static final long SEED = 1933;

  @Test
  void continuousDataIsCutIntoEqualMasses() {
    Random random = new Random(SEED);
    for (int n : new int[] {65, 100, 1000, 5000, 5805, 6000, 65_536}) {
      MemoryColumn column = doubles("x", FLOAT64, rows(n, i -> random.nextGaussian()));
      Bins bins = bins(column);
      long[] counts = counts(column, bins);
      assertEquals(EdgeFitter.binsFor(n, 64), bins.binCount(), "bins of " + n + " rows");
      assertAscending(bins);
      for (int code = 1; code <= bins.binCount(); code++) {
        assertEquals(
            (double) n / bins.binCount(), (double) counts[code], 1.0, n + " rows, bin " + code);
      }
    }
  }

  @Test
  void massesDifferByAtMostOneValue() {
    Random random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      int n = 200 + random.nextInt(20_000);
      int distinct = 500 + random.nextInt(3000);
      MemoryColumn column = longs("x", INT64, rows(n, i -> (long) random.nextInt(distinct)));
      Bins bins = bins(column);
      long[] counts = counts(column, bins);
      long heaviest = heaviest(column);
      assertTrue(bins.binCount() <= 64, "bins " + bins.binCount());
      assertAscending(bins);
      for (int code = 1; code <= bins.binCount(); code++) {
        double share = (double) n / EdgeFitter.binsFor(n, 64);
        assertEquals(
            share, (double) counts[code], heaviest + 1.0, "round " + round + ", bin " + code);
      }
    }
  }

  @Test
  void theNumberOfBinsFollowsMannAndWald() {
    assertEquals(2, EdgeFitter.binsFor(0, 64));
    assertEquals(2, EdgeFitter.binsFor(1, 64));
    assertEquals(31, EdgeFitter.binsFor(1000, 64));
    assertEquals(63, EdgeFitter.binsFor(5792, 64));
    assertEquals(64, EdgeFitter.binsFor(5793, 64));
    assertEquals(64, EdgeFitter.binsFor(1L << 40, 64));
    assertEquals(5, EdgeFitter.binsFor(1000, 5));
  }

  @Test
  void aValueOfMoreThanOneBinsMassStandsAlone() {
    Random random = new Random(SEED);
    // Like Adult's capital_gain: 92 % zeros, the rest spread out, one value at the end again heavy.
    List<Long> values =
        rows(9758, i -> i % 100 < 92 ? 0 : i % 100 < 97 ? 100L + random.nextInt(20_000) : 99_999L);
    MemoryColumn column = longs("capital_gain", INT64, values);
    Bins bins = bins(column);
    long[] counts = counts(column, bins);
    assertAscending(bins);
    assertTrue(bins.binCount() <= 64, "bins " + bins.binCount());
    assertEquals("0", bins.label(1, INT64));
    assertEquals(values.stream().filter(v -> v == 0).count(), counts[1]);
    assertEquals("99999", bins.label(bins.binCount(), INT64));
    assertEquals(values.stream().filter(v -> v == 99_999).count(), counts[bins.binCount()]);
    assertHeavyValuesStandAlone(column, bins);
  }

  @Test
  void noBinIsEmptyBetweenTwoHeavyValuesWithLightOnesBetween() {
    List<Long> values = new ArrayList<>(Collections.nCopies(500, 0L));
    values.addAll(Collections.nCopies(500, 10_000L));
    values.addAll(rows(400, i -> 1000L + i));
    MemoryColumn column = longs("x", INT64, values);
    Bins bins = bins(column);
    long[] counts = counts(column, bins);
    for (int code = 1; code <= bins.binCount(); code++) {
      assertTrue(counts[code] > 0, bins.label(code, INT64) + " is empty");
    }
  }

  @Test
  void whereHeavyValuesAreTooManyTheHeaviestStandAlone() {
    // 40 values of 30 to 69 rows among 440: each is heavier than a 64th, and 81 bins would be
    // needed.
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < 440; i++) {
      values.addAll(Collections.nCopies(i % 11 == 0 ? 60 + i / 11 : 1, 10L * i));
    }
    MemoryColumn column = longs("x", INT64, values);
    Bins bins = bins(column);
    assertTrue(bins.binCount() <= 64, "bins " + bins.binCount());
    List<String> labels = new ArrayList<>();
    for (int code = 1; code <= bins.binCount(); code++) {
      labels.add(bins.label(code, INT64));
    }
    assertTrue(labels.contains("4290"), () -> "the heaviest: " + labels);
    assertFalse(labels.contains("0"), () -> "the lightest of the heavy: " + labels);
  }

  @Tag("slow")
  @Test
  void anyMixtureOfHeavyAndLightValuesIsCut() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int heavy = random.nextInt(30);
      int light = 70 + random.nextInt(2000);
      int span = 1 << (4 + random.nextInt(14));
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < heavy; i++) {
        double value = random.nextInt(span);
        values.addAll(Collections.nCopies(1 + random.nextInt(2 * light / 10), value));
      }
      for (int i = 0; i < light; i++) {
        values.add(random.nextBoolean() ? random.nextInt(span) : random.nextDouble() * span);
      }
      Collections.shuffle(values, random);
      MemoryColumn column = doubles("x", FLOAT64, values);
      Bins bins = bins(column);
      assertAscending(bins);
      assertFedBackEdgesCountAlike(column, bins);
      int wanted = EdgeFitter.binsFor(values.size(), 64);
      // With a bin each and the gaps between them they fit: then none may be given up.
      if (2 * heavyValues(column) + 1 <= wanted) {
        assertHeavyValuesStandAlone(column, bins);
      }
      assertTrue(bins.binCount() <= wanted, () -> wanted + ": " + bins);
      long[] counts = counts(column, bins);
      assertEquals(0, counts[0], "underflow");
      assertEquals(0, counts[bins.overflowCode()], "overflow");
    }
  }

  @Test
  void upToSixtyFourValuesAreEachASymbol() {
    for (int distinct = 1; distinct <= 64; distinct++) {
      int span = distinct;
      List<Long> values = rows(3 * distinct, i -> 7L * (i % span) - 100);
      MemoryColumn column = longs("x", INT64, values);
      assertEachValueIsASymbol(column, bins(column), distinct);
      MemoryColumn neighbours = longs("x", INT64, rows(3 * distinct, i -> (long) (i % span)));
      assertEachValueIsASymbol(neighbours, bins(neighbours), distinct);
      MemoryColumn floats = doubles("x", FLOAT64, rows(2 * distinct, i -> 0.1 * (i % span) - 1));
      assertEachValueIsASymbol(floats, bins(floats), distinct);
    }
    MemoryColumn tooMany = longs("x", INT64, rows(3 * 65, i -> (long) (i % 65)));
    assertEquals(EdgeFitter.binsFor(3 * 65, 64), bins(tooMany).binCount());
  }

  @Test
  void aSmallContinuousSampleIsBinned() {
    MemoryColumn column = doubles("x", FLOAT64, rows(40, i -> i * 0.37));
    assertEquals(EdgeFitter.binsFor(40, 64), bins(column).binCount());
  }

  @Test
  void valuesAtTheEndsOfTheirTypesAreSymbols() {
    MemoryColumn longs =
        longs("x", Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0L, 0L);
    assertEachValueIsASymbol(longs, bins(longs), 3);
    MemoryColumn doubles =
        doubles(
            "x",
            -Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_VALUE,
            -Double.MIN_VALUE);
    assertEachValueIsASymbol(doubles, bins(doubles), 5);
    BigInteger top = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    List<BigInteger> wides =
        List.of(top, top, BigInteger.ZERO, BigInteger.ZERO, top.negate(), top.shiftRight(1));
    MemoryColumn wide = MemoryColumn.wides("x", UINT64, wides);
    assertEachValueIsASymbol(wide, bins(wide), 4);
  }

  @Test
  void aColumnWithNothingOnTheLineIsTakenAsCategories() {
    for (MemoryColumn column :
        List.of(
            doubles("all null", null, null, null),
            doubles("all NaN", Double.NaN, Double.NaN),
            doubles("infinite", 1 / 0.0, -1 / 0.0, 1 / 0.0, null),
            longs("null integers", INT64, Collections.nCopies(3, (Long) null)),
            MemoryColumn.nulls("null type", 5))) {
      ReferenceColumn reference = Fits.column(column);
      assertInstanceOf(Categories.class, reference.binning(), column.field().name());
      CategoryCounts counts =
          assertInstanceOf(CategoryCounts.class, Fits.counts(column, reference));
      assertEquals(column.length(), counts.total());
    }
  }

  @Test
  void oneAndTwoValuesMakeOneAndTwoSymbols() {
    assertEquals(List.of("5", "5"), edges(longs("x", 5L)));
    assertEquals(List.of("5", "5"), edges(longs("x", 5L, 5L, null)));
    assertEquals(List.of("5", "6", "9", "9"), edges(longs("x", 5L, 9L)));
    assertEquals(List.of("5", "6", "6"), edges(longs("x", 5L, 6L)));
    assertEquals(List.of("5", "5"), edges(doubles("x", 5.0)));
    assertEquals(List.of("5", "9", "9"), edges(doubles("x", 5.0, 9.0)));
    assertEquals(List.of("0", "0"), edges(doubles("x", -0.0, 0.0, Double.NaN)));
  }

  private static List<String> edges(MemoryColumn column) {
    return bins(column).edges().stream().map(BigDecimal::toPlainString).toList();
  }

  private static Bins bins(MemoryColumn column) {
    return assertInstanceOf(Bins.class, Fits.column(column).binning());
  }

  private static long[] counts(MemoryColumn column, Bins bins) {
    ColumnType type = column.field().type();
    ReferenceColumn reference = new ReferenceColumn("x", 0, type, bins, false);
    return ((BinCounts) Fits.counts(column, reference)).toArray();
  }

  private static void assertAscending(Bins bins) {
    List<BigDecimal> edges = bins.edges();
    for (int i = 1; i < edges.size() - 1; i++) {
      assertTrue(edges.get(i - 1).compareTo(edges.get(i)) < 0, () -> "edges " + edges);
    }
    assertTrue(edges.get(edges.size() - 2).compareTo(edges.getLast()) <= 0, () -> "edges " + edges);
  }

  private static void assertFedBackEdgesCountAlike(MemoryColumn column, Bins bins) {
    ReferenceColumn again = Fits.column(column, new Treatment.WithEdges(bins.edges()));
    assertEquals(bins, again.binning());
    assertArrayEquals(counts(column, bins), ((BinCounts) Fits.counts(column, again)).toArray());
  }

  private static void assertEachValueIsASymbol(MemoryColumn column, Bins bins, int distinct) {
    assertAscending(bins);
    assertFedBackEdgesCountAlike(column, bins);
    long occupied = Arrays.stream(counts(column, bins)).filter(count -> count > 0).count();
    assertEquals(distinct, occupied, () -> "symbols of " + bins);
  }

  private static void assertHeavyValuesStandAlone(MemoryColumn column, Bins bins) {
    long[] counts = counts(column, bins);
    Map<Long, Long> histogram = histogram(column);
    long n = column.length();
    long heavy = histogram.values().stream().filter(c -> c * EdgeFitter.binsFor(n, 64) > n).count();
    List<Long> alone =
        IntStream.rangeClosed(1, bins.binCount())
            .filter(code -> !bins.label(code, column.field().type()).startsWith("["))
            .mapToObj(code -> counts[code])
            .toList();
    assertTrue(alone.size() >= heavy, () -> heavy + " heavy values, alone " + alone);
    for (long count : histogram.values()) {
      if (count * EdgeFitter.binsFor(n, 64) > n) {
        assertTrue(alone.contains(count), () -> "value of " + count + " rows, alone " + alone);
      }
    }
  }

  private static long heavyValues(MemoryColumn column) {
    long n = column.length();
    return histogram(column).values().stream()
        .filter(c -> c * EdgeFitter.binsFor(n, 64) > n)
        .count();
  }

  private static long heaviest(MemoryColumn column) {
    return Collections.max(histogram(column).values());
  }

  private static Map<Long, Long> histogram(MemoryColumn column) {
    Map<Long, Long> histogram = new TreeMap<>();
    NumberReader.Sink sink =
        new NumberReader.Sink() {
          @Override
          public void accept(long key) {
            histogram.merge(key, 1L, Long::sum);
          }

          @Override
          public void accept(BigInteger stored) {
            throw new AssertionError("unexpected " + stored);
          }
        };
    NumberReader reader = new NumberReader(new BlockScratch());
    for (int from = 0; from < column.length(); from += 1000) {
      int to = Math.min(column.length(), from + 1000);
      reader.read(column.rows(from, to), 0, to - from, sink);
    }
    return histogram;
  }

  @Test
  void edgesThatAreFedBackCountAlike() {
    Random random = new Random(SEED);
    Stream.of(
            longs("x", INT64, rows(3000, i -> random.nextLong())),
            doubles("x", FLOAT64, rows(3000, i -> random.nextGaussian() * 1e-310)),
            longs("x", Types.NANOS, rows(3000, i -> 1_700_000_000_000_000_000L + random.nextInt())),
            longs("x", Types.DECIMAL2, rows(3000, i -> (long) random.nextInt(100_000))),
            longs("x", Types.DATE64, rows(3000, i -> random.nextInt(9000) * 86_400_000L)))
        .forEach(column -> assertFedBackEdgesCountAlike(column, bins(column)));
  }
}
