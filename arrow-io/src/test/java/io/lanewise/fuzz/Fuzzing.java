package io.lanewise.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of the fuzzer on one target, in a process of its own with a heap of 512 MB: the engine can
 * be started once in a JVM, and what runs out of memory there must not end the tests.
 *
 * @param loader what was fuzzed
 * @param exitCode 0 where nothing was found
 * @param log what the fuzzer said
 * @param folder where its log and the inputs are that it found
 */
record Fuzzing(Loader loader, int exitCode, String log, Path folder) {

  private static final Path FOLDER = Path.of("target", "fuzzing");

  /** Longest call, in seconds. */
  private static final int LONGEST = 5;

  /** Inputs of a run without a length, which does the same on a slow machine. */
  private static final int BRIEF = 1_500;

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");
  private static final Pattern COVERED = Pattern.compile(" cov: (\\d+) ");

  /**
   * Fuzzes until something is found or the time is over.
   *
   * @param seconds how long, 0 for a few inputs
   * @param seed of the fuzzer's choices, 0 for another one each time
   */
  static Fuzzing run(Loader loader, int seconds, long seed)
      throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(loader.name());
    delete(folder);
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    List<byte[]> inputs = loader.target().seeds();
    for (int i = 0; i < inputs.size(); i++) {
      Files.write(seeds.resolve("seed-" + i), inputs.get(i));
    }
    Path log = folder.resolve("log");
    List<String> command = command(loader, folder);
    if (seconds == 0) {
      // It ends before it has made up for what the second compiler costs.
      command.add(1, "-XX:TieredStopAtLevel=1");
      command.add("-runs=" + BRIEF);
    } else {
      command.add("-max_total_time=" + seconds);
    }
    command.add("-seed=" + seed);
    command.add(corpus.toString());
    command.add(seeds.toString());
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    return new Fuzzing(
        loader, exitCode, Files.readString(log, StandardCharsets.ISO_8859_1), folder);
  }

  private static List<String> command(Loader loader, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    command.add("-Djdk.attach.allowAttachSelf=true");
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzedProcess.class.getName());
    command.add("--target_args=" + loader.name());
    command.add("--instrumentation_includes=io.lanewise.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + "/");
    command.add("-timeout=" + LONGEST);
    return command;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  boolean found() {
    return exitCode != 0;
  }

  /** How many inputs were tried. */
  long inputs() {
    Matcher done = DONE.matcher(log);
    return done.find() ? Long.parseLong(done.group(1)) : 0;
  }

  /** How many places of the code were reached, at first and in the end. */
  int[] covered() {
    List<Integer> places =
        COVERED.matcher(log).results().map(found -> Integer.valueOf(found.group(1))).toList();
    return places.isEmpty() ? new int[2] : new int[] {places.getFirst(), places.getLast()};
  }

  @Override
  public String toString() {
    String end = log.substring(Math.max(0, log.length() - 6_000));
    return loader + " ended with " + exitCode + ", inputs and log in " + folder + ":\n" + end;
  }
}
