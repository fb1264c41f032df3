package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one column: from its sample, and where that leaves it open, from all its rows.
 */
final class ColumnFit {

  private static final double IDENTIFIER_SHARE = 0.95;
  private static final long IDENTIFIER_ROWS = 100;

  private final ColumnType type;
  private final Treatment treatment;
  private final int most;

  /** Of categories, and of numbers where the sample has no finite one. */
  private final @Nullable CategoryCounts counts;

  private final long without;
  private @Nullable ValueRuns runs;
  private @Nullable ColumnDistinct settled;

  ColumnFit(ColumnType type, Treatment treatment, ColumnSample sample, int most) {
    this.type = type;
    this.treatment = treatment;
    this.most = most;
    this.counts =
        switch (sample) {
          case ColumnSample.Values values -> values.counts();
          case ColumnSample.Numbers numbers -> numbers.others();
        };
    this.without = sample instanceof ColumnSample.Numbers numbers ? numbers.without() : 0;
    this.runs = sample instanceof ColumnSample.Numbers numbers ? numbers.values.runs(type) : null;
  }

  /** Whether the sample leaves open what all rows can tell. */
  boolean isOpen() {
    return !(treatment instanceof Treatment.WithEdges)
        && ((runs != null && runs.size() <= most) || identifier());
  }

  /** What has to be looked up in all rows. */
  ColumnDistinct lookUp(BlockScratch scratch) {
    return new ColumnDistinct(type, most, identifier(), scratch);
  }

  /** Takes what all rows tell: of few distinct values, each with its count. */
  void settle(ColumnDistinct allRows) {
    settled = allRows;
    if (runs != null && !allRows.values().tooMany()) {
      runs = allRows.values().runs(type);
    }
  }

  ColumnDecision decide() {
    Binning binning = binning();
    return new ColumnDecision(binning, identifier(), codeCounts(binning));
  }

  private Binning binning() {
    if (treatment instanceof Treatment.WithEdges given) {
      return given.bins(type);
    }
    ValueRuns numbers = runs;
    if (numbers == null || numbers.size() == 0) {
      // Of numbers: nothing but nulls, NaN and infinities, so there is no line to cut.
      return new Categories(counts == null ? List.of() : mostFrequent(counts));
    }
    return new Bins(
        isEachValue(numbers)
            ? EdgeFitter.eachValue(numbers, type)
            : EdgeFitter.equalMass(numbers, type, most),
        type);
  }

  /** Infinite values count as null: their few codes have others beside them. */
  private long[] codeCounts(Binning binning) {
    return switch (binning) {
      case Bins bins -> codeCounts(bins);
      case Categories categories -> codeCounts(categories);
    };
  }

  private long[] codeCounts(Bins bins) {
    long[] codes = new long[bins.listedCodes()];
    ValueRuns numbers = runs;
    if (numbers != null) {
      long[] below = numbers.countsBelow(bins.edges());
      codes[0] = below[0];
      for (int edge = 1; edge < below.length; edge++) {
        codes[edge] = below[edge] - below[edge - 1];
      }
      codes[bins.overflowCode()] = numbers.total() - below[below.length - 1];
    }
    codes[bins.nullCode()] = without;
    return codes;
  }

  private long[] codeCounts(Categories categories) {
    long[] codes = new long[categories.listedCodes()];
    if (counts != null) {
      codes[0] = counts.nulls();
      for (int i = 0; i < categories.known().size(); i++) {
        codes[i + 1] = counts.symbols().getOrDefault(categories.known().get(i), 0L);
      }
    }
    return codes;
  }

  private boolean isEachValue(ValueRuns numbers) {
    return (settled == null || !settled.values().tooMany())
        && EdgeFitter.isEachValue(numbers.size(), numbers.total(), type, most);
  }

  private static List<Symbol> mostFrequent(CategoryCounts counts) {
    return counts.symbols().entrySet().stream()
        .filter(entry -> !entry.getKey().isNull())
        .sorted(Map.Entry.<Symbol, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(Categories.CAP)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * Whether the column looks like an identifier: text, bytes or integers, nearly all of them
   * distinct, and nobody asked for it by name.
   */
  private boolean identifier() {
    return treatment instanceof Treatment.Automatic
        && ReferenceColumn.mayBeIdentifier(type.family())
        && isDistinct();
  }

  private boolean isDistinct() {
    if (settled != null && settled.estimates()) {
      return isIdentifier(settled.estimate().distinct(), settled.estimate().values());
    }
    if (runs != null) {
      return isIdentifier(runs.size(), runs.total());
    }
    return counts != null && isIdentifier(counts.distinct(), counts.total() - counts.nulls());
  }

  private static boolean isIdentifier(double distinct, long rows) {
    return rows >= IDENTIFIER_ROWS && distinct > IDENTIFIER_SHARE * rows;
  }
}
