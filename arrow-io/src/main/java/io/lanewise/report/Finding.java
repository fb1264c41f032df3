package io.lanewise.report;

import io.lanewise.column.Family;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

  /**
   * One sentence on what to look at.
   *
   * @param name sets a column's name apart from the words around it
   * @param value does so with a value
   */
  static String of(
      Scorecard card,
      ReportContext context,
      UnaryOperator<String> name,
      UnaryOperator<String> value) {
    if (card.generatedRows() == 0) {
      return "The generated data has no rows: nothing can be compared.";
    }
    ColumnScore worst = worstFirst(card).getFirst();
    Comparison comparison = Objects.requireNonNull(worst.comparison());
    if (comparison.js() == 0) {
      boolean withIdentifiers = card.columns().stream().allMatch(column -> js(column) == 0);
      return "Every column has the same distribution on both sides"
          + (withIdentifiers ? "." : ", identifiers aside.");
    }
    String js =
        "JS " + Numbers.measure(context.unit().of(comparison.js())) + " " + context.unit().label();
    SymbolCount symbol = mostMoved(card, worst);
    String label = symbol.label();
    return "Look at "
        + name.apply(worst.name())
        + " first ("
        + js
        + "): "
        + (label == null ? "null" : value.apply(shown(worst, label)))
        + " is "
        + Numbers.percent((double) symbol.real() / card.realRows())
        + " of the real rows and "
        + Numbers.percent((double) symbol.generated() / card.generatedRows())
        + " of the generated ones.";
  }

  private static String shown(ColumnScore column, String label) {
    return column.kind() == ColumnScore.Kind.NUMERIC ? Numbers.rounded(label) : label;
  }

  /**
   * Whether values that a user calls equal may differ: 0.1 as float32, as float64 and as a decimal
   * are three numbers.
   */
  static boolean mayMissByWidth(ColumnScore column) {
    Family real = column.realType().family();
    Family generated = column.generatedType().family();
    boolean fractions =
        (real == Family.FLOATING || real == Family.DECIMAL)
            && (generated == Family.FLOATING || generated == Family.DECIMAL);
    boolean decimals = real == Family.DECIMAL && generated == Family.DECIMAL;
    return fractions
        && !decimals
        && !column.realType().name().equals(column.generatedType().name());
  }

  /** A sentence on types between which fractions are not equal. */
  static String onTypes(ColumnScore column, String name) {
    return "types: "
        + name
        + " is "
        + column.realType().name()
        + " in the real data and "
        + column.generatedType().name()
        + " in the generated; a fraction such as 0.1 differs between them";
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
