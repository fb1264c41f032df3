package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.AdamSettings;
import io.lanewise.kernel.AdamStep;

/** A network that learns: sums of gradients, and the moments of its optimizer. */
final class Learner {

  private final Optimizer optimizer;
  private final AdamStep adam;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] means;
  private final float[] squares;

  Learner(Network network, Optimizer optimizer, AdamStep adam) {
    this.optimizer = optimizer;
    this.adam = adam;
    this.parameters = network.parameters();
    this.gradients = new float[parameters.length];
    this.means = new float[parameters.length];
    this.squares = new float[parameters.length];
  }

  /** Moves parameters {@code [from, to)} by the sum of gradients, added up in their order. */
  void step(long t, float[][] parts, int from, int to) {
    System.arraycopy(parts[0], from, gradients, from, to - from);
    for (int p = 1; p < parts.length; p++) {
      add(parts[p], gradients, from, to);
    }
    switch (optimizer) {
      case Optimizer.Adam(AdamSettings settings) ->
          adam.step(settings, t, gradients, means, squares, parameters, from, to);
      case Optimizer.Sgd sgd -> descend(sgd, from, to);
    }
  }

  private void descend(Optimizer.Sgd sgd, int from, int to) {
    float momentum = (float) sgd.momentum();
    float rate = (float) sgd.learningRate();
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
}
