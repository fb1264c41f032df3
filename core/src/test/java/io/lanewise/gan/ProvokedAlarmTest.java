package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that go wrong by their settings say so, and those that go well say nothing. */
class ProvokedAlarmTest {

  private static final int ROWS = 2_000;
  private static final int LINES = 12;
  private static final int EPOCHS_PER_LINE = 10;

  /** A generator that runs after a discriminator which hardly moves ends in one place. */
  @Test
  void aGeneratorThatOutrunsTheDiscriminatorCollapses() {
    assertEquals(Set.of(Alarm.COLLAPSED), alarms(settings(1, 1e-2, 1e-5), 1));
  }

  /** What a generator makes at the beginning is little besides. */
  @Test
  void aGeneratorThatHardlyLearnsLosesToTheDiscriminator() {
    assertEquals(
        Set.of(Alarm.COLLAPSED, Alarm.DISCRIMINATOR_WON), alarms(settings(8, 1e-9, 1e-2), 1));
  }

  /** Steps of the greatest size that a float holds leave no number finite. */
  @Test
  void stepsThatAreTooGreatDiverge() {
    assertEquals(Set.of(Alarm.DIVERGED), alarms(settings(2, 1e38, 1e38), 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aHealthyTrainingIsSilent(long seed) {
    assertEquals(Set.of(), alarms(settings(2, 1e-3, 3e-3), seed));
  }

  private static GanSettings settings(int pack, double generatorRate, double discriminatorRate) {
    return new GanSettings(
        List.of(32, 32),
        List.of(32, 32),
        8,
        Prior.NORMAL,
        64,
        pack,
        GanLoss.NON_SATURATING,
        0,
        0,
        8,
        0.5,
        GanSettings.adam(generatorRate),
        GanSettings.adam(discriminatorRate),
        0,
        0.99);
  }

  private static Set<Alarm> alarms(GanSettings settings, long seed) {
    TrainingPlan plan =
        new TrainingPlan(
            LINES * EPOCHS_PER_LINE, EPOCHS_PER_LINE, LINES, Optional.empty(), seed, 1);
    Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
    try (TableTrainer trainer =
        TableTrainer.start(ring(seed), (_, _) -> settings, plan, Kernels.installed())) {
      while (trainer.ending() == null) {
        TrainingLine line = trainer.next(_ -> {});
        alarms.addAll(line.alarms());
      }
    }
    return alarms;
  }

  /** Eight modes on a circle, far apart. */
  private static Table ring(long seed) {
    Random random = new Random(seed);
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double angle = random.nextInt(8) * Math.PI / 4;
      x[i] = Math.cos(angle) + 0.1 * random.nextGaussian();
      y[i] = Math.sin(angle) + 0.1 * random.nextGaussian();
    }
    return Table.of(
        "ring", List.of(new BatchBuilder(ROWS).doubles("x", x).doubles("y", y).build()));
  }
}
