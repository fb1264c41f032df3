package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.AdamFactors;
import io.lanewise.kernel.AdamSettings;
import io.lanewise.kernel.AdamStep;

/** A network that learns: sums of gradients, and the moments of its optimizer. */
final class Learner {

  private final Rule rule;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] means;
  private final float[] squares;

  /** Of gradient descent, at this step. */
  private float rate;

  Learner(Network network, Optimizer optimizer, AdamStep adam) {
    this.rule =
        switch (optimizer) {
          case Optimizer.Adam(AdamSettings settings) ->
              new Rule.Adam(adam, new AdamFactors(settings));
          case Optimizer.Sgd(double rate, double momentum) -> new Rule.Sgd(rate, (float) momentum);
        };
    this.parameters = network.parameters();
    this.gradients = new float[parameters.length];
    this.means = new float[parameters.length];
    this.squares = new float[parameters.length];
  }

  /**
   * What the parts of a step have in common, told before any of them begins.
   *
   * @param t number of the step, from 1 on
   * @param rateShare what is left of the rate
   */
  void begin(long t, double rateShare) {
    switch (rule) {
      case Rule.Adam(AdamStep _, AdamFactors factors) -> factors.moveTo(t, rateShare);
      case Rule.Sgd sgd -> rate = (float) (sgd.rate() * rateShare);
    }
  }

  /** Moves parameters {@code [from, to)} by the sum of gradients, added up in their order. */
  void step(float[][] parts, int from, int to) {
    System.arraycopy(parts[0], from, gradients, from, to - from);
    for (int p = 1; p < parts.length; p++) {
      add(parts[p], gradients, from, to);
    }
    switch (rule) {
      case Rule.Adam(AdamStep adam, AdamFactors factors) ->
          adam.step(factors, gradients, means, squares, parameters, from, to);
      case Rule.Sgd sgd -> descend(sgd, from, to);
    }
  }

  private void descend(Rule.Sgd sgd, int from, int to) {
    float momentum = sgd.momentum();
    for (int i = from; i < to; i++) {
      means[i] = momentum * means[i] + gradients[i];
      parameters[i] -= rate * means[i];
    }
  }

  private static void add(float[] part, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += part[i];
    }
  }

  void save(Entries entries, String name) {
    entries.put(name + ".parameters", Tensor.of(parameters));
    entries.put(name + ".means", Tensor.of(means));
    entries.put(name + ".squares", Tensor.of(squares));
  }

  void restore(Entries entries, String name) {
    entries.floats(name + ".parameters", parameters);
    entries.floats(name + ".means", means);
    entries.floats(name + ".squares", squares);
  }

  /** How parameters follow their gradients, with all that this needs. */
  private sealed interface Rule {
    record Adam(AdamStep step, AdamFactors factors) implements Rule {}

    record Sgd(double rate, float momentum) implements Rule {}
  }
}
