package io.lanewise.gan;

import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.AdamSettings;
import io.lanewise.kernel.AdamStep;

/** A network that learns: sums of gradients, and the moments of Adam. */
final class Learner {

  private final AdamSettings settings;
  private final AdamStep adam;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] means;
  private final float[] squares;

  Learner(Network network, AdamSettings settings, AdamStep adam) {
    this.settings = settings;
    this.adam = adam;
    this.parameters = network.parameters();
    this.gradients = new float[parameters.length];
    this.means = new float[parameters.length];
    this.squares = new float[parameters.length];
  }

  int size() {
    return parameters.length;
  }

  /** Moves parameters {@code [from, to)} by the sum of gradients, added up in their order. */
  void step(long t, float[][] parts, int from, int to) {
    System.arraycopy(parts[0], from, gradients, from, to - from);
    for (int p = 1; p < parts.length; p++) {
      add(parts[p], gradients, from, to);
    }
    adam.step(settings, t, gradients, means, squares, parameters, from, to);
  }

  private static void add(float[] part, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += part[i];
    }
  }
}
