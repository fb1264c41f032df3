package io.lanewise.evaluate;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Dependence;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.MutualInformationChange;
import io.lanewise.measure.Significance;
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
    PairDependence ofReal = dependence(real, shape);
    PairDependence ofGenerated = noise == null ? null : dependence(generated, shape);
    return new PairScore(
        x,
        y,
        nameX,
        nameY,
        shape.occupiedRows(real, generated),
        shape.occupiedColumns(real, generated),
        ofReal,
        ofGenerated,
        noise == null || ofGenerated == null
            ? null
            : compare(real, generated, shape, ofReal, ofGenerated, noise),
        cells);
  }

  private PairComparison compare(
      long[] real,
      long[] generated,
      Shape shape,
      PairDependence ofReal,
      PairDependence ofGenerated,
      Noise noise) {
    MutualInformationChange change =
        Significance.mutualInformationChange(real, generated, shape.rows, shape.columns);
    return new PairComparison(
        Divergence.jsDivergence(real, generated, kernels),
        noise,
        ofGenerated.mutualInformationCorrected() - ofReal.mutualInformationCorrected(),
        change.error(),
        change.pValue());
  }

  private PairDependence dependence(long[] counts, Shape shape) {
    double millerMadow =
        EntropyEstimator.MILLER_MADOW.mutualInformation(counts, shape.rows, shape.columns);
    return new PairDependence(
        Dependence.jointEntropy(counts, shape.rows, shape.columns, kernels),
        Dependence.conditionalEntropyYGivenX(counts, shape.rows, shape.columns, kernels),
        Dependence.conditionalEntropyXGivenY(counts, shape.rows, shape.columns, kernels),
        Dependence.mutualInformation(counts, shape.rows, shape.columns, kernels),
        estimator == EntropyEstimator.MILLER_MADOW
            ? millerMadow
            : estimator.mutualInformation(counts, shape.rows, shape.columns),
        millerMadow,
        Dependence.normalizedMutualInformation(counts, shape.rows, shape.columns, kernels));
  }

  /** The shape of a contingency table. */
  private record Shape(int rows, int columns) {

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
