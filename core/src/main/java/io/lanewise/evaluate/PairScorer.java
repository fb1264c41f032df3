package io.lanewise.evaluate;

import io.lanewise.kernel.Kernels;
import io.lanewise.measure.ContingencyTable;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.MutualInformationChange;
import io.lanewise.measure.SampleNoise;
import io.lanewise.measure.SampleNoises;
import io.lanewise.profile.JointCounts;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

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

  /** What one side says of a pair. */
  PairSide side(JointCounts counts) {
    ContingencyTable table =
        ContingencyTable.of(counts.toArray(), counts.rows(), counts.columns(), kernels);
    return new PairSide(table, dependence(table));
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

  /**
   * The score of a pair, as if it was the only one.
   *
   * @param x position of the first column
   * @param nameX its name
   * @param y position of the second column
   * @param nameY its name
   * @param cells the joint counts
   * @param real the real side of them
   * @param generated the generated side; null where it has no rows
   */
  PairScore score(
      int x,
      String nameX,
      int y,
      String nameY,
      PairScore.Cells cells,
      PairSide real,
      @Nullable PairSide generated) {
    ContingencyTable ofReal = real.table();
    ContingencyTable other = generated == null ? ofReal : generated.table();
    return new PairScore(
        x,
        y,
        nameX,
        nameY,
        occupied(cells.labelsX().size(), ofReal::rowTotal, other::rowTotal),
        occupied(cells.labelsY().size(), ofReal::columnTotal, other::columnTotal),
        real.dependence(),
        generated == null ? null : generated.dependence(),
        generated == null ? null : compare(cells, real, generated),
        cells);
  }

  private PairComparison compare(PairScore.Cells cells, PairSide real, PairSide generated) {
    long[] p = cells.real();
    long[] q = cells.generated();
    MutualInformationChange change = real.table().mutualInformationChange(generated.table());
    SampleNoise noise = noises.of(p, q);
    return new PairComparison(
        Divergence.jsDivergence(p, q, kernels),
        new Noise(noise.pValue(), noise.pValue(), noise.jsNoiseFloor(), noise.jsOfPerfect()),
        generated.dependence().mutualInformationCorrected()
            - real.dependence().mutualInformationCorrected(),
        change.error(),
        change.pValue());
  }

  private static int occupied(int symbols, IntToLongFunction real, IntToLongFunction generated) {
    int occupied = 0;
    for (int i = 0; i < symbols; i++) {
      occupied += real.applyAsLong(i) > 0 || generated.applyAsLong(i) > 0 ? 1 : 0;
    }
    return occupied;
  }
}
