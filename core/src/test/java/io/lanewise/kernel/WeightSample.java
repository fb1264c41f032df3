package io.lanewise.kernel;

import java.util.Random;

/** A pair of weight arrays with their totals, drawn at random. */
record WeightSample(double[] c, double[] d, Total cTotal, Total dTotal) {

  /** Weights of one magnitude, as shares or counts usually are. */
  static WeightSample ordinary(Random random, int length) {
    double[] c = new double[length];
    double[] d = new double[length];
    for (int i = 0; i < length; i++) {
      c[i] = random.nextDouble();
      d[i] = random.nextDouble();
    }
    return of(c, d);
  }

  /** Zeros, pairs equal or one step apart, ratios near powers of two and up to 2^512. */
  static WeightSample mixed(Random random, int length) {
    double[] c = new double[length];
    double[] d = new double[length];
    int spread = 1 << random.nextInt(10);
    int base = random.nextInt(8) == 0 ? 300 : 0;
    for (int i = 0; i < length; i++) {
      double weight = Math.scalb(1 + random.nextDouble(), base - random.nextInt(spread));
      c[i] = random.nextInt(8) == 0 ? 0 : weight;
      d[i] =
          switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> weight;
            case 2 -> Math.nextUp(weight);
            case 3 -> weight * (1 + 1e-9 * random.nextDouble());
            case 4 -> Math.scalb(weight, random.nextInt(5) - 2);
            default -> Math.scalb(1 + random.nextDouble(), base - random.nextInt(spread));
          };
    }
    return of(c, d);
  }

  /** The same with weights that callers have to keep out: subnormal against normal totals. */
  static WeightSample unlawful(Random random, int length) {
    WeightSample sample = mixed(random, length);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(32)) {
        case 0 -> sample.c[i] = random.nextInt(1000) * Double.MIN_VALUE;
        case 1 -> sample.d[i] = random.nextInt(1000) * Double.MIN_VALUE;
        default -> {}
      }
    }
    return sample;
  }

  static WeightSample of(double[] c, double[] d) {
    return new WeightSample(c, d, total(c), total(d));
  }

  /** The sum to twice the precision of a double; 1 in place of an empty sum. */
  private static Total total(double[] weights) {
    double hi = 0;
    double lo = 0;
    for (double weight : weights) {
      double sum = hi + weight;
      double part = sum - hi;
      lo += (hi - (sum - part)) + (weight - part);
      hi = sum;
    }
    double rounded = hi + lo;
    return hi == 0 ? new Total(1, 0) : new Total(rounded, (hi - rounded) + lo);
  }
}
