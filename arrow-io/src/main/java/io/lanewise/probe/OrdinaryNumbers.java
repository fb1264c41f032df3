package io.lanewise.probe;

import java.util.Random;

/** Numbers as layers and columns have them. */
final class OrdinaryNumbers {

  private OrdinaryNumbers() {}

  /** Normal deviates. */
  static float[] floats(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
