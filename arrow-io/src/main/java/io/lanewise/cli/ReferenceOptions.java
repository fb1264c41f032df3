package io.lanewise.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a profile goes, and what it may name. */
final class ReferenceOptions {

  @Mixin private ProfileOutput output;

  @Reads
  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "take columns, bins, categories and pairs from this profile")
  private @Nullable Path reference;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      converter = WholeNumber.MinCount.class,
      description =
          "name no category that occurs fewer than N times, except those that the --reference names"
              + " (default: 1, names all)")
  private int minCount = 1;

  ProfileOutput output() {
    return output;
  }

  @Nullable Path reference() {
    return reference;
  }

  int minCount() {
    return minCount;
  }
}
