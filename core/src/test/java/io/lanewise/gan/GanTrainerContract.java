package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.container.Entries;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training is held to with any kernels: bits that depend on settings, rows and seed. */
public abstract class GanTrainerContract {

  private static final int STEPS = 12;
  private static final int ROWS = 500;

  /** Three choices of which two have a position, one in steps; then a position alone. */
  private static final RowLayout LAYOUT =
      new RowLayout(
          List.of(
              new RowLayout.Block(
                  0,
                  List.of(
                      new RowLayout.Single(),
                      RowLayout.Stretch.SPREAD,
                      new RowLayout.Stretch(List.of(-0.2f, 0.4f, 1f), List.of(-0.5f, 0f, 0.7f)))),
              new RowLayout.Block(4, List.of(RowLayout.Stretch.SPREAD))));

  /** Creates a contract; JUnit does. */
  protected GanTrainerContract() {}

  /** The kernels under test. */
  protected abstract Kernels kernels();

  static List<GanSettings> settings() {
    GanSettings usual = GanSettings.MANY_ROWS;
    GanSettings small = settings(usual, 130, 1, GanLoss.NON_SATURATING, Prior.NORMAL, 0);
    return List.of(
        small,
        settings(usual, 200, 3, GanLoss.MINIMAX, Prior.UNIFORM, 0.3),
        new GanSettings(
            List.of(),
            List.of(9),
            3,
            Prior.NORMAL,
            40,
            1,
            GanLoss.NON_SATURATING,
            0,
            0.1,
            0,
            1,
            new Optimizer.Sgd(0.01, 0.5),
            new Optimizer.Sgd(0.02, 0),
            5,
            0));
  }

  private static GanSettings settings(
      GanSettings usual, int batch, int pack, GanLoss loss, Prior prior, double dropout) {
    return new GanSettings(
        List.of(17, 20),
        List.of(33),
        5,
        prior,
        batch,
        pack,
        loss,
        dropout,
        usual.labelSmoothing(),
        usual.softBins(),
        usual.temperature(),
        usual.generatorOptimizer(),
        usual.discriminatorOptimizer(),
        8,
        usual.averaging());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void neitherThreadsNorKernelsChangeABit(GanSettings settings) {
    float[] alone = state(settings, 1, Kernels.scalar());
    for (int threads : new int[] {1, 2, 3}) {
      assertArrayEquals(alone, state(settings, threads, kernels()), threads + " threads");
    }
  }

  @Test
  void anotherSeedGivesOtherBits() {
    GanSettings settings = settings().getFirst();
    float[] one = state(settings, 1, kernels());
    try (GanTrainer other = new GanTrainer(settings, LAYOUT, rows(), 2, 1, kernels())) {
      train(other, STEPS);
      assertFalse(Arrays.equals(one, state(other)));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aTrainingGoesOnAsIfItHadNeverStopped(GanSettings settings) {
    Entries saved = new Entries("training", new TreeMap<>(), new TreeMap<>());
    float[] wanted;
    try (GanTrainer trainer = trainer(settings, 1)) {
      train(trainer, STEPS / 2);
      trainer.save(saved);
      train(trainer, STEPS);
      wanted = state(trainer);
    }
    try (GanTrainer other = new GanTrainer(settings, LAYOUT, rows(), 99, 2, kernels())) {
      other.restore(saved);
      train(other, STEPS);
      assertArrayEquals(wanted, state(other));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void oneNetworkStaysWhileTheOtherLearns(GanSettings settings) {
    try (GanTrainer trainer = trainer(settings, 2)) {
      trainer.step();
      float[] generator = trainer.generator().parameters().clone();
      float[] discriminator = trainer.discriminator().parameters().clone();
      trainer.learnToDiscriminate();
      assertArrayEquals(generator, trainer.generator().parameters());
      assertFalse(Arrays.equals(discriminator, trainer.discriminator().parameters()));
      discriminator = trainer.discriminator().parameters().clone();
      trainer.learnToGenerate();
      assertArrayEquals(discriminator, trainer.discriminator().parameters());
      assertFalse(Arrays.equals(generator, trainer.generator().parameters()));
    }
  }

  /** Parameters move by 3e-4 a step, and are rounded at some 1e-8. */
  @Test
  void theAverageIsThePlainMeanAtFirst() {
    try (GanTrainer trainer = trainer(settings().getFirst(), 1)) {
      train(trainer, 1);
      float[] first = trainer.generator().parameters().clone();
      train(trainer, 1);
      float[] second = trainer.generator().parameters();
      float[] mean = new float[first.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (first[i] + second[i]) / 2;
      }
      assertArrayEquals(mean, trainer.averagedGenerator().parameters(), 1e-6f);
    }
  }

  /** The other network stays, so that each shows its own rate. */
  @ParameterizedTest
  @CsvSource({"0.01, 0", "0, 0.01"})
  void bothRatesFallAfterTheSteadySteps(double generatorRate, double discriminatorRate) {
    int steady = 3;
    try (GanTrainer falling = trainer(descending(generatorRate, discriminatorRate, steady), 1);
        GanTrainer level = trainer(descending(generatorRate, discriminatorRate, 0), 1)) {
      train(falling, steady);
      train(level, steady);
      assertArrayEquals(state(level), state(falling));
      train(falling, 1);
      train(level, 1);
      assertFalse(Arrays.equals(state(level), state(falling)));
    }
  }

  private static GanSettings descending(
      double generatorRate, double discriminatorRate, int steadySteps) {
    GanSettings usual = GanSettings.MANY_ROWS;
    return new GanSettings(
        List.of(9),
        List.of(9),
        3,
        Prior.NORMAL,
        40,
        1,
        usual.loss(),
        0,
        0,
        0,
        1,
        new Optimizer.Sgd(generatorRate, 0),
        new Optimizer.Sgd(discriminatorRate, 0),
        steadySteps,
        0);
  }

  @Test
  void rowsThatAreNoneAreRefused() {
    GanSettings settings = settings().getFirst();
    for (float[] rows : new float[][] {{}, new float[LAYOUT.width() + 1]}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new GanTrainer(settings, LAYOUT, rows, 1, 1, kernels()));
    }
  }

  private GanTrainer trainer(GanSettings settings, int threads) {
    return new GanTrainer(settings, LAYOUT, rows(), 1, threads, kernels());
  }

  private static float[] state(GanSettings settings, int threads, Kernels kernels) {
    try (GanTrainer trainer = new GanTrainer(settings, LAYOUT, rows(), 1, threads, kernels)) {
      train(trainer, STEPS);
      return state(trainer);
    }
  }

  private static void train(GanTrainer trainer, int steps) {
    for (int i = 0; i < steps; i++) {
      trainer.step();
    }
  }

  /** All that a step changes and a user sees, end to end. */
  private static float[] state(GanTrainer trainer) {
    float[] generator = trainer.generator().parameters();
    float[] average = trainer.averagedGenerator().parameters();
    float[] discriminator = trainer.discriminator().parameters();
    float[] state = new float[2 * generator.length + discriminator.length + 2];
    System.arraycopy(generator, 0, state, 0, generator.length);
    System.arraycopy(average, 0, state, generator.length, average.length);
    System.arraycopy(discriminator, 0, state, 2 * generator.length, discriminator.length);
    state[state.length - 2] = (float) trainer.losses().discriminator();
    state[state.length - 1] = (float) trainer.losses().generator();
    return state;
  }

  private static float[] rows() {
    Random random = new Random(7);
    float[] rows = new float[ROWS * LAYOUT.width()];
    for (int i = 0; i < rows.length; i += LAYOUT.width()) {
      int choice = random.nextInt(3);
      rows[i + choice] = 1;
      rows[i + 3] = choice == 0 ? 0 : 2 * random.nextFloat() - 1;
      rows[i + 4] = 2 * random.nextFloat() - 1;
    }
    return rows;
  }
}
