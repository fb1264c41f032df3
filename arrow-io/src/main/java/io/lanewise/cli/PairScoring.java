package io.lanewise.cli;

import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which pairs of columns are scored, and how information is corrected. */
final class PairScoring {

  @Mixin private PairOptions pairs;

  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      converter = Estimator.Converter.class,
      completionCandidates = Estimator.Words.class,
      description =
          "correct entropy and mutual information by NAME: ${COMPLETION-CANDIDATES} (default:"
              + " miller-madow)")
  private EntropyEstimator estimator = EntropyEstimator.MILLER_MADOW;

  /** The pairs to score, of as many columns. */
  PairPlan plan(int columns) {
    return pairs.plan(columns);
  }

  EntropyEstimator estimator() {
    return estimator;
  }
}
