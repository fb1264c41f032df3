package io.lanewise.cli;

import io.lanewise.arrow.MemoryBudget;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how the work is done, whatever is random in it. */
final class WorkOptions {

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

  @Option(names = "--quiet", description = "no warnings and no progress")
  private boolean quiet;

  int threads() {
    return threads;
  }

  MemoryBudget budget() {
    return new MemoryBudget(memoryLimit.bytes());
  }

  boolean quiet() {
    return quiet;
  }

  /** Progress over so many things; negative where nobody knows how many. */
  Progress progress(Streams streams, long total, String unit) {
    return new Progress(streams, total, unit, quiet);
  }

  /** Tells what was found to warn of. */
  void warn(Lanewise lanewise, List<String> warnings) {
    warnings.forEach(warning -> tell(lanewise, "warning: " + warning));
  }

  /** Tells what is worth knowing. */
  void tell(Lanewise lanewise, String note) {
    if (!quiet) {
      lanewise.say(note);
    }
  }
}
