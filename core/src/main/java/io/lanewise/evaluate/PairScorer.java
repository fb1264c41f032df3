package io.lanewise.evaluate;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.ContingencyTable;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.MutualInformationChange;
import org.jspecify.annotations.Nullable;

/**
 * Scores a pair of columns from its joint counts on both sides.
 *
 * @param estimator corrects mutual information
 * @param kernels who does the work
 */
record PairScorer(EntropyEstimator estimator, Kernels kernels) {

  /**
   * The score of a pair.
   *
   * @param x position of the first column
   * @param nameX its name
   * @param y position of the second column
   * @param nameY its name
   * @param cells the joint counts
   * @param noise null where the generated data has no rows
   */
  PairScore score(
      int x, String nameX, int y, String nameY, PairScore.Cells cells, @Nullable Noise noise) {
    Shape shape = new Shape(cells.labelsX().size(), cells.labelsY().size());
    long[] real = cells.real();
    long[] generated = cells.generated();
    ContingencyTable ofReal = shape.table(real, kernels);
    ContingencyTable ofGenerated = noise == null ? null : shape.table(generated, kernels);
    return new PairScore(
        x,
        y,
        nameX,
        nameY,
        shape.occupiedRows(real, generated),
        shape.occupiedColumns(real, generated),
        dependence(ofReal),
        ofGenerated == null ? null : dependence(ofGenerated),
        noise == null || ofGenerated == null
            ? null
            : compare(real, generated, ofReal, ofGenerated, noise),
        cells);
  }

  private PairComparison compare(
      long[] real,
      long[] generated,
      ContingencyTable ofReal,
      ContingencyTable ofGenerated,
      Noise noise) {
    MutualInformationChange change = ofReal.mutualInformationChange(ofGenerated);
    return new PairComparison(
        Divergence.jsDivergence(real, generated, kernels),
        noise,
        ofGenerated.mutualInformation(estimator) - ofReal.mutualInformation(estimator),
        change.error(),
        change.pValue());
  }

  private PairDependence dependence(ContingencyTable table) {
    return new PairDependence(
        table.jointEntropy(),
        table.conditionalEntropyYGivenX(),
        table.conditionalEntropyXGivenY(),
        table.mutualInformation(),
        table.mutualInformation(estimator),
        table.mutualInformation(EntropyEstimator.MILLER_MADOW),
        table.normalizedMutualInformation());
  }

  /** The shape of a contingency table. */
  private record Shape(int rows, int columns) {

    ContingencyTable table(long[] counts, Kernels kernels) {
      return ContingencyTable.of(counts, rows, columns, kernels);
    }

    int occupiedRows(long[] real, long[] generated) {
      int occupied = 0;
      for (int row = 0; row < rows; row++) {
        boolean occurs = false;
        for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
          occurs |= (real[cell] | generated[cell]) != 0;
        }
        occupied += occurs ? 1 : 0;
      }
      return occupied;
    }

    int occupiedColumns(long[] real, long[] generated) {
      int occupied = 0;
      for (int column = 0; column < columns; column++) {
        boolean occurs = false;
        for (int cell = column; cell < real.length; cell += columns) {
          occurs |= (real[cell] | generated[cell]) != 0;
        }
        occupied += occurs ? 1 : 0;
      }
      return occupied;
    }
  }
}
