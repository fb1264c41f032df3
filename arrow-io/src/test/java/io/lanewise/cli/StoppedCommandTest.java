package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.TrainingLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training in a process of its own that is told to end: it finishes its model, and that goes on.
 * The signal is SIGTERM, as a build's background processes may be deaf to Ctrl-C; the JVM treats
 * both alike, but for the exit code.
 */
class StoppedCommandTest {

  private static final int TERMINATED = 128 + 15;

  /** So many that the best line is hardly the last one, which would be kept without a signal. */
  private static final int MANY = 150;

  @TempDir private Path folder;

  private Process start(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dlanewise.kernels=scalar"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
  }

  @Test
  void aStoppedTrainingGoesOnAsIfItHadNot() throws IOException, InterruptedException {
    Path table = SmallTraining.table(folder.resolve("real.arrow"));
    Path model = folder.resolve("real.model");
    Object[] endless =
        SmallTraining.arguments(
            table, model, "--epochs=99999999", "--patience=99999999", "--format=json");
    Process process = start(endless);
    long printed = MANY;
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < MANY; i++) {
        assertNotNull(lines.readLine());
      }
      // Not of the process itself, which would close the stream.
      process.toHandle().destroy();
      printed += lines.lines().count();
    }
    assertEquals(TERMINATED, process.waitFor());
    String err = Files.readString(folder.resolve("err.txt"));
    assertTrue(err.contains("stopped; " + model + " keeps what was trained"), err);

    List<TrainingLine> lines = ModelFile.read(model).lines();
    assertEquals(printed, lines.size());
    String further = "--epochs=" + (lines.getLast().epoch() + 4);
    assertEquals(
        ExitCode.OK,
        SmallTraining.train(table, model, "--resume", further, "--patience=99999999").exitCode());
    Path whole = folder.resolve("whole.model");
    assertEquals(
        ExitCode.OK, SmallTraining.train(table, whole, further, "--patience=99999999").exitCode());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(model));
  }

  /** A process that is killed leaves the model of its last checkpoint, which is whole. */
  @Test
  void aKillLeavesAWholeModel() throws IOException, InterruptedException {
    Path table = SmallTraining.table(folder.resolve("real.arrow"));
    Path model = folder.resolve("real.model");
    Object[] endless =
        SmallTraining.arguments(
            table, model, "--epochs=99999999", "--patience=99999999", "--format=json");
    Process process = start(endless);
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < 3; i++) {
        assertNotNull(lines.readLine());
      }
      process.destroyForcibly().waitFor();
    }
    List<TrainingLine> lines = ModelFile.read(model).lines();
    assertTrue(lines.getLast().best(), lines::toString);
    String further = "--epochs=" + (lines.getLast().epoch() + 2);
    SmallTraining.train(table, model, "--resume", further, "--quiet").result();
    Path whole = folder.resolve("whole.model");
    SmallTraining.train(table, whole, further, "--quiet").result();
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(model));
  }
}
