package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.GanModel;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training is killed at {@value #KILLS} random moments and resumed: the model is always whole,
 * never behind where it was, and at the end that of a training without a stop.
 */
class TrainingKillIT {

  private static final int KILLS = 12;
  private static final long SEED = 20_261_122;

  /** No kill comes before a JVM has begun to train, nor would a whole training be over. */
  private static final int LEAST_MILLIS = 700;

  private static final int MOST_MILLIS = 2_500;

  @TempDir private Path folder;

  private Process start(Path model, boolean resumes) throws IOException {
    List<Object> options = new ArrayList<>(List.of("--epochs=200", "--patience=200"));
    if (resumes) {
      options.add("--resume");
    }
    Path table = folder.resolve("table.arrow");
    Object[] arguments = SmallTraining.arguments(table, model, options.toArray());
    return new ProcessBuilder(JarCommand.fast(arguments))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static int epoch(Path model) {
    GanModel read = ModelFile.read(model);
    return read.lines().isEmpty() ? 0 : read.lines().getLast().epoch();
  }

  @Test
  void aKillAtAnyMomentLeavesAWholeModelThatGoesOn() throws IOException, InterruptedException {
    SmallTraining.table(folder.resolve("table.arrow"));
    Path whole = folder.resolve("whole.model");
    assertEquals(0, start(whole, false).waitFor());
    byte[] expected = Files.readAllBytes(whole);

    Random random = new Random(SEED);
    Path model = folder.resolve("killed.model");
    int reached = 0;
    int inTheMiddle = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = start(model, Files.exists(model));
      int wait = LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS);
      if (!process.waitFor(wait, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      if (Files.exists(model)) {
        int epoch = epoch(model);
        assertTrue(epoch >= reached, "seed " + SEED + ", kill " + kill + ": from " + reached);
        inTheMiddle += epoch > 0 && epoch < 200 ? 1 : 0;
        reached = epoch;
        if (epoch == 200) {
          Files.delete(model);
          reached = 0;
        }
      }
    }
    assertTrue(inTheMiddle > 0, "no training was killed between its first and last line");
    assertEquals(0, start(model, Files.exists(model)).waitFor());
    assertArrayEquals(expected, Files.readAllBytes(model));
  }
}
