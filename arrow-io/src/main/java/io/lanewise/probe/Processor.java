package io.lanewise.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine computes with. */
public final class Processor {

  private static final Path INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** The processor's name for itself; its architecture where nobody tells a name. */
  public static String name() {
    return named("model name").orElseGet(() -> System.getProperty("os.arch"));
  }

  private static Optional<String> named(String key) {
    if (!Files.isReadable(INFO)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(INFO)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }
}
