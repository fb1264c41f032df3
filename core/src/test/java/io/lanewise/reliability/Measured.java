package io.lanewise.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps what a test found of a promise in {@code target/reliability} of its module, from where
 * {@link ReliabilityTable} gathers it. A test measures a sample in every build, and all that the
 * table states under {@code -Pfull}.
 */
public final class Measured {

  /** Where figures are kept, under the folder of a module. */
  static final Path FOLDER = Path.of("target", "reliability");

  private static final boolean FULL = Boolean.getBoolean("lanewise.test.full");

  /** What is found of mutants, or while mutants are looked for, is not kept. */
  private static final boolean MUTANTS = Boolean.getBoolean("lanewise.test.mutants");

  private Measured() {}

  /** Whether all is tested: {@code -Pfull}. */
  public static boolean isFull() {
    return FULL;
  }

  /** How much to test: {@code sample} in every build, {@code full} under {@code -Pfull}. */
  public static int amount(int sample, int full) {
    return FULL ? full : sample;
  }

  /** Keeps one figure; one {@code test} may state one for each promise. */
  public static void keep(Promise promise, Class<?> test, String figure) throws IOException {
    keep(promise, test.getSimpleName(), figure);
  }

  /** Keeps one figure of a test that has several, or runs in several JVMs. */
  public static void keep(Promise promise, String part, String figure) throws IOException {
    if (!MUTANTS) {
      keep(Path.of(""), promise, part, figure);
    }
  }

  /** Keeps a figure under the folder of {@code module}. */
  static void keep(Path module, Promise promise, String part, String figure) throws IOException {
    Path folder = Files.createDirectories(module.resolve(FOLDER));
    Files.writeString(folder.resolve(promise.name() + "." + part), figure + "\n");
  }
}
