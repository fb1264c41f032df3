package io.lanewise.reliability;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what the tests of all modules found of each promise; one without a figure is an error. */
public final class ReliabilityTable {

  private ReliabilityTable() {}

  /** The folders of the modules. */
  public static void main(String[] modules) throws IOException {
    Map<Promise, List<String>> figures = new EnumMap<>(Promise.class);
    for (String module : modules) {
      Path folder = Path.of(module).resolve(Measured.FOLDER);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.sorted().forEach(file -> add(file, figures));
        }
      }
    }
    print(figures, System.out);
    List<Promise> missing =
        Stream.of(Promise.values()).filter(promise -> !figures.containsKey(promise)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no test measured " + missing);
    }
  }

  private static void add(Path file, Map<Promise, List<String>> figures) {
    String name = file.getFileName().toString();
    String promise = name.substring(0, name.indexOf('.'));
    try {
      figures
          .computeIfAbsent(Promise.valueOf(promise), key -> new ArrayList<>())
          .add(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(Map<Promise, List<String>> figures, PrintStream out) {
    out.println("| promise | measured |");
    out.println("|---|---|");
    figures.forEach(
        (promise, found) -> out.printf("| %s | %s |%n", promise.words(), String.join("; ", found)));
  }
}
