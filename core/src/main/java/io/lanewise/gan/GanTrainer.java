package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * Trains a generator against a discriminator on rows of floats.
 *
 * <p>A step takes a batch of real rows and generates as many. The discriminator moves up the value
 * function while the generator stays as it is; then the generator moves down its loss, by the same
 * rows, while the discriminator stays.
 *
 * <p>A batch is cut into micro-batches of up to {@value #MICRO_BATCH} rows, each with random
 * numbers of its own; gradients are added up in their order. So the bits of a step depend on
 * settings, data and seed, not on threads or kernels. With vector kernels a step allocates nothing
 * once its code is compiled; scalar ones allocate the lanes of their sums.
 *
 * <p>One thread at a time; its helpers are daemons and end with {@link #close}.
 */
public final class GanTrainer implements AutoCloseable {

  /** Most rows of a micro-batch. */
  static final int MICRO_BATCH = 64;

  private final GanSettings settings;
  private final StructuralZeros zeros;
  private final Network generator;
  private final Network discriminator;
  private final float[] average;
  private final float[] rows;
  private final RowOrder order;
  private final int microBatch;
  private final Shard[] shards;
  private final float[][] discriminatorGradients;
  private final float[][] generatorGradients;
  private final Learner discriminatorLearner;
  private final Learner generatorLearner;
  private final Crew crew;
  private long steps;

  private final Crew.Work judge = this::judge;
  private final Crew.Work improveDiscriminator = this::improveDiscriminator;
  private final Crew.Work deceive = this::deceive;
  private final Crew.Work improveGenerator = this::improveGenerator;

  /**
   * Prepares a training; everything that its steps need is allocated here.
   *
   * @param settings of networks and learning
   * @param layout of the rows
   * @param rows real rows, one after the other; not copied, and not to be changed
   * @param seed of all random numbers
   * @param threads most threads that work at once, the caller's included; no more than there are
   *     micro-batches
   * @param kernels who computes
   * @throws IllegalArgumentException if there is no whole row
   */
  public GanTrainer(
      GanSettings settings,
      RowLayout layout,
      float[] rows,
      long seed,
      int threads,
      Kernels kernels) {
    int width = layout.width();
    if (width == 0 || rows.length == 0 || rows.length % width != 0) {
      throw new IllegalArgumentException(
          "%d floats, expected at least one row of %d and no part of one"
              .formatted(rows.length, width));
    }
    this.settings = settings;
    this.rows = rows;
    this.zeros = StructuralZeros.of(layout, rows);
    RandomNumbers source = new RandomNumbers(seed);
    this.order = new RowOrder(rows.length / width, source.next());
    RestorableUniformRandomProvider weights = source.next();
    this.generator =
        Network.initial(
            settings.latent(), Architecture.generator(settings, layout, zeros), weights);
    this.discriminator =
        Network.initial(
            width * settings.pack(), Architecture.discriminator(settings, layout), weights);
    this.average = generator.parameters().clone();
    this.microBatch = MICRO_BATCH / settings.pack() * settings.pack();
    int batch = settings.packedBatch();
    this.shards = new Shard[(batch + microBatch - 1) / microBatch];
    this.discriminatorGradients = new float[shards.length][];
    this.generatorGradients = new float[shards.length][];
    for (int i = 0; i < shards.length; i++) {
      int size = Math.min(microBatch, batch - i * microBatch);
      shards[i] = new Shard(settings, size, generator, discriminator, source.next(), kernels);
      discriminatorGradients[i] = shards[i].discriminatorGradients();
      generatorGradients[i] = shards[i].generatorGradients();
    }
    this.discriminatorLearner =
        new Learner(discriminator, settings.discriminatorOptimizer(), kernels.adamStep());
    this.generatorLearner =
        new Learner(generator, settings.generatorOptimizer(), kernels.adamStep());
    this.crew = new Crew(Math.min(threads, shards.length));
  }

  /** Learns from the next batch. */
  public void step() {
    order.advance(settings.packedBatch());
    steps++;
    learnToDiscriminate();
    learnToGenerate();
  }

  /** A step of the discriminator, while the generator stays as it is. */
  void learnToDiscriminate() {
    crew.run(judge);
    discriminatorLearner.begin(steps, settings.rateShare(steps));
    crew.run(improveDiscriminator);
  }

  /** A step of the generator, while the discriminator stays as it is. */
  void learnToGenerate() {
    crew.run(deceive);
    generatorLearner.begin(steps, settings.rateShare(steps));
    crew.run(improveGenerator);
  }

  private void judge(int part) {
    for (int i = part; i < shards.length; i += crew.threads()) {
      shards[i].judge(rows, order, i * microBatch);
    }
  }

  private void deceive(int part) {
    for (int i = part; i < shards.length; i += crew.threads()) {
      shards[i].deceive();
    }
  }

  private void improveDiscriminator(int part) {
    int size = discriminator.parameters().length;
    discriminatorLearner.step(
        discriminatorGradients, crew.begin(part, size), crew.begin(part + 1, size));
  }

  private void improveGenerator(int part) {
    float[] parameters = generator.parameters();
    int from = crew.begin(part, parameters.length);
    int to = crew.begin(part + 1, parameters.length);
    generatorLearner.step(generatorGradients, from, to);
    // The plain mean at first: the beginning is not to be remembered for ever.
    float change = (float) Math.max(1 - settings.averaging(), 1.0 / steps);
    for (int i = from; i < to; i++) {
      average[i] += change * (parameters[i] - average[i]);
    }
  }

  /** Steps so far. */
  public long steps() {
    return steps;
  }

  /** Steps that look at every row once; at least 1. */
  public int stepsPerEpoch() {
    return Math.max(1, order.size() / settings.packedBatch());
  }

  /**
   * What the last step saw: of each row when the discriminator had not yet learnt from it, but with
   * its dropout.
   */
  public StepLosses losses() {
    double real = 0;
    double generated = 0;
    double deceived = 0;
    for (Shard shard : shards) {
      real += shard.realLoss();
      generated += shard.generatedLoss();
      deceived += shard.generatorLoss();
    }
    double packs = (double) settings.packedBatch() / settings.pack();
    return new StepLosses((real + generated) / packs, deceived / packs);
  }

  /** Whether all parameters are finite numbers. */
  boolean isFinite() {
    return isFinite(discriminator.parameters())
        && isFinite(generator.parameters())
        && isFinite(average);
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** What never comes together in the rows, and is never generated. */
  public StructuralZeros zeros() {
    return zeros;
  }

  /** The discriminator, which goes on learning. */
  public Network discriminator() {
    return discriminator;
  }

  /** The generator, which goes on learning. */
  public Network generator() {
    return generator;
  }

  /** A copy of the generator with averaged parameters. */
  public Network averagedGenerator() {
    Network copy = Network.zero(generator.inputs(), generator.layers());
    System.arraycopy(average, 0, copy.parameters(), 0, average.length);
    return copy;
  }

  /** Keeps all that the next step depends on. */
  void save(Entries entries) {
    entries.put("steps", Tensor.ofCounts(new long[] {steps}));
    entries.put("average", Tensor.of(average));
    discriminatorLearner.save(entries, "discriminator");
    generatorLearner.save(entries, "generator");
    order.save(entries);
    for (int i = 0; i < shards.length; i++) {
      RandomNumbers.save(entries, "random." + i, shards[i].random());
    }
  }

  /**
   * Goes on where another training with the same settings and rows was saved.
   *
   * @throws IllegalArgumentException if it had others
   */
  void restore(Entries entries) {
    steps = entries.numbers("steps", 1, Long.MAX_VALUE)[0];
    entries.floats("average", average);
    discriminatorLearner.restore(entries, "discriminator");
    generatorLearner.restore(entries, "generator");
    order.restore(entries);
    for (int i = 0; i < shards.length; i++) {
      RandomNumbers.restore(entries, "random." + i, shards[i].random());
    }
  }

  /** Ends the helping threads. */
  @Override
  public void close() {
    crew.close();
  }
}
