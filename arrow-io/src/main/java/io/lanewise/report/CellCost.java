package io.lanewise.report;

import io.lanewise.evaluate.PairScore;
import io.lanewise.measure.DivergenceTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a pair of columns, beside what it would be if the columns were independent.
 *
 * @param x value of the first column, null for the missing one
 * @param y value of the second
 * @param real share of the real rows
 * @param generated share of the generated rows
 * @param independent share of the real rows that independence would give: p(x) p(y)
 * @param js its share of the JS divergence, in nats
 */
record CellCost(
    @Nullable String x,
    @Nullable String y,
    double real,
    double generated,
    double independent,
    double js) {

  /** The cells that occur, the costliest first, equals in their order; both sides have rows. */
  static List<CellCost> of(PairScore pair) {
    PairScore.Cells cells = pair.cells();
    long[] real = cells.real();
    long[] generated = cells.generated();
    double[] js = DivergenceTerms.jsDivergence(real, generated);
    int columns = cells.labelsY().size();
    long realRows = 0;
    long generatedRows = 0;
    long[] ofX = new long[cells.labelsX().size()];
    long[] ofY = new long[columns];
    for (int cell = 0; cell < real.length; cell++) {
      realRows += real[cell];
      generatedRows += generated[cell];
      ofX[cell / columns] += real[cell];
      ofY[cell % columns] += real[cell];
    }
    List<CellCost> costs = new ArrayList<>();
    for (int cell = 0; cell < real.length; cell++) {
      if (real[cell] > 0 || generated[cell] > 0) {
        int x = cell / columns;
        int y = cell % columns;
        costs.add(
            new CellCost(
                cells.labelsX().get(x),
                cells.labelsY().get(y),
                (double) real[cell] / realRows,
                (double) generated[cell] / generatedRows,
                (double) ofX[x] / realRows * ((double) ofY[y] / realRows),
                js[cell]));
      }
    }
    costs.sort(Comparator.comparingDouble(CellCost::js).reversed());
    return costs;
  }
}
