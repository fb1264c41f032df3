package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.lanewise.arrow.Mutations;
import io.lanewise.arrow.OpenFiles;
import io.lanewise.arrow.Refusals;
import io.lanewise.arrow.Seeds;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Damaged copies of valid inputs, each the same for its number: read to the last value and scored,
 * or refused, in time, and nothing is left open.
 */
final class Damage {

  private static final long SEED = 20_260_101;

  private final List<byte[]> seeds = Seeds.all();
  private final Path valid;
  private final Path damaged;
  private int refused;
  private Duration longest = Duration.ZERO;

  /** Files are written to {@code folder}. */
  Damage(Path folder) throws IOException {
    valid = folder.resolve("valid.arrow");
    damaged = folder.resolve("damaged.arrow");
  }

  /** Writes mutant {@code number} and what it was made of. */
  byte[] write(int number) throws IOException {
    Random random = new Random(SEED + number);
    byte[] seed = seeds.get(number % seeds.size());
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    byte[] mutant = Mutations.any(seed, other, random);
    Files.write(valid, seed);
    Files.write(damaged, mutant);
    return mutant;
  }

  /** What the latest mutant was made of. */
  Path valid() {
    return valid;
  }

  /** The latest mutant. */
  Path damaged() {
    return damaged;
  }

  /** How many were refused. */
  int refused() {
    return refused;
  }

  /** The longest that one took. */
  Duration longest() {
    return longest;
  }

  /**
   * Reads all mutants below {@code count}, and scores one in {@code step}, in this process; as
   * files and as streams in turn.
   */
  void check(int count, int step) throws IOException {
    List<String> open = OpenFiles.now();
    for (int number = 0; number < count; number++) {
      byte[] mutant = write(number);
      long start = busy();
      try {
        refused += Refusals.readOrRefuse(mutant).isEmpty() ? 1 : 0;
        if (number % step == 0) {
          boolean asFile = number / step % 2 == 0;
          Outcome outcome = asFile ? score(damaged, new byte[0]) : score("-", mutant);
          outcome.scoredOrRefused("mutant " + number);
        }
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + SEED + ", mutant " + number, e);
      }
      Duration took = Duration.ofNanos(busy() - start);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    assertEquals(open, OpenFiles.now());
    assertTrue(longest.compareTo(CommandProcess.LIMIT) <= 0, () -> "one took " + longest);
  }

  /** Processor time of all threads: the clock on the wall would tell of other processes, too. */
  private static long busy() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private Outcome score(Object generated, byte[] in) {
    return Outcome.of(
        in, StandardCharsets.UTF_8, "score", valid, generated, "--pairs", "none", "--threads", 1);
  }
}
