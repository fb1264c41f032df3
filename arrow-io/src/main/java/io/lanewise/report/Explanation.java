package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the columns that are to be explained.
 *
 * @param columns these columns, in the order in which they were named
 * @param pairs the pairs among them that were scored, in the order of the data
 */
record Explanation(List<ColumnScore> columns, List<PairScore> pairs) {

  /** Most symbols of a column. */
  static final int SYMBOLS = 40;

  /** Most cells of a pair. */
  static final int CELLS = 20;

  static Explanation of(Scorecard card, List<String> names) {
    Set<String> wanted = new LinkedHashSet<>(names);
    List<ColumnScore> columns = new ArrayList<>();
    for (String name : wanted) {
      card.columns().stream().filter(column -> column.name().equals(name)).forEach(columns::add);
    }
    List<PairScore> pairs =
        card.pairs().stream()
            .filter(pair -> wanted.contains(pair.nameX()) && wanted.contains(pair.nameY()))
            .toList();
    return new Explanation(columns, pairs);
  }

  /** The costliest symbols of a column: of numbers ascending, of categories costliest first. */
  static List<Contribution> symbols(ColumnScore column) {
    List<Contribution> costliest = column.contributions().stream().limit(SYMBOLS).toList();
    if (!isNumeric(column)) {
      return costliest;
    }
    Map<@Nullable String, Integer> places = new HashMap<>();
    for (SymbolCount count : column.counts()) {
      places.put(count.label(), places.size());
    }
    return costliest.stream()
        .sorted(
            Comparator.comparingInt(
                symbol -> places.getOrDefault(symbol.symbols().getFirst(), places.size())))
        .toList();
  }

  /** Whether the column's symbols are ranges. */
  static boolean isNumeric(ColumnScore column) {
    return column.kind() == ColumnScore.Kind.NUMERIC;
  }

  /** What there is to say of a symbol beside its numbers. */
  static String word(Contribution symbol) {
    if (symbol.missing()) {
      return "missing";
    }
    return symbol.unseen() ? "unseen" : "";
  }
}
