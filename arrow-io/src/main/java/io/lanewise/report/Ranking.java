package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import java.util.Comparator;
import java.util.List;

/** In which order columns and pairs are shown. */
final class Ranking {

  private Ranking() {}

  /** The scored columns, the farthest first, identifiers last; ties in the order of the data. */
  static List<ColumnScore> columns(Scorecard card) {
    return card.columns().stream()
        .sorted(
            Comparator.comparing(ColumnScore::identifier)
                .thenComparing(Ranking::js, Comparator.reverseOrder()))
        .toList();
  }

  private static double js(ColumnScore column) {
    Comparison comparison = column.comparison();
    return comparison == null ? 0 : comparison.js();
  }

  /**
   * The pairs, those first whose corrected mutual information changed most in either direction;
   * ties in the order of the data.
   */
  static List<PairScore> pairs(Scorecard card) {
    return card.pairs().stream()
        .sorted(Comparator.comparingDouble(Ranking::change).reversed())
        .toList();
  }

  private static double change(PairScore pair) {
    PairComparison comparison = pair.comparison();
    return comparison == null ? 0 : Math.abs(comparison.mutualInformationChange());
  }

  /** Number of columns that averages and pairs are made of: all that are no identifiers. */
  static long averaged(Scorecard card) {
    return card.columns().stream().filter(column -> !column.identifier()).count();
  }

  /** Why there are no pairs. */
  static String absence(Scorecard card) {
    long paired = averaged(card);
    if (paired >= 2) {
      return "no pairs of columns were asked for";
    }
    return paired == card.columns().size()
        ? "one column makes no pair"
        : "identifiers aside, there are no two columns that could make a pair";
  }
}
