package io.lanewise.report;

import io.lanewise.profile.BinCounts;
import io.lanewise.profile.Bins;
import io.lanewise.profile.Categories;
import io.lanewise.profile.CategoryCounts;
import io.lanewise.profile.Counts;
import io.lanewise.profile.ReferenceColumn;
import io.lanewise.profile.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of a profile, and its counts.
 *
 * @param column the symbols
 * @param counts how often they occur
 */
record CountedColumn(ReferenceColumn column, Counts counts) {

  /**
   * A symbol and its count.
   *
   * @param label what it stands for; null for the missing value
   */
  record Entry(@Nullable String label, long count) {}

  boolean isFolded() {
    return counts instanceof CategoryCounts values && values.isFolded();
  }

  /**
   * All symbols that the profile names, in their order, also those that do not occur: who hands it
   * on wants to know. Of hash buckets, those that hold something.
   */
  List<Entry> entries() {
    return switch (counts) {
      case BinCounts bins -> entries((Bins) column.binning(), bins.toArray());
      case CategoryCounts values -> entries((Categories) column.binning(), values);
    };
  }

  private List<Entry> entries(Bins bins, long[] numbers) {
    List<Entry> entries = new ArrayList<>();
    for (int code = 0; code < numbers.length; code++) {
      String label = code == bins.nullCode() ? null : bins.label(code, column.type());
      entries.add(new Entry(label, numbers[code]));
    }
    return entries;
  }

  private List<Entry> entries(Categories categories, CategoryCounts values) {
    TreeSet<Symbol> symbols = new TreeSet<>(categories.known());
    symbols.addAll(values.symbols().keySet());
    List<Entry> entries = new ArrayList<>();
    for (Symbol symbol : symbols) {
      String label = symbol.isNull() ? null : symbol.label(column.type());
      entries.add(new Entry(label, values.symbols().getOrDefault(symbol, 0L)));
    }
    long[] buckets = values.buckets();
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      if (buckets[bucket] > 0) {
        entries.add(new Entry("hash bucket " + bucket, buckets[bucket]));
      }
    }
    return entries;
  }
}
