package io.lanewise.gan;

import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Some packs of real rows and as many of generated ones, that a discriminator learns from. */
final class Lesson {

  private final BinaryCrossEntropy entropy;
  private final int packs;
  private final double share;
  private final Pass pass;
  private final float[] labels;
  private final float[] ones;
  private final float[] zeros;
  private double realLoss;
  private double generatedLoss;

  /**
   * A lesson without rows.
   *
   * @param packs of each side
   * @param smoothing by how much the label of real rows is below 1
   * @param share what a pack weighs in the gradient
   */
  Lesson(Network discriminator, int packs, double smoothing, double share, Kernels kernels) {
    this.entropy = kernels.binaryCrossEntropy();
    this.packs = packs;
    this.share = share;
    this.pass = discriminator.pass(2 * packs, kernels);
    this.labels = new float[2 * packs];
    Arrays.fill(labels, 0, packs, (float) (1 - smoothing));
    this.ones = new float[packs];
    Arrays.fill(ones, 1);
    this.zeros = new float[packs];
  }

  /** Where the rows are put: the real ones, then as many generated ones. */
  float[] rows() {
    return pass.input().values();
  }

  /** Computes losses and gradients of the rows. */
  void learn(UniformRandomProvider random) {
    pass.forward(Mode.TRAINING, random);
    float[] logits = pass.output().values();
    realLoss = entropy.sum(logits, 0, ones, 0, packs);
    generatedLoss = entropy.sum(logits, packs, zeros, 0, packs);
    float[] slopes = pass.outputGradient().values();
    entropy.gradient(share, logits, 0, labels, 0, 2 * packs, slopes, 0);
    pass.backward(true, false);
  }

  float[] gradients() {
    return pass.gradients();
  }

  /** Sums over the packs, in nats. */
  double realLoss() {
    return realLoss;
  }

  double generatedLoss() {
    return generatedLoss;
  }
}
