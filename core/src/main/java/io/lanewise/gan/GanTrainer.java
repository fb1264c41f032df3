package io.lanewise.gan;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Trains a generator against a discriminator. */
public final class GanTrainer implements AutoCloseable {

  /** Most rows of a micro-batch. */
  static final int MICRO_BATCH = 64;

  private static final int LINE = 16;

  private final GanSettings settings;
  private final Network generator;
  private final Network discriminator;
  private final float[] average;
  private final float[] data;
  private final int[] order;
  private final UniformRandomProvider shuffle;
  private final Shard[] shards;
  private final float[][] discriminatorParts;
  private final float[][] generatorParts;
  private final Learner discriminatorLearner;
  private final Learner generatorLearner;
  private final int batch;
  private final Crew crew;
  private long step;
  private int at;

  public GanTrainer(
      GanSettings settings,
      RowLayout layout,
      float[] data,
      long seed,
      int threads,
      Kernels kernels) {
    this.settings = settings;
    int width = layout.width();
    JumpableUniformRandomProvider source =
        (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    this.shuffle = source.jump();
    UniformRandomProvider weights = source.jump();
    List<LayerSpec> g = new ArrayList<>();
    for (int units : settings.generator()) {
      g.add(new LayerSpec.Dense(units, Activation.RELU));
    }
    g.add(new LayerSpec.Dense(width, Activation.IDENTITY));
    g.add(new LayerSpec.RowHead(layout, settings.temperature(), false));
    this.generator = Network.initial(settings.latent(), g, weights);
    List<LayerSpec> d = new ArrayList<>();
    for (int units : settings.discriminator()) {
      d.add(new LayerSpec.Dense(units, Activation.leakyRelu(0.2f)));
      if (settings.dropout() > 0) {
        d.add(new LayerSpec.Dropout(settings.dropout()));
      }
    }
    d.add(new LayerSpec.Dense(1, Activation.IDENTITY));
    this.discriminator = Network.initial(width * settings.pack(), d, weights);
    this.average = generator.parameters().clone();
    this.data = data;
    this.order = new int[data.length / width];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int micro = Math.max(1, MICRO_BATCH / settings.pack()) * settings.pack();
    this.batch = (settings.batch() + settings.pack() - 1) / settings.pack() * settings.pack();
    shards = new Shard[(batch + micro - 1) / micro];
    for (int i = 0; i < shards.length; i++) {
      int rows = Math.min(micro, batch - i * micro);
      shards[i] =
          new Shard(settings, rows, batch, generator, discriminator, source.jump(), kernels);
    }
    discriminatorParts = new float[shards.length][];
    generatorParts = new float[shards.length][];
    for (int i = 0; i < shards.length; i++) {
      discriminatorParts[i] = shards[i].discriminatorGradients();
      generatorParts[i] = shards[i].generatorGradients();
    }
    discriminatorLearner =
        new Learner(discriminator, settings.discriminatorAdam(), kernels.adamStep());
    generatorLearner = new Learner(generator, settings.generatorAdam(), kernels.adamStep());
    crew = new Crew(Math.min(threads, shards.length));
    this.micro = micro;
    at = order.length;
  }

  private final int micro;
  private final Crew.Work discriminate = this::discriminate;
  private final Crew.Work deceive = this::deceive;
  private final Crew.Work judge = this::improveDiscriminator;
  private final Crew.Work create = this::improveGenerator;

  public void step() {
    if (at + batch > order.length) {
      shuffle();
      at = 0;
    }
    step++;
    crew.run(discriminate);
    crew.run(judge);
    crew.run(deceive);
    crew.run(create);
    at += batch;
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = shuffle.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }

  private void discriminate(int part) {
    for (int i = part; i < shards.length; i += crew.threads()) {
      shards[i].discriminate(data, order, at + i * micro);
    }
  }

  private void deceive(int part) {
    for (int i = part; i < shards.length; i += crew.threads()) {
      shards[i].deceive();
    }
  }

  private void improveDiscriminator(int part) {
    int size = discriminatorLearner.size();
    discriminatorLearner.step(step, discriminatorParts, begin(part, size), begin(part + 1, size));
  }

  private void improveGenerator(int part) {
    int size = generatorLearner.size();
    int from = begin(part, size);
    int to = begin(part + 1, size);
    generatorLearner.step(step, generatorParts, from, to);
    float kept = (float) Math.min(settings.averaging(), (step - 1.0) / step);
    float[] parameters = generator.parameters();
    for (int i = from; i < to; i++) {
      average[i] += (1 - kept) * (parameters[i] - average[i]);
    }
  }

  /** Whole lines of memory, so that two threads write to none together. */
  private int begin(int part, int size) {
    int lines = (size + LINE - 1) / LINE;
    return Math.min(size, (int) ((long) lines * part / crew.threads()) * LINE);
  }

  public Network generator() {
    return generator;
  }

  /** The generator with averaged parameters. */
  public Network averaged() {
    Network network = Network.zero(generator.inputs(), generator.layers());
    System.arraycopy(average, 0, network.parameters(), 0, average.length);
    System.arraycopy(generator.averages(), 0, network.averages(), 0, generator.averages().length);
    return network;
  }

  public Network discriminator() {
    return discriminator;
  }

  public double discriminatorLoss() {
    double sum = 0;
    int packs = 0;
    for (Shard shard : shards) {
      sum += shard.realLoss() + shard.fakeLoss();
      packs += shard.packs();
    }
    return sum / packs;
  }

  public double generatorLoss() {
    double sum = 0;
    int packs = 0;
    for (Shard shard : shards) {
      sum += shard.generatorLoss();
      packs += shard.packs();
    }
    return sum / packs;
  }

  public long steps() {
    return step;
  }

  @Override
  public void close() {
    crew.close();
  }
}
