package io.lanewise.report;

import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import java.util.Objects;

/**
 * A pair of columns that differ together, though neither does alone and they depend on each other
 * as much as before: as where a relation has turned round. It ranks by the JS of the joint
 * distributions without its noise floor.
 *
 * @param pair the pair, with a comparison
 * @param numericX whether the first column's symbols are ranges
 * @param numericY whether the second column's are
 * @param realRows rows of the real data
 * @param generatedRows rows of the generated data
 */
record CellFinding(
    PairScore pair, boolean numericX, boolean numericY, long realRows, long generatedRows)
    implements Finding {

  static CellFinding of(PairScore pair, Scorecard card) {
    return new CellFinding(
        pair,
        Explanation.isNumeric(card.columns().get(pair.x())),
        Explanation.isNumeric(card.columns().get(pair.y())),
        card.realRows(),
        card.generatedRows());
  }

  @Override
  public double nats() {
    PairComparison comparison = comparison();
    return Math.max(0, comparison.js() - comparison.noise().jsNoiseFloor());
  }

  private PairComparison comparison() {
    return Objects.requireNonNull(pair.comparison());
  }

  @Override
  public String sentence(Wording wording) {
    Contribution cell = pair.contributions().getFirst();
    return wording.column(pair.nameX())
        + " and "
        + wording.column(pair.nameY())
        + " are related in another way: "
        + wording.symbol(cell.symbols().getFirst(), numericX)
        + " with "
        + wording.symbol(cell.symbols().getLast(), numericY)
        + " is "
        + Numbers.percent((double) cell.real() / realRows)
        + " of the real rows and "
        + Numbers.percent((double) cell.generated() / generatedRows)
        + " of the generated (JS "
        + wording.information(comparison().js())
        + " "
        + wording.unit().label()
        + ")";
  }
}
