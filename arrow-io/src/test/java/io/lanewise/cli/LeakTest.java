package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.arrow.OpenFiles;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command lets go of every file, whether it does what it is told or refuses to. */
class LeakTest {

  private static final Path REAL = Tables.interop("files/polars-categorical.zstd.real.arrow");
  private static final Path GENERATED = Tables.interop("files/polars-categorical.lz4.gen.arrows");

  @TempDir private Path folder;
  private Path profile;
  private Path made;
  private Path damaged;
  private Path cut;

  @BeforeEach
  void writeInputs() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/maps")), "Linux tells what is open");
    profile = folder.resolve("good.profile");
    made = folder.resolve("made");
    Outcome.of("profile", REAL, "-o", profile).result();
    byte[] bytes = Files.readAllBytes(REAL);
    cut = Files.write(folder.resolve("cut.arrow"), Arrays.copyOf(bytes, bytes.length - 1));
    // In the frame of a compressed buffer, which is found out when its column is read.
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 64, (byte) 0x5A);
    damaged = Files.write(folder.resolve("damaged.arrow"), bytes);
  }

  @Test
  void whatIsOpenIsSeen() throws IOException {
    List<String> before = OpenFiles.now();
    try (FileChannel _ = FileChannel.open(REAL)) {
      assertEquals(before.size() + 1, OpenFiles.now().size());
    }
    assertEquals(before, OpenFiles.now());
  }

  @Test
  void everyCommandLetsGo() throws IOException {
    List<String> before = OpenFiles.now();
    int good = 0;
    int refused = 0;
    for (Path input : List.of(REAL, GENERATED, profile, damaged, cut, folder.resolve("none"))) {
      for (Object[] command : commands(input).toList()) {
        Outcome outcome = Outcome.of(command);
        String said = Arrays.toString(command) + ": " + outcome.err();
        assertTrue(outcome.exitCode() != ExitCode.INTERNAL, said);
        assertEquals(before, OpenFiles.now(), said);
        good += outcome.exitCode() == ExitCode.OK ? 1 : 0;
        refused += outcome.exitCode() == ExitCode.DATA ? 1 : 0;
      }
      byte[] bytes = Files.exists(input) ? Files.readAllBytes(input) : new byte[0];
      Outcome.of(bytes, StandardCharsets.UTF_8, "score", REAL, "-");
      Outcome.of(bytes, StandardCharsets.UTF_8, "score", "-", REAL);
      Outcome.of(bytes, StandardCharsets.UTF_8, "score", REAL, "-", "--every", "100");
      assertEquals(before, OpenFiles.now(), () -> "standard input, " + input);
    }
    assertTrue(good > 10 && refused > 20, good + " good, " + refused + " refused");
    Measured.keep(
        Promise.LEAKS,
        getClass(),
        "0 after each of %d good and %d refused commands".formatted(good, refused));
  }

  private Stream<Object[]> commands(Path input) {
    return Stream.<Object[]>of(
        new Object[] {"score", REAL, input},
        new Object[] {"score", input, GENERATED},
        new Object[] {"score", REAL + "," + input, GENERATED},
        new Object[] {"score", REAL, input, "--memory-limit", "1k"},
        new Object[] {"score", REAL, input, "--every", "100", "--state", made},
        new Object[] {"score", REAL, input, "--every", "100", "--state", folder.resolve("none/x")},
        new Object[] {"score", REAL, input, "--spec", input},
        new Object[] {"rank", REAL, GENERATED, input},
        new Object[] {"profile", input, "-o", made},
        new Object[] {"profile", REAL, "--reference", input, "-o", made},
        new Object[] {"merge", profile, input, "-o", made},
        new Object[] {"subtract", profile, input, "-o", made},
        new Object[] {"inspect", input},
        new Object[] {"divergence", input, "--p", "a", "--q", "b"},
        new Object[] {"generate", input, "--rows", "10", "-o", made},
        new Object[] {"discriminate", REAL, input, "--steps", "2"},
        new Object[] {"train", input, "-o", made, "--steps", "2"});
  }
}
