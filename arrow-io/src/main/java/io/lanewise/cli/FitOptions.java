package io.lanewise.cli;

import io.lanewise.evaluate.ScoreInput;
import io.lanewise.profile.PairPlan;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The options that matter to a reference only while it is fitted. */
final class FitOptions {

  private static final List<String> NAMES =
      List.of("--categorical", "--numeric", "--spec", "--bins", "--pair-symbols", "--seed");

  private FitOptions() {}

  /** Fails where one of them is given beside a profile, which would be without effect. */
  static void refuse(CommandSpec command, String profile) {
    for (String name : NAMES) {
      refuse(name, command, profile);
    }
  }

  /** The same where the real side is a profile, whose pairs are given, too. */
  static void refuseBeside(ScoreInput real, PairPlan pairs, CommandSpec command) {
    if (real instanceof ScoreInput.Counted counted) {
      refuse(command, counted.source());
      if (pairs.most() > 0) {
        refuse("--pairs", command, counted.source());
      }
    }
  }

  /** The same of one option. */
  static void refuse(String name, CommandSpec command, String profile) {
    if (command.commandLine().getParseResult().hasMatchedOption(name)) {
      throw new UsageException(
          name
              + ": the symbols are those of the profile "
              + profile
              + "; the option belongs to the command that fits it to data");
    }
  }
}
