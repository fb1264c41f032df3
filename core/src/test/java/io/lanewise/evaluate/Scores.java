package io.lanewise.evaluate;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.ReferenceFitter;
import java.util.Objects;
import java.util.OptionalDouble;

/** Scores small tables as a user would, and looks into the result. */
final class Scores {

  static final long SEED = 7;

  private Scores() {}

  static Scorer scorer(ColumnSelection selection) {
    return scorer(selection, 1);
  }

  static Scorer scorer(ColumnSelection selection, int threads) {
    return new Scorer(
        selection,
        ReferenceFitter.MOST_BINS,
        PairPlan.AUTOMATIC,
        OptionalDouble.of(0.5),
        EntropyEstimator.MILLER_MADOW,
        SEED,
        threads,
        Kernels.scalar());
  }

  static Scorecard score(MemoryTable real, MemoryTable generated) {
    return score(real, generated, ColumnSelection.ALL);
  }

  static Scorecard score(MemoryTable real, MemoryTable generated, ColumnSelection selection) {
    return scorer(selection).score(real, generated, rows -> {});
  }

  static Scorecard score(MemoryColumn real, MemoryColumn generated) {
    return score(MemoryTable.of("real", real), MemoryTable.of("generated", generated));
  }

  static Comparison comparison(ColumnScore score) {
    return Objects.requireNonNull(score.comparison(), score.name());
  }
}
