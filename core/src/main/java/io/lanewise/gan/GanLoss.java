package io.lanewise.gan;

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

  /** Factor of the cross-entropy. */
  int sign() {
    return sign;
  }

  /** Label of the cross-entropy. */
  int target() {
    return target;
  }
}
