package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.TableTemplate;
import io.lanewise.gan.TableTrainer;
import io.lanewise.gan.TrainingPlan;
import io.lanewise.kernel.Kernels;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.TrainingLines;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two lines the model is written when a minute has passed, and not otherwise. */
class ModelCheckpointTest {

  private static final long SECOND = 1_000_000_000;

  /** Steps of a line: so many that none ends in the test. */
  private static final int EVERY = 1000;

  @TempDir private Path folder;
  private long nanos = -7;

  private final Streams streams =
      new Streams(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          StandardCharsets.UTF_8,
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

  /**
   * Trains for some steps, which take a second each.
   *
   * @param replaces whether the file holds another model
   */
  private void train(Path model, int seconds, boolean replaces, boolean untilStopped) {
    Path real = SmallTraining.table(folder.resolve("real.arrow"));
    TrainingPlan plan = new TrainingPlan(EVERY, EVERY, 1, Optional.empty(), 0, 1);
    try (ArrowTable table = ArrowTable.open(List.of(real), new MemoryBudget(1 << 20));
        TableTrainer trainer =
            TableTrainer.start(table, (_, _) -> SmallTraining.settings(), plan, Kernels.scalar());
        StopSignal stop = new StopSignal();
        Progress progress = new Progress(streams, 0, "steps", true)) {
      int[] left = {seconds};
      ModelCheckpoint checkpoint =
          new ModelCheckpoint(
              new OutputFile(model),
              TableTemplate.of(table).bytes(),
              () -> {
                nanos += SECOND;
                if (--left[0] < 0) {
                  if (!untilStopped) {
                    throw new IllegalStateException("enough");
                  }
                  stop.give();
                }
                return nanos;
              });
      TrainingRun run =
          new TrainingRun(
              trainer,
              checkpoint,
              replaces,
              new TrainingPrinter(streams, new TrainingLines(InformationUnit.BITS), false),
              null,
              null,
              _ -> {});
      if (untilStopped) {
        assertNull(run.run(progress, stop));
        assertEquals(!replaces, run.isKept());
      } else {
        try {
          run.run(progress, stop);
        } catch (IllegalStateException e) {
          assertEquals("enough", e.getMessage());
        }
      }
    }
  }

  @Test
  void afterAMinuteItIsWritten() {
    Path model = folder.resolve("a.model");
    train(model, 60, false, false);
    assertFalse(Files.exists(model));
    train(model, 64, false, false);
    assertTrue(Files.exists(model));
    assertEquals(List.of(), ModelFile.read(model).lines());
    Outcome.of("generate", model, "-n", 10, "-o", folder.resolve("x.arrow"))
        .refuses(ExitCode.DATA, model, "before the first good line");
  }

  @Test
  void aStopWritesItAtOnce() {
    Path model = folder.resolve("a.model");
    train(model, 3, false, true);
    assertEquals(List.of(), ModelFile.read(model).lines());
  }

  @Test
  void anotherModelIsLeftUntilThereIsALine() {
    Path model = folder.resolve("a.model");
    train(model, 200, true, true);
    assertFalse(Files.exists(model));
  }
}
