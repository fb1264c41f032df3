package io.lanewise.gan;

import io.lanewise.kernel.BinaryCrossEntropy;
import java.util.Arrays;

/**
 * What the generator minimises; the discriminator always maximises the value function.
 *
 * <p>Either loss is a sign times the binary cross-entropy of D's logits of generated rows to a
 * target, so neither takes the logarithm of a rounded sigmoid.
 */
public enum GanLoss {

  /** {@code E ln(1 - D(G(z)))}: the part of the value function that the generator can move. */
  MINIMAX(-1, 0),

  /** {@code -E ln D(G(z))}: has the same fixed point, and a gradient where D is sure. */
  NON_SATURATING(1, 1);

  private final int sign;
  private final int target;

  GanLoss(int sign, int target) {
    this.sign = sign;
    this.target = target;
  }

  /** The label that D's answers are compared with, once for each of so many logits. */
  float[] labels(int count) {
    float[] labels = new float[count];
    Arrays.fill(labels, target);
    return labels;
  }

  /** The loss of some logits, summed, in nats. */
  double sum(BinaryCrossEntropy entropy, float[] logits, float[] labels, int count) {
    return sign * entropy.sum(logits, 0, labels, 0, count);
  }

  /** Derivatives of the sum by the logits, times a scale. */
  void gradient(
      BinaryCrossEntropy entropy,
      double scale,
      float[] logits,
      float[] labels,
      int count,
      float[] gradient) {
    entropy.gradient(sign * scale, logits, 0, labels, 0, count, gradient, 0);
  }
}
