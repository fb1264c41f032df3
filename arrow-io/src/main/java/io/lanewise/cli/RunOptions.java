package io.lanewise.cli;

import io.lanewise.arrow.MemoryBudget;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how the work is done. */
final class RunOptions {

  private static final long DEFAULT_MEMORY_LIMIT = 1L << 30;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "use N threads (default: one per processor); results do not depend on it")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = ByteSize.Converter.class,
      description =
          "hold at most SIZE of decompressed data at a time, like 512M or 2G (default: 1G)")
  private ByteSize memoryLimit = new ByteSize(DEFAULT_MEMORY_LIMIT);

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of the rows that bins of large data are fitted to (default: 0)")
  private Seed seed = new Seed(0);

  @Option(names = "--quiet", description = "no warnings and no progress")
  private boolean quiet;

  int threads() {
    return threads;
  }

  MemoryBudget budget() {
    return new MemoryBudget(memoryLimit.bytes());
  }

  long seed() {
    return seed.value();
  }

  boolean quiet() {
    return quiet;
  }

  /** Progress over so many rows; negative where nobody knows. */
  Progress progress(Streams streams, long rows) {
    return new Progress(streams, rows, "rows", quiet);
  }

  /** Tells what was found to warn of. */
  void warn(Lanewise lanewise, List<String> warnings) {
    if (!quiet) {
      warnings.forEach(warning -> lanewise.say("warning: " + warning));
    }
  }
}
