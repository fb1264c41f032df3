package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link BinaryCrossEntropy} is held to: the bits of the scalar one.
 */
public abstract class BinaryCrossEntropyContract {
  private static final long SEED = 20261123;

  private final BinaryCrossEntropy scalar = Kernels.scalar().binaryCrossEntropy();

  /** Creates a contract; JUnit does. */
  protected BinaryCrossEntropyContract() {}

  /**
   * Returns the kernels under test.
   *
   * @return the kernels
   */
  protected abstract BinaryCrossEntropy binaryCrossEntropy();

  @Test
  void everyLengthAndOffsetReturnsTheScalarBits() {
    Random random = new Random(SEED);
    for (int length : ContractSize.lengths()) {
      for (int offset : ContractSize.offsets()) {
        int size = offset + length + 3;
        assertSame(logits(random, size, 1 << 20), labels(random, size), offset, length);
      }
    }
    for (int length = 500; length <= 1100; length += ContractSize.thorough() ? 1 : 97) {
      assertSame(logits(random, length, 1 << 20), labels(random, length), 0, length);
    }
  }

  @Test
  void everyTermAloneReturnsTheScalarBits() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ContractSize.times(20_000); round++) {
      double[] logits = new double[16];
      double[] labels = new double[16];
      int at = random.nextInt(16);
      logits[at] = logits(random, 1, 4)[0];
      labels[at] = random.nextInt(8) == 0 ? NumberSample.special(random) : labels(random, 1)[0];
      assertSame(logits, labels, 0, 16);
    }
  }

  @Test
  void manyLogitsReturnTheScalarBits() {
    Random random = new Random(SEED + 2);
    for (int done = 0; done < ContractSize.values(); done += 1031) {
      assertSame(logits(random, 1031, 1 << 20), labels(random, 1031), 0, 1031);
    }
  }

  /** Logits of all sizes, at the point where e^-|z| is cut off, and one special in rarity. */
  private static double[] logits(Random random, int length, int rarity) {
    double[] z = new double[length];
    for (int i = 0; i < length; i++) {
      z[i] =
          switch (random.nextInt(8)) {
            case 0 -> 1500 * random.nextDouble() - 750;
            case 1 ->
                Math.copySign(707, random.nextInt()) * (1 + (random.nextInt(5) - 2) * 0x1p-52);
            case 2 -> Math.scalb(random.nextGaussian(), -random.nextInt(80));
            default -> 10 * random.nextGaussian();
          };
      if (random.nextInt(rarity) == 0) {
        z[i] = NumberSample.special(random);
      }
    }
    return z;
  }

  private static double[] labels(Random random, int length) {
    double[] y = new double[length];
    for (int i = 0; i < length; i++) {
      y[i] =
          switch (random.nextInt(4)) {
            case 0 -> random.nextDouble();
            case 1 -> 0.9;
            default -> random.nextInt(2);
          };
    }
    return y;
  }

  private void assertSame(double[] z, double[] y, int from, int count) {
    float[] floatZ = NumberSample.floats(z);
    float[] floatY = NumberSample.floats(y);
    BinaryCrossEntropy kernels = binaryCrossEntropy();
    assertSame(scalar.sum(z, from, y, 0, count), kernels.sum(z, from, y, 0, count), from, count);
    assertSame(
        scalar.sum(floatZ, 0, floatY, from, count),
        kernels.sum(floatZ, 0, floatY, from, count),
        from,
        count);
    float[] expected = new float[z.length];
    float[] actual = new float[z.length];
    scalar.gradient(0.125, floatZ, from, floatY, 0, count, expected, from);
    kernels.gradient(0.125, floatZ, from, floatY, 0, count, actual, from);
    for (int i = 0; i < z.length; i++) {
      assertSame(expected[i], actual[i], from, i);
    }
  }

  private static void assertSame(double expected, double actual, int from, int count) {
    assertEquals(
        Double.doubleToLongBits(expected),
        Double.doubleToLongBits(actual),
        () -> "seed %d, from %d, %d: %s, is %s".formatted(SEED, from, count, expected, actual));
  }
}
