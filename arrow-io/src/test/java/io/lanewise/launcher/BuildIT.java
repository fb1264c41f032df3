package io.lanewise.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.launcher.Checkout.Outcome;
import io.lanewise.launcher.Checkout.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, with a Maven that is a script. */
final class BuildIT {

  /** Notes that it ran, and that no other one did meanwhile, and makes the jar. */
  private static final String MAVEN =
      """
      mkdir arrow-io/target/maven-runs || { echo 'two at a time' >> runs; exit 1; }
      cat > arrow-io/target/stdin
      mkdir -p arrow-io/target/lib
      touch arrow-io/target/lanewise-arrow-io.jar
      echo "built with $JAVA_HOME" >> runs
      rmdir arrow-io/target/maven-runs
      """;

  private static final String FIRST_USE =
      "lanewise: first use: building (a minute or two, and longer while Maven fetches libraries)\n";

  @TempDir private Path folder;
  private Checkout checkout;
  private Path jdk;

  @BeforeEach
  void writeSources() {
    checkout = new Checkout(folder.resolve("check out"), folder.resolve("around"));
    jdk = Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    checkout.file("pom.xml", "");
    for (String module : List.of("core", "simd", "arrow-io")) {
      checkout.file(module + "/pom.xml", "").file(module + "/src/main/java/A.java", "");
    }
    checkout.program("mvn", MAVEN);
  }

  private List<String> runs() throws IOException {
    return Files.readAllLines(checkout.folder().resolve("runs"));
  }

  @Test
  void buildsOnFirstUseAndSaysSo() throws IOException {
    Outcome first = checkout.run("score");
    assertEquals(new Outcome(0, first.out(), FIRST_USE), first);
    assertTrue(first.out().startsWith(jdk.toString()), first.out());
    assertEquals(List.of("built with " + jdk), runs());
    Outcome second = checkout.run("score");
    assertEquals(new Outcome(0, first.out(), ""), second);
    assertEquals(1, runs().size());
  }

  @Test
  void buildsAgainWhereASourceIsNewer() throws IOException {
    checkout.run();
    Files.setLastModifiedTime(
        checkout.folder().resolve("core/src/main/java/A.java"),
        FileTime.from(Instant.now().plusSeconds(60)));
    Outcome outcome = checkout.run();
    assertEquals(0, outcome.exitCode());
    assertTrue(
        outcome.err().startsWith("lanewise: sources are newer than the build: building"),
        outcome.err());
    assertEquals(2, runs().size());
  }

  @Test
  @Timeout(60)
  void buildsOnceForTwoFirstUsesAtATime() throws IOException, InterruptedException {
    // Maven waits at the pipe until the other launcher has said that it waits for Maven.
    Path pipe = checkout.folder().resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    checkout.program("mvn", "cat pipe\n" + MAVEN);
    Path launcher = checkout.folder().resolve("lanewise");
    List<Running> both = Stream.generate(() -> checkout.start(launcher, "score")).limit(2).toList();
    while (both.stream().noneMatch(BuildIT::waits)) {
      Thread.onSpinWait();
    }
    Files.writeString(pipe, "go on", StandardOpenOption.WRITE);
    for (Running one : both) {
      Outcome outcome = Checkout.finish(one);
      assertEquals(0, outcome.exitCode(), outcome.err());
      assertTrue(outcome.out().startsWith(jdk.toString()), outcome.out());
    }
    assertEquals(List.of("built with " + jdk), runs());
    assertFalse(Files.isSymbolicLink(checkout.folder().resolve("arrow-io/target/lanewise.lock")));
  }

  private static boolean waits(Running running) {
    try {
      return Files.readString(running.err()).contains("waiting for the build of process");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void breaksTheLockOfADeadProcess() throws IOException, InterruptedException {
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    dead.waitFor();
    Path target = Files.createDirectories(checkout.folder().resolve("arrow-io/target"));
    Files.createSymbolicLink(target.resolve("lanewise.lock"), Path.of(String.valueOf(dead.pid())));
    Outcome outcome = checkout.run();
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(1, runs().size());
  }

  @Test
  void namesTheLogOfABuildThatFailed() throws IOException {
    checkout.program("mvn", "echo 'no such thing'; exit 1");
    Outcome outcome = checkout.run();
    Path log = checkout.folder().toRealPath().resolve("arrow-io/target/lanewise-build.log");
    assertEquals(
        new Outcome(4, "", FIRST_USE + "lanewise: the build failed; see " + log + "\n"), outcome);
    assertEquals("no such thing\n", Files.readString(log));
  }

  @Test
  void saysWhatToInstallWhereThereIsNoMaven() throws IOException {
    Files.delete(folder.resolve("around/bin/mvn"));
    assertEquals(
        new Outcome(
            4, "", "lanewise: first use: a build needs Maven >= 3.8, install it (package maven)\n"),
        checkout.run());
  }

  @Test
  void buildsWithAJdkThoughItRunsOnAJre() throws IOException {
    Path jre = Checkout.fakeJdk(folder.resolve("jre"), "25.0.3");
    Files.delete(jre.resolve("bin/javac"));
    Outcome outcome = checkout.with("JAVA_HOME", jre).run();
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(List.of("built with " + jdk), runs());
  }

  @Test
  void leavesStandardInputToTheCommand() throws IOException {
    Checkout.script(jdk.resolve("bin/java"), "cat");
    Running running = checkout.start(checkout.folder().resolve("lanewise"), "score", "-", "b");
    running.process().getOutputStream().write("the data".getBytes(UTF_8));
    assertEquals(new Outcome(0, "the data", FIRST_USE), Checkout.finish(running));
    assertEquals("", Files.readString(checkout.folder().resolve("arrow-io/target/stdin")));
  }
}
