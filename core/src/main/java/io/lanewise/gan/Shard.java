package io.lanewise.gan;

import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** One micro-batch of a training step: its rows, its passes, its random numbers. */
final class Shard {

  private final BinaryCrossEntropy entropy;
  private final GanLoss loss;
  private final int rows;
  private final int packs;
  private final int width;
  private final double share;
  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;
  private final Pass generator;
  private final Pass judgeOfBoth;
  private final Pass judgeOfFake;
  private final float[] labels;
  private final float[] ones;
  private final float[] zeros;
  private double realLoss;
  private double fakeLoss;
  private double generatorLoss;

  Shard(
      GanSettings settings,
      int rows,
      int batch,
      Network generator,
      Network discriminator,
      UniformRandomProvider random,
      Kernels kernels) {
    this.entropy = kernels.binaryCrossEntropy();
    this.loss = settings.loss();
    this.rows = rows;
    this.packs = rows / settings.pack();
    this.width = generator.outputs();
    this.share = (double) settings.pack() / batch;
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    this.generator = generator.pass(rows, kernels);
    this.judgeOfBoth = discriminator.pass(2 * packs, kernels);
    this.judgeOfFake = discriminator.pass(packs, kernels);
    this.labels = new float[2 * packs];
    Arrays.fill(labels, 0, packs, (float) (1 - settings.smoothing()));
    this.ones = new float[packs];
    Arrays.fill(ones, 1);
    this.zeros = new float[packs];
  }

  /** The gradient of the discriminator, of some real rows and as many generated ones. */
  void discriminate(float[] data, int[] order, int from) {
    float[] in = judgeOfBoth.input().values();
    for (int i = 0; i < rows; i++) {
      System.arraycopy(data, order[(from + i) % order.length] * width, in, i * width, width);
    }
    generate();
    System.arraycopy(generator.output().values(), 0, in, rows * width, rows * width);
    judgeOfBoth.forward(Mode.TRAINING, random);
    float[] logits = judgeOfBoth.output().values();
    realLoss = entropy.sum(logits, 0, ones, 0, packs);
    fakeLoss = entropy.sum(logits, packs, zeros, 0, packs);
    float[] slopes = judgeOfBoth.outputGradient().values();
    entropy.gradient(share, logits, 0, labels, 0, 2 * packs, slopes, 0);
    judgeOfBoth.backward(true, false);
  }

  private void generate() {
    float[] z = generator.input().values();
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) normal.sample();
    }
    generator.forward(Mode.TRAINING, random);
  }

  /** The gradient of the generator, for the rows that it has generated last. */
  void deceive() {
    float[] fake = generator.output().values();
    System.arraycopy(fake, 0, judgeOfFake.input().values(), 0, fake.length);
    judgeOfFake.forward(Mode.TRAINING, random);
    float[] logits = judgeOfFake.output().values();
    float[] target = loss.target() == 1 ? ones : zeros;
    generatorLoss = loss.sign() * entropy.sum(logits, 0, target, 0, packs);
    entropy.gradient(
        loss.sign() * share, logits, 0, target, 0, packs, judgeOfFake.outputGradient().values(), 0);
    judgeOfFake.backward(false, true);
    float[] slopes = judgeOfFake.inputGradient().values();
    System.arraycopy(slopes, 0, generator.outputGradient().values(), 0, slopes.length);
    generator.backward(true, false);
  }

  float[] discriminatorGradients() {
    return judgeOfBoth.gradients();
  }

  float[] generatorGradients() {
    return generator.gradients();
  }

  /** Sums over the packs, in nats. */
  double realLoss() {
    return realLoss;
  }

  double fakeLoss() {
    return fakeLoss;
  }

  double generatorLoss() {
    return generatorLoss;
  }

  int packs() {
    return packs;
  }
}
