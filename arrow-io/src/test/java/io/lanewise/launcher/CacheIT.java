package io.lanewise.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start-up cache that is missing or broken changes no byte of what a command prints. */
final class CacheIT {

  private static final String PAIR = "src/test/resources/interop/files/polars-alltypes.zstd.";
  private static final long SEED = 20_260_101;

  @TempDir private static Path folder;
  private static Checkout checkout;
  private static Path cache;
  private static byte[] whole;
  private static Outcome expected;

  /** A copy of the jars and no sources, so that there is nothing to build. */
  @BeforeAll
  static void makeTheCache() throws IOException {
    checkout =
        new Checkout(folder.resolve("check out"), folder.resolve("around"))
            .with("LANEWISE_JAVA_HOME", System.getProperty("java.home"))
            .with("LC_ALL", "C.UTF-8");
    Path target = checkout.jars();
    for (String side : new String[] {"real.arrow", "gen.arrow"}) {
      Path file = checkout.folder().resolve("arrow-io").resolve(PAIR + side);
      Files.createDirectories(file.getParent());
      Checkout.copy(Path.of(PAIR + side), file);
    }
    expected = score();
    assertEquals(0, expected.exitCode(), expected.err());
    assertEquals("", expected.err());
    assertTrue(expected.out().startsWith("{"), expected.out());
    try (Stream<Path> made = Files.list(target)) {
      cache = made.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
    whole = Files.readAllBytes(cache);
  }

  private static Outcome score() {
    String pair = checkout.folder().resolve("arrow-io").resolve(PAIR).toString();
    return checkout.run("score", pair + "real.arrow", pair + "gen.arrow", "--format", "json");
  }

  private static void assertNothingChangesWith(byte[] content) throws IOException {
    Files.write(cache, content);
    assertEquals(expected, score());
    assertArrayEquals(content, Files.readAllBytes(cache));
  }

  /** As in a container: the shell's locale is C, a path and an option are not ASCII. */
  @Test
  void namesThatAreNotAsciiWorkInTheLocaleC() throws IOException {
    String encoding = System.getProperty("sun.jnu.encoding");
    assumeTrue(
        encoding.equals("UTF-8"), "this test's own JVM cannot name such a file: " + encoding);
    Path pair = checkout.folder().resolve("arrow-io").resolve(PAIR);
    Path file = folder.resolve("données.arrow");
    Checkout.copy(pair.resolveSibling(pair.getFileName() + "real.arrow"), file);
    checkout.with("LC_ALL", "C");
    try {
      Outcome outcome = checkout.run("score", file.toString(), file.toString());
      assertEquals(0, outcome.exitCode(), outcome.err());
      assertTrue(outcome.out().contains("donn\\u{e9}es.arrow"), outcome.out());
    } finally {
      checkout.with("LC_ALL", "C.UTF-8");
    }
  }

  @Test
  void isUsedAndStaysAsItIs() throws IOException {
    assertTrue(whole.length > 1 << 20, "cache of " + whole.length + " bytes");
    assertNothingChangesWith(whole);
  }

  @Test
  void isMadeAgainWhereItIsMissing() throws IOException {
    Files.delete(cache);
    assertEquals(expected, score());
    assertTrue(Files.size(cache) > 1 << 20);
  }

  @Test
  void mayBeCutShortAnywhere() throws IOException {
    for (int length : new int[] {0, 1, 100, 4096, whole.length / 2, whole.length - 1}) {
      assertNothingChangesWith(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void mayHaveFlippedBits() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 6; round++) {
      byte[] damaged = whole.clone();
      int limit = round % 2 == 0 ? 4096 : damaged.length;
      for (int flips = 0; flips < 1 + 20 * round; flips++) {
        damaged[random.nextInt(limit)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      }
      assertNothingChangesWith(damaged);
    }
  }

  @Test
  void mayBeSomethingElseAltogether() throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(SEED).nextBytes(noise);
    assertNothingChangesWith(noise);
  }

  @Test
  void mayBelongToOtherJars() throws IOException {
    Path jar;
    try (Stream<Path> jars = Files.list(checkout.folder().resolve("arrow-io/target/lib"))) {
      jar = jars.findFirst().orElseThrow();
    }
    var time = Files.getLastModifiedTime(jar);
    try {
      // An older jar: the launcher sees nothing, the JVM does.
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
      assertNothingChangesWith(whole);
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void isMadeForEachJarAnew() throws IOException {
    Path jar = checkout.folder().resolve("arrow-io/target/lanewise-arrow-io.jar");
    Files.write(cache, new byte[0]);
    Files.setLastModifiedTime(
        jar, FileTime.fromMillis(Files.getLastModifiedTime(cache).toMillis() + 10));
    assertEquals(expected, score());
    assertTrue(Files.size(cache) > 1 << 20);
    whole = Files.readAllBytes(cache);
  }
}
