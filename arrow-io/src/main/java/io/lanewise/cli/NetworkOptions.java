package io.lanewise.cli;

import io.lanewise.gan.GanLoss;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.Prior;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the networks are made, and how they learn. */
final class NetworkOptions {

  private static final GanSettings USUAL = GanSettings.MANY_ROWS;
  private static final String FEW_ROWS =
      " tables of fewer than " + GanSettings.ENOUGH + " rows a float";
  private static final double SGD_RATE = 0.01;

  @Option(
      names = "--generator",
      paramLabel = "N,N",
      converter = HiddenLayers.Converter.class,
      description =
          "units of the generator's hidden layers, 1 to 65536 each, or none (default:"
              + " ${DEFAULT-VALUE})")
  private HiddenLayers generator = new HiddenLayers(USUAL.generator());

  @Option(
      names = "--discriminator",
      paramLabel = "N,N",
      converter = HiddenLayers.Converter.class,
      description = "the same of the discriminator (default: ${DEFAULT-VALUE})")
  private HiddenLayers discriminator = new HiddenLayers(USUAL.discriminator());

  @Option(
      names = "--latent",
      paramLabel = "N",
      converter = WholeNumber.Width.class,
      description =
          "random numbers that a row is made from, 1 to 65536 (default: ${DEFAULT-VALUE})")
  private int latent = USUAL.latent();

  @Option(
      names = "--prior",
      paramLabel = "NAME",
      description = "how these are distributed: normal (default) or uniform")
  private Prior prior = USUAL.prior();

  @Option(
      names = "--pack",
      paramLabel = "N",
      converter = WholeNumber.Pack.class,
      description =
          "rows that the discriminator sees at once, 1 to 64; more see a collapse (default: 4 for"
              + FEW_ROWS
              + ", else 2)")
  private @Nullable Integer pack;

  @Option(
      names = "--dropout",
      paramLabel = "X",
      converter = DecimalNumber.Share.class,
      description =
          "share of the discriminator's hidden numbers that a step leaves out, 0 to below 1"
              + " (default: 0.25 for"
              + FEW_ROWS
              + ", else 0)")
  private @Nullable Double dropout;

  @Option(
      names = "--soft-bins",
      paramLabel = "N",
      converter = WholeNumber.SoftBins.class,
      description =
          "bins by which the discriminator sees numbers beside their position, 0 for none, or 2 to"
              + " 64 (default: ${DEFAULT-VALUE})")
  private int softBins = USUAL.softBins();

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = WholeNumber.Width.class,
      description =
          "rows of a step, 1 to 65536; rounded up to whole packs (default: ${DEFAULT-VALUE})")
  private int batch = USUAL.batch();

  @Option(
      names = "--loss",
      paramLabel = "NAME",
      converter = LossName.Converter.class,
      completionCandidates = LossName.Words.class,
      description = "what the generator minimises: minimax or non-saturating (default)")
  private GanLoss loss = USUAL.loss();

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "adam (default; beta1 0) or sgd (without momentum)")
  private OptimizerName optimizer = OptimizerName.of(USUAL.generatorOptimizer());

  @Option(
      names = "--generator-rate",
      paramLabel = "X",
      converter = DecimalNumber.Rate.class,
      description = "how fast the generator learns, above 0 (default: 3e-4; with sgd 0.01)")
  private @Nullable Double generatorRate;

  @Option(
      names = "--discriminator-rate",
      paramLabel = "X",
      converter = DecimalNumber.Rate.class,
      description =
          "how fast the discriminator learns (default: 3e-4 for"
              + FEW_ROWS
              + ", else 1e-3; with sgd 0.01)")
  private @Nullable Double discriminatorRate;

  @Option(
      names = "--steady-steps",
      paramLabel = "N",
      converter = WholeNumber.SteadySteps.class,
      description =
          "steps at these rates, after which both fall with the root of the step; 0 for these rates"
              + " to the end (default: ${DEFAULT-VALUE})")
  private int steadySteps = USUAL.steadySteps();

  @Option(
      names = "--label-smoothing",
      paramLabel = "X",
      converter = DecimalNumber.Share.class,
      description =
          "how far the label of real rows is below 1, 0 to below 1 (default:"
              + " ${DEFAULT-VALUE})")
  private double labelSmoothing = USUAL.labelSmoothing();

  @Option(
      names = "--averaging",
      paramLabel = "X",
      converter = DecimalNumber.Share.class,
      description =
          "what the generator that is kept keeps of itself at each step, 0 to below 1 (default:"
              + " ${DEFAULT-VALUE})")
  private double averaging = USUAL.averaging();

  /** The settings of a new training: what was chosen, and what is usual for the rows. */
  GanSettings settings(long rows, int floats) {
    GanSettings usual = GanSettings.usual(rows, floats);
    return new GanSettings(
        generator.units(),
        discriminator.units(),
        latent,
        prior,
        batch,
        Objects.requireNonNullElse(pack, usual.pack()),
        loss,
        Objects.requireNonNullElse(dropout, usual.dropout()),
        labelSmoothing,
        softBins,
        usual.temperature(),
        optimizer.at(rate(generatorRate, usual.generatorOptimizer())),
        optimizer.at(rate(discriminatorRate, usual.discriminatorOptimizer())),
        steadySteps,
        averaging);
  }

  private double rate(@Nullable Double chosen, Optimizer usual) {
    if (chosen != null) {
      return chosen;
    }
    return optimizer == OptimizerName.SGD ? SGD_RATE : usual.learningRate();
  }

  /** Rows of a step. */
  int batch() {
    return batch;
  }

  /**
   * Fails where something was chosen that a model was not trained with.
   *
   * @param trained what it was trained with
   */
  void refuseOther(GanSettings trained, Chosen options) {
    options.refuse("--generator", generator, new HiddenLayers(trained.generator()));
    options.refuse("--discriminator", discriminator, new HiddenLayers(trained.discriminator()));
    options.refuse("--latent", latent, trained.latent());
    options.refuse("--prior", prior, trained.prior());
    options.refuse("--pack", pack, trained.pack());
    options.refuse("--dropout", dropout, trained.dropout());
    options.refuse("--soft-bins", softBins, trained.softBins());
    options.refuse("--batch", batch, trained.batch());
    options.refuse("--loss", LossName.of(loss), LossName.of(trained.loss()));
    options.refuse("--optimizer", optimizer, OptimizerName.of(trained.generatorOptimizer()));
    options.refuse("--generator-rate", generatorRate, trained.generatorOptimizer().learningRate());
    options.refuse(
        "--discriminator-rate", discriminatorRate, trained.discriminatorOptimizer().learningRate());
    options.refuse("--steady-steps", steadySteps, trained.steadySteps());
    options.refuse("--label-smoothing", labelSmoothing, trained.labelSmoothing());
    options.refuse("--averaging", averaging, trained.averaging());
  }
}
