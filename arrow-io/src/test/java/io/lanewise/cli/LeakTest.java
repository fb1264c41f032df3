package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.arrow.OpenFiles;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command lets go of every file, whether it does what it is told or refuses to. */
class LeakTest {

  private static final Path REAL = Tables.interop("files/polars-categorical.zstd.real.arrow");
  private static final Path GENERATED = Tables.interop("files/polars-categorical.lz4.gen.arrows");

  /** A training that is over at once. */
  private static final Object[] BRIEF = {"--epochs=1", "--every=1", "--quiet"};

  @TempDir private Path folder;
  private Path nothing;
  private Path table;
  private Path weights;
  private Path profile;
  private Path ofGenerated;
  private Path model;
  private Path spec;
  private int made;

  /**
   * A command.
   *
   * @param exitCode how it is to end
   * @param in what comes through standard input
   */
  private record Run(int exitCode, Path in, List<Object> words) {
    Run from(Path input) {
      return new Run(exitCode, input, words);
    }
  }

  private Run good(Object... words) {
    return new Run(ExitCode.OK, nothing, List.of(words));
  }

  private Run wrong(Object... words) {
    return new Run(ExitCode.USAGE, nothing, List.of(words));
  }

  private Run refused(Object... words) {
    return new Run(ExitCode.DATA, nothing, List.of(words));
  }

  @BeforeEach
  void writeInputs() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/maps")), "Linux tells what is open");
    nothing = Files.createFile(folder.resolve("nothing"));
    table = SmallTraining.table(folder.resolve("table.arrow"));
    weights =
        Tables.write(
            folder.resolve("weights.arrow"),
            Tables.longs("a", 2, 1, 1),
            Tables.doubles("b", 0.5, 0.5, 1));
    profile = folder.resolve("real.profile");
    Outcome.of("profile", REAL, "-o", profile).result();
    ofGenerated = folder.resolve("generated.profile");
    Outcome.of("profile", GENERATED, "--reference", profile, "-o", ofGenerated).result();
    model = folder.resolve("small.model");
    assertEquals(ExitCode.OK, SmallTraining.train(table, model, BRIEF).exitCode());
    spec = folder.resolve("spec.json");
    Outcome.of("score", REAL, GENERATED, "--format", "json", "-o", spec).result();
  }

  /** A file that is not there yet. */
  private Path fresh() {
    return folder.resolve("made-" + made++);
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
  void everyGoodCommandLetsGo() throws IOException {
    Path merged = fresh();
    Path resumed = fresh();
    List<Run> runs =
        List.of(
            good("score", REAL, GENERATED),
            good("score", REAL, REAL, "--paired"),
            good("score", REAL + "," + REAL, GENERATED),
            good("score", profile, GENERATED),
            good("score", REAL, ofGenerated),
            good("score", REAL, GENERATED, "--spec", spec),
            good("score", REAL, GENERATED, "--explain", "k"),
            good("score", REAL, GENERATED, "--every", "100"),
            good("score", REAL, GENERATED, "--every", "100", "--sequential"),
            good("score", REAL, GENERATED, "--every", "100", "--state", fresh()),
            good("score", REAL, REAL, "--state", fresh()),
            good("score", REAL, GENERATED, "--window", "100"),
            good("score", REAL, GENERATED, "--half-life", "100"),
            good("score", REAL, "-").from(REAL),
            good("score", REAL, "-").from(GENERATED),
            good("score", "-", GENERATED).from(REAL),
            good("score", REAL, "-").from(ofGenerated),
            good("score", REAL, "-", "--every", "100").from(REAL),
            good("score", REAL, "-", "--every", "100").from(GENERATED),
            good("score", REAL, "-", "--every", "100", "--state", fresh()).from(REAL),
            good("score", REAL, "-", "--every", "100", "--state", fresh()).from(GENERATED),
            good("score", REAL, "-", "--window", "100").from(GENERATED),
            good("rank", REAL, GENERATED, REAL),
            good("profile", REAL, "-o", fresh()),
            good("profile", "-", "-o", fresh()).from(GENERATED),
            good("profile", GENERATED, "--reference", profile, "-o", fresh()),
            good("merge", profile, profile, "-o", merged),
            good("subtract", merged, profile, "-o", fresh()),
            good("inspect", profile),
            good("inspect", model),
            good("divergence", weights, "--p", "a", "--q", "b"),
            good("divergence", "-", "--p", "a", "--q", "b").from(weights),
            good("discriminate", table, table, "--epochs", "1", "--discriminator", "8"),
            good("discriminate", table, "-", "--epochs", "1", "--discriminator", "8").from(table),
            good(SmallTraining.arguments(table, resumed, BRIEF)),
            good("train", table, "-o", resumed, "--resume", "--epochs=2", "--quiet"),
            good("generate", model, "--rows", "10", "-o", fresh()),
            good("generate", model, "--rows", "10", "-o", "-"));
    assertEquals(runs.size(), letGo(runs));
    Measured.keep(
        Promise.LEAKS,
        "LeakTest.good",
        "0 after each of %d commands that did what they were told".formatted(runs.size()));
  }

  @Test
  void everyRefusedCommandLetsGo() throws IOException {
    byte[] bytes = Files.readAllBytes(REAL);
    Path cut = Files.write(folder.resolve("cut.arrow"), Arrays.copyOf(bytes, bytes.length - 1));
    // In the frame of a compressed buffer, which is found out when its column is read.
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 64, (byte) 0x5A);
    Path damaged = Files.write(folder.resolve("damaged.arrow"), bytes);
    List<Run> runs = new ArrayList<>();
    for (Path input : List.of(damaged, cut, folder.resolve("none"), model)) {
      runs.addAll(refused(input));
    }
    runs.add(refused("score", REAL, REAL, "--memory-limit", "1k"));
    runs.add(wrong("score", REAL, profile, "--every", "100"));
    runs.add(refused("discriminate", table, profile));
    runs.add(refused("divergence", profile, "--p", "a", "--q", "b"));
    runs.add(refused("train", profile, "-o", fresh()));
    runs.add(refused("generate", profile, "--rows", "10", "-o", fresh()));
    for (Object state : List.of(folder.resolve("none/x"), folder)) {
      runs.add(
          new Run(
              ExitCode.ENVIRONMENT, nothing, List.of("score", REAL, GENERATED, "--state", state)));
    }
    assertEquals(runs.size(), letGo(runs));
    Measured.keep(
        Promise.LEAKS,
        "LeakTest.refused",
        "0 after each of %d refused commands".formatted(runs.size()));
  }

  private List<Run> refused(Path input) {
    return List.of(
        refused("score", REAL, input),
        refused("score", input, GENERATED),
        refused("score", REAL + "," + input, GENERATED),
        refused("score", REAL, input, "--every", "100"),
        refused("score", REAL, input, "--every", "100", "--sequential"),
        refused("score", REAL, input, "--window", "100"),
        refused("score", REAL, input, "--every", "100", "--state", fresh()),
        wrong("score", REAL, GENERATED, "--spec", input),
        refused("score", REAL, "-").from(input),
        refused("score", "-", REAL).from(input),
        refused("score", REAL, "-", "--every", "100").from(input),
        refused("score", REAL, "-", "--every", "100", "--state", fresh()).from(input),
        refused("rank", REAL, GENERATED, input),
        refused("profile", input, "-o", fresh()),
        refused("profile", REAL, "--reference", input, "-o", fresh()),
        refused("merge", profile, input, "-o", fresh()),
        refused("subtract", profile, input, "-o", fresh()),
        refused("divergence", input, "--p", "a", "--q", "b"),
        refused("discriminate", REAL, input),
        refused("train", input, "-o", fresh()));
  }

  /** Runs commands, and returns how many there were. */
  private static int letGo(List<Run> runs) throws IOException {
    List<String> before = OpenFiles.now();
    int done = 0;
    for (Run run : runs) {
      byte[] in = Files.exists(run.in) ? Files.readAllBytes(run.in) : new byte[0];
      Outcome outcome = Outcome.of(in, StandardCharsets.UTF_8, run.words.toArray());
      assertEquals(run.exitCode, outcome.exitCode(), () -> run + ": " + outcome.err());
      assertEquals(before, OpenFiles.now(), run::toString);
      done++;
    }
    return done;
  }
}
