package io.lanewise.gan;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.gan.layer.Network;
import java.util.List;
import java.util.Locale;

/**
 * What a training takes at least, told before it is taken: the floats of networks, gradients,
 * moments and passes, of rows, and of a model that is written. What the evaluator and the table's
 * reader take is not in it.
 */
record TrainingMemory(GanSettings settings, RowLayout layout) {

  /** Rows that the discriminator is asked about at once are packs of a judge. */
  private static final int JUDGED = 256;

  private static final double MEBIBYTE = 1 << 20;

  /** Of an array; a model becomes an array of bytes before it becomes a file. */
  private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  /**
   * Fails where there is not enough.
   *
   * @param roles of the rows, of which none is dealt yet
   * @param limitBytes what Java may take
   * @throws MemoryException that tells both
   */
  void check(RowRoles roles, long limitBytes) {
    check(Math.max(generator(), discriminator()));
    checkModel(Float.BYTES * modelFloats());
    check(bytes(roles), limitBytes, "smaller layers, batches or packs need less");
  }

  /** Fails where so many parameters are more than an array holds. */
  static void check(double most) {
    if (most > MOST_ELEMENTS) {
      throw new MemoryException(
          String.format(
              Locale.ROOT,
              "a network has %,.0f parameters, expected at most %,d, as an array holds",
              most,
              MOST_ELEMENTS),
          true);
    }
  }

  private static void checkModel(double bytes) {
    if (bytes > MOST_ELEMENTS) {
      throw new MemoryException(
          String.format(
              Locale.ROOT,
              "a model of at least %,.0f MiB, expected at most %,d MiB, as a file holds; smaller"
                  + " layers need less",
              Math.ceil(bytes / MEBIBYTE),
              MOST_ELEMENTS >> 20),
          true);
    }
  }

  /** Fails where so many bytes are more than there may be. */
  static void check(double bytes, long limitBytes, String remedy) {
    if (bytes > limitBytes) {
      throw new MemoryException(
          String.format(
              Locale.ROOT,
              "training needs at least %,.0f MiB of memory, expected at most %,.0f MiB; %s",
              Math.ceil(bytes / MEBIBYTE),
              Math.floor(limitBytes / MEBIBYTE),
              remedy),
          false);
    }
  }

  private double bytes(RowRoles roles) {
    int pack = settings.pack();
    int microBatch = Math.min(GanTrainer.MICRO_BATCH / pack * pack, settings.packedBatch());
    double shards = Math.ceil((double) settings.packedBatch() / microBatch);
    List<LayerSpec> generator = Architecture.generator(settings, layout, StructuralZeros.NONE);
    List<LayerSpec> discriminator = Architecture.discriminator(settings, layout);
    double judged = judged();
    double g = generator();
    double d = discriminator();
    double packs = (double) microBatch / pack;
    double shard =
        pass(settings.latent(), generator, microBatch)
            + pass(judged, discriminator, 2 * packs)
            + pass(judged, discriminator, packs);
    // The parameters, sums of gradients and two moments; of the generator, average, best and next.
    double learners = 7 * g + 4 * d;
    double looking =
        pass(settings.latent(), generator, RowGenerator.BATCH)
            + pass(judged, discriminator, JUDGED);
    // As tensors, and as the bytes of a file.
    double model = 2 * modelFloats();
    double table = (double) layout.width() * (roles.learn() + 2.0 * roles.held());
    return Float.BYTES * (shards * shard + learners + looking + model + table);
  }

  /** The best generator, the one that learns, its average; parameters and two moments of both. */
  private double modelFloats() {
    return 5 * generator() + 3 * discriminator();
  }

  private double generator() {
    return parameters(
        settings.latent(), Architecture.generator(settings, layout, StructuralZeros.NONE));
  }

  private double discriminator() {
    return parameters(judged(), Architecture.discriminator(settings, layout));
  }

  /** Numbers of a pack. */
  private double judged() {
    return (double) layout.width() * settings.pack();
  }

  static double parameters(double inputs, List<LayerSpec> layers) {
    return inputs > Integer.MAX_VALUE
        ? Double.POSITIVE_INFINITY
        : Network.parameterCount((int) inputs, layers);
  }

  /** Numbers and their derivatives between all layers, and gradients of the parameters. */
  static double pass(double inputs, List<LayerSpec> layers, double rows) {
    double widths = inputs;
    int width = (int) inputs;
    for (LayerSpec layer : layers) {
      width = layer.outputs(width);
      widths += width;
    }
    return parameters(inputs, layers) + 2 * rows * widths;
  }
}
