package io.lanewise.kernel;

import java.util.Random;

/** Numbers drawn at random, to be added up and compared bit by bit. */
final class NumberSample {

  private static final double[] SPECIAL = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1.0,
    -1.0
  };

  private NumberSample() {}

  /** Magnitudes up to 2^spread apart, both signs, zeros, and repeats with the other sign. */
  static double[] mixed(Random random, int length, int spread) {
    double[] x = new double[length];
    for (int i = 0; i < length; i++) {
      double value = Math.scalb(2 * random.nextDouble() - 1, random.nextInt(spread) - spread / 2);
      x[i] =
          switch (random.nextInt(8)) {
            case 0 -> random.nextBoolean() ? 0.0 : -0.0;
            case 1 -> i == 0 ? value : -x[random.nextInt(i)];
            default -> value;
          };
    }
    return x;
  }

  /** About one value in {@code rarity} is special. */
  static double[] special(Random random, int length, int rarity) {
    double[] x = mixed(random, length, 64);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(rarity) == 0) {
        x[i] = special(random);
      }
    }
    return x;
  }

  static double special(Random random) {
    return SPECIAL[random.nextInt(SPECIAL.length)];
  }

  static float[] floats(double[] x) {
    float[] floats = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      floats[i] = (float) x[i];
    }
    return floats;
  }
}
