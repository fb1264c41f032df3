package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The command as users run it: in a process of its own, started as {@code lanewise} does, with a
 * start-up cache that is made first.
 */
final class CommandProcess {

  /**
   * No score of a small file may keep a processor busy for longer. The clock on the wall would tell
   * of others who use the machine, too.
   */
  static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Duration HANGS = Duration.ofSeconds(60);

  private final Path folder;
  private final Path cache;
  private Duration longest = Duration.ZERO;
  private int runs;

  /** Keeps what processes print in {@code folder}. */
  CommandProcess(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.cache = folder.resolve("lanewise.aot");
    Path real = Tables.interop("files/polars-alltypes.zstd.real.arrow");
    Path generated = Tables.interop("files/polars-alltypes.zstd.gen.arrow");
    assertEquals(0, once(real, "-XX:AOTCacheOutput=" + cache, "score", real, generated).exitCode());
    longest = Duration.ZERO;
    runs = 0;
  }

  /** The most processor time that a run took. */
  Duration longest() {
    return longest;
  }

  /** Number of runs. */
  int runs() {
    return runs;
  }

  /** Runs a command that ends in time. */
  Outcome run(Path in, Object... arguments) throws IOException, InterruptedException {
    Outcome outcome = once(in, "-XX:AOTCache=" + cache, arguments);
    assertTrue(longest.compareTo(LIMIT) <= 0, () -> List.of(arguments) + " took " + longest);
    return outcome;
  }

  private Outcome once(Path in, String cacheFlag, Object... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command(cacheFlag, arguments))
            .redirectInput(Redirect.from(in.toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // Announced on standard error where they are set.
    builder
        .environment()
        .keySet()
        .removeAll(
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS"));
    Process process = builder.start();
    long deadline = System.nanoTime() + HANGS.toNanos();
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      Duration busy = process.info().totalCpuDuration().orElse(Duration.ZERO);
      longest = busy.compareTo(longest) > 0 ? busy : longest;
      if (System.nanoTime() > deadline) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(List.of(arguments) + " still ran after " + HANGS);
      }
    }
    runs++;
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private List<String> command(String cacheFlag, Object... arguments) {
    return JarCommand.of(
        List.of(
            cacheFlag,
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED"),
        arguments);
  }
}
