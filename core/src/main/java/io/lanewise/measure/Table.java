package io.lanewise.measure;

import io.lanewise.kernel.LogSums;
import java.util.OptionalDouble;

/** A checked contingency table of X (rows) and Y (columns). */
sealed interface Table permits ScaledTable, WideTable {

  static Table of(long[] counts, int rows, int columns, LogSums sums) {
    requireShape(counts, rows, columns);
    boolean wide = CountWeights.areWide("counts", counts);
    return wide || new CountWeights(counts).total().hi() >= CountWeights.EXACT_LIMIT
        ? new WideTable(counts, rows, columns)
        : new ScaledTable(counts, TableMargins.ofChecked(counts, rows, columns), sums);
  }

  static void requireShape(long[] counts, int rows, int columns) {
    if (rows <= 0 || columns <= 0) {
      throw new IllegalArgumentException(
          "the table has " + rows + " rows and " + columns + " columns: at least 1 of each");
    }
    if (counts.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "counts has %d cells, expected rows*columns = %d*%d = %d"
              .formatted(counts.length, rows, columns, (long) rows * columns));
    }
  }

  double jointEntropy();

  double conditionalEntropyYGivenX();

  double conditionalEntropyXGivenY();

  double mutualInformation();

  /** H(X) + H(Y). */
  double marginalEntropies();

  default OptionalDouble normalizedMutualInformation() {
    return normalized(mutualInformation(), marginalEntropies());
  }

  static OptionalDouble normalized(double mutualInformation, double marginalEntropies) {
    return marginalEntropies == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, 2 * mutualInformation / marginalEntropies));
  }
}
