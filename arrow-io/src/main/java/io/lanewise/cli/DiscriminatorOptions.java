package io.lanewise.cli;

import io.lanewise.gan.ClassifierSettings;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a discriminator is made without a generator, and how it learns. */
final class DiscriminatorOptions {

  private static final ClassifierSettings USUAL = ClassifierSettings.USUAL;

  @Option(
      names = "--discriminator",
      paramLabel = "N,N",
      converter = HiddenLayers.Converter.class,
      description =
          "units of its hidden layers, 1 to 65536 each, or none (default: ${DEFAULT-VALUE})")
  private HiddenLayers hidden = new HiddenLayers(USUAL.hidden());

  @Option(
      names = "--dropout",
      paramLabel = "X",
      converter = DecimalNumber.Share.class,
      description =
          "share of its hidden numbers that a step leaves out, 0 to below 1 (default: 0.25 for"
              + " fewer than 200 rows a float, else 0)")
  private @Nullable Double dropout;

  @Option(
      names = "--soft-bins",
      paramLabel = "N",
      converter = WholeNumber.SoftBins.class,
      description =
          "bins by which it sees numbers beside their position, 0 for none, or 2 to 64 (default:"
              + " ${DEFAULT-VALUE})")
  private int softBins = USUAL.softBins();

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = WholeNumber.Width.class,
      description = "rows of each side in a step, 1 to 65536 (default: ${DEFAULT-VALUE})")
  private int batch = USUAL.batch();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = WholeNumber.Epochs.class,
      description = "learn from every row at most N times (default: as often as makes 10000 steps)")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      converter = WholeNumber.Epochs.class,
      description =
          "end when N looks at rows held back for that brought no better V (default:"
              + " ${DEFAULT-VALUE})")
  private int patience = USUAL.patience();

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = RowCount.Converter.class,
      description =
          "use at most N rows of each side, such as 50k (default: as many as both sides have and"
              + " memory holds)")
  private @Nullable RowCount rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of all random numbers (default: 0)")
  private Seed seed = new Seed(0);

  long seed() {
    return seed.value();
  }

  ClassifierSettings settings() {
    try {
      return new ClassifierSettings(
          hidden.units(),
          softBins,
          dropout == null ? OptionalDouble.empty() : OptionalDouble.of(dropout),
          batch,
          epochs == null ? USUAL.epochs() : OptionalInt.of(epochs),
          patience,
          rows == null ? USUAL.mostRows() : rows.rows());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
