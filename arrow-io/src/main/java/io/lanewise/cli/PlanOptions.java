package io.lanewise.cli;

import io.lanewise.gan.GanModel;
import io.lanewise.gan.StopRule;
import io.lanewise.gan.TrainingOrigin;
import io.lanewise.gan.TrainingPlan;
import io.lanewise.report.InformationUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long a training goes on. */
final class PlanOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = WholeNumber.Epochs.class,
      description =
          "end after N looks at every row (default: as many as make about 24000 steps, at least"
              + " 10)")
  private @Nullable Integer epochs;

  @Option(
      names = "--every",
      paramLabel = "N",
      converter = WholeNumber.Epochs.class,
      description =
          "a line every N epochs (default: as few as give at most 100 lines, at least 100 steps"
              + " apart)")
  private @Nullable Integer every;

  @Option(
      names = "--patience",
      paramLabel = "N",
      converter = WholeNumber.Epochs.class,
      description = "end when N lines brought no better score (default:" + " ${DEFAULT-VALUE})")
  private int patience = TrainingPlan.USUAL_PATIENCE;

  @Option(
      names = "--stop-when",
      paramLabel = "RULE",
      description = "end when a line meets RULE, like 'js<0.01'")
  private @Nullable String stopWhen;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of all random numbers (default: 0)")
  private Seed seed = new Seed(0);

  /** The rule to stop at; its limit may be information in a unit. */
  Optional<StopRule> rule(InformationUnit unit) {
    if (stopWhen == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(StopRule.parse(stopWhen, 1 / unit.of(1)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--stop-when: " + e.getMessage());
    }
  }

  /** The plan of a new training. */
  TrainingPlan plan(long rows, int batch, Optional<StopRule> rule, int threads) {
    int most = most(rows, batch);
    int distance = every == null ? TrainingPlan.usualEvery(most, rows, batch) : every;
    return new TrainingPlan(most, distance, patience, rule, seed.value(), threads);
  }

  /** The plan of a training that goes on from a model. */
  TrainingPlan resumed(GanModel model, Optional<StopRule> rule, int threads) {
    int most = most(model.origin().rows(), model.settings().batch());
    return new TrainingPlan(
        most, model.origin().every(), patience, rule, model.origin().seed(), threads);
  }

  private int most(long rows, int batch) {
    return epochs == null ? TrainingPlan.usualEpochs(rows, batch) : epochs;
  }

  /** Fails where something was chosen that a model was not trained with. */
  void refuseOther(TrainingOrigin trained, Chosen options) {
    options.refuse("--every", every == null ? 0 : every, trained.every());
    options.refuse("--seed", seed.value(), trained.seed());
  }
}
