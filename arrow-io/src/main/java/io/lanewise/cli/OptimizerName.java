package io.lanewise.cli;

import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Optimizer;
import java.util.Locale;

/** How a network follows its gradients, as it is chosen. */
enum OptimizerName {
  /** Adam with the usual beta1. */
  ADAM,
  /** Stochastic gradient descent without momentum. */
  SGD;

  static OptimizerName of(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adam _ -> ADAM;
      case Optimizer.Sgd _ -> SGD;
    };
  }

  /** The optimizer with a rate. */
  Optimizer at(double rate) {
    return switch (this) {
      case ADAM -> GanSettings.adam(rate);
      case SGD -> new Optimizer.Sgd(rate, 0);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
