package io.lanewise.kernel;

import java.util.Objects;

/**
 * What a layer does to each of its sums.
 *
 * @param kind the function
 * @param slope of {@link Kind#LEAKY_RELU} below 0; 0 for every other function
 */
public record Activation(Kind kind, float slope) {

  /** The functions. */
  public enum Kind {
    /** f(x) = x. */
    IDENTITY,
    /** f(x) = x for x above 0, else +0; NaN stays NaN. */
    RELU,
    /** f(x) = x for x above 0, else slope x; NaN stays NaN. */
    LEAKY_RELU,
    /** f(x) = 1 / (1 + exp(-x)). */
    SIGMOID,
    /** f(x) = (exp(2x) - 1) / (exp(2x) + 1). */
    TANH,
    /** f(x) = ln(1 + exp(x)). */
    SOFTPLUS
  }

  /** f(x) = x. */
  public static final Activation IDENTITY = new Activation(Kind.IDENTITY, 0);

  /** The rectified linear unit. */
  public static final Activation RELU = new Activation(Kind.RELU, 0);

  /** The logistic function. */
  public static final Activation SIGMOID = new Activation(Kind.SIGMOID, 0);

  /** The hyperbolic tangent. */
  public static final Activation TANH = new Activation(Kind.TANH, 0);

  /** The smooth rectifier. */
  public static final Activation SOFTPLUS = new Activation(Kind.SOFTPLUS, 0);

  /**
   * Checks the slope.
   *
   * @throws IllegalArgumentException if it is not finite and above 0 for a leaky unit, or not 0 for
   *     any other
   */
  public Activation {
    Objects.requireNonNull(kind, "kind");
    boolean fits = kind == Kind.LEAKY_RELU ? slope > 0 && Float.isFinite(slope) : slope == 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "slope is %s, expected %s for %s"
              .formatted(slope, kind == Kind.LEAKY_RELU ? "finite and above 0" : "0", kind));
    }
  }

  /**
   * Returns the rectified linear unit that lets something pass below 0.
   *
   * @param slope the slope below 0; finite and above 0
   * @return the activation
   * @throws IllegalArgumentException if the slope is out of range
   */
  public static Activation leakyRelu(float slope) {
    return new Activation(Kind.LEAKY_RELU, slope);
  }
}
