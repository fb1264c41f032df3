package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.arrow.ResidentMemory;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged inputs in a process with little memory, and through the command. */
class DamageIT {

  private static final int MUTANTS = Measured.amount(2_000, 10_000);

  /** Prime to the number of seeds, so that each has its turn. */
  private static final int STEP = Measured.amount(19, 1);

  private static final int COMMANDS = Measured.amount(10, 200);
  private static final String HEAP = "-Xmx512m";
  private static final long MOST_KIB = 1 << 20;

  @TempDir private Path folder;

  @BeforeEach
  void needLinux() {
    assumeTrue(ResidentMemory.isKnown(), "resident memory is told by Linux only");
  }

  @Test
  void damagedInputsAreScoredOrRefusedInLittleMemory() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-enableassertions",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DamageProcess.class.getName(),
            folder.toString(),
            Integer.toString(MUTANTS),
            Integer.toString(STEP));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor());
    String[] found = Files.readString(out).strip().split(" ", -1);
    int refused = Integer.parseInt(found[0]);
    assertTrue(refused > MUTANTS / 10 && refused < MUTANTS, () -> "refused " + refused);
    long peakKib = Long.parseLong(found[2]);
    assertTrue(peakKib < MOST_KIB, () -> peakKib + " KiB were resident");
    Measured.keep(
        Promise.DAMAGE,
        getClass(),
        ("%d mutants read and %d scored, three in eight while they arrive, with %s: %d refused,"
                + " 0 exceptions, 0 bytes and 0 files left, at most %.1f s of processor time and"
                + " %d MiB resident")
            .formatted(
                MUTANTS,
                (MUTANTS + STEP - 1) / STEP,
                HEAP,
                refused,
                Long.parseLong(found[1]) / 1e3,
                peakKib >> 10));
  }

  @Test
  void damagedInputsAreScoredOrRefusedByTheCommand() throws IOException, InterruptedException {
    CommandProcess command = new CommandProcess(folder);
    Damage damage = new Damage(folder);
    // Others than those at the beginning, which the other test has read and scored.
    for (int number = 1_000_000; number < 1_000_000 + COMMANDS; number++) {
      damage.write(number);
      Outcome outcome = command.run(damage.damaged(), damage.words(number));
      outcome.scoredOrRefused("mutant " + number);
    }
    Measured.keep(
        Promise.DAMAGE,
        CommandProcess.class,
        "%d more by command, three in eight while they arrive: exit 0 or 3, at most %.1f s of processor time"
            .formatted(command.runs(), command.longest().toMillis() / 1e3));
  }
}
