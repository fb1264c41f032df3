package io.lanewise.kernel;

/**
 * The numbers that one step of Adam multiplies with, the same for every parameter.
 *
 * <p>They are computed in double and rounded once. Changed in place from step to step, for training
 * to allocate nothing: threads that share them must not be at work while they move.
 */
public final class AdamFactors {

  private final AdamSettings settings;
  private final float keepMean;
  private final float addMean;
  private final float keepSquare;
  private final float addSquare;
  private final float epsilon;
  private float squareCorrection;
  private float rate;

  /**
   * The factors of the first step.
   *
   * @param settings how to learn
   */
  public AdamFactors(AdamSettings settings) {
    this.settings = settings;
    this.keepMean = (float) settings.beta1();
    this.addMean = (float) (1 - settings.beta1());
    this.keepSquare = (float) settings.beta2();
    this.addSquare = (float) (1 - settings.beta2());
    this.epsilon = (float) settings.epsilon();
    setCorrections(1, 1);
  }

  /**
   * Moves to another step.
   *
   * @param t number of the step, from 1 on
   * @return this
   * @throws IllegalArgumentException if t is below 1
   */
  public AdamFactors moveTo(long t) {
    return moveTo(t, 1);
  }

  /**
   * Moves to another step, at a part of the learning rate.
   *
   * @param t number of the step, from 1 on
   * @param rateShare what the learning rate is multiplied with, 0 to 1
   * @return this
   * @throws IllegalArgumentException if t is below 1, or the share out of range
   */
  public AdamFactors moveTo(long t, double rateShare) {
    if (t < 1) {
      throw new IllegalArgumentException("Adam: step is " + t + ", expected at least 1");
    }
    if (!(rateShare >= 0 && rateShare <= 1)) {
      throw new IllegalArgumentException(
          "Adam: share of the rate is " + rateShare + ", expected 0 to 1");
    }
    setCorrections(t, rateShare);
    return this;
  }

  private void setCorrections(long t, double rateShare) {
    squareCorrection = (float) (1 / (1 - power(settings.beta2(), t)));
    rate = (float) (settings.learningRate() * rateShare / (1 - power(settings.beta1(), t)));
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

  /** Returns beta1. */
  public float keepMean() {
    return keepMean;
  }

  /** Returns 1 - beta1. */
  public float addMean() {
    return addMean;
  }

  /** Returns beta2. */
  public float keepSquare() {
    return keepSquare;
  }

  /** Returns 1 - beta2. */
  public float addSquare() {
    return addSquare;
  }

  /** Returns 1 / (1 - beta2^t). */
  public float squareCorrection() {
    return squareCorrection;
  }

  /** Returns what is left of the learning rate, over 1 - beta1^t. */
  public float rate() {
    return rate;
  }

  /** Returns what is added to the root. */
  public float epsilon() {
    return epsilon;
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
