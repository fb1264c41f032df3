package io.lanewise.evaluate;

import io.lanewise.profile.BinCounts;
import io.lanewise.profile.CategoryCounts;
import io.lanewise.profile.Counts;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Brings counts of several data sets over one reference to the same symbols. */
final class CommonCounts {

  private CommonCounts() {}

  /** The profiles with every column folded that is folded in one of them. */
  static List<Profile> folded(List<Profile> profiles) {
    List<Profile> results = new ArrayList<>();
    for (Profile profile : profiles) {
      List<Counts> columns = new ArrayList<>();
      for (int i = 0; i < profile.columns().size(); i++) {
        int column = i;
        boolean fold = profiles.stream().anyMatch(other -> isFolded(other.columns().get(column)));
        columns.add(fold ? folded(profile.columns().get(i)) : profile.columns().get(i));
      }
      results.add(new Profile(profile.reference(), profile.rows(), columns, profile.pairs()));
    }
    return results;
  }

  private static boolean isFolded(Counts counts) {
    return counts instanceof CategoryCounts values && values.isFolded();
  }

  private static Counts folded(Counts counts) {
    return switch (counts) {
      case BinCounts bins -> bins;
      case CategoryCounts values -> values.folded();
    };
  }

  /**
   * Counts of one column, one array per data set.
   *
   * @param columns all folded, or none
   */
  static long[][] aligned(List<Counts> columns) {
    if (columns.getFirst() instanceof BinCounts) {
      return columns.stream().map(bins -> ((BinCounts) bins).toArray()).toArray(long[][]::new);
    }
    Set<Symbol> symbols = new TreeSet<>();
    columns.forEach(values -> symbols.addAll(((CategoryCounts) values).symbols().keySet()));
    return columns.stream()
        .map(values -> aligned((CategoryCounts) values, symbols))
        .toArray(long[][]::new);
  }

  private static long[] aligned(CategoryCounts values, Set<Symbol> symbols) {
    long[] buckets = values.buckets();
    long[] counts = new long[symbols.size() + buckets.length];
    int i = 0;
    for (Symbol symbol : symbols) {
      counts[i++] = values.symbols().getOrDefault(symbol, 0L);
    }
    System.arraycopy(buckets, 0, counts, i, buckets.length);
    return counts;
  }
}
