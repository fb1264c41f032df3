package io.lanewise.gan;

import io.lanewise.kernel.AdamSettings;

/** How parameters follow their gradients. */
public sealed interface Optimizer {

  /**
   * Adam.
   *
   * @param settings rates
   */
  record Adam(AdamSettings settings) implements Optimizer {

    /**
     * The setting usual for GANs: beta1 0.5, beta2 0.999 (A. Radford et al., "Unsupervised
     * representation learning with DCGAN", ICLR (2016), which takes a rate of 2e-4).
     *
     * @param learningRate the rate
     */
    public static Adam of(double learningRate) {
      return new Adam(new AdamSettings(learningRate, 0.5, 0.999, 1e-8));
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
