package io.lanewise.arrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that this process has open, and those that it has mapped: data, not the JDK's own files
 * and libraries. Linux tells them; elsewhere there are none to see.
 */
public final class OpenFiles {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path MAPS = Path.of("/proc/self/maps");

  /** What a JVM and its test runner open when they please. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "/(dev|proc|sys|usr|lib|lib64|etc)/.*|.*\\.(jar|so|jsa|aot|class)( \\(deleted\\))?"
              + "|.*/(hsperfdata_|jnilib-|surefire|failsafe|jqwik-database).*|"
              + Pattern.quote(System.getProperty("java.home"))
              + "/.*");

  private OpenFiles() {}

  /** Each descriptor and each mapping by the name of its file. */
  public static List<String> now() throws IOException {
    List<String> found = new ArrayList<>();
    if (Files.exists(MAPS)) {
      try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
        descriptors.forEach(descriptor -> add("open ", target(descriptor), found));
      }
      for (String line : Files.readAllLines(MAPS)) {
        String[] parts = line.split(" +", 6);
        add("mapped ", parts.length == 6 ? parts[5] : "", found);
      }
    }
    found.sort(null);
    return found;
  }

  /** A descriptor may be closed by the time it is asked for. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Pipes, sockets and memory have no path. */
  private static void add(String how, String name, List<String> found) {
    if (name.startsWith("/") && !OTHERS.matcher(name).matches()) {
      found.add(how + name);
    }
  }
}
