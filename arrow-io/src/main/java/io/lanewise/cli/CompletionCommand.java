package io.lanewise.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(lanewise completion)",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash("lanewise", root));
    spec.commandLine().getOut().flush();
  }
}
