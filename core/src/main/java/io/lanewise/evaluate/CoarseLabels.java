package io.lanewise.evaluate;

import io.lanewise.profile.Bins;
import io.lanewise.profile.Categories;
import io.lanewise.profile.Coarsening;
import io.lanewise.profile.ReferenceColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the coarse symbols of a column. */
final class CoarseLabels {

  private CoarseLabels() {}

  /**
   * A name per coarse symbol, null for the missing value.
   *
   * @param column the column
   * @param coarsening how its symbols are joined
   * @param counts the column's own counts, which tell what a coarse symbol need not mention
   */
  static List<@Nullable String> of(
      ReferenceColumn column, Coarsening coarsening, Alignment counts) {
    List<@Nullable String> labels = new ArrayList<>();
    switch (column.binning()) {
      case Bins bins -> {
        addRanges(bins, column, coarsening, counts, labels);
        labels.add(missing(bins, counts));
        labels.add(outside(bins, column, coarsening, counts));
      }
      case Categories categories -> {
        for (int code = 0; code < categories.listedCodes(); code++) {
          if (coarsening.of(code) < coarsening.lastSymbol()) {
            labels.add(code == 0 ? null : categories.known().get(code - 1).label(column.type()));
          }
        }
        labels.add(rest(labels, counts));
      }
    }
    return labels;
  }

  /** The one value that no other symbol stands for, or a word for all of them. */
  private static @Nullable String rest(List<@Nullable String> named, Alignment counts) {
    List<@Nullable String> rest = new ArrayList<>();
    for (int symbol = 0; symbol < counts.labels().size() && rest.size() < 2; symbol++) {
      String label = counts.labels().get(symbol);
      if (counts.occurs(symbol) && !named.contains(label)) {
        rest.add(label);
      }
    }
    return rest.size() == 1 ? rest.getFirst() : "other";
  }

  private static void addRanges(
      Bins bins,
      ReferenceColumn column,
      Coarsening coarsening,
      Alignment counts,
      List<@Nullable String> labels) {
    int first = coarsening.of(0) == coarsening.of(1) && counts.occurs(0) ? 0 : 1;
    int overflow = bins.overflowCode();
    boolean withOverflow =
        coarsening.of(overflow) == coarsening.of(overflow - 1) && counts.occurs(overflow);
    int last = withOverflow ? overflow : bins.binCount();
    int from = first;
    for (int code = first; code <= last; code++) {
      if (code == last || coarsening.of(code + 1) != coarsening.of(code)) {
        labels.add(bins.label(from, code, column.type()));
        from = code + 1;
      }
    }
  }

  private static String outside(
      Bins bins, ReferenceColumn column, Coarsening coarsening, Alignment counts) {
    int overflow = bins.overflowCode();
    boolean below = coarsening.of(0) == coarsening.lastSymbol() && counts.occurs(0);
    boolean above = coarsening.of(overflow) == coarsening.lastSymbol() && counts.occurs(overflow);
    String low = bins.label(0, column.type());
    String high = bins.label(overflow, column.type());
    if (below == above) {
      return low + " or " + high;
    }
    return below ? low : high;
  }

  private static @Nullable String missing(Bins bins, Alignment counts) {
    if (!counts.occurs(bins.nanCode())) {
      return null;
    }
    return counts.occurs(bins.nullCode()) ? "null or NaN" : "NaN";
  }
}
