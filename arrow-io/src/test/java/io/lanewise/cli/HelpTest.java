package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Prior;
import io.lanewise.gan.TrainingPlan;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself. */
class HelpTest {

  private static final String FEW_ROWS = " for tables of fewer than 200 rows a float, else ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "score --help",
        "demo --help",
        "kernels --help",
        "profile --help",
        "merge --help",
        "subtract --help",
        "inspect --help",
        "rank --help",
        "discriminate --help",
        "divergence --help",
        "train --help",
        "generate --help",
        "completion --help",
        "help",
        "help score",
        "help profile",
        "help demo",
        "score --bins 4 --help"
      })
  void helpFits(String arguments) {
    String help = Outcome.of((Object[]) arguments.split(" ", -1)).result();
    assertTrue(help.contains("Usage: lanewise"), help);
    help.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    assertTrue(help.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), help);
  }

  @Test
  void withoutArgumentsThereIsHelp() {
    assertEquals(Outcome.of("--help").result(), Outcome.of().result());
  }

  @Test
  void helpNamesEveryOption() {
    String help = Outcome.of("score", "--help").result();
    for (String option :
        List.of(
            "--format",
            "--unit",
            "-o, --output",
            "--categorical",
            "--numeric",
            "--columns",
            "--exclude",
            "--bins",
            "--spec",
            "--smooth",
            "--counts",
            "--pairs",
            "--pair-symbols",
            "--estimator",
            "--paired",
            "--explain",
            "--fail-if",
            "--rules",
            "--threads",
            "--memory-limit",
            "--seed",
            "--quiet",
            "--debug")) {
      assertTrue(help.contains("  " + option) || help.contains(" " + option + "="), option);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "score --version"})
  void versionIsOneLine(String arguments) {
    String version = Outcome.of((Object[]) arguments.split(" ", -1)).result();
    assertTrue(version.startsWith("lanewise "), version);
    assertTrue(version.contains("Java " + Runtime.version().feature()), version);
    assertEquals(1, version.lines().count());
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    String script = Outcome.of("completion").result();
    for (String word :
        List.of(
            "score",
            "demo",
            "kernels",
            "profile",
            "merge",
            "subtract",
            "inspect",
            "rank",
            "discriminate",
            "divergence",
            "train",
            "generate",
            "--stop-when",
            "\"minimax\" \"non-saturating\"",
            "--reference",
            "--min-count",
            "--seconds",
            "--categorical",
            "--memory-limit",
            "markdown",
            "--pairs",
            "\"all\" \"none\"",
            "--pair-symbols",
            "--estimator",
            "\"chao-shen\" \"james-stein\"",
            "--explain",
            "--fail-if",
            "--rules")) {
      assertTrue(script.toLowerCase(Locale.ROOT).contains(word), word);
    }
  }

  @Test
  void helpHasSectionsInTheirOrder() {
    List<String> headings =
        Outcome.of("score", "--help")
            .result()
            .lines()
            .filter(line -> line.matches("[A-Z][a-z ]+:"))
            .toList();
    assertEquals(
        List.of(
            "What is scored:",
            "Pairs of columns:",
            "Rows that belong together:",
            "The result:",
            "While rows arrive:",
            "Gates:",
            "The run:",
            "Other:",
            "Examples:"),
        headings);
  }

  @Test
  void helpOfProfilesHasSectionsToo() {
    List<String> headings =
        Outcome.of("profile", "--help")
            .result()
            .lines()
            .filter(line -> line.matches("[A-Z][a-z ]+:"))
            .toList();
    assertEquals(
        List.of(
            "The profile:",
            "What is counted:",
            "Pairs of columns:",
            "The run:",
            "Other:",
            "Examples:"),
        headings);
  }

  @Test
  void helpOfTrainingHasSectionsAndTheDefaultsThatAreUsed() {
    String help = Outcome.of("train", "--help").result();
    assertEquals(
        List.of("The result:", "How long:", "The networks:", "The run:", "Other:", "Examples:"),
        help.lines().filter(line -> line.matches("[A-Z][a-z ]+:")).toList());
    GanSettings usual = GanSettings.MANY_ROWS;
    GanSettings few = GanSettings.FEW_ROWS;
    String words = help.replaceAll("\\s+", " ");
    for (String told :
        List.of(
            "or none (default: " + new HiddenLayers(usual.generator()) + ")",
            "of the discriminator (default: " + new HiddenLayers(usual.discriminator()) + ")",
            "made from, 1 to 65536 (default: " + usual.latent() + ")",
            usual.prior() == Prior.NORMAL ? "normal (default) or" : "or uniform (default)",
            "see a collapse (default: " + few.pack() + FEW_ROWS + usual.pack() + ")",
            "leaves out, 0 to below 1 (default: " + few.dropout() + FEW_ROWS + "0)",
            "whole packs (default: " + usual.batch() + ")",
            LossName.of(usual.loss()) + " (default)",
            OptimizerName.of(usual.generatorOptimizer()) + " (default",
            "learns, above 0 (default: 3e-4;",
            "learns (default: 3e-4" + FEW_ROWS + "1e-3;",
            "to the end (default: " + usual.steadySteps() + ")",
            "is below 1, 0 to below 1 (default: " + usual.labelSmoothing() + ")",
            "each step, 0 to below 1 (default: " + usual.averaging() + ")",
            "about " + TrainingPlan.USUAL_STEPS + " steps, at least " + TrainingPlan.LEAST_EPOCHS,
            "at most " + TrainingPlan.MOST_LINES + " lines",
            "at least " + TrainingPlan.LEAST_STEPS + " steps",
            "no better score (default: " + TrainingPlan.USUAL_PATIENCE + ")")) {
      assertTrue(words.contains(told), told + " is not in " + words);
    }
  }

  @Test
  void helpSaysThatAProfileCanLeakValues() {
    assertTrue(Outcome.of("profile", "--help").result().contains("it can leak values"));
  }

  @Test
  void helpNamesEveryOptionOnce() {
    List<String> options =
        Outcome.of("score", "--help")
            .result()
            .lines()
            .filter(line -> line.matches(" {2}(-\\w, | {4})--[a-z-]+(=[A-Z]+)? {2,}.*"))
            .map(line -> line.replaceFirst(".*?(--[a-z-]+).*", "$1"))
            .toList();
    assertEquals(options.stream().distinct().toList(), options);
    assertEquals(32, options.size(), options::toString);
  }
}
