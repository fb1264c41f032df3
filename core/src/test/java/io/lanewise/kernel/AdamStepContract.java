package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AdamStep} is held to: the bits of the scalar one. */
public abstract class AdamStepContract {
  private static final long SEED = 20261124;

  private final AdamStep scalar = Kernels.scalar().adamStep();

  /** Creates a contract; JUnit does. */
  protected AdamStepContract() {}

  /**
   * Returns the kernel under test.
   *
   * @return the kernel
   */
  protected abstract AdamStep adamStep();

  @Test
  void everyLengthAndOffsetReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        assertSame(random, offset + length + 3, offset, offset + length, 1 << 20);
      }
    }
  }

  @Test
  void specialValuesReturnTheScalarBits() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ContractSize.times(3000); round++) {
      int length = 1 + random.nextInt(100);
      assertSame(random, length, 0, length, 1 << random.nextInt(8));
    }
  }

  @Test
  void manyParametersReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int done = 0; done < ContractSize.values(); done += 4099) {
      assertSame(random, 4099, 0, 4099, 1 << 20);
    }
  }

  @Test
  void arraysThatDoNotFitOrAreOneAreRefused() {
    List<String> names = List.of("gradients", "means", "squares", "parameters");
    AdamSettings settings = new AdamSettings(1e-3, 0.5, 0.999, 1e-8);
    for (int i = 0; i < 4; i++) {
      float[][] arrays = new float[4][5];
      arrays[i] = new float[4];
      refused(names.get(i) + ": [1, 5) of an array of 4", settings, arrays);
      for (int j = i + 1; j < 4; j++) {
        float[][] shared = new float[4][5];
        shared[j] = shared[i];
        refused(names.get(i) + " and " + names.get(j) + " are one array", settings, shared);
      }
    }
  }

  private void refused(String part, AdamSettings settings, float[][] arrays) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> step(adamStep(), settings, 1, arrays, 1, 5))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  private void assertSame(Random random, int size, int from, int to, int rarity) {
    float[][] expected = new float[4][];
    float[][] actual = new float[4][];
    for (int i = 0; i < 4; i++) {
      expected[i] = NumberSample.floats(NumberSample.special(random, size, rarity));
      actual[i] = expected[i].clone();
    }
    AdamSettings settings = new AdamSettings(random.nextDouble(), random.nextDouble(), 0.999, 1e-8);
    long t = 1L + random.nextInt(1 << random.nextInt(20));
    for (int step = 0; step < 2; step++) {
      step(scalar, settings, t + step, expected, from, to);
      step(adamStep(), settings, t + step, actual, from, to);
    }
    for (int array = 0; array < 4; array++) {
      for (int i = 0; i < size; i++) {
        int at = i;
        assertEquals(
            Float.floatToIntBits(expected[array][i]),
            Float.floatToIntBits(actual[array][i]),
            () -> "seed %d, element %d of [%d, %d)".formatted(SEED, at, from, to));
      }
    }
  }

  private static void step(
      AdamStep kernel, AdamSettings settings, long t, float[][] arrays, int from, int to) {
    kernel.step(settings, t, arrays[0], arrays[1], arrays[2], arrays[3], from, to);
  }
}
