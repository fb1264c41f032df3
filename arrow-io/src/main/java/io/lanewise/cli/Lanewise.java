package io.lanewise.cli;

import io.lanewise.arrow.SpoolException;
import io.lanewise.column.DataException;
import io.lanewise.column.OneLine;
import io.lanewise.evaluate.SelectionException;
import io.lanewise.gan.MemoryException;
import io.lanewise.gate.RuleException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command, and what every command shares: how failures become lines and exit codes. */
@Command(
    name = "lanewise",
    description = "Tells how far generated data is from real data.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ScoreCommand.class,
      RankCommand.class,
      DiscriminateCommand.class,
      ProfileCommand.class,
      MergeCommand.class,
      SubtractCommand.class,
      InspectCommand.class,
      DivergenceCommand.class,
      TrainCommand.class,
      GenerateCommand.class,
      KernelsCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 good, 1 a rule was crossed, 2 wrong usage, 3 input refused,",
      "4 environment (files, memory), 5 internal error."
    })
final class Lanewise implements Runnable {

  /** Commands that take several files as one argument. */
  private static final Set<String> SIDED = Set.of("score", "discriminate", "profile", "train");

  private final Streams streams;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "show where an error comes from")
  private boolean debug;

  private Lanewise(Streams streams) {
    this.streams = streams;
  }

  Streams streams() {
    return streams;
  }

  /** Without a subcommand there is nothing to do but help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** All commands, which use these streams. */
  static CommandLine command(Streams streams) {
    Lanewise root = new Lanewise(streams);
    CommandLine command = new CommandLine(root);
    command.setErr(new PrintWriter(streams.err(), true, streams.err().charset()));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpWidth(100);
    for (CommandLine subcommand : command.getSubcommands().values()) {
      subcommand
          .getHelpSectionMap()
          .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
    }
    // A path or a column may begin with @, and is not a file of arguments then.
    command.setExpandAtFiles(false);
    command.setExecutionStrategy(root::execute);
    command.setParameterExceptionHandler(Lanewise::refuse);
    command.setExecutionExceptionHandler((failure, failed, parsed) -> root.fail(failure));
    return command;
  }

  /** Runs a command; returns its exit code. */
  static int run(String[] arguments, Streams streams) {
    CommandLine command = command(streams);
    Lanewise root = command.getCommand();
    // Of help and the like. A writer of its own would keep to itself that nothing can be written.
    StringWriter said = new StringWriter();
    command.setOut(new PrintWriter(said));
    try {
      int exitCode = command.execute(arguments);
      if (!said.toString().isEmpty()) {
        streams.print(said.toString());
      }
      return exitCode;
    } catch (EnvironmentException e) {
      return root.fail(e);
    } catch (OutOfMemoryError e) {
      return root.say(
          "out of memory, Java may take " + heap() + "; LANEWISE_HEAP sets this limit",
          ExitCode.ENVIRONMENT);
    } catch (Error e) {
      // Left alone, these end a JVM with 1, which scripts are to read as a threshold crossed.
      return root.say("internal error: " + e, ExitCode.INTERNAL);
    }
  }

  /** Runs the last of the commands, after what all of them have in common. */
  private int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    try {
      NamedFiles.check(last.commandSpec(), streams);
    } catch (RuntimeException e) {
      return fail(e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The limit of Java's heap, in the launcher's words where it has set one. */
  private static String heap() {
    String words = System.getProperty("lanewise.heap", "");
    return words.isEmpty() ? (Runtime.getRuntime().maxMemory() >> 20) + "m" : words;
  }

  private static int refuse(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    command
        .getErr()
        .println(
            "lanewise: "
                + OneLine.of(message(failure))
                + "; see '"
                + command.getCommandSpec().qualifiedName()
                + " --help'");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = "'" + unmatched.getUnmatched().getFirst() + "'";
      if (unmatched.getCommandLine().getParent() != null) {
        boolean hasSides = SIDED.contains(unmatched.getCommandLine().getCommandName());
        return argument
            + " is one argument too many"
            + (hasSides ? "; files of one side are separated by commas" : "");
      }
      List<String> near = unmatched.getSuggestions();
      return "no command "
          + argument
          + (near.isEmpty() ? "" : ", the nearest is '" + near.getFirst() + "'");
    }
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  private int fail(Exception failure) {
    if (debug) {
      failure.printStackTrace(streams.err());
    }
    return switch (failure) {
      case UsageException e -> say(e, ExitCode.USAGE);
      case SelectionException e -> say(e, ExitCode.USAGE);
      case RuleException e -> say(e, ExitCode.USAGE);
      case DataException e -> say(e, ExitCode.DATA);
      case EnvironmentException e -> say(e, ExitCode.ENVIRONMENT);
      case SpoolException e -> say(e, ExitCode.ENVIRONMENT);
      case MemoryException e ->
          say(
              e.getMessage() + (e.isBySize() ? "" : "; LANEWISE_HEAP sets this limit"),
              ExitCode.ENVIRONMENT);
      default ->
          say(
              "internal error: " + failure + (debug ? "" : "; --debug shows where"),
              ExitCode.INTERNAL);
    };
  }

  private int say(Exception failure, int exitCode) {
    return say(String.valueOf(failure.getMessage()), exitCode);
  }

  private int say(String message, int exitCode) {
    say(message);
    return exitCode;
  }

  /** One line on standard error. */
  void say(String message) {
    streams.err().println("lanewise: " + OneLine.of(message));
  }
}
