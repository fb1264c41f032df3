package io.lanewise.arrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process that is resident; Linux tells it. */
public final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** Whether it can be told here. */
  public static boolean isKnown() {
    return Files.exists(STATUS);
  }

  /** KiB now. */
  static long kib() throws IOException {
    return kib("VmRSS:");
  }

  /** The most KiB so far. */
  public static long peakKib() throws IOException {
    return kib("VmHWM:");
  }

  private static long kib(String name) throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
