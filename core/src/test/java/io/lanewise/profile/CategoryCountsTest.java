package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Categories are exact up to the cap, folded beyond it, and the same however they are merged. */
class CategoryCountsTest {

  private static final long SEED = 65_537;
  private static final int CAP = Categories.CAP;
  private static final ReferenceColumn SMALL = reference("a", "b", "zz");

  @Test
  void theCapIsTheLastNumberOfValuesThatIsExact() {
    for (int distinct : new int[] {CAP - 1, CAP}) {
      CategoryCounts counts = count(keys(distinct), SMALL);
      assertTrue(!counts.isFolded(), distinct + " values");
      assertEquals(distinct, counts.symbols().size());
    }
    CategoryCounts counts = count(keys(CAP + 1), SMALL);
    assertTrue(counts.isFolded());
    assertEquals(CAP + 1, counts.total());
    assertTrue(counts.symbols().isEmpty(), "no value of the reference occurs");
  }

  @Test
  void nullIsNoValueOfTheCap() {
    List<String> keys = new ArrayList<>(keys(CAP));
    keys.add(null);
    CategoryCounts counts = count(keys, SMALL);
    assertTrue(!counts.isFolded());
    assertEquals(1, counts.nulls());
    keys.add("one more");
    counts = count(keys, SMALL);
    assertTrue(counts.isFolded());
    assertEquals(1, counts.nulls());
  }

  @Test
  void valuesOfTheReferenceCountTowardsTheCapAndNeverFold() {
    List<String> keys = new ArrayList<>(keys(CAP - 2));
    keys.addAll(List.of("a", "a", "b"));
    assertTrue(!count(keys, SMALL).isFolded(), "exactly the cap");
    keys.add("zz");
    CategoryCounts counts = count(keys, SMALL);
    assertTrue(counts.isFolded(), "one more");
    assertEquals(
        List.of(Symbol.of("a"), Symbol.of("b"), Symbol.of("zz")),
        List.copyOf(counts.symbols().keySet()));
    assertEquals(2L, counts.symbols().get(Symbol.of("a")));
    assertEquals(CAP + 2, counts.total());
  }

  @Test
  void aFullReferenceStaysExact() {
    MemoryColumn column = texts("x", keys(CAP));
    ReferenceColumn reference = Fits.column(column);
    assertEquals(CAP, ((Categories) reference.binning()).known().size());
    CategoryCounts counts = (CategoryCounts) Fits.counts(column, reference);
    assertTrue(!counts.isFolded());
    // Nine values more: they fold, and those of the reference do not.
    List<String> more = new ArrayList<>(keys(CAP));
    more.addAll(rows(9, i -> "other " + i));
    CategoryCounts others = count(more, reference);
    assertEquals(CAP, others.distinct());
    assertEquals(9, Arrays.stream(others.buckets()).sum());
  }

  @Test
  void orderDoesNotMatter() {
    List<String> keys = new ArrayList<>(keys(CAP + 500));
    keys.addAll(keys.subList(0, 3000));
    keys.addAll(List.of("a", "b", "b"));
    CategoryCounts expected = count(keys, SMALL);
    Random random = new Random(SEED);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(keys, random);
      assertEquals(expected, count(keys, SMALL));
    }
    Collections.sort(keys);
    assertEquals(expected, count(keys, SMALL));
  }

  @Test
  void mergingFoldsExactlyWhenTheUnionPassesTheCap() {
    List<String> keys = keys(CAP + 1);
    CategoryCounts left = count(keys.subList(0, CAP / 2), SMALL);
    CategoryCounts right = count(keys.subList(CAP / 4, CAP), SMALL);
    CategoryCounts last = count(keys.subList(CAP, CAP + 1), SMALL);
    assertTrue(!left.plus(right).isFolded(), "a union of the cap");
    CategoryCounts all = left.plus(right).plus(last);
    assertTrue(all.isFolded());
    assertEquals(all, last.plus(left).plus(right));
    assertEquals(all, last.plus(right.plus(left)));
    assertEquals(all, all.plus(count(List.of(), SMALL)));
    assertEquals(all.folded(), all);
    assertEquals(all.plus(left), left.plus(all));
    assertEquals(2 * all.total(), all.plus(all).total());
  }

  /** Up to three in a thousand above or below the cap, cut in three and merged in any order. */
  @Tag("slow")
  @Property(tries = 12)
  void mergesEqualCountingAtOnce(
      @ForAll @IntRange(min = -200, max = 200) int beyond, @ForAll long seed) {
    Random random = new Random(seed);
    int distinct = CAP + beyond;
    List<String> keys = new ArrayList<>(keys(distinct));
    for (int i = 0; i < 5000; i++) {
      keys.add(random.nextInt(10) == 0 ? null : "key " + random.nextInt(distinct));
    }
    keys.addAll(List.of("a", "zz"));
    Collections.shuffle(keys, random);
    CategoryCounts atOnce = count(keys, SMALL);
    assertEquals(distinct + 2 > CAP, atOnce.isFolded());
    assertMergesAreEqual(atOnce, keys, random);
  }

  @Tag("slow")
  @Property(tries = 100)
  void smallMergesEqualCountingAtOnce(
      @ForAll @IntRange(min = 0, max = 300) int rows, @ForAll long seed) {
    Random random = new Random(seed);
    List<String> keys =
        random.ints(rows, 0, 30).mapToObj(k -> k == 0 ? null : k == 1 ? "a" : "key " + k).toList();
    assertMergesAreEqual(count(keys, SMALL), keys, random);
  }

  private static void assertMergesAreEqual(
      CategoryCounts atOnce, List<String> keys, Random random) {
    int first = random.nextInt(keys.size() + 1);
    int second = first + random.nextInt(keys.size() - first + 1);
    CategoryCounts a = count(keys.subList(0, first), SMALL);
    CategoryCounts b = count(keys.subList(first, second), SMALL);
    CategoryCounts c = count(keys.subList(second, keys.size()), SMALL);
    assertEquals(atOnce, a.plus(b).plus(c));
    assertEquals(atOnce, a.plus(b.plus(c)));
    assertEquals(atOnce, c.plus(a).plus(b));
    assertEquals(atOnce.hashCode(), b.plus(c).plus(a).hashCode());
    assertEquals(keys.size(), atOnce.total());
  }

  @Test
  void bucketsAreSpreadAndFixed() {
    CategoryCounts counts = count(keys(CAP + 1), SMALL);
    long[] buckets = counts.buckets();
    assertEquals(SymbolTable.BUCKETS, buckets.length);
    double mean = (CAP + 1.0) / buckets.length;
    for (long bucket : buckets) {
      assertEquals(mean, (double) bucket, 8 * Math.sqrt(mean));
    }
    // What a profile means: these may never change.
    assertEquals(0x24C9CCC932876902L, SymbolHash.of(Symbol.of("").key()));
    assertEquals(0x25CA5594F1DCD203L, SymbolHash.of(Symbol.of("lanewise").key()));
    assertEquals(0xA7B3A6BB721BB3E8L, SymbolHash.of(Symbol.of(1).key()));
    assertEquals(0xEA763C704ABAF0F9L, SymbolHash.of(Symbol.of("nine bytes and more").key()));
  }

  @Test
  void aCountOfZeroLeavesTheTable() {
    var symbols = new TreeMap<Symbol, Long>();
    symbols.put(Symbol.of("a"), 0L);
    symbols.put(Symbol.of("b"), 1L);
    CategoryCounts counts = CategoryCounts.of(new Categories(List.of()), symbols, new long[0]);
    assertEquals(count(List.of("b"), SMALL), counts);
  }

  @Test
  void countsInOtherBucketsAreOtherCounts() {
    CategoryCounts folded = count(keys(CAP + 1), SMALL);
    CategoryCounts other = count(keys(CAP + 2).subList(1, CAP + 2), SMALL);
    assertEquals(folded.symbols(), other.symbols());
    assertNotEquals(folded, other);
  }

  @Test
  void profilesOfDifferentReferencesDoNotMerge() {
    MemoryTable table = MemoryTable.of("t", texts("x", "a"));
    Profile one = Fits.profile(table, new Reference(List.of(SMALL)), 1);
    Profile other = Fits.profile(table, new Reference(List.of(reference("c"))), 1);
    assertThrows(IllegalArgumentException.class, () -> one.plus(other));
    assertEquals(2, one.plus(one).rows());
    assertEquals(2, one.plus(one).columns().getFirst().total());
  }

  @Test
  void longAndBinaryStringsAreCountedThroughEveryPath() {
    String common = "y".repeat(70_000);
    List<String> long3 = List.of(common + "1", common + "2", common + "1", "short");
    CategoryCounts counts = count(long3, SMALL);
    assertEquals(List.of(1L, 1L, 2L), counts.symbols().values().stream().sorted().toList());
    assertEquals(2L, counts.symbols().get(Symbol.of(common + "1")));
    MemoryColumn dictionary =
        texts("x", common + "1", common + "2", "short", "unused", null)
            .asDictionary("x", Types.UTF8, Arrays.asList(0, 1, 0, 2, 4, null));
    CategoryCounts coded = (CategoryCounts) Fits.counts(dictionary, SMALL);
    assertEquals(2, coded.nulls());
    assertEquals(List.of(1L, 1L, 2L, 2L), coded.symbols().values().stream().sorted().toList());
  }

  /** Reading a null entry of the dictionary must not disturb what is known of the rows. */
  @Test
  void nullEntriesAndNullRowsAreOneSymbol() {
    List<Integer> indices = Arrays.asList(0, null, 1, 2, 3, 1, null, 2);
    MemoryColumn text = texts("x", "a", null, "b", "c").asDictionary("x", Types.UTF8, indices);
    MemoryColumn number =
        MemoryColumn.longs("x", 7L, null, 8L, 9L).asDictionary("x", Types.INT64, indices);
    for (MemoryColumn column : List.of(text, number)) {
      ReferenceColumn reference = Fits.column(column, new Treatment.AsCategories());
      CategoryCounts counts = (CategoryCounts) Fits.counts(column, reference);
      assertEquals(4, counts.nulls());
      assertEquals(List.of(4L, 1L, 2L, 1L), List.copyOf(counts.symbols().values()));
    }
  }

  @Test
  void dictionariesOfDictionariesAreCounted() {
    MemoryColumn booleans = MemoryColumn.booleans("x", true, null, false);
    MemoryColumn column =
        booleans.asDictionary("x", booleans.field().type(), rows(3000, i -> i % 4 % 3));
    ReferenceColumn reference = Fits.column(booleans);
    CategoryCounts counts = (CategoryCounts) Fits.counts(column, reference);
    assertEquals(750, counts.nulls());
    assertEquals(1500L, counts.symbols().get(Symbol.of("true")));
    assertEquals(750L, counts.symbols().get(Symbol.of("false")));
  }

  private static List<String> keys(int count) {
    return rows(count, i -> "key " + i);
  }

  private static ReferenceColumn reference(String... known) {
    List<Symbol> symbols = Stream.of(known).map(Symbol::of).sorted().toList();
    return new ReferenceColumn("x", 0, Types.UTF8, new Categories(symbols), false);
  }

  private static CategoryCounts count(List<String> values, ReferenceColumn reference) {
    return (CategoryCounts) Fits.counts(texts("x", values), reference);
  }
}
