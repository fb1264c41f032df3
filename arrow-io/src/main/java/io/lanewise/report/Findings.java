package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.measure.Significance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What differs most, of what differs by more than chance. */
final class Findings {

  private static final int SHOWN = 3;

  /** Share of the pairs named changed that may be named so by chance. */
  private static final double LEVEL = 0.05;

  private Findings() {}

  /** The three worst, or as many as there are. Identifiers are no finding: they always differ. */
  static List<Finding> worst(Scorecard card) {
    List<Finding> findings = new ArrayList<>();
    for (ColumnScore column : card.columns()) {
      Comparison comparison = column.comparison();
      if (comparison != null && !column.identifier() && !comparison.noise().insideNoise()) {
        findings.add(ColumnFinding.of(column, card));
      }
    }
    findings.addAll(pairs(card));
    return findings.stream()
        .sorted(Comparator.comparingDouble(Finding::nats).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static List<Finding> pairs(Scorecard card) {
    List<PairScore> pairs =
        card.pairs().stream().filter(pair -> pair.comparison() != null).toList();
    double[] adjusted =
        Significance.benjaminiHochberg(
            pairs.stream()
                .map(pair -> Objects.requireNonNull(pair.comparison()))
                .mapToDouble(comparison -> comparison.mutualInformationChangePValue())
                .toArray());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PairScore pair = pairs.get(i);
      if (adjusted[i] < LEVEL && Mark.of(pair) == Mark.NONE) {
        findings.add(new PairFinding(pair));
      } else if (differsTogetherOnly(pair, card)) {
        findings.add(CellFinding.of(pair, card));
      }
    }
    return findings;
  }

  private static boolean differsTogetherOnly(PairScore pair, Scorecard card) {
    return Mark.of(pair) == Mark.NONE
        && Mark.of(card.columns().get(pair.x())) != Mark.NONE
        && Mark.of(card.columns().get(pair.y())) != Mark.NONE;
  }

  /** What is said where there is no finding. */
  static String none(Scorecard card) {
    if (card.generatedRows() == 0) {
      return "The generated data has no rows: nothing can be compared.";
    }
    boolean identifiers = card.columns().stream().anyMatch(ColumnScore::identifier);
    String found =
        "No difference beyond the noise was found" + (identifiers ? ", identifiers aside." : ".");
    long unknown =
        card.columns().stream()
            .filter(column -> !column.identifier() && Mark.of(column) == Mark.TOO_FEW_ROWS)
            .count();
    if (unknown == 0) {
      return found;
    }
    return found
        + " There are too few rows to tell in "
        + Numbers.count(unknown)
        + " of "
        + Numbers.count(card.columns().size())
        + (card.columns().size() == 1 ? " column." : " columns.");
  }
}
