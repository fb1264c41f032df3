package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.container.Container;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running score is killed at {@value #KILLS} random moments, each time in a process of its own,
 * and goes on: the state is always whole, and at the end it is the one of a run without a stop.
 */
class KillIT {

  private static final int KILLS = 200;
  private static final long SEED = 20_261_121;
  private static final int ROWS = 400_000;
  private static final int EVERY = 500;

  @TempDir private Path folder;

  private List<String> command(Path state) {
    Path real = folder.resolve("real.arrow");
    Path generated = folder.resolve("generated.arrow");
    return JarCommand.fast(
        "score",
        real,
        generated,
        "--every",
        EVERY,
        "--pairs",
        "none",
        "--state",
        state,
        "--threads",
        1,
        "--format",
        "json");
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static RunState read(Path state) throws IOException {
    return StateFormat.read(Container.of(Files.readAllBytes(state), "state"), "state");
  }

  @Test
  void aKillAtAnyMomentLeavesAWholeState() throws IOException, InterruptedException {
    StreamedRows.write(folder.resolve("real.arrow"), 0, 2_000, 500);
    StreamedRows.write(folder.resolve("generated.arrow"), 1_000, 1_000 + ROWS, 777);
    Path whole = folder.resolve("whole.state");
    assertEquals(0, start(command(whole)).waitFor());
    byte[] expected = Files.readAllBytes(whole);
    assertEquals(ROWS, read(whole).generated().rows());

    Random random = new Random(SEED);
    Path state = folder.resolve("run.state");
    long rows = 0;
    int kills = 0;
    int finished = 0;
    while (kills < KILLS) {
      Process process = start(command(state));
      if (process.waitFor(150 + random.nextInt(450), TimeUnit.MILLISECONDS)) {
        // Killed behind the last write, it says so when it is started again.
        int exit = process.exitValue();
        assertTrue(exit == 0 || (exit == ExitCode.DATA && rows == ROWS), "exit code " + exit);
        assertArrayEquals(expected, Files.readAllBytes(state));
        Files.delete(state);
        rows = 0;
        finished++;
        continue;
      }
      process.destroyForcibly().waitFor();
      kills++;
      if (Files.exists(state)) {
        long counted = read(state).generated().rows();
        String where = "seed " + SEED + ", kill " + kills + ": " + rows + " to " + counted;
        assertTrue(counted >= rows && counted <= ROWS, where);
        assertTrue(counted % EVERY == 0 || counted == ROWS, where);
        rows = counted;
      }
    }
    Process last = start(command(state));
    // The state of a run that was killed behind its last row says that all is counted.
    int exit = last.waitFor();
    assertTrue(exit == 0 || (exit == ExitCode.DATA && rows == ROWS), "exit code " + exit);
    assertArrayEquals(expected, Files.readAllBytes(state));
    System.out.printf("%d kills, %d runs to the end%n", kills, finished + 1);
  }
}
