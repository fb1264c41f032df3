package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.container.Container;
import io.lanewise.reliability.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with a right checksum that say something else than what was written: whatever they say,
 * they are refused in one line, or every command that reads them has a result.
 *
 * <p>A figure behind {@code -Dlanewise.edits} changes how many there are of each kind.
 */
@Tag("slow")
class EditedFilesTest {

  private static final long SEED = 20_261_122;
  private static final int PROFILES = amount(150, 10_000);
  private static final int STATES = amount(50, 4_000);
  private static final int MODELS = amount(100, 6_000);

  private static final Set<Integer> RESULTS = Set.of(ExitCode.OK, ExitCode.CROSSED);
  private static final Set<Integer> REFUSALS = Set.of(ExitCode.USAGE, ExitCode.DATA);

  @TempDir private Path folder;

  private static int amount(int sample, int full) {
    return Integer.getInteger("lanewise.edits", Measured.amount(sample, full));
  }

  private interface Commands {
    List<Object[]> on(Path odd);
  }

  /**
   * Edits a file, and runs commands on what is left of it.
   *
   * @param commands the first one tells whether it is read at all
   */
  private void edit(Path good, int count, Commands commands) throws IOException {
    Container container = EditedFile.read(good);
    int accepted = 0;
    for (int i = 0; i < count; i++) {
      long seed = SEED + i;
      byte[] bytes = RandomEdits.of(container, seed).toBytes();
      if (Arrays.equals(bytes, container.toBytes())) {
        continue;
      }
      // Under the name of the good one, as commands may write to it.
      Path odd = folder.resolve("odd");
      boolean isRead = true;
      for (Object[] command : commands.on(odd)) {
        if (isRead) {
          Files.write(odd, bytes);
          isRead = survives(seed, command);
        }
      }
      accepted += isRead ? 1 : 0;
    }
    System.getLogger(getClass().getName())
        .log(System.Logger.Level.INFO, good.getFileName() + ": " + accepted + " of " + count);
    assertTrue(accepted > 0 && accepted < count, accepted + " accepted of " + count);
  }

  /** Whether the file was read, and what the command is for is not refused for its sake alone. */
  private static boolean survives(long seed, Object[] command) {
    Outcome outcome = Outcome.of(command);
    String words = "seed " + seed + ", " + List.of(command) + ": " + outcome.err();
    if (!RESULTS.contains(outcome.exitCode())) {
      assertTrue(REFUSALS.contains(outcome.exitCode()), words);
      assertEquals(1, outcome.err().lines().count(), words);
    }
    assertTrue(outcome.err().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), words);
    return !outcome.err().contains("/odd: ");
  }

  @Test
  void profiles() throws IOException {
    Path real = StreamedRows.write(folder.resolve("real.arrow"), 0, 500, 100);
    Path generated = StreamedRows.write(folder.resolve("generated.arrow"), 700, 1_000, 100);
    Path good = folder.resolve("good.profile");
    Outcome.of("profile", real, "-o", good).result();
    Path out = folder.resolve("out.profile");
    edit(
        good,
        PROFILES,
        odd ->
            List.of(
                new Object[] {"inspect", odd, "--format", "json"},
                new Object[] {"score", odd, generated, "--format", "json", "--counts"},
                new Object[] {"score", odd, odd},
                new Object[] {"score", real, odd},
                new Object[] {"merge", odd, odd, "-o", out},
                new Object[] {"subtract", odd, odd, "-o", out},
                new Object[] {"rank", odd, generated, real},
                new Object[] {"profile", generated, "--reference", odd, "-o", out}));
  }

  @Test
  void states() throws IOException {
    Path real = StreamedRows.write(folder.resolve("real.arrow"), 0, 500, 100);
    Path generated = StreamedRows.write(folder.resolve("generated.arrow"), 700, 1_000, 100);
    Path more = StreamedRows.write(folder.resolve("more.arrow"), 1_000, 1_100, 100);
    Path good = folder.resolve("good.state");
    Outcome.of("score", real, generated, "--state", good).result();
    edit(
        good,
        STATES,
        odd ->
            List.of(
                new Object[] {"score", real, more, "--state", odd},
                new Object[] {"score", real, generated, "--state", odd},
                new Object[] {"score", real, generated, "--state", odd, "--again"}));
  }

  @Test
  void models() throws IOException {
    Path table = SmallTraining.table(folder.resolve("real.arrow"));
    Path good = folder.resolve("good.model");
    SmallTraining.train(table, good, "--quiet", "--epochs=4").result();
    Path out = folder.resolve("out.arrow");
    edit(
        good,
        MODELS,
        odd ->
            List.of(
                new Object[] {"inspect", odd, "--format", "json"},
                new Object[] {"inspect", odd},
                new Object[] {"generate", odd, "-n", 50, "-o", out},
                new Object[] {"score", table, out},
                SmallTraining.arguments(table, odd, "--resume", "--quiet", "--epochs=6")));
  }
}
