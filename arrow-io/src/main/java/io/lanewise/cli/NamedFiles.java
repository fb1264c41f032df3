package io.lanewise.cli;

import io.lanewise.file.FilePlace;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The files that the arguments of a command name, by {@link Reads} and {@link Writes}: none that is
 * written may be one that is read, or be written twice. All commands are checked here, before they
 * begin.
 */
final class NamedFiles {

  /** What is read by an argument of this name. */
  private record Input(String name, Predicate<Path> reads) {}

  /** What is written by an argument of this name. */
  private record Output(String name, Path file) {}

  private final List<Input> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  private NamedFiles(CommandSpec command, Streams streams) {
    for (ArgSpec argument : command.args()) {
      String name =
          argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
      for (Object value : values(argument)) {
        if (value instanceof Path path && path.toString().isEmpty()) {
          throw new UsageException(name + " '', expected a file");
        }
        if (has(argument, Reads.class)) {
          inputs.add(new Input(name, reads(value, streams)));
        }
        // As a file, - is standard output, or refused as such.
        if (has(argument, Writes.class) && !value.toString().equals("-")) {
          outputs.add(new Output(name, (Path) value));
        }
      }
    }
  }

  /** Fails where a file is named in two ways that do not go together. */
  static void check(CommandSpec command, Streams streams) {
    new NamedFiles(command, streams).check();
  }

  static boolean has(ArgSpec argument, Class<? extends Annotation> role) {
    return argument.userObject() instanceof AnnotatedElement field
        && field.isAnnotationPresent(role);
  }

  private static Collection<?> values(ArgSpec argument) {
    return switch (argument.<Object>getValue()) {
      case null -> List.of();
      case Collection<?> several -> several;
      case Object one -> List.of(one);
    };
  }

  private static Predicate<Path> reads(Object value, Streams streams) {
    if (value instanceof Path path) {
      return file -> isRead(path, file);
    }
    InputArgument input = new InputArgument(value.toString());
    if (!input.isStandardInput()) {
      return file -> Files.exists(file) && input.files().stream().anyMatch(f -> isRead(f, file));
    }
    Path in = streams.inFile();
    return file -> in != null && isRead(in, file);
  }

  /** Pipes and devices are no files that could be lost. */
  private static boolean isRead(Path input, Path file) {
    return Files.isRegularFile(input) && FilePlace.same(input, file);
  }

  private void check() {
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      for (Input input : inputs) {
        if (input.reads().test(output.file())) {
          throw refusal(output, "is an input", input.name());
        }
      }
      for (Output earlier : outputs.subList(0, i)) {
        if (FilePlace.same(output.file(), earlier.file())) {
          throw refusal(output, "is written to already", earlier.name());
        }
      }
    }
  }

  private static UsageException refusal(Output output, String problem, String other) {
    return new UsageException(
        "%s %s %s (%s), expected another file"
            .formatted(output.name(), output.file(), problem, other));
  }
}
