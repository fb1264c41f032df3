package io.lanewise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words that start the command line from the jar of this module, on the JDK of the tests. */
final class JarCommand {

  private JarCommand() {}

  static List<String> of(List<String> flags, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", Path.of("target", "lanewise-arrow-io.jar").toString()));
    command.add(Main.class.getName());
    Stream.of(arguments).map(String::valueOf).forEach(command::add);
    return command;
  }

  /** The same with flags that start fast; those of Arrow's memory are not needed to read. */
  static List<String> fast(Object... arguments) {
    return of(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"), arguments);
  }
}
