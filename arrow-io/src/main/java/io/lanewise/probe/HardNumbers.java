package io.lanewise.probe;

import java.util.Random;

/** Numbers on which implementations part, if they do: special values among random ones. */
final class HardNumbers {

  /** One in so many numbers is special. */
  private static final int SPECIAL_IN = 16;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    Math.nextUp(1.0),
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private HardNumbers() {}

  /** Normal deviates, numbers of any exponent, and special values. */
  static double[] doubles(Random random, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          switch (random.nextInt(SPECIAL_IN)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            default -> 4 * random.nextGaussian();
          };
    }
    return numbers;
  }

  /** The same in floats. */
  static float[] floats(Random random, int count) {
    float[] numbers = narrowed(doubles(random, count));
    for (int i = 0; i < count; i++) {
      if (random.nextInt(SPECIAL_IN) == 0) {
        numbers[i] = Float.intBitsToFloat(random.nextInt());
      }
    }
    return numbers;
  }

  /** Doubles rounded to floats. */
  static float[] narrowed(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  /** Floats as doubles, which is exact. */
  static double[] widened(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }
}
