package io.lanewise.gan;

import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** One micro-batch of a training step: its rows, its passes, its random numbers. */
final class Shard {

  private final BinaryCrossEntropy entropy;
  private final GanLoss loss;
  private final int rows;
  private final int packs;
  private final int width;
  private final double share;
  private final Prior prior;
  private final RestorableUniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;
  private final Pass generator;
  private final Lesson lesson;
  private final Pass judgeOfGenerated;
  private final float[] wanted;
  private double generatorLoss;

  Shard(
      GanSettings settings,
      int rows,
      Network generator,
      Network discriminator,
      RestorableUniformRandomProvider random,
      Kernels kernels) {
    this.entropy = kernels.binaryCrossEntropy();
    this.loss = settings.loss();
    this.rows = rows;
    this.packs = rows / settings.pack();
    this.width = generator.outputs();
    this.share = (double) settings.pack() / settings.packedBatch();
    this.prior = settings.prior();
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    this.generator = generator.pass(rows, kernels);
    this.lesson = new Lesson(discriminator, packs, settings.labelSmoothing(), share, kernels);
    this.judgeOfGenerated = discriminator.pass(packs, kernels);
    this.wanted = loss.labels(packs);
  }

  /** The gradient of the discriminator, of some real rows and as many generated ones. */
  void judge(float[] real, RowOrder order, int from) {
    float[] in = lesson.rows();
    for (int i = 0; i < rows; i++) {
      System.arraycopy(real, order.row(from + i) * width, in, i * width, width);
    }
    generate();
    System.arraycopy(generator.output().values(), 0, in, rows * width, rows * width);
    lesson.learn(random);
  }

  private void generate() {
    prior.fill(generator.input().values(), random, normal);
    generator.forward(Mode.TRAINING, random);
  }

  /** The gradient of the generator, for the rows that it has generated last. */
  void deceive() {
    float[] fake = generator.output().values();
    System.arraycopy(fake, 0, judgeOfGenerated.input().values(), 0, fake.length);
    judgeOfGenerated.forward(Mode.TRAINING, random);
    float[] logits = judgeOfGenerated.output().values();
    generatorLoss = loss.sum(entropy, logits, wanted, packs);
    loss.gradient(
        entropy, share, logits, wanted, packs, judgeOfGenerated.outputGradient().values());
    judgeOfGenerated.backward(false, true);
    float[] slopes = judgeOfGenerated.inputGradient().values();
    System.arraycopy(slopes, 0, generator.outputGradient().values(), 0, slopes.length);
    generator.backward(true, false);
  }

  RestorableUniformRandomProvider random() {
    return random;
  }

  float[] discriminatorGradients() {
    return lesson.gradients();
  }

  float[] generatorGradients() {
    return generator.gradients();
  }

  /** Sums over the packs, in nats. */
  double realLoss() {
    return lesson.realLoss();
  }

  double generatedLoss() {
    return lesson.generatedLoss();
  }

  double generatorLoss() {
    return generatorLoss;
  }
}
