package io.lanewise.evaluate;

import io.lanewise.profile.BinCounts;
import io.lanewise.profile.Bins;
import io.lanewise.profile.CategoryCounts;
import io.lanewise.profile.Counts;
import io.lanewise.profile.ReferenceColumn;
import io.lanewise.profile.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The counts of both sides over the same symbols, in one fixed order.
 *
 * @param labels what the symbols stand for; null for the missing value
 * @param real counts of the real data
 * @param generated counts of the generated data
 */
record Alignment(List<@Nullable String> labels, long[] real, long[] generated) {

  /** Whether a symbol occurs on either side. */
  boolean occurs(int symbol) {
    return real[symbol] > 0 || generated[symbol] > 0;
  }

  /** Number of symbols that occur on either side. */
  int occupied() {
    int occupied = 0;
    for (int symbol = 0; symbol < real.length; symbol++) {
      occupied += occurs(symbol) ? 1 : 0;
    }
    return occupied;
  }

  /**
   * Bins: all codes. Categories: the values that occur on either side, folded if either side is.
   */
  static Alignment of(ReferenceColumn column, Counts real, Counts generated) {
    return switch (real) {
      case BinCounts bins -> ofBins(column, bins, (BinCounts) generated);
      case CategoryCounts values -> ofCategories(column, values, (CategoryCounts) generated);
    };
  }

  private static Alignment ofBins(ReferenceColumn column, BinCounts real, BinCounts generated) {
    Bins bins = (Bins) column.binning();
    List<@Nullable String> labels = new ArrayList<>();
    for (int code = 0; code < bins.symbolCount(); code++) {
      labels.add(code == bins.nullCode() ? null : bins.label(code, column.type()));
    }
    return new Alignment(labels, real.toArray(), generated.toArray());
  }

  private static Alignment ofCategories(
      ReferenceColumn column, CategoryCounts real, CategoryCounts generated) {
    boolean folded = real.isFolded() || generated.isFolded();
    CategoryCounts p = folded ? real.folded() : real;
    CategoryCounts q = folded ? generated.folded() : generated;
    TreeSet<Symbol> symbols = new TreeSet<>(p.symbols().keySet());
    symbols.addAll(q.symbols().keySet());
    long[] pBuckets = p.buckets();
    long[] qBuckets = q.buckets();
    List<@Nullable String> labels = new ArrayList<>();
    long[] pCounts = new long[symbols.size() + pBuckets.length];
    long[] qCounts = new long[symbols.size() + qBuckets.length];
    int i = 0;
    for (Symbol symbol : symbols) {
      labels.add(symbol.isNull() ? null : symbol.label(column.type()));
      pCounts[i] = p.symbols().getOrDefault(symbol, 0L);
      qCounts[i] = q.symbols().getOrDefault(symbol, 0L);
      i++;
    }
    System.arraycopy(pBuckets, 0, pCounts, i, pBuckets.length);
    System.arraycopy(qBuckets, 0, qCounts, i, qBuckets.length);
    for (int bucket = 0; bucket < pBuckets.length; bucket++) {
      labels.add("hash bucket " + bucket);
    }
    return new Alignment(labels, pCounts, qCounts);
  }
}
