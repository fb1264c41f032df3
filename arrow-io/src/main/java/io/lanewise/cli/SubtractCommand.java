package io.lanewise.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a profile away from another. */
@Command(
    name = "subtract",
    description = "Take a profile away from one that holds it: the profile of the other data.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "What merge added, subtract takes away: to the last byte, unless a column holds so many values",
      "that they are counted in hash buckets, which it then stays. More of anything than ALL has is",
      "refused; whether PART was ever added, counts cannot tell.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Example:",
      "  lanewise subtract week.profile monday.profile -o rest.profile"
    })
final class SubtractCommand implements Callable<Integer> {

  @Reads
  @Parameters(index = "0", paramLabel = "ALL", description = "the profile to subtract from")
  private Path all;

  @Reads
  @Parameters(index = "1", paramLabel = "PART", description = "what was added to it before")
  private Path part;

  @Mixin private ProfileOutput output;

  @Override
  public Integer call() {
    output.check();
    output.write(ProfileSum.difference(ProfileFile.read(all), ProfileFile.read(part)));
    return ExitCode.OK;
  }
}
