package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What to look at first, in words. */
final class Finding {

  private Finding() {}

  /** The scored columns, the farthest first, identifiers last; ties in the order of the data. */
  static List<ColumnScore> worstFirst(Scorecard card) {
    return card.columns().stream()
        .sorted(
            Comparator.comparing(ColumnScore::identifier)
                .thenComparing(Finding::js, Comparator.reverseOrder()))
        .toList();
  }

  private static double js(ColumnScore column) {
    Comparison comparison = column.comparison();
    return comparison == null ? 0 : comparison.js();
  }

  /** One sentence on what to look at. */
  static String of(Scorecard card, ReportContext context, Glyphs glyphs) {
    if (card.generatedRows() == 0) {
      return "The generated data has no rows: nothing can be compared.";
    }
    ColumnScore worst = worstFirst(card).getFirst();
    Comparison comparison = Objects.requireNonNull(worst.comparison());
    String name = "`" + glyphs.name(worst.name()) + "`";
    if (comparison.js() == 0) {
      return "Every column has the same distribution on both sides.";
    }
    String js =
        "JS " + Numbers.measure(context.unit().of(comparison.js())) + " " + context.unit().label();
    SymbolCount symbol = mostMoved(card, worst);
    return "Look at "
        + name
        + " first ("
        + js
        + "): "
        + symbolName(symbol, glyphs)
        + " is "
        + Numbers.percent((double) symbol.real() / card.realRows())
        + " of the real rows and "
        + Numbers.percent((double) symbol.generated() / card.generatedRows())
        + " of the generated ones.";
  }

  private static String symbolName(SymbolCount symbol, Glyphs glyphs) {
    String label = symbol.label();
    return label == null ? "null" : glyphs.fit("'" + glyphs.name(label) + "'", 40).strip();
  }

  private static SymbolCount mostMoved(Scorecard card, ColumnScore column) {
    return column.counts().stream()
        .max(
            Comparator.comparingDouble(
                count ->
                    Math.abs(
                        (double) count.real() / card.realRows()
                            - (double) count.generated() / card.generatedRows())))
        .orElseThrow();
  }
}
