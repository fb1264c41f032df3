package io.lanewise.cli;

import io.lanewise.gate.Rule;
import io.lanewise.gate.RuleParser;
import io.lanewise.gate.RulesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what ends the command with exit code 1. */
final class GateOptions {

  @Option(
      names = "--fail-if",
      paramLabel = "RULE",
      description = "exit with 1 if RULE is crossed, like 'js>0.1'; may be repeated")
  private List<String> rules = List.of();

  @Reads
  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "the same for each line of FILE; # begins a line of comment")
  private List<Path> files = List.of();

  /** The rules of the files and of the command line; columns are not looked up yet. */
  List<Rule> rules() {
    List<Rule> parsed = new ArrayList<>();
    for (Path file : files) {
      parsed.addAll(RulesFile.read(file));
    }
    for (String rule : rules) {
      parsed.add(RuleParser.parse("--fail-if", rule));
    }
    return parsed;
  }
}
