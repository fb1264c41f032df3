package io.lanewise.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of a column's values, and once there were more than {@value Categories#CAP} distinct ones,
 * of the hash buckets that hold all values outside the reference.
 *
 * <p>Canonical: no symbol with a count of zero, folded exactly when the cap was passed, so equal
 * data under one reference is equal counts, whatever the order it came in.
 */
public final class CategoryCounts implements Counts {

  private final Categories categories;
  private final SortedMap<Symbol, Long> symbols;
  private final long[] buckets;

  private CategoryCounts(Categories categories, SortedMap<Symbol, Long> symbols, long[] buckets) {
    this.categories = categories;
    this.symbols = Collections.unmodifiableSortedMap(symbols);
    this.buckets = buckets;
  }

  /**
   * Counts over symbols, folded if they are more than the cap or if buckets are given.
   *
   * @param symbols counts by symbol; zeros are dropped, and the map becomes this object's own
   * @param buckets counts by bucket; empty where nothing was folded so far
   */
  static CategoryCounts of(Categories categories, SortedMap<Symbol, Long> symbols, long[] buckets) {
    symbols.values().removeIf(count -> count == 0);
    CategoryCounts counts = new CategoryCounts(categories, symbols, buckets);
    boolean tooMany = counts.distinct() > Categories.CAP;
    return tooMany || buckets.length > 0 ? counts.folded() : counts;
  }

  /** Counts by symbol, ascending; every count is positive. */
  public SortedMap<Symbol, Long> symbols() {
    return symbols;
  }

  /** Number of distinct values counted one by one, null aside. */
  int distinct() {
    return symbols.size() - (symbols.containsKey(Symbol.NULL) ? 1 : 0);
  }

  /** Whether values outside the reference are counted in buckets. */
  public boolean isFolded() {
    return buckets.length > 0;
  }

  /** Counts by bucket; empty unless folded. */
  public long[] buckets() {
    return buckets.clone();
  }

  /** Takes the code of a symbol and its count. */
  interface CodeCount {
    void accept(int code, long count);
  }

  /**
   * All counts by code: that of the reference's order, and one beyond for what it does not list.
   */
  void forEachCode(CodeCount action) {
    int beyond = categories.listedCodes();
    symbols.forEach(
        (symbol, count) -> {
          int place = Collections.binarySearch(categories.known(), symbol);
          int unlisted = symbol.isNull() ? 0 : beyond;
          action.accept(place < 0 ? unlisted : 1 + place, count);
        });
    for (long count : buckets) {
      action.accept(beyond, count);
    }
  }

  @Override
  public long total() {
    long total = 0;
    for (long count : symbols.values()) {
      total = Math.addExact(total, count);
    }
    for (long count : buckets) {
      total = Math.addExact(total, count);
    }
    return total;
  }

  @Override
  public long nulls() {
    return symbols.getOrDefault(Symbol.NULL, 0L);
  }

  /** The same counts with every value outside the reference in its bucket. */
  public CategoryCounts folded() {
    SortedMap<Symbol, Long> kept = new TreeMap<>();
    long[] sums = isFolded() ? buckets.clone() : new long[SymbolTable.BUCKETS];
    symbols.forEach(
        (symbol, count) -> {
          if (symbol.isNull() || categories.lists(symbol)) {
            kept.put(symbol, count);
          } else {
            int bucket = SymbolTable.bucket(SymbolHash.of(symbol.key()));
            sums[bucket] = Math.addExact(sums[bucket], count);
          }
        });
    return new CategoryCounts(categories, kept, sums);
  }

  @Override
  public CategoryCounts plus(Counts other) {
    CategoryCounts that = alike(other);
    SortedMap<Symbol, Long> sums = new TreeMap<>(symbols);
    that.symbols.forEach((symbol, count) -> sums.merge(symbol, count, Math::addExact));
    if (isFolded() && that.isFolded()) {
      return of(categories, sums, CountVectors.sum(buckets, that.buckets));
    }
    return of(categories, sums, isFolded() ? buckets.clone() : that.buckets.clone());
  }

  /** What is folded stays folded, also where few distinct values are left. */
  @Override
  public CategoryCounts minus(Counts other) {
    CategoryCounts that = alike(other);
    if (!isFolded() && that.isFolded()) {
      throw new IllegalArgumentException(
          "folded counts, of more than " + Categories.CAP + " values, are to be subtracted");
    }
    CategoryCounts part = isFolded() && !that.isFolded() ? that.folded() : that;
    SortedMap<Symbol, Long> left = new TreeMap<>(symbols);
    part.symbols.forEach(
        (symbol, count) -> {
          long counted = left.getOrDefault(symbol, 0L);
          if (counted < count) {
            throw new IllegalArgumentException(
                "a value was counted %d times, %d are to be subtracted".formatted(counted, count));
          }
          left.put(symbol, counted - count);
        });
    return of(categories, left, CountVectors.difference(buckets, part.buckets));
  }

  private CategoryCounts alike(Counts other) {
    if (other instanceof CategoryCounts that && that.categories.equals(categories)) {
      return that;
    }
    throw new IllegalArgumentException("counts over other symbols");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryCounts that
        && symbols.equals(that.symbols)
        && Arrays.equals(buckets, that.buckets);
  }

  @Override
  public int hashCode() {
    return symbols.hashCode();
  }

  @Override
  public String toString() {
    return symbols + (isFolded() ? " + buckets" : "");
  }
}
