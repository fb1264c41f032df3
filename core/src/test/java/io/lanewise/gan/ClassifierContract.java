package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A test of two samples is the same with any kernels and any number of threads. */
public abstract class ClassifierContract {

  private static final ClassifierSettings SETTINGS =
      new ClassifierSettings(
          List.of(17, 9), 5, OptionalDouble.of(0.25), 130, OptionalInt.of(6), 3, 500);

  /** Creates a contract; JUnit does. */
  protected ClassifierContract() {}

  /** The kernels under test. */
  protected abstract Kernels kernels();

  @Test
  void neitherThreadsNorKernelsChangeABit() {
    ClassifierResult alone = run(1, 1, Kernels.scalar());
    for (int threads : new int[] {1, 2, 3}) {
      assertEquals(alone, run(1, threads, kernels()), threads + " threads");
    }
  }

  @Test
  void anotherSeedGivesOtherBits() {
    assertNotEquals(run(1, 1, kernels()), run(2, 1, kernels()));
  }

  @Test
  void oneTestRunsTheSameTwice() {
    ClassifierTest test = test(3, 2, kernels());
    assertEquals(test.run(_ -> {}), test.run(_ -> {}));
  }

  private static ClassifierResult run(long seed, int threads, Kernels kernels) {
    return test(seed, threads, kernels).run(_ -> {});
  }

  private static ClassifierTest test(long seed, int threads, Kernels kernels) {
    Table real = table("real", 700, 0, 1);
    Table generated = table("generated", 900, 0.8, 2);
    return Classified.test(real, generated, SETTINGS, seed, threads, kernels);
  }

  private static Table table(String source, int rows, double shift, long seed) {
    Random random = new Random(seed);
    double[] x = new double[rows];
    long[] n = new long[rows];
    String[] t = new String[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = shift + random.nextGaussian();
      n[i] = random.nextInt(9);
      t[i] = "v" + random.nextInt(3);
    }
    return Table.of(
        source,
        List.of(new BatchBuilder(rows).doubles("x", x).longs("n", n).texts("t", t).build()));
  }
}
