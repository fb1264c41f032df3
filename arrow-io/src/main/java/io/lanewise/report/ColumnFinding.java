package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.Scorecard;
import java.util.List;
import java.util.Objects;

/**
 * A column that differs, and where: at the symbol that costs most, or in values that one side does
 * not have at all. The JS named is the sample's; the rank is by what is left without chance.
 *
 * @param column the column, with a comparison
 * @param realRows rows of the real data
 * @param generatedRows rows of the generated data
 */
record ColumnFinding(ColumnScore column, long realRows, long generatedRows) implements Finding {

  /** More than this share of the divergence is the main cost. */
  private static final double MAIN = 0.5;

  static ColumnFinding of(ColumnScore column, Scorecard card) {
    return new ColumnFinding(column, card.realRows(), card.generatedRows());
  }

  @Override
  public double nats() {
    return comparison().jsCorrected();
  }

  private Comparison comparison() {
    return Objects.requireNonNull(column.comparison());
  }

  @Override
  public String sentence(Wording wording) {
    return wording.column(column.name())
        + ": "
        + cause(wording)
        + " (JS "
        + wording.information(comparison().js())
        + " "
        + wording.unit().label()
        + ")";
  }

  private String cause(Wording wording) {
    if (comparison().missingMass() == 1) {
      return "no value of the real data occurs in the generated";
    }
    List<Contribution> all = column.contributions();
    List<Contribution> missing = all.stream().filter(Contribution::missing).toList();
    if (missing.size() > 1 && js(missing) > MAIN * js(all)) {
      return several(missing, comparison().missingMass(), "real", wording)
          + "never occur in the generated data";
    }
    List<Contribution> unseen = all.stream().filter(Contribution::unseen).toList();
    if (unseen.size() > 1 && js(unseen) > MAIN * js(all)) {
      return several(unseen, comparison().unseenMass(), "generated", wording)
          + "never occur in the real data";
    }
    return costliest(all.getFirst(), wording);
  }

  private String costliest(Contribution symbol, Wording wording) {
    String inReal = Numbers.percent((double) symbol.real() / realRows) + " of the real rows and ";
    String inGenerated =
        Numbers.percent((double) symbol.generated() / generatedRows) + " of the generated";
    String label = label(symbol, wording) + " is ";
    if (symbol.missing()) {
      return label + inReal + "never occurs in the generated data";
    }
    return symbol.unseen()
        ? label + inGenerated + " rows and never occurs in the real data"
        : label + inReal + inGenerated;
  }

  /** "3 values like 'a', 12.5 % of the real rows, ", the costliest of them named. */
  private String several(List<Contribution> symbols, double mass, String side, Wording wording) {
    return Numbers.count(symbols.size())
        + (Explanation.isNumeric(column) ? " ranges like " : " values like ")
        + label(symbols.getFirst(), wording)
        + ", "
        + Numbers.percent(mass)
        + " of the "
        + side
        + " rows, ";
  }

  private String label(Contribution symbol, Wording wording) {
    return wording.symbol(symbol.symbols().getFirst(), Explanation.isNumeric(column));
  }

  private static double js(List<Contribution> contributions) {
    return contributions.stream().mapToDouble(Contribution::js).sum();
  }
}
