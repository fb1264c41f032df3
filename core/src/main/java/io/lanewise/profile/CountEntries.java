package io.lanewise.profile;

import io.lanewise.column.Family;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counts of a column in a container. */
final class CountEntries {

  private CountEntries() {}

  static void write(Binning binning, Counts counts, Entries entries) {
    switch (counts) {
      case BinCounts bins -> entries.put("counts", Tensor.ofCounts(bins.toArray()));
      case CategoryCounts categories -> write((Categories) binning, categories, entries);
    }
  }

  private static void write(Categories categories, CategoryCounts counts, Entries entries) {
    SortedMap<Symbol, Long> others = new TreeMap<>(counts.symbols());
    long[] listed = new long[categories.listedCodes()];
    listed[0] = counts.nulls();
    others.remove(Symbol.NULL);
    for (int i = 0; i < categories.known().size(); i++) {
      Long count = others.remove(categories.known().get(i));
      listed[i + 1] = count == null ? 0 : count;
    }
    entries.put("counts", Tensor.ofCounts(listed));
    if (!others.isEmpty()) {
      SymbolEntries.write("others", others.keySet(), entries);
      entries.put(
          "others.counts",
          Tensor.ofCounts(others.values().stream().mapToLong(Long::longValue).toArray()));
    }
    if (counts.isFolded()) {
      entries.put("buckets", Tensor.ofCounts(counts.buckets()));
    }
  }

  static Counts read(Binning binning, Family family, Entries entries) {
    long[] listed = entries.numbers("counts", binning.listedCodes(), Long.MAX_VALUE);
    return switch (binning) {
      case Bins bins -> new BinCounts(listed);
      case Categories categories -> read(categories, family, listed, entries);
    };
  }

  private static Counts read(Categories categories, Family family, long[] listed, Entries entries) {
    SortedMap<Symbol, Long> symbols = new TreeMap<>();
    symbols.put(Symbol.NULL, listed[0]);
    for (int i = 0; i < categories.known().size(); i++) {
      symbols.put(categories.known().get(i), listed[i + 1]);
    }
    if (entries.has("others")) {
      List<Symbol> others = new ArrayList<>(SymbolEntries.read("others", family, entries));
      long[] counts = entries.numbers("others.counts", others.size(), Long.MAX_VALUE);
      for (int i = 0; i < counts.length; i++) {
        symbols.put(others.get(i), counts[i]);
      }
    }
    long[] buckets =
        entries.has("buckets")
            ? entries.numbers("buckets", SymbolTable.BUCKETS, Long.MAX_VALUE)
            : new long[0];
    return CategoryCounts.of(categories, symbols, buckets);
  }
}
