package io.lanewise.probe;

import io.lanewise.kernel.AdamSettings;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Random;

/** A step of Adam. */
final class AdamProbes {

  private static final long SEED = 20261125;
  private static final int COUNT = 1024;
  private static final int HARD = 16 * COUNT + 13;
  private static final AdamSettings SETTINGS = AdamSettings.of(1e-3);

  private AdamProbes() {}

  static List<KernelProbe> all() {
    return List.of(
        new KernelProbe("step of Adam", "parameter", COUNT, AdamProbes::run, AdamProbes::hard));
  }

  private static Runnable run(Kernels kernels) {
    Random random = new Random(SEED);
    float[] gradients = OrdinaryNumbers.floats(random, COUNT);
    float[] means = new float[COUNT];
    float[] squares = new float[COUNT];
    float[] parameters = OrdinaryNumbers.floats(random, COUNT);
    return () ->
        kernels.adamStep().step(SETTINGS, 10, gradients, means, squares, parameters, 0, COUNT);
  }

  private static double[] hard(Kernels kernels) {
    Random random = new Random(SEED + 1);
    float[] means = HardNumbers.floats(random, HARD);
    float[] squares = new float[HARD];
    float[] parameters = HardNumbers.floats(random, HARD);
    for (int t = 1; t <= 3; t++) {
      float[] gradients = HardNumbers.floats(random, HARD);
      kernels.adamStep().step(SETTINGS, t, gradients, means, squares, parameters, 0, HARD);
    }
    return HardNumbers.widened(parameters);
  }
}
