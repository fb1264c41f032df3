package io.lanewise.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What this machine computes with. */
public final class Processor {

  private static final Path INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /**
   * Returns the processor's name for itself, with its family and model, since cloud machines call
   * all of theirs the same.
   *
   * @return the architecture where nobody tells a name
   */
  public static String name() {
    return describe(info(), System.getProperty("os.arch"));
  }

  /** What is known of "model name", "cpu family" and "model". */
  static String describe(Map<String, String> info, String architecture) {
    StringBuilder name = new StringBuilder(info.getOrDefault("model name", architecture));
    if (info.containsKey("cpu family") && info.containsKey("model")) {
      name.append(", family ").append(info.get("cpu family"));
      name.append(", model ").append(info.get("model"));
    }
    return name.toString();
  }

  /** What Linux tells about the first processor. */
  private static Map<String, String> info() {
    if (!Files.isReadable(INFO)) {
      return Map.of();
    }
    Map<String, String> info = new HashMap<>();
    try (Stream<String> lines = Files.lines(INFO)) {
      lines
          .takeWhile(line -> !line.isBlank())
          .map(line -> line.split(":", 2))
          .filter(pair -> pair.length == 2 && !pair[1].isBlank())
          .forEach(pair -> info.put(pair[0].strip(), pair[1].strip()));
    } catch (IOException | UncheckedIOException unreadable) {
      return Map.of();
    }
    return info;
  }
}
