package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static io.lanewise.profile.Types.DATE32;
import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INT64;
import static io.lanewise.profile.Types.UINT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a reference is fitted to: all rows of small tables, a sample of large ones. */
class ReferenceFitterTest {

  private static final long SEED = 1990;
  private static final int LARGE = 200_000;

  @Test
  void aSmallTableIsReadWhole() {
    assertTrue(sample(ReferenceFitter.SAMPLE, SEED).all());
    assertTrue(!sample(ReferenceFitter.SAMPLE + 1, SEED).all());
  }

  @Test
  void theSampleDependsOnOrdinalsAlone() {
    RowSample sample = sample(1_000_000, SEED);
    List<Long> whole = select(sample, 0, 100_000, 1024);
    List<Long> pieces = new ArrayList<>(select(sample, 0, 777, 100));
    pieces.addAll(select(sample, 777, 100_000, 13));
    assertEquals(whole, pieces);
    assertTrue(!whole.equals(select(sample(1_000_000, SEED + 1), 0, 100_000, 1024)));
  }

  @Test
  void everyStretchOfTheTableGivesOneRow() {
    for (int rowCount : new int[] {65_537, 70_000, 100_000, 1_000_000, 3_000_000}) {
      for (long seed = 0; seed < 10; seed++) {
        List<Long> rows = select(sample(rowCount, seed), 0, rowCount, 1000);
        assertEquals(ReferenceFitter.SAMPLE, rows.size(), rowCount + " rows, seed " + seed);
        for (int i = 0; i < rows.size(); i++) {
          long start = (long) i * rowCount / ReferenceFitter.SAMPLE;
          long end = (i + 1L) * rowCount / ReferenceFitter.SAMPLE;
          assertTrue(rows.get(i) >= start && rows.get(i) < end, i + ": row " + rows.get(i));
        }
      }
    }
  }

  /** Places within the stretches are even: their mean is the middle. */
  @Test
  void everyRowOfAStretchHasItsChance() {
    long sum = 0;
    int length = 1 << 10;
    for (long row :
        select(sample((long) length * ReferenceFitter.SAMPLE, SEED), 0, 1 << 26, 1024)) {
      sum += row % length;
    }
    // Five standard deviations of a mean of 65,536 even places.
    double deviation = length / Math.sqrt(12) / Math.sqrt(ReferenceFitter.SAMPLE);
    assertEquals((length - 1) / 2.0, (double) sum / ReferenceFitter.SAMPLE, 5 * deviation);
  }

  @Test
  void aValueThatOccursOnceInALargeTableIsASymbol() {
    Random random = new Random(SEED);
    int rare = random.nextInt(LARGE);
    List<Long> values = rows(LARGE, i -> i == rare ? 1000L : (long) (i % 63));
    MemoryColumn column = longs("x", INT64, values);
    assertOccupied(64, column);
    MemoryColumn floats = doubles("x", FLOAT64, rows(LARGE, i -> i == rare ? 0.5 : i % 63));
    assertOccupied(64, floats);
    List<BigInteger> big =
        rows(LARGE, i -> BigInteger.TWO.pow(i == rare ? 70 : i % 2 == 0 ? 66 : 3).negate());
    assertOccupied(3, MemoryColumn.wides("x", UINT64, big));
    MemoryColumn oneMore = longs("x", INT64, rows(LARGE, i -> i == rare ? 1000L : i % 64));
    assertTrue(bins(oneMore).binCount() < 100, "65 values are not each a symbol");
  }

  @Test
  void valuesThatTheSampleMissesAreFound() {
    for (long value : new long[] {5, -7}) {
      Long[] sparse = new Long[LARGE];
      for (long seed = 0; seed < 4; seed++) {
        sparse[unsampledRow(seed)] = value;
      }
      MemoryColumn column = longs("sparse", INT64, Arrays.asList(sparse));
      assertEquals(List.of("" + value, "" + value), edges(column));
    }
    Double[] sparse = new Double[LARGE];
    sparse[unsampledRow(1)] = 2.0;
    sparse[unsampledRow(2)] = 3.0;
    assertEquals(List.of("2", "3", "3"), edges(doubles("sparse", FLOAT64, Arrays.asList(sparse))));
  }

  /** Sorted, so that each thread sees other values. */
  @Tag("slow")
  @Test
  void threadsFindTheSameReference() {
    List<Long> sorted = rows(LARGE, i -> i / 3200L);
    List<BigInteger> wide = rows(LARGE, i -> BigInteger.TWO.pow(64 + i / 10_000));
    List<String> repeated = rows(LARGE, i -> "key " + i / 3);
    MemoryTable table =
        MemoryTable.of(
            "sorted",
            longs("few", INT64, sorted),
            MemoryColumn.wides("wide", UINT64, wide),
            longs("many", INT64, rows(LARGE, i -> (long) i * i)),
            texts("text", repeated));
    Reference expected = Fits.reference(table, 1);
    assertOccupied(63, longs("few", INT64, sorted));
    for (int round = 0; round < 5; round++) {
      assertEquals(expected, Fits.reference(table, 2 + round % 2), "round " + round);
    }
  }

  /** More columns than are held at a time. */
  @Tag("slow")
  @Test
  void theColumnsOfAWideTableAreFittedAsEachAlone() {
    List<MemoryColumn> columns = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int step = i + 1;
      columns.add(longs("n" + i, INT64, rows(70_000, row -> (long) row * step % 1_009)));
      columns.add(texts("t" + i, rows(70_000, row -> "v" + row % (13 + step))));
      columns.add(longs("id" + i, INT64, rows(70_000, row -> (long) row * step)));
    }
    List<ReferenceColumn> together =
        Fits.reference(MemoryTable.of("wide", columns.toArray(MemoryColumn[]::new)), 1).columns();
    assertEquals(columns.stream().map(Fits::column).toList(), together);
    assertEquals(10, together.stream().filter(ReferenceColumn::identifier).count());
  }

  /** A few rows more than are sampled, so that all rows have to be asked. */
  @Test
  void whatTheSampleLeavesOpenIsLookedUpInAllRows() {
    int count = ReferenceFitter.SAMPLE + 200;
    List<BigInteger> far = rows(count, row -> BigInteger.TWO.pow(64 + row % 5));
    MemoryTable table =
        MemoryTable.of(
            "table",
            longs("few", INT64, rows(count, row -> (long) row % 63)),
            MemoryColumn.wides("far", UINT64, far),
            longs("id", INT64, rows(count, row -> (long) row)),
            texts("key", rows(count, row -> "key " + row)),
            texts("half", rows(count, row -> "key " + row / 2)),
            texts("rare", rows(count, row -> row % 100 == 0 ? "key " + row : null)));
    for (int threads = 1; threads <= 2; threads++) {
      Reference reference = Fits.reference(table, threads);
      assertEquals(
          List.of(false, false, true, true, false, true),
          reference.columns().stream().map(ReferenceColumn::identifier).toList());
      assertOccupied(63, longs("few", INT64, rows(count, row -> (long) row % 63)));
      assertOccupied(5, MemoryColumn.wides("far", UINT64, far));
    }
  }

  @Tag("slow")
  @Test
  void nearlyDistinctTextAndIntegersAreIdentifiers() {
    Random random = new Random(SEED);
    for (int n : new int[] {100, 101, 1000, 65_536, LARGE}) {
      assertTrue(isIdentifier(longs("x", INT64, rows(n, i -> i * 3L))), n + " integers");
      assertTrue(isIdentifier(texts("x", rows(n, i -> "key " + i))), n + " texts");
      assertTrue(!isIdentifier(texts("x", rows(n, i -> "key " + i / 3))), n + " texts, each 3x");
      assertTrue(!isIdentifier(longs("x", INT64, rows(n, i -> i / 3L))), n + " integers, each 3x");
      assertTrue(!isIdentifier(doubles("x", FLOAT64, rows(n, i -> random.nextGaussian()))));
      assertTrue(!isIdentifier(longs("x", DATE32, rows(n, i -> (long) i))), n + " dates");
      assertTrue(!isIdentifier(longs("x", Types.DECIMAL2, rows(n, i -> (long) i))));
    }
    assertTrue(!isIdentifier(longs("x", INT64, rows(99, i -> (long) i))), "99 rows");
    assertTrue(!isIdentifier(texts("x", rows(99, i -> "key " + i))), "99 rows");
  }

  @Tag("slow")
  @Test
  void anIdentifierHasMoreThan95PercentDistinctValues() {
    for (int distinct : new int[] {950, 951}) {
      boolean expected = distinct == 951;
      List<Long> values = rows(1000, i -> (long) Math.min(i, distinct - 1));
      assertEquals(expected, isIdentifier(longs("x", INT64, values)), distinct + " of 1000");
      List<String> texts = rows(1000, i -> "" + Math.min(i, distinct - 1));
      assertEquals(expected, isIdentifier(texts("x", texts)), distinct + " of 1000");
    }
    for (int share : new int[] {92, 98}) {
      int distinct = LARGE / 100 * share;
      List<String> texts = rows(LARGE, i -> "" + (i < distinct ? i : i - distinct));
      assertEquals(share == 98, isIdentifier(texts("x", texts)), share + " %");
      List<byte[]> bytes = rows(LARGE, i -> texts.get(i).getBytes(StandardCharsets.UTF_8));
      assertEquals(share == 98, isIdentifier(MemoryColumn.bytes("x", Types.BINARY, bytes)));
      MemoryColumn dictionary =
          texts("x", rows(distinct, i -> "" + i))
              .asDictionary("x", Types.UTF8, rows(LARGE, i -> i < distinct ? i : i - distinct));
      assertEquals(share == 98, isIdentifier(dictionary), "dictionary, " + share + " %");
    }
  }

  @Test
  void nullsDoNotMakeAnIdentifier() {
    List<String> texts = new ArrayList<>(rows(150, i -> "key " + i));
    texts.addAll(Collections.nCopies(5000, (String) null));
    assertTrue(isIdentifier(texts("x", texts)), "150 keys among nulls");
    assertTrue(!isIdentifier(texts("x", texts.subList(51, 5000))), "99 keys among nulls");
  }

  @Test
  void whoAsksForATreatmentGetsNoIdentifier() {
    MemoryColumn column = longs("x", INT64, rows(1000, i -> (long) i));
    List<BigDecimal> edges = List.of(BigDecimal.ZERO, BigDecimal.TEN);
    for (Treatment treatment :
        List.of(
            new Treatment.AsCategories(),
            new Treatment.AsNumbers(),
            new Treatment.WithEdges(edges))) {
      assertTrue(!Fits.column(column, treatment).identifier(), treatment.toString());
    }
  }

  @Test
  void columnsOfOneNameAreTakenByOccurrence() {
    MemoryTable table =
        MemoryTable.of("t", longs("a", 1L), longs("b", 1L), longs("a", 1L), longs("a", 1L));
    List<ColumnPlan> plans =
        List.of(
            new ColumnPlan(3, new Treatment.Automatic()),
            new ColumnPlan(2, new Treatment.Automatic()),
            new ColumnPlan(1, new Treatment.Automatic()));
    Reference reference = new ReferenceFitter(64, PairPlan.AUTOMATIC, SEED, 1).fit(table, plans);
    assertEquals(
        List.of("a2", "a1", "b0"),
        reference.columns().stream().map(c -> c.name() + c.occurrence()).toList());
  }

  @Test
  void textThatIsToBeBinnedIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Fits.column(texts("x", "a"), new Treatment.AsNumbers()));
  }

  @Test
  void theLimitsOfBinsAndThreadsAreChecked() {
    for (int bins : new int[] {1, 65}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ReferenceFitter(bins, PairPlan.AUTOMATIC, SEED, 1));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new ReferenceFitter(64, PairPlan.AUTOMATIC, SEED, 0));
  }

  private static boolean isIdentifier(MemoryColumn column) {
    return Fits.column(column).identifier();
  }

  private static Bins bins(MemoryColumn column) {
    return assertInstanceOf(Bins.class, Fits.column(column).binning());
  }

  private static List<String> edges(MemoryColumn column) {
    return bins(column).edges().stream().map(BigDecimal::toPlainString).toList();
  }

  private static void assertOccupied(int distinct, MemoryColumn column) {
    ReferenceColumn reference = Fits.column(column);
    BinCounts counts = assertInstanceOf(BinCounts.class, Fits.counts(column, reference));
    assertEquals(distinct, Arrays.stream(counts.toArray()).filter(c -> c > 0).count());
  }

  private static int unsampledRow(long from) {
    RowSample sample = sample(LARGE, Fits.SEED);
    int row = (int) from * 1000;
    RowRuns runs = new RowRuns();
    sample.select(0, row, row + 1, runs);
    while (runs.count() > 0) {
      row++;
      sample.select(0, row, row + 1, runs);
    }
    return row;
  }

  /** Ordinals of the sampled rows, read in batches of so many rows. */
  private static List<Long> select(RowSample sample, long from, long to, int batch) {
    List<Long> ordinals = new ArrayList<>();
    RowRuns runs = new RowRuns();
    for (long first = from; first < to; first += batch) {
      sample.select(first, 0, (int) Math.min(batch, to - first), runs);
      for (int run = 0; run < runs.count(); run++) {
        for (int row = runs.start(run); row < runs.end(run); row++) {
          ordinals.add(first + row);
        }
      }
    }
    return ordinals;
  }

  private static RowSample sample(long rowCount, long seed) {
    return RowSample.of(rowCount, ReferenceFitter.SAMPLE, seed);
  }
}
