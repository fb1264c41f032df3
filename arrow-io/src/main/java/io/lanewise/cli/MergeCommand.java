package io.lanewise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds profiles. */
@Command(
    name = "merge",
    description = "Add profiles of one reference: the profile of all their data together.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Counts are integers: the order of the files, and how data was cut into them, changes no byte.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Example:",
      "  lanewise merge monday.profile tuesday.profile -o week.profile"
    })
final class MergeCommand implements Callable<Integer> {

  @Reads
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "profiles of one reference")
  private List<Path> files = List.of();

  @Mixin private ProfileOutput output;

  @Override
  public Integer call() {
    output.check();
    output.write(ProfileSum.of(files).profile());
    return ExitCode.OK;
  }
}
