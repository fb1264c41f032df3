package io.lanewise.gan;

import io.lanewise.gan.layer.LayerSpec;
import java.util.List;

/**
 * How a GAN is made and how it learns.
 *
 * @param generator units of the generator's hidden layers, each 1 to 65,536
 * @param discriminator units of the discriminator's hidden layers
 * @param latent numbers that the generator starts from, 1 to 65,536
 * @param prior how these are distributed
 * @param batch rows of a step; rounded up to whole packs
 * @param pack rows that the discriminator sees at once, 1 to 64: it then sees when many are alike
 *     (Z. Lin et al., "PacGAN: the power of two samples in generative adversarial networks",
 *     NeurIPS (2018))
 * @param loss what the generator minimises
 * @param dropout of the discriminator's hidden layers, 0 to below 1
 * @param labelSmoothing by how much the label of real rows is below 1 while the discriminator
 *     learns, 0 to below 1 (T. Salimans et al., "Improved techniques for training GANs", NIPS
 *     (2016))
 * @param softBins of each position, which the discriminator sees it by beside the position itself;
 *     0 for none, or 2 to 64
 * @param temperature of the relaxed choices, above 0
 * @param generatorOptimizer how the generator learns
 * @param discriminatorOptimizer how the discriminator learns
 * @param steadySteps steps at these rates, 0 to {@value #MOST_STEADY}; then both fall with the root
 *     of the step, {@code rate sqrt(steadySteps / t)} at step t; 0 for these rates to the end
 * @param averaging what the average of the generator's parameters keeps of itself at each step, 0
 *     to below 1; rows are generated with the average (Y. Yazici et al., "The unusual effectiveness
 *     of averaging in GAN training", ICLR (2019))
 */
public record GanSettings(
    List<Integer> generator,
    List<Integer> discriminator,
    int latent,
    Prior prior,
    int batch,
    int pack,
    GanLoss loss,
    double dropout,
    double labelSmoothing,
    int softBins,
    double temperature,
    Optimizer generatorOptimizer,
    Optimizer discriminatorOptimizer,
    int steadySteps,
    double averaging) {

  /** Most steps at full rates. */
  public static final int MOST_STEADY = 999_999_999;

  /** Most rows of a batch, units of a layer or numbers of the prior. */
  public static final int MOST = 65_536;

  /** Most rows of a pack: those of a micro-batch. */
  public static final int MOST_PACKED = GanTrainer.MICRO_BATCH;

  /** Tables with fewer rows than this for each float of a row are {@linkplain #FEW_ROWS few}. */
  public static final int ENOUGH = 200;

  /** The settings that are usual where rows are many. */
  public static final GanSettings MANY_ROWS = usual(2, 0, 1e-3);

  /**
   * The settings that are usual where rows are few: a discriminator that would soon know them by
   * heart learns slower and with gaps, and sees more of them at once.
   */
  public static final GanSettings FEW_ROWS = usual(4, 0.25, 3e-4);

  /**
   * Copies the lists and checks the ranges.
   *
   * @throws IllegalArgumentException if a setting lies outside its range
   */
  public GanSettings {
    generator = List.copyOf(generator);
    discriminator = List.copyOf(discriminator);
    generator.forEach(units -> check("units of a generator's layer", units, MOST));
    discriminator.forEach(units -> check("units of a discriminator's layer", units, MOST));
    check("latent numbers", latent, MOST);
    check("rows of a batch", batch, MOST);
    check("rows of a pack", pack, MOST_PACKED);
    checkShare("dropout", dropout);
    checkShare("label smoothing", labelSmoothing);
    checkShare("averaging", averaging);
    if (steadySteps < 0 || steadySteps > MOST_STEADY) {
      throw new IllegalArgumentException(
          "steady steps: got %d, expected 0 to %d".formatted(steadySteps, MOST_STEADY));
    }
    checkSoftBins(softBins);
    if (!(temperature > 0 && temperature <= 1000)) {
      throw new IllegalArgumentException(
          "temperature: got " + temperature + ", expected above 0 and at most 1000");
    }
  }

  static void check(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s: got %d, expected 1 to %d".formatted(what, value, most));
    }
  }

  static void checkShare(String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(what + ": got " + value + ", expected 0 to below 1");
    }
  }

  static void checkSoftBins(int value) {
    if (value != 0 && (value < 2 || value > LayerSpec.SoftBins.MOST)) {
      throw new IllegalArgumentException(
          "soft bins: got %d, expected 0 or 2 to %d".formatted(value, LayerSpec.SoftBins.MOST));
    }
  }

  /**
   * Adam as it is usual here: beta1 0, so that no step goes on where the other network no longer
   * is.
   *
   * @param learningRate the rate
   */
  public static Optimizer adam(double learningRate) {
    return Optimizer.Adam.of(learningRate, 0);
  }

  /**
   * The usual settings: {@link #FEW_ROWS} of fewer than {@value #ENOUGH} rows a float, {@link
   * #MANY_ROWS} of more.
   *
   * <p>What serves the one spoils the other. On Adult, 53 rows a float, a fast discriminator
   * without dropout knows its rows after 4,000 steps, and dependence is lost; on a narrow ring of
   * eight modes, 670 rows a float, a slow one with dropout misses one of them.
   *
   * @param rows to learn from
   * @param floats of a row
   */
  public static GanSettings usual(long rows, int floats) {
    return rows < (long) ENOUGH * floats ? FEW_ROWS : MANY_ROWS;
  }

  private static GanSettings usual(int pack, double dropout, double discriminatorRate) {
    return new GanSettings(
        List.of(256, 256),
        List.of(256, 256),
        64,
        Prior.NORMAL,
        256,
        pack,
        GanLoss.NON_SATURATING,
        dropout,
        0,
        8,
        0.5,
        adam(3e-4),
        adam(discriminatorRate),
        6_000,
        0.999);
  }

  /**
   * What is left of the rates at a step: 1, and after the steady steps {@code sqrt(steadySteps /
   * t)}.
   *
   * @param t number of the step, from 1 on
   */
  double rateShare(long t) {
    return steadySteps == 0 || t <= steadySteps ? 1 : Math.sqrt((double) steadySteps / t);
  }

  /** Rows of a step: whole packs. */
  public int packedBatch() {
    return (batch + pack - 1) / pack * pack;
  }
}
