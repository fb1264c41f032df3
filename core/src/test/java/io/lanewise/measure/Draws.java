package io.lanewise.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws symbols of a distribution and counts them, by Walker's table of aliases. */
final class Draws {
  private final double[] shares;
  private final double[] cuts;
  private final int[] aliases;

  Draws(double[] weights) {
    int k = weights.length;
    double total = Arrays.stream(weights).sum();
    shares = Arrays.stream(weights).map(weight -> weight / total).toArray();
    cuts = Arrays.stream(shares).map(share -> share * k).toArray();
    aliases = new int[k];
    int[] order = new int[k];
    int small = 0;
    int large = k;
    for (int i = 0; i < k; i++) {
      order[cuts[i] < 1 ? small++ : --large] = i;
    }
    while (small > 0 && large < k) {
      int taker = order[--small];
      int giver = order[large];
      aliases[taker] = giver;
      cuts[giver] -= 1 - cuts[taker];
      if (cuts[giver] < 1) {
        order[small++] = giver;
        large++;
      }
    }
    // What is left is 1 but for rounding.
    Arrays.stream(order, 0, small).forEach(i -> cuts[i] = 1);
  }

  static Draws uniform(int symbols) {
    double[] weights = new double[symbols];
    Arrays.fill(weights, 1);
    return new Draws(weights);
  }

  static Draws zipf(int symbols) {
    double[] weights = new double[symbols];
    Arrays.setAll(weights, i -> 1.0 / (i + 1));
    return new Draws(weights);
  }

  /** The last symbol is a thousandth as likely as the first. */
  static Draws geometric(int symbols) {
    double[] weights = new double[symbols];
    Arrays.setAll(weights, i -> Math.pow(1e-3, (double) i / symbols));
    return new Draws(weights);
  }

  double[] shares() {
    return shares.clone();
  }

  /** Every other symbol is more likely by the factor given, the rest less. */
  Draws tilted(double factor) {
    double[] weights = shares();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= i % 2 == 0 ? factor : 1 / factor;
    }
    return new Draws(weights);
  }

  /** Mixed with its own reversal until both are {@code js} nats apart. */
  Draws reversedUntil(double js) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (Divergence.jsDivergence(shares, reversed(middle)) < js) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Draws(reversed(low));
  }

  private double[] reversed(double part) {
    double[] mixed = new double[shares.length];
    Arrays.setAll(mixed, i -> (1 - part) * shares[i] + part * shares[shares.length - 1 - i]);
    return mixed;
  }

  long[] counts(int rows, SplittableRandom random) {
    long[] counts = new long[shares.length];
    for (int row = 0; row < rows; row++) {
      double u = random.nextDouble() * shares.length;
      int i = (int) u;
      counts[u - i < cuts[i] ? i : aliases[i]]++;
    }
    return counts;
  }
}
