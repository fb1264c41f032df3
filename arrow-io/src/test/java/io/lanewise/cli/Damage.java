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
import java.util.Arrays;
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
  private final WhileArriving arriving;
  private int refused;
  private Duration longest = Duration.ZERO;

  /** Files are written to {@code folder}. */
  Damage(Path folder) throws IOException {
    valid = folder.resolve("valid.arrow");
    damaged = folder.resolve("damaged.arrow");
    arriving = new WhileArriving(folder);
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

  /** The latest mutant. */
  Path damaged() {
    return damaged;
  }

  /**
   * The words that score the latest mutant: as a file and from standard input in turn, and of the
   * latter three in four while they arrive.
   */
  Object[] words(int turn) throws IOException {
    if (turn % 2 == 0) {
      return new Object[] {"score", valid, damaged};
    }
    Object[] plain = {"score", valid, "-"};
    return turn % 8 == 7 ? plain : arriving.words(turn / 2, plain);
  }

  /** How many were refused. */
  int refused() {
    return refused;
  }

  /** The longest that one took. */
  Duration longest() {
    return longest;
  }

  /** Reads all mutants below {@code count}, and scores one in {@code step}, in this process. */
  void check(int count, int step) throws IOException {
    List<String> open = OpenFiles.now();
    for (int number = 0; number < count; number++) {
      byte[] mutant = write(number);
      long start = busy();
      try {
        refused += Refusals.readOrRefuse(mutant).isEmpty() ? 1 : 0;
        if (number % step == 0) {
          score(mutant, number / step).scoredOrRefused("mutant " + number);
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

  /** What is read as it arrives has two threads, which may be in each other's way. */
  private Outcome score(byte[] in, int turn) throws IOException {
    Object[] words = words(turn);
    Object[] all = Arrays.copyOf(words, words.length + 4);
    System.arraycopy(
        new Object[] {"--pairs", "none", "--threads", 1 + turn % 2}, 0, all, words.length, 4);
    return Outcome.of(in, StandardCharsets.UTF_8, all);
  }
}
