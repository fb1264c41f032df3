package io.lanewise.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java is chosen, and what it is given. */
final class JavaSearchIT {

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void copyTheLauncher() {
    checkout = new Checkout(folder.resolve("check out"), folder.resolve("around it"));
  }

  private static String chosen(Outcome outcome) {
    assertEquals(0, outcome.exitCode(), outcome.err());
    return outcome.out().lines().findFirst().orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/temurin-25",
        "usr/java/jdk-25",
        "opt/my jdk 25",
        "Library/Java/JavaVirtualMachines/a.jdk/Contents/Home"
      })
  void findsJava25InTheUsualFoldersThoughJavaHomeIs17(String place) {
    checkout.with("JAVA_HOME", Checkout.fakeJdk(folder.resolve("17"), "17.0.15"));
    Path expected = Checkout.fakeJdk(checkout.root().resolve(place), "25.0.3");
    assertEquals(expected.toString(), chosen(checkout.run()));
  }

  @ParameterizedTest
  @ValueSource(strings = {".sdkman/candidates/java/25-tem", ".jdks/temurin-25"})
  void findsJava25InTheHomeOfTheUser(String place) {
    Path expected = Checkout.fakeJdk(checkout.home().resolve(place), "25");
    assertEquals(expected.toString(), chosen(checkout.run()));
  }

  @Test
  void takesTheOldestThatIsNewEnough() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/a-26"), "26.0.1");
    Path expected = Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/b-25"), "25.0.3");
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/c-17"), "17.0.15");
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/d-8"), "1.8.0_402");
    assertEquals(expected.toString(), chosen(checkout.run()));
  }

  @Test
  void prefersJavaHomeThenThePathThenTheFolders() throws IOException {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    Path onPath = Checkout.fakeJdk(folder.resolve("on path"), "26");
    Path link = folder.resolve("around it/bin/java");
    Files.createSymbolicLink(link, onPath.resolve("bin/java"));
    assertEquals(onPath.toString(), chosen(checkout.run()));
    Path javaHome = Checkout.fakeJdk(folder.resolve("java home"), "27-ea");
    assertEquals(javaHome.toString(), chosen(checkout.with("JAVA_HOME", javaHome).run()));
  }

  @Test
  void asksTheJavaThatHasNoReleaseFile() throws IOException {
    Path home = Checkout.fakeJdk(folder.resolve("bare"), "25");
    Files.delete(home.resolve("release"));
    Checkout.script(
        home.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"25.0.1\" 2025-10-21' >&2;"
            + " else echo ran; fi");
    assertEquals("ran", chosen(checkout.with("JAVA_HOME", home).run()));
  }

  @Test
  void neverReplacesTheJavaThatWasAskedFor() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    Path old = Checkout.fakeJdk(folder.resolve("17"), "17.0.15");
    Outcome outcome = checkout.with("LANEWISE_JAVA_HOME", old).run();
    assertEquals(4, outcome.exitCode());
    assertEquals(
        "lanewise: LANEWISE_JAVA_HOME is Java 17, expected >= 25: " + old + "\n", outcome.err());
  }

  @Test
  void saysInOneLineWhatToInstallWhereThereIsNone() {
    Outcome none = checkout.run();
    assertEquals(4, none.exitCode());
    assertEquals("", none.out());
    assertEquals(
        "lanewise: needs Java >= 25, found none; install a JDK 25 (package openjdk-25-jdk or"
            + " temurin-25-jdk) or set LANEWISE_JAVA_HOME\n",
        none.err());
    Path old = Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/21"), "21.0.7");
    Outcome tooOld = checkout.run();
    assertEquals(4, tooOld.exitCode());
    assertTrue(
        tooOld.err().startsWith("lanewise: needs Java >= 25, found 21 in " + old), tooOld.err());
  }

  @Test
  void worksThroughALinkToALink() throws IOException {
    Path jdk = Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    Path first =
        Files.createSymbolicLink(folder.resolve("first link"), Path.of("check out/lanewise"));
    Path second = Files.createSymbolicLink(folder.resolve("second link"), first);
    Outcome outcome = Checkout.finish(checkout.start(second));
    assertEquals(jdk.toString(), chosen(outcome));
    assertTrue(
        outcome.out().contains(checkout.folder().toRealPath() + "/arrow-io/"), outcome.out());
  }

  @Test
  void passesArgumentsAndExitCodeOn() {
    Path jdk = Checkout.fakeJdk(folder.resolve("jdk"), "25.0.3");
    Checkout.script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"; exit 3");
    Outcome outcome =
        checkout.with("JAVA_HOME", jdk).run("score", "a b.arrow", "", "*", "--format=json");
    assertEquals(3, outcome.exitCode());
    List<String> lines = outcome.out().lines().toList();
    int main = lines.indexOf("io.lanewise.cli.Main");
    assertEquals(
        List.of("score", "a b.arrow", "", "*", "--format=json"),
        lines.subList(main + 1, lines.size()));
  }

  @Test
  void keepsTheJvmQuietAndTheUserFromTypingFlags() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    List<String> lines = checkout.run().out().lines().toList();
    assertTrue(
        lines.containsAll(
            List.of(
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED")),
        lines.toString());
    assertFalse(lines.contains("--add-modules=jdk.incubator.vector"), lines.toString());
  }

  @Test
  void addsTheVectorModuleForSimdOnly() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    for (String kernels : List.of("auto", "scalar", "simd")) {
      List<String> lines = checkout.with("LANEWISE_KERNELS", kernels).run().out().lines().toList();
      assertTrue(lines.contains("-Dlanewise.kernels=" + kernels), lines.toString());
      assertEquals(
          kernels.equals("simd"),
          lines.contains("--add-modules=jdk.incubator.vector"),
          lines.toString());
    }
  }

  @Test
  void measuresKernelsWithVectorsAndBothCompilers() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    List<String> lines = checkout.run("kernels").out().lines().toList();
    assertTrue(lines.contains("--add-modules=jdk.incubator.vector"), lines.toString());
    assertFalse(lines.contains("-XX:TieredStopAtLevel=1"), lines.toString());
    List<String> others = checkout.run("score", "kernels").out().lines().toList();
    assertFalse(others.contains("--add-modules=jdk.incubator.vector"), others.toString());
    assertTrue(others.contains("-XX:TieredStopAtLevel=1"), others.toString());
  }

  @Test
  void trainsWithVectorsAndMoreMemory() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    for (String command : List.of("train", "generate", "discriminate")) {
      List<String> lines = checkout.run(command).out().lines().toList();
      assertTrue(lines.contains("--add-modules=jdk.incubator.vector"), lines.toString());
      assertFalse(lines.contains("-XX:TieredStopAtLevel=1"), lines.toString());
      assertEquals(command.equals("generate"), lines.contains("-Xmx320m"), lines.toString());
    }
    String heap =
        checkout
            .run("train")
            .out()
            .lines()
            .filter(line -> line.startsWith("-Xmx"))
            .findFirst()
            .orElseThrow();
    assertTrue(heap.equals("-Xmx1g") || mebibytes(heap) > 1024, heap);
    List<String> chosen =
        checkout.with("LANEWISE_HEAP", "700m").run("train").out().lines().toList();
    assertTrue(chosen.contains("-Xmx700m"), chosen.toString());
    List<String> scalar =
        checkout.with("LANEWISE_KERNELS", "scalar").run("train").out().lines().toList();
    assertFalse(scalar.contains("--add-modules=jdk.incubator.vector"), scalar.toString());
    assertFalse(scalar.contains("-XX:TieredStopAtLevel=1"), scalar.toString());
  }

  private static long mebibytes(String heap) {
    assertTrue(heap.matches("-Xmx\\d+m"), heap);
    return Long.parseLong(heap.substring("-Xmx".length(), heap.length() - 1));
  }

  @Test
  void takesTheHeapFromTheEnvironment() {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    String flags = checkout.with("LANEWISE_HEAP", "2g").run().out();
    assertTrue(flags.lines().anyMatch("-Xmx2g"::equals), flags);
    assertTrue(flags.lines().anyMatch("-Dlanewise.heap=2g"::equals), flags);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1g", "1gb", "lots", "1g -version"})
  void refusesWhatIsNoHeapSize(String heap) {
    Checkout.fakeJdk(checkout.root().resolve("usr/lib/jvm/25"), "25.0.3");
    Outcome outcome = checkout.with("LANEWISE_HEAP", heap).run();
    assertEquals(4, outcome.exitCode());
    assertEquals(
        "lanewise: LANEWISE_HEAP is '" + heap + "', expected a size such as 512m or 2g\n",
        outcome.err());
  }

  @Test
  void tellsAJvmThatCannotStartFromAThresholdThatWasCrossed() {
    Path jdk = Checkout.fakeJdk(folder.resolve("jdk"), "25.0.3");
    Checkout.script(jdk.resolve("bin/java"), "exit 1");
    Outcome outcome = checkout.with("JAVA_HOME", jdk).with("LANEWISE_HEAP", "900g").run();
    assertEquals(4, outcome.exitCode());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }
}
