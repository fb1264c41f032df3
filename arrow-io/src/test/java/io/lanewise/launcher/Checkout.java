package io.lanewise.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with a copy of the launcher, and what surrounds it: a home, a root of the file system in
 * which JDKs are looked for, and programs on the PATH. Nothing of the machine's own is seen but the
 * shell's tools.
 */
final class Checkout {

  /** Where the tests run: the module's folder, and the launcher is one above. */
  private static final Path LAUNCHER = Path.of("..", "lanewise");

  private static final Path JARS = Path.of("target");

  private static final long TIMEOUT_SECONDS = 120;

  private static final List<String> SHELL_TOOLS =
      List.of(
          "cat", "find", "ln", "ls", "mkdir", "mv", "readlink", "rm", "rmdir", "sleep", "touch");

  private final Path folder;
  private final Path surroundings;
  private final Map<String, String> environment = new HashMap<>();

  /** What a run of the launcher left. */
  record Outcome(int exitCode, String out, String err) {}

  Checkout(Path folder, Path surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
    try {
      Files.createDirectories(folder);
      Files.copy(LAUNCHER, folder.resolve("lanewise"));
      Files.createDirectories(surroundings.resolve("bin"));
      for (String tool : SHELL_TOOLS) {
        program(tool, "exec " + tool(tool) + " \"$@\"");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.put("PATH", surroundings.resolve("bin").toString());
    environment.put("HOME", surroundings.resolve("home").toString());
    environment.put("LANEWISE_TEST_ROOT", surroundings.resolve("root").toString());
  }

  private static Path tool(String name) {
    for (String place : List.of("/bin", "/usr/bin")) {
      Path file = Path.of(place, name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no " + name + " in /bin or /usr/bin");
  }

  Path folder() {
    return folder;
  }

  Path home() {
    return surroundings.resolve("home");
  }

  Path root() {
    return surroundings.resolve("root");
  }

  Checkout with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Writes a file of the checkout. */
  Checkout file(String name, String content) {
    write(folder.resolve(name), content);
    return this;
  }

  /** Copies the jars, without sources that they could be built from; returns their folder. */
  Path jars() throws IOException {
    Path target = folder.resolve("arrow-io/target");
    Files.createDirectories(target.resolve("lib"));
    copy(JARS.resolve("lanewise-arrow-io.jar"), target.resolve("lanewise-arrow-io.jar"));
    try (Stream<Path> jars = Files.list(JARS.resolve("lib"))) {
      jars.forEach(jar -> copy(jar, target.resolve("lib").resolve(jar.getFileName())));
    }
    return target;
  }

  /** Copies a file and its time, without which a jar would be newer than a cache. */
  static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a shell script on the PATH. */
  Checkout program(String name, String script) {
    script(surroundings.resolve("bin").resolve(name), script);
    return this;
  }

  /**
   * Makes a JDK whose {@code java} prints its own home, a line, and then its arguments, one a line.
   */
  static Path fakeJdk(Path home, String version) {
    write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "echo '" + home + "'\nprintf '%s\\n' \"$@\"");
    script(home.resolve("bin/javac"), "exit 1");
    return home;
  }

  static void script(Path file, String content) {
    write(file, "#!/bin/sh\n" + content + "\n");
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome run(String... arguments) {
    return finish(start(folder.resolve("lanewise"), arguments));
  }

  /** Starts the launcher by the given path, which may be a link to it. */
  Running start(Path launcher, String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of(launcher.toString()));
      command.addAll(List.of(arguments));
      Path out = Files.createTempFile(surroundings, "out", "");
      Path err = Files.createTempFile(surroundings, "err", "");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(surroundings.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A launcher at work, and the files that take what it prints. */
  record Running(Process process, Path out, Path err) {}

  static Outcome finish(Running running) {
    try {
      running.process().getOutputStream().close();
      if (!running.process().waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        running.process().destroyForcibly();
        throw new IllegalStateException(
            "the launcher runs for more than "
                + TIMEOUT_SECONDS
                + " s and said: "
                + Files.readString(running.err(), UTF_8));
      }
      return new Outcome(
          running.process().exitValue(),
          Files.readString(running.out(), UTF_8),
          Files.readString(running.err(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
