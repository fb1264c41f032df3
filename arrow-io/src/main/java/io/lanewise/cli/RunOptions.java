package io.lanewise.cli;

import io.lanewise.arrow.MemoryBudget;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how the work is done. */
final class RunOptions {

  @Mixin private WorkOptions work;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of the rows that bins of large data are fitted to (default: 0)")
  private Seed seed = new Seed(0);

  int threads() {
    return work.threads();
  }

  MemoryBudget budget() {
    return work.budget();
  }

  long seed() {
    return seed.value();
  }

  boolean quiet() {
    return work.quiet();
  }

  /** Progress over so many rows; negative where nobody knows. */
  Progress progress(Streams streams, long rows) {
    return work.progress(streams, rows, "rows");
  }

  /** Tells what was found to warn of. */
  void warn(Lanewise lanewise, List<String> warnings) {
    work.warn(lanewise, warnings);
  }
}
