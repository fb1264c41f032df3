package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.container.Container;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is stopped anywhere goes on as if it never had been. */
class StoppedTrainingTest {

  private static final byte[] SCHEMA = {1, 2, 3};
  private static final GanSettings SETTINGS =
      new GanSettings(
          List.of(8),
          List.of(8),
          4,
          Prior.NORMAL,
          32,
          1,
          GanLoss.NON_SATURATING,
          0,
          0,
          0,
          0.5,
          Optimizer.Adam.of(1e-3, 0.5),
          Optimizer.Adam.of(1e-3, 0.5),
          10,
          0.9);

  private static Table table() {
    int rows = 500;
    double[] x = new double[rows];
    String[] t = new String[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (i * 37 % 101) / 10.0;
      t[i] = i % 3 == 0 ? "a" : "b";
    }
    ColumnBatch batch = new BatchBuilder(rows).doubles("x", x).texts("t", t).build();
    return Table.of("memory", List.of(batch));
  }

  private static TrainingPlan plan(int epochs) {
    return new TrainingPlan(epochs, 3, 100, Optional.empty(), 7, 1);
  }

  private static byte[] finish(TableTrainer trainer) {
    while (trainer.ending() == null) {
      trainer.next(_ -> {});
    }
    return trainer.model(SCHEMA).write().toBytes();
  }

  private static byte[] neverStopped() {
    try (TableTrainer trainer =
        TableTrainer.start(table(), (_, _) -> SETTINGS, plan(7), Kernels.scalar())) {
      return finish(trainer);
    }
  }

  private static GanModel read(byte[] model) {
    return GanModel.read(Container.of(model, "model"), "model");
  }

  /** 400 rows are learnt from, 12 steps an epoch, 36 a line; the last line has 12. */
  @ParameterizedTest
  @ValueSource(ints = {1, 17, 36, 37, 72, 73, 83, 84})
  void aStopAfterAnyStepLeavesNoTrace(int stop) {
    byte[] stopped;
    try (TableTrainer trainer =
        TableTrainer.start(table(), (_, _) -> SETTINGS, plan(7), Kernels.scalar())) {
      int[] left = {stop};
      while (left[0] > 0) {
        trainer.advance(_ -> --left[0] > 0);
      }
      stopped = trainer.model(SCHEMA).write().toBytes();
    }
    try (TableTrainer trainer =
        TableTrainer.resume(table(), read(stopped), plan(7), Kernels.scalar())) {
      assertArrayEquals(neverStopped(), finish(trainer));
    }
  }

  @Test
  void aModelMadeBetweenTwoStepsDisturbsNothing() {
    byte[][] between = new byte[1][];
    try (TableTrainer trainer =
        TableTrainer.start(table(), (_, _) -> SETTINGS, plan(7), Kernels.scalar())) {
      assertNotNull(
          trainer.advance(
              done -> {
                if (done == 20) {
                  between[0] = trainer.model(SCHEMA).write().toBytes();
                }
                return true;
              }));
      assertArrayEquals(neverStopped(), finish(trainer));
    }
    try (TableTrainer trainer =
        TableTrainer.resume(table(), read(between[0]), plan(7), Kernels.scalar())) {
      assertArrayEquals(neverStopped(), finish(trainer));
    }
  }

  @Test
  void whoStopsGetsNoLineAndMayGoOn() {
    try (TableTrainer trainer =
        TableTrainer.start(table(), (_, _) -> SETTINGS, plan(7), Kernels.scalar())) {
      assertNull(trainer.advance(done -> done < 5));
      assertEquals(List.of(), trainer.lines());
      assertNull(trainer.ending());
      assertArrayEquals(neverStopped(), finish(trainer));
      assertThrows(IllegalStateException.class, () -> trainer.advance(_ -> true));
    }
  }

  /** A plan may end within the line that the training stopped in. */
  @Test
  void fewerEpochsThanAreBegunAreThoseThatAreBegun() {
    byte[] stopped;
    try (TableTrainer trainer =
        TableTrainer.start(table(), (_, _) -> SETTINGS, plan(7), Kernels.scalar())) {
      assertNull(trainer.advance(done -> done < 20));
      stopped = trainer.model(SCHEMA).write().toBytes();
    }
    try (TableTrainer trainer =
        TableTrainer.resume(table(), read(stopped), plan(1), Kernels.scalar())) {
      TrainingLine line = trainer.next(_ -> {});
      assertEquals(2, line.epoch());
      assertEquals(24, line.value(TrainingMeasure.STEPS));
      assertEquals(Ending.EPOCHS, trainer.ending());
    }
  }

  @Test
  void theUsualPlanHasEnoughStepsAndNotTooManyLines() {
    // Of 10,000 rows 9,000 are learnt from: 35 steps of 256.
    assertEquals(686, TrainingPlan.usualEpochs(10_000, 256));
    assertEquals(7, TrainingPlan.usualEvery(686, 10_000, 256));
    assertEquals(24_000, TrainingPlan.usualEpochs(100, 256));
    assertEquals(240, TrainingPlan.usualEvery(24_000, 100, 256));
    assertEquals(100, TrainingPlan.usualEvery(10, 100, 256));
    assertEquals(10, TrainingPlan.usualEpochs(10_000_000, 256));
    assertEquals(1, TrainingPlan.usualEvery(10, 10_000_000, 256));
  }
}
