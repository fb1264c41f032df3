package io.lanewise.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What was chosen on the command line to go on with a model.
 *
 * @param command whose options they are
 * @param model that was trained with others, maybe
 */
record Chosen(CommandSpec command, Path model) {

  /** Fails where an option was given whose value is not the one of the model's training. */
  void refuse(String option, @Nullable Object value, Object trained) {
    boolean given = command.commandLine().getParseResult().hasMatchedOption(option);
    if (given && value != null && !value.equals(trained)) {
      throw new UsageException(
          "%s %s, but %s was trained with %s, and --resume goes on with that"
              .formatted(option, word(value), model, word(trained)));
    }
  }

  private static String word(Object value) {
    return value instanceof Enum<?> ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
  }
}
