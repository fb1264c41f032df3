package io.lanewise.gan;

import io.lanewise.kernel.AdamSettings;

/** How parameters follow their gradients. */
public sealed interface Optimizer {

  /** Its rate. */
  double learningRate();

  /**
   * Adam.
   *
   * @param settings rates
   */
  record Adam(AdamSettings settings) implements Optimizer {

    @Override
    public double learningRate() {
      return settings.learningRate();
    }

    /**
     * The settings usual for GANs: a rate of 2e-4 and a beta1 of 0.5 (A. Radford et al.,
     * "Unsupervised representation learning with DCGAN", ICLR (2016)).
     */
    public static final Adam USUAL = of(2e-4);

    /**
     * Adam with a beta1 of 0.5.
     *
     * @param learningRate the rate
     */
    public static Adam of(double learningRate) {
      return of(learningRate, 0.5);
    }

    /**
     * Adam with a beta2 of 0.999 and an epsilon of 1e-8.
     *
     * @param learningRate the rate
     * @param beta1 what the mean gradient keeps of itself
     */
    public static Adam of(double learningRate, double beta1) {
      return new Adam(new AdamSettings(learningRate, beta1, 0.999, 1e-8));
    }
  }

  /**
   * Stochastic gradient descent: {@code m = momentum m + g}, {@code p = p - rate m}.
   *
   * @param learningRate the rate, at least 0
   * @param momentum 0 to below 1
   */
  record Sgd(double learningRate, double momentum) implements Optimizer {

    /** Checks the ranges. */
    public Sgd {
      if (!(learningRate >= 0 && learningRate < Float.MAX_VALUE)) {
        throw new IllegalArgumentException("SGD: rate is " + learningRate + ", expected >= 0");
      }
      if (!(momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException(
            "SGD: momentum is " + momentum + ", expected 0 to below 1");
      }
    }
  }
}
