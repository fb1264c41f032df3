package io.lanewise.cli;

import io.lanewise.gan.GanLoss;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.Prior;
import io.lanewise.report.ModelContents;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how the networks are made, and how they learn. */
final class NetworkOptions {

  private static final GanSettings USUAL = GanSettings.USUAL;
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
          "rows that the discriminator sees at once, 1 to 64; more see a collapse (default:"
              + " ${DEFAULT-VALUE})")
  private int pack = USUAL.pack();

  @Option(
      names = "--dropout",
      paramLabel = "X",
      converter = DecimalNumber.Share.class,
      description =
          "share of the discriminator's hidden numbers that a step leaves out, 0 to below 1"
              + " (default: 0.5 for tables of fewer than 200 rows a float, else 0)")
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
      description =
          "how fast the generator learns, above 0 (default: ${DEFAULT-VALUE}; with sgd" + " 0.01)")
  private double generatorRate = USUAL.generatorOptimizer().learningRate();

  @Option(
      names = "--discriminator-rate",
      paramLabel = "X",
      converter = DecimalNumber.Rate.class,
      description =
          "how fast the discriminator learns (default: ${DEFAULT-VALUE}; with sgd" + " 0.01)")
  private double discriminatorRate = USUAL.discriminatorOptimizer().learningRate();

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

  /** The settings of a new training. */
  GanSettings settings(CommandSpec command) {
    return new GanSettings(
        generator.units(),
        discriminator.units(),
        latent,
        prior,
        batch,
        pack,
        loss,
        dropout(),
        labelSmoothing,
        softBins,
        USUAL.temperature(),
        optimizer(command, "--generator-rate", generatorRate),
        optimizer(command, "--discriminator-rate", discriminatorRate),
        averaging);
  }

  private OptionalDouble dropout() {
    return dropout == null ? OptionalDouble.empty() : OptionalDouble.of(dropout);
  }

  private Optimizer optimizer(CommandSpec command, String option, double rate) {
    boolean chosen = command.commandLine().getParseResult().hasMatchedOption(option);
    return optimizer.at(optimizer == OptimizerName.SGD && !chosen ? SGD_RATE : rate);
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
    options.refuse(
        "--dropout", ModelContents.dropout(dropout()), ModelContents.dropout(trained.dropout()));
    options.refuse("--soft-bins", softBins, trained.softBins());
    options.refuse("--batch", batch, trained.batch());
    options.refuse("--loss", LossName.of(loss), LossName.of(trained.loss()));
    options.refuse("--optimizer", optimizer, OptimizerName.of(trained.generatorOptimizer()));
    options.refuse("--generator-rate", generatorRate, trained.generatorOptimizer().learningRate());
    options.refuse(
        "--discriminator-rate", discriminatorRate, trained.discriminatorOptimizer().learningRate());
    options.refuse("--label-smoothing", labelSmoothing, trained.labelSmoothing());
    options.refuse("--averaging", averaging, trained.averaging());
  }
}
