package io.lanewise.kernel;

/**
 * How Adam learns.
 *
 * @param learningRate about how far a parameter moves in a step; at least 0, and its quotient by 1
 *     - beta1, that of the first step, is a float
 * @param beta1 what the mean gradient keeps of itself, 0 to below 1
 * @param beta2 what the mean squared gradient keeps of itself, 0 to below 1
 * @param epsilon added to the root of the mean square; at least the smallest normal float
 */
public record AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting lies outside
   */
  public AdamSettings {
    // The largest double whose float is below 1.
    check("beta1", beta1, 0, Math.nextDown(1f));
    check("beta2", beta2, 0, Math.nextDown(1f));
    check("learningRate", learningRate, 0, Float.MAX_VALUE * (1 - beta1));
    check("epsilon", epsilon, Float.MIN_NORMAL, Float.MAX_VALUE);
  }

  /**
   * Returns the usual settings with a learning rate: beta1 0.9, beta2 0.999, epsilon 1e-8.
   *
   * @param learningRate the learning rate
   * @return settings
   * @throws IllegalArgumentException if the rate is not finite or negative
   */
  public static AdamSettings of(double learningRate) {
    return new AdamSettings(learningRate, 0.9, 0.999, 1e-8);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "Adam: %s is %s, expected %s to %s".formatted(name, value, least, most));
    }
  }
}
