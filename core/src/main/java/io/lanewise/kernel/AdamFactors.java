package io.lanewise.kernel;

/**
 * The numbers that one step of Adam multiplies with, the same for every parameter.
 *
 * @param keepMean beta1
 * @param addMean 1 - beta1
 * @param keepSquare beta2
 * @param addSquare 1 - beta2
 * @param squareCorrection 1 / (1 - beta2^t)
 * @param rate learning rate / (1 - beta1^t)
 * @param epsilon what is added to the root
 */
public record AdamFactors(
    float keepMean,
    float addMean,
    float keepSquare,
    float addSquare,
    float squareCorrection,
    float rate,
    float epsilon) {

  /** The factors of step t, computed in double and rounded once. */
  static AdamFactors of(AdamSettings settings, long t) {
    return new AdamFactors(
        (float) settings.beta1(),
        (float) (1 - settings.beta1()),
        (float) settings.beta2(),
        (float) (1 - settings.beta2()),
        (float) (1 / (1 - power(settings.beta2(), t))),
        (float) (settings.learningRate() / (1 - power(settings.beta1(), t))),
        (float) settings.epsilon());
  }

  /** By squaring: Math.pow may differ between machines in its last place, a product does not. */
  private static double power(double base, long exponent) {
    double power = 1;
    double square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      power = (rest & 1) == 1 ? power * square : power;
      square *= square;
    }
    return power;
  }

  /**
   * Updates one parameter.
   *
   * @param i its index in the arrays
   * @param gradients g
   * @param means m
   * @param squares v
   * @param parameters p
   */
  public void apply(int i, float[] gradients, float[] means, float[] squares, float[] parameters) {
    float gradient = gradients[i];
    float mean = Math.fma(keepMean, means[i], addMean * gradient);
    float square = Math.fma(keepSquare, squares[i], addSquare * gradient * gradient);
    float root = (float) Math.sqrt(square * squareCorrection) + epsilon;
    means[i] = mean;
    squares[i] = square;
    parameters[i] = Math.fma(-rate, mean / root, parameters[i]);
  }
}
