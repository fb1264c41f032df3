package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.lanewise.gan.GanTrainer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides take the same steps from the same parameters, rows and random numbers. */
class GanStepBenchmarkTest {

  private static final int STEPS = 100;
  private static final int MICRO_BATCH = 64;

  /** Half a unit in the last place of 1, for each term of the longest sum, over 256 rows. */
  private static final double ROUNDING = 256 * 0x1p-24;

  /**
   * Where a gradient is 0 but for rounding, its sign is anyone's, and Adam makes a whole step of
   * it: twice a step apart, in a share of {@link #ROUNDING} of the parameters.
   */
  private static final double LATER = 2 * Math.sqrt(ROUNDING);

  @ParameterizedTest
  @EnumSource
  void scriptsTakeTheSameSteps(GanScript.Gradients gradients) {
    try (GanTrainer trainer = trainer();
        TorchGan torch = torch(trainer, gradients)) {
      assertSameSteps(trainer, torch, torch::step, torch::generator, torch::discriminator);
    }
  }

  @Test
  void arraysTakeTheSameSteps() {
    try (GanTrainer trainer = trainer();
        TorchGan start = torch(trainer, GanScript.Gradients.AUTOMATIC);
        EagerGan torch = new EagerGan(start, false)) {
      assertSameSteps(trainer, start, torch::step, torch::generator, torch::discriminator);
    }
  }

  private static GanTrainer trainer() {
    return GanStepBenchmark.trainer(GanStepBenchmark.rows(TorchGan.BATCH), 1);
  }

  private static TorchGan torch(GanTrainer start, GanScript.Gradients gradients) {
    return new TorchGan(
        gradients, false, start.generator().parameters(), start.discriminator().parameters(), 1);
  }

  private static void assertSameSteps(
      GanTrainer trainer,
      TorchGan arrays,
      BiFunction<NDArray, NDArray, float[]> theirs,
      Supplier<float[]> theirGenerator,
      Supplier<float[]> theirDiscriminator) {
    float[] rows = GanStepBenchmark.rows(TorchGan.BATCH);
    ZigguratSampler.NormalizedGaussian[] normals = normals(TorchGan.BATCH / MICRO_BATCH);
    float[] generator = trainer.generator().parameters().clone();
    float[] discriminator = trainer.discriminator().parameters().clone();
    for (int t = 1; t <= STEPS; t++) {
      float[] z = new float[TorchGan.BATCH * TorchGan.LATENT];
      for (int i = 0; i < z.length; i++) {
        z[i] = (float) normals[i / (MICRO_BATCH * TorchGan.LATENT)].sample();
      }
      trainer.step();
      float[] losses =
          theirs.apply(
              arrays.array(rows, TorchGan.BATCH, TorchGan.WIDTH),
              arrays.array(z, TorchGan.BATCH, TorchGan.LATENT));
      if (t == 1 || t == 10 || t == STEPS) {
        double most = t == STEPS ? LATER : ROUNDING;
        String step = "step " + t;
        assertEquals(trainer.losses().discriminator(), losses[0], 2 * most, step);
        assertEquals(trainer.losses().generator(), losses[1], 2 * most, step);
        double ofG = distance(trainer.generator().parameters(), theirGenerator.get(), generator);
        assertTrue(ofG < most, () -> step + ": generators differ by " + ofG);
        double ofD =
            distance(trainer.discriminator().parameters(), theirDiscriminator.get(), discriminator);
        assertTrue(ofD < most, () -> step + ": discriminators differ by " + ofD);
      }
    }
  }

  /** Root of the summed squares of differences, in units of that of how far one has moved. */
  private static double distance(float[] ours, float[] theirs, float[] start) {
    return norm(ours, theirs) / norm(ours, start);
  }

  private static double norm(float[] a, float[] b) {
    assertEquals(a.length, b.length);
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).map(x -> x * x).sum());
  }

  /** The trainer's: its first streams are those of the order of rows and of the weights. */
  private static ZigguratSampler.NormalizedGaussian[] normals(int count) {
    JumpableUniformRandomProvider source =
        (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(1L);
    source.jump();
    source.jump();
    ZigguratSampler.NormalizedGaussian[] normals = new ZigguratSampler.NormalizedGaussian[count];
    for (int i = 0; i < count; i++) {
      UniformRandomProvider stream = source.jump();
      normals[i] = ZigguratSampler.NormalizedGaussian.of(stream);
    }
    return normals;
  }
}
