package io.lanewise.gan;

import io.lanewise.kernel.AdamSettings;
import java.util.List;

/**
 * How a GAN is made and trained.
 *
 * @param generator units of the generator's hidden layers
 * @param discriminator units of the discriminator's hidden layers
 * @param latent numbers that the generator starts from, normal and independent
 * @param batch rows of a step
 * @param pack rows that the discriminator sees at once (Z. Lin et al., "PacGAN", NeurIPS (2018))
 * @param loss what the generator minimises
 * @param dropout of the discriminator's hidden layers
 * @param smoothing by which the label of real rows is below 1 while the discriminator learns
 * @param temperature of the relaxed choices
 * @param generatorAdam how the generator learns
 * @param discriminatorAdam how the discriminator learns
 * @param averaging what the average of the generator's parameters keeps of itself at each step
 */
public record GanSettings(
    List<Integer> generator,
    List<Integer> discriminator,
    int latent,
    int batch,
    int pack,
    GanLoss loss,
    double dropout,
    double smoothing,
    double temperature,
    AdamSettings generatorAdam,
    AdamSettings discriminatorAdam,
    double averaging) {

  /** The defaults. */
  public static final GanSettings USUAL =
      new GanSettings(
          List.of(128, 128),
          List.of(128, 128),
          64,
          256,
          1,
          GanLoss.NON_SATURATING,
          0,
          0,
          0.5,
          new AdamSettings(2e-4, 0.5, 0.999, 1e-8),
          new AdamSettings(2e-4, 0.5, 0.999, 1e-8),
          0.999);
}
