package io.lanewise.evaluate;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.ContingencyTable;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.MutualInformationChange;
import io.lanewise.measure.SampleNoise;
import io.lanewise.measure.SampleNoises;
import java.util.function.IntToLongFunction;

/**
 * Scores pairs of columns from their joint counts on both sides; for one thread.
 *
 * @param estimator corrects mutual information
 * @param kernels who does the work
 * @param noises what chance does
 */
record PairScorer(EntropyEstimator estimator, Kernels kernels, SampleNoises noises) {

  static PairScorer of(EntropyEstimator estimator, Kernels kernels) {
    return new PairScorer(estimator, kernels, new SampleNoises());
  }

  /**
   * The score of a pair, as if it was the only one.
   *
   * @param x position of the first column
   * @param nameX its name
   * @param y position of the second column
   * @param nameY its name
   * @param cells the joint counts
   * @param compared whether the generated data has rows
   */
  PairScore score(
      int x, String nameX, int y, String nameY, PairScore.Cells cells, boolean compared) {
    int rows = cells.labelsX().size();
    int columns = cells.labelsY().size();
    long[] real = cells.real();
    long[] generated = cells.generated();
    ContingencyTable ofReal = ContingencyTable.of(real, rows, columns, kernels);
    ContingencyTable ofGenerated =
        compared ? ContingencyTable.of(generated, rows, columns, kernels) : null;
    ContingencyTable other = ofGenerated == null ? ofReal : ofGenerated;
    return new PairScore(
        x,
        y,
        nameX,
        nameY,
        occupied(rows, ofReal::rowTotal, other::rowTotal),
        occupied(columns, ofReal::columnTotal, other::columnTotal),
        dependence(ofReal),
        ofGenerated == null ? null : dependence(ofGenerated),
        ofGenerated == null ? null : compare(real, generated, ofReal, ofGenerated),
        cells);
  }

  private PairComparison compare(
      long[] real, long[] generated, ContingencyTable ofReal, ContingencyTable ofGenerated) {
    MutualInformationChange change = ofReal.mutualInformationChange(ofGenerated);
    SampleNoise noise = noises.of(real, generated);
    return new PairComparison(
        Divergence.jsDivergence(real, generated, kernels),
        new Noise(noise.pValue(), noise.pValue(), noise.jsNoiseFloor(), noise.jsOfPerfect()),
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

  private static int occupied(int symbols, IntToLongFunction real, IntToLongFunction generated) {
    int occupied = 0;
    for (int i = 0; i < symbols; i++) {
      occupied += real.applyAsLong(i) > 0 || generated.applyAsLong(i) > 0 ? 1 : 0;
    }
    return occupied;
  }
}
