package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that is not what was written, to the last bit, is refused wherever it is read. */
class DamagedProfileTest {

  /** A prime, so that the costlier commands meet bytes of every kind. */
  private static final int STEP = 23;

  @TempDir private Path folder;
  private Path table;
  private Path good;
  private Path bad;
  private byte[] bytes;

  @BeforeEach
  void writeProfile() throws IOException {
    table =
        Tables.write(
            folder.resolve("table.arrow"),
            Tables.doubles("x", 1, 2.5, 2.5, 7),
            Tables.words("t", "a", "b", "a", "c"));
    good = folder.resolve("good.profile");
    bad = folder.resolve("bad.profile");
    Outcome.of("profile", table, "-o", good).result();
    bytes = Files.readAllBytes(good);
    assertTrue(bytes.length < 4000, () -> bytes.length + " bytes");
  }

  private void assertRefused(byte[] damaged, boolean everywhere) throws IOException {
    Files.write(bad, damaged);
    Path out = folder.resolve("out.profile");
    Outcome.of("merge", good, bad, "-o", out).refuses(ExitCode.DATA, bad);
    if (everywhere) {
      Outcome.of("inspect", bad).refuses(ExitCode.DATA, bad);
      Outcome.of("subtract", good, bad, "-o", out).refuses(ExitCode.DATA, bad);
      Outcome.of("profile", table, "--reference", bad, "-o", out).refuses(ExitCode.DATA, bad);
      Outcome.score(bad, table).refuses(ExitCode.DATA, bad);
      Outcome.score(good, bad).refuses(ExitCode.DATA, bad);
    }
    assertTrue(Files.notExists(out));
  }

  @Test
  void everyFlippedByte() throws IOException {
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      assertRefused(damaged, at % STEP == 0 || at < 10);
    }
  }

  @Test
  void everyTruncation() throws IOException {
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length), length % STEP == 0 || length < 10);
    }
  }

  @Test
  void moreBehindTheEnd() throws IOException {
    for (int more : new int[] {1, 8, 4096}) {
      assertRefused(Arrays.copyOf(bytes, bytes.length + more), true);
    }
  }

  @Test
  void theUndamagedIsRead() throws IOException {
    Files.write(bad, bytes);
    Path out = folder.resolve("out.profile");
    Outcome.of("merge", bad, "-o", out).result();
    assertArrayEquals(bytes, Files.readAllBytes(out));
    assertEquals(ExitCode.OK, Outcome.score(bad, table).exitCode());
  }
}
