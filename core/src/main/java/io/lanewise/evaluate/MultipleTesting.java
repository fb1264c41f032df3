package io.lanewise.evaluate;

import io.lanewise.measure.Significance;
import java.util.ArrayList;
import java.util.List;

/** Tests many comparisons at once, each against chance. */
final class MultipleTesting {

  private MultipleTesting() {}

  /**
   * The noise of each comparison.
   *
   * @param tables the counts that are compared, both sides with rows
   */
  static List<Noise> of(List<CountPair> tables) {
    double[] pValues =
        tables.stream()
            .mapToDouble(table -> Significance.pValue(table.real(), table.generated()))
            .toArray();
    double[] adjusted = Significance.benjaminiHochberg(pValues);
    List<Noise> noises = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      CountPair table = tables.get(i);
      noises.add(
          new Noise(
              pValues[i],
              adjusted[i],
              Significance.jsNoiseFloor(table.real(), table.generated()),
              Significance.jsNoiseFloor(table.real(), table.generatedRows())));
    }
    return noises;
  }

  /**
   * The counts of both sides over the same symbols.
   *
   * @param real counts of the real data
   * @param generated counts of the generated data
   */
  record CountPair(long[] real, long[] generated) {
    long generatedRows() {
      long rows = 0;
      for (long count : generated) {
        rows += count;
      }
      return rows;
    }
  }
}
